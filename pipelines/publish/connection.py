"""DuckDB connections with the settings that every room of this project uses: offline, two threads, bounded memory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

MEMORY_LIMIT = "700MB"
# Two connections that can spill work side by side while a release is written.
SPILLING_LIMIT = "300MB"
# Extensions cannot be had offline: without these two a query that needs one hangs instead of failing at once.
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    # A name that is no table must not be taken for a variable of the calling code.
    "python_enable_replacements": "false",
    "threads": "2",
    "memory_limit": MEMORY_LIMIT,
}


def connect(spill: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A connection in memory; what does not fit spills into the folder `spill`, or nowhere."""
    if spill is None:
        return duckdb.connect(config={**SETTINGS, "temp_directory": ""})
    return duckdb.connect(config={**SETTINGS, "temp_directory": str(spill), "memory_limit": SPILLING_LIMIT})


def register(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pl.DataFrame]) -> None:
    """Frames as views of the same names. By way of Arrow, since DuckDB 2.0 does not know Polars 2."""
    for name, frame in tables.items():
        connection.register(name, frame.to_arrow())


def query(connection: duckdb.DuckDBPyConnection, statement: str) -> pl.DataFrame:
    """The answer of one statement as a frame."""
    answer = pl.from_arrow(connection.sql(statement).to_arrow_table())
    assert isinstance(answer, pl.DataFrame)
    return answer


def value(connection: duckdb.DuckDBPyConnection, statement: str) -> Any:
    """The first cell of the answer, None where there is no row.

    All rows are fetched: DuckDB 2.0 refuses other work on a connection while a result stands open.
    """
    rows = connection.execute(statement).fetchall()
    return rows[0][0] if rows else None
