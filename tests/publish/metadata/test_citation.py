"""CITATION.cff and the line in the README cite the version and the vintage, and no day of a run."""

from __future__ import annotations

from pathlib import Path

import yaml

LINE = (
    "The Accede contributors. SPECIMEN: Accede [data set]. Version 0.0.0-unpublished, treaty data as at 2018-01-15 "
    "or before."
)


def test_citation_file_has_what_the_format_requires(small_release: Path) -> None:
    found = yaml.safe_load((small_release / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= found.keys()
    assert (found["title"], found["version"]) == ("SPECIMEN: Accede", "0.0.0-unpublished")
    assert found["message"].endswith(LINE)


def test_readme_gives_the_line(small_release: Path) -> None:
    assert LINE in (small_release / "README.md").read_text(encoding="utf-8")
