"""Planted faults, and what the checks say of them:

    python -m tests.figures.faults [--release DIR] [--seed N] [--faults 200]

Each fault is planted alone in the tables of a clean release (by default the specimen release, built for it), and every
check that reads the changed table is run, as a build would. Stopped: a check fails. Named: it fails on that table, or
its first rows show the row. Row named: the first rows of a failure, or its column, show where the fault was planted.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path

import polars as pl

from pipelines.assets.resources import Folders
from pipelines.cli.job import run
from pipelines.contracts import contracts
from tests.faults.generator import faults
from tests.faults.verdict import Verdict, found


def tables_of(release: Path) -> dict[str, pl.DataFrame]:
    """The tables of a release folder."""
    return {name: pl.read_parquet(release / "parquet" / f"{name}.parquet") for name in contracts()}


def specimen() -> dict[str, pl.DataFrame]:
    """The tables of a fresh build of the specimen archive."""
    with tempfile.TemporaryDirectory() as folder:
        out, cache = Path(folder) / "release", Path(folder) / "cache"
        run("release", Folders(archive="", out=str(out), cache=str(cache)), lambda stage, done, of: None)
        return tables_of(out)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.figures.faults", description=__doc__)
    parser.add_argument("--release", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=int, default=200)
    given = parser.parse_args()
    tables = tables_of(given.release) if given.release else specimen()
    clean = found(tables)
    print(f"clean tables: {len(clean)} failures {'; '.join(map(str, clean))}".strip())
    counts: dict[str, Counter[str]] = {}
    for kind, fault in faults(tables, given.seed, given.faults):
        verdict = Verdict.of(fault)
        tally = counts.setdefault(kind, Counter())
        tally["planted"] += 1
        tally["stopped"] += verdict.is_stopped
        tally["named"] += verdict.is_named
        tally["row named"] += verdict.is_row_named
        if not verdict.is_named:
            said = f"named elsewhere: {verdict.failures[0]}" if verdict.is_stopped else "not stopped"
            print(f"  {said}: {kind}: {fault.what}", flush=True)
    total: Counter[str] = Counter()
    print(f"{'kind':36}{'planted':>9}{'stopped':>9}{'named':>9}{'row named':>11}")
    for kind, tally in counts.items():
        print(f"{kind:36}{tally['planted']:>9}{tally['stopped']:>9}{tally['named']:>9}{tally['row named']:>11}")
        total += tally
    print(f"{'all':36}{total['planted']:>9}{total['stopped']:>9}{total['named']:>9}{total['row named']:>11}")


if __name__ == "__main__":
    main()
