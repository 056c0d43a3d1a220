"""Markdown that the README and the dictionary of a release share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl


def cell(value: Any) -> str:
    """A value as a cell of a table, empty where there is none."""
    return "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")


def lines(parts: Iterable[str]) -> str:
    """One line each."""
    return "\n".join(parts)


def table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table; its cells are escaped."""
    return lines([f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(_row(row) for row in rows)])


def frame_table(frame: pl.DataFrame, empty: str) -> str:
    """A frame as a table, or the words that say it is empty."""
    return empty if frame.is_empty() else table(frame.columns, frame.iter_rows())


def _row(row: Sequence[Any]) -> str:
    return f"| {' | '.join(cell(value) for value in row)} |"
