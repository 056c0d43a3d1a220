"""What two vintages of one table say differently: one row of treaty_disagreements a cell, with both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipelines.rows import Row
from pipelines.treaties.columns import CONSENT
from pipelines.treaties.table import ParticipationTable, TableRow, cell_dates
from pipelines.treaties.vintages import Vintage

_NAME = "Participant"
Pairs = list[tuple[int | None, int | None]]


def disagreements(treaty_id: str, vintages: Sequence[Vintage], resolved: Mapping[str, str]) -> list[Row]:
    """Rows for each vintage against the one before it; `resolved` has the participant of every name."""
    found: dict[str, Row] = {}
    for older, newer in pairwise(vintages):
        for row in _compared(treaty_id, older, newer, resolved):
            found.setdefault(row["disagreement_id"], row)
    return list(found.values())


def _compared(treaty_id: str, older: Vintage, newer: Vintage, resolved: Mapping[str, str]) -> Iterator[Row]:
    before, after = _by_participant(older.table, resolved), _by_participant(newer.table, resolved)
    columns = _columns(older.table, newer.table)
    for key in sorted(before.keys() | after.keys()):
        place = _Place(treaty_id, key, older, newer)
        if key in before and key in after:
            yield from _of_row(place, before[key], after[key], columns)
        else:
            yield from _of_one_side(place, before.get(key), after.get(key))


class _Place:
    """Where two vintages are compared, and the row that tells of a difference there."""

    def __init__(self, treaty_id: str, participant_id: str, older: Vintage, newer: Vintage) -> None:
        self.key = (treaty_id, participant_id)
        self.older, self.newer = older, newer

    def row(self, difference: str, column: str, number: int, before: str | None, after: str | None) -> Row:
        return {
            "disagreement_id": "/".join([*self.key, str(number), str(self.newer.day)]),
            "treaty_id": self.key[0],
            "participant_id": self.key[1],
            "difference": difference,
            "column_printed": column,
            "older_printed": before or None,
            "newer_printed": after or None,
            "older_day": self.older.day,
            "newer_day": self.newer.day,
            "older_document": self.older.entry.sha256,
            "newer_document": self.newer.entry.sha256,
        }


def _of_row(place: _Place, before: TableRow, after: TableRow, columns: Pairs) -> Iterator[Row]:
    if before.participant != after.participant:
        yield place.row("name", _NAME, 0, before.participant, after.participant)
    cells = [(old, new, _at(before, old), _at(after, new)) for old, new in columns]
    has_returned = any(_is_return(place, old, left, right) for old, _, left, right in cells if old is not None)
    for old, new, left, right in cells:
        difference = _difference(place, left, right, has_returned)
        if difference:
            yield place.row(difference, _header(place, old, new), (old if new is None else new) + 1, left, right)  # type: ignore[operator]


def _of_one_side(place: _Place, before: TableRow | None, after: TableRow | None) -> Iterator[Row]:
    row, table = (before, place.older.table) if before else (after, place.newer.table)
    assert row is not None
    for number, (column, cell) in enumerate(zip(table.columns, row.cells, strict=False), 1):
        if cell:
            sides = (cell, None) if before else (None, cell)
            yield place.row("row_gone" if before else "row_new", column.header, number, *sides)


def _difference(place: _Place, before: str, after: str, has_returned: bool) -> str | None:
    if _bare(before) == _bare(after):
        return _bracketed(place, before, after)
    if not before:
        return "filled_later"
    return "re_acceded" if has_returned else "corrected"


def _bracketed(place: _Place, before: str, after: str) -> str | None:
    """Brackets say that a participant has left; some files cannot show them."""
    if "[" in after and "[" not in before:
        return "withdrawn"
    if "[" in before and "[" not in after and not place.newer.is_bare:
        return "corrected"
    return None


def _is_return(place: _Place, column: int, before: str, after: str) -> bool:
    """Whether a consent younger than the older table stands in place of one that this table had seen."""
    acts = place.older.table.columns[column]
    if not CONSENT & {*acts.letters.values(), *acts.bare}:
        return False
    return bool(cell_dates(before)) and any(date.day > place.older.day for date in cell_dates(after) or ())


def _columns(older: ParticipationTable, newer: ParticipationTable) -> Pairs:
    """Which column of the newer table is which of the older: by place, or by header where their number differs."""
    if len(older.columns) == len(newer.columns):
        return [(place, place) for place in range(len(newer.columns))]
    headers = [column.header for column in older.columns]
    pairs: Pairs = [
        (headers.index(column.header) if column.header in headers else None, place)
        for place, column in enumerate(newer.columns)
    ]
    matched = {old for old, _ in pairs}
    return pairs + [(place, None) for place in range(len(headers)) if place not in matched]


def _header(place: _Place, old: int | None, new: int | None) -> str:
    return place.newer.table.columns[new].header if new is not None else place.older.table.columns[old or 0].header


def _at(row: TableRow, column: int | None) -> str:
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _bare(cell: str) -> str:
    return " ".join(cell.replace("[", " ").replace("]", " ").split())


def _by_participant(table: ParticipationTable, resolved: Mapping[str, str]) -> dict[str, TableRow]:
    return {resolved[row.participant]: row for row in table.rows}
