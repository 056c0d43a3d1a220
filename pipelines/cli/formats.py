"""Answers of a query as text: table, csv, json, markdown. Days are ISO; NULL is empty in csv and null in json."""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import Any, TextIO

from rich import box
from rich.console import Console
from rich.table import Table

# More rows than anybody reads in a terminal; laying out a table costs memory, the other formats stream.
TABLE_ROWS = 1000
# Wide enough that a table which goes into a file is never folded.
FILE_WIDTH = 100_000

Rows = Iterator[tuple[Any, ...]]


class Format(StrEnum):
    """How `accede sql` prints an answer."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


def write(form: Format, names: Sequence[str], rows: Rows, out: TextIO) -> None:
    """Write one answer to `out`."""
    _WRITERS[form](_unique(names), rows, out)


def _table(names: Sequence[str], rows: Rows, out: TextIO) -> None:
    shown = list(islice(rows, TABLE_ROWS))
    console = Console(file=out, highlight=False, width=None if out.isatty() else FILE_WIDTH)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, name in enumerate(names):
        is_number = any(_is_number(row[number]) for row in shown)
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    for row in shown:
        table.add_row(*(_escaped(value) for value in row))
    with console.capture() as drawn:
        console.print(table)
    # Padding up to the column's width is of no use to a reader and of harm to a comparison.
    out.write("\n".join(line.rstrip() for line in drawn.get().rstrip("\n").split("\n")) + "\n")
    rest = sum(1 for _ in rows)
    if rest:
        print(f"{rest:,} more rows; --format csv prints them all", file=sys.stderr)


def _csv(names: Sequence[str], rows: Rows, out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_printed(value) for value in row] for row in rows)


def _json(names: Sequence[str], rows: Rows, out: TextIO) -> None:
    before = "[\n"
    for row in rows:
        values = dict(zip(names, map(plain, row), strict=True))
        out.write(before + json.dumps(values, ensure_ascii=False))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def _markdown(names: Sequence[str], rows: Rows, out: TextIO) -> None:
    out.write(_cells(names) + "\n" + _cells(["---"] * len(names)) + "\n")
    out.writelines(_cells([_printed(value) for value in row]) + "\n" for row in rows)


def plain(value: Any) -> Any:
    """A value of DuckDB as JSON knows it: days as ISO text, lists and structs inside, numbers as numbers."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, float | Decimal):
        return _number(value)
    return value if value is None or isinstance(value, bool | int | str) else _as_text(value)


def _number(value: float | Decimal) -> int | float | None:
    if not math.isfinite(value):
        return None
    return int(value) if isinstance(value, Decimal) and value == int(value) else float(value)


def _as_text(value: Any) -> str:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else str(value)


def _printed(value: Any) -> str:
    bare = plain(value)
    if bare is None:
        return ""
    return bare if isinstance(bare, str) else json.dumps(bare, ensure_ascii=False)


def _escaped(value: Any) -> str:
    """For rich: brackets in a text are no markup, and NULL is told from an empty text."""
    return "[dim]NULL[/dim]" if value is None else _printed(value).replace("[", "\\[")


def _cells(values: Sequence[str]) -> str:
    return "| " + " | ".join(value.replace("|", "\\|").replace("\n", "<br>") for value in values) + " |"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _unique(names: Sequence[str]) -> list[str]:
    """Names of columns, a repeated one with its count, since a JSON object holds each once."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return found


_WRITERS: dict[Format, Callable[[Sequence[str], Rows, TextIO], None]] = {
    Format.TABLE: _table,
    Format.CSV: _csv,
    Format.JSON: _json,
    Format.MARKDOWN: _markdown,
}
