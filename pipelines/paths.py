"""Where the parts of the project that are not Python lie: contracts, reference data, specimens, SQL."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATASETS = ROOT / "datasets"
REFERENCE = DATASETS / "reference"
SPECIMEN = DATASETS / "specimen"
SQL = ROOT / "sql"
