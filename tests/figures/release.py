"""Size and speed of a release: every example's time, the DuckDB file against Parquet, Parquet against CSV.

    python -m tests.figures.release [--release datasets/release] [--times 7]

An example's time is the median of `--times` runs on one open connection, as in a shell, and the time of the first run
on a connection opened anew; rows are fetched.
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
from pathlib import Path

import duckdb
import polars as pl

from pipelines.publish import sql
from pipelines.publish.connection import SETTINGS

DATABASE = "accede.duckdb"


def example_times(release: Path, times: int) -> dict[str, tuple[float, float]]:
    """Milliseconds of the first run and the median of the others, by example."""
    return {file.stem: _times(release, file.read_text(encoding="utf-8"), times) for file in sql.files("examples")}


def _times(release: Path, statement: str, times: int) -> tuple[float, float]:
    with duckdb.connect(str(release / DATABASE), read_only=True, config=SETTINGS) as connection:
        taken = [_time(connection, statement) for _ in range(times + 1)]
    return taken[0], statistics.median(taken[1:])


def _time(connection: duckdb.DuckDBPyConnection, statement: str) -> float:
    start = time.perf_counter()
    connection.execute(statement).fetchall()
    return 1000 * (time.perf_counter() - start)


def csv_bytes(parquet: Path) -> int:
    """Size of one table as CSV, UTF-8, quoted where needed."""
    written = io.BytesIO()
    pl.read_parquet(parquet).write_csv(written)
    return written.tell()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--release", type=Path, default=Path("datasets/release"))
    parser.add_argument("--times", type=int, default=7)
    asked = parser.parse_args()
    print("| example | first, ms | median, ms |\n|---|---:|---:|")
    for name, (first, median) in example_times(asked.release, asked.times).items():
        print(f"| {name} | {first:.0f} | {median:.0f} |")
    files = sorted((asked.release / "parquet").glob("*.parquet"))
    parquet = sum(file.stat().st_size for file in files)
    as_csv = {file.stem: csv_bytes(file) for file in files}
    clauses = (asked.release / "parquet" / "clauses.parquet").stat().st_size
    database = (asked.release / DATABASE).stat().st_size
    print(f"\nParquet {parquet / 1e6:.1f} MB: {parquet / sum(as_csv.values()):.3f} of all tables as CSV")
    print(f"clauses alone: {clauses / as_csv['clauses']:.3f} of it as CSV")
    print(f"DuckDB {database / 1e6:.1f} MB: {database / parquet:.2f} times the Parquet files")


if __name__ == "__main__":
    main()
