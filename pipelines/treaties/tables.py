"""Tables of participants made by others (CSV): those of 2014-15, and lists as the open climate data give them.

Such a file holds the table alone: which treaty it is the archive's entry says, and the brackets of withdrawn
participants are gone. The names stand in the first column, or in one called so; where a column names the act (Kind,
Participation Type), its word goes with the date of consent.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

from pipelines.treaties.columns import Column, column
from pipelines.treaties.errors import UnreadableStatus
from pipelines.treaties.participants import fold_space
from pipelines.treaties.table import ParticipationTable, TableRow, without_markup

_NAMES = re.compile(r"participants?|names?|countr(?:y|ies)(?: or area)?|states?(?: part(?:y|ies))?|part(?:y|ies)", re.I)
_KINDS = re.compile(r"kind|participation[ _-]?type|type of (?:act|action|consent)|act|action", re.I)


def read(data: bytes) -> ParticipationTable | None:
    """The table of a CSV file; None when no column tells of acts (I-2 lists admissions). Raises UnreadableStatus."""
    text = data.decode("utf-8-sig", errors="replace")
    try:
        lines = [line for line in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in line)]
    except csv.Error as error:
        raise UnreadableStatus(f"no CSV: {error}") from error
    if not lines:
        return None
    headers = [without_markup(header)[0] for header in lines[0]]
    names = _place(headers, _NAMES) or 0
    kind = _place(headers, _KINDS)
    columns = {place: _column(header, kind) for place, header in enumerate(headers) if place not in (names, kind)}
    if not any(entry.is_act for entry in columns.values()):
        return None
    rows = (_cells(line, len(headers)) for line in lines[1:])
    return ParticipationTable(
        tuple(columns.values()), tuple(_row(cells, names, kind, columns) for cells in rows if cells[names])
    )


def _place(headers: list[str], wanted: re.Pattern[str]) -> int | None:
    return next((place for place, header in enumerate(headers) if wanted.fullmatch(header)), None)


def _column(header: str, kind: int | None) -> Column:
    """A column; the Date of a list whose other column names the act is that of a consent."""
    return column("Consent to be bound" if kind is not None and header.casefold() == "date" else header)


def _cells(line: list[str], width: int) -> list[str]:
    return line[:width] + [""] * (width - len(line))


def _row(cells: list[str], names: int, kind: int | None, columns: Mapping[int, Column]) -> TableRow:
    name, marks = without_markup(cells[names])
    printed = {place: fold_space(without_markup(cells[place])[0]) for place in columns}
    if kind is not None:
        act = fold_space(cells[kind])
        for place in [place for place, entry in columns.items() if entry.is_consent and printed[place]]:
            printed[place] = f"{printed[place]} {act}".strip()
    return TableRow(name, tuple(printed.values()), marks)
