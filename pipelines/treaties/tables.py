"""The tables of 2014-15 (CSV made from the Treaty Collection by others): older vintage of many participation tables.

Such a file holds the table alone: which treaty it is the archive's entry says, and the brackets of withdrawn
participants are gone.
"""

from __future__ import annotations

import csv
import io

from pipelines.treaties.columns import column
from pipelines.treaties.errors import UnreadableStatus
from pipelines.treaties.participants import fold_space
from pipelines.treaties.table import ParticipationTable, TableRow, without_markup


def read(data: bytes) -> ParticipationTable | None:
    """The table of a CSV file; None when no column tells of acts (I-2 lists admissions). Raises UnreadableStatus."""
    text = data.decode("utf-8-sig", errors="replace")
    try:
        lines = [line for line in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in line)]
    except csv.Error as error:
        raise UnreadableStatus(f"no CSV: {error}") from error
    if not lines:
        return None
    columns = tuple(column(without_markup(header)[0]) for header in lines[0][1:])
    if not any(entry.is_act for entry in columns):
        return None
    return ParticipationTable(columns, tuple(_row(line, len(columns)) for line in lines[1:]))


def _row(line: list[str], width: int) -> TableRow:
    name, marks = without_markup(line[0])
    cells = [fold_space(without_markup(cell)[0]) for cell in line[1 : width + 1]]
    return TableRow(name, tuple(cells + [""] * (width - len(cells))), marks)
