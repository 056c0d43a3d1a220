"""What reference data says of treaties: those that no status file describes, and corrections of status files.

Other depositaries keep treaties that resolutions cite, and some came later than the status files.
"""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache

from pipelines.contracts import contract
from pipelines.paths import REFERENCE
from pipelines.rows import Row


def rows(known: set[str]) -> list[Row]:
    """Rows of the table treaties from datasets/reference/treaties_elsewhere.csv, those already known left out."""
    return [_row(line) for line in _table("treaties_elsewhere.csv") if line["treaty_id"] not in known]


def _row(line: dict[str, str]) -> Row:
    treaty_id = line["treaty_id"]
    empty: Row = dict.fromkeys(contract("treaties").columns)
    chapter, *numbers = treaty_id.split("-")
    return empty | {
        "treaty_id": treaty_id,
        "title": line["title"],
        "chapter": chapter if chapter != "ext" and numbers else None,
        "depositary": line["depositary"],
        "concluded_on": dt.date.fromisoformat(line["concluded_on"]) if line["concluded_on"] else None,
        "registration_number": line["registration_number"] or None,
        "treaty_series_volumes": line["treaty_series_volumes"] or None,
        "has_status": False,
        "source": line["source"],
    }


def corrected(row: Row) -> tuple[Row, list[tuple[str, str]]]:
    """The row with empty columns filled from treaty_corrections.csv, and (column, reason) of each filled."""
    lines = [line for line in _table("treaty_corrections.csv") if line["treaty_id"] == row["treaty_id"]]
    filled = [line for line in lines if row[line["column"]] is None]
    return row | {line["column"]: line["value"] for line in filled}, [
        (line["column"], line["reason"]) for line in filled
    ]


@cache
def _table(name: str) -> tuple[dict[str, str], ...]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
