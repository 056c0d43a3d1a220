"""What the JSON-LD formats share."""

from __future__ import annotations

from typing import Any

PARQUET = "application/vnd.apache.parquet"
# DuckDB's files have no registered type.
DUCKDB = "application/octet-stream"


def without_empty(words: dict[str, Any]) -> dict[str, Any]:
    """The same without what is None: an absent fact is left out, not said to be null."""
    return {name: value for name, value in words.items() if value is not None}
