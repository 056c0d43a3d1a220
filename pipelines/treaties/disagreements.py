"""What two vintages of one table say differently: one row of treaty_disagreements a cell, with both sides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipelines.rows import Row
from pipelines.treaties.columns import Column
from pipelines.treaties.table import ParticipationTable, TableRow, cell_dates
from pipelines.treaties.vintages import Vintage

_NAME = "Participant"
Pairs = Sequence[tuple[int | None, int | None]]


def disagreements(treaty_id: str, vintages: Sequence[Vintage], resolved: Mapping[str, str]) -> list[Row]:
    """Rows for each vintage against the one before it; `resolved` has the participant of every name."""
    found: dict[str, Row] = {}
    for older, newer in pairwise(vintages):
        for row in _compared(treaty_id, older, newer, resolved):
            found.setdefault(row["disagreement_id"], row)
    return list(found.values())


def _compared(treaty_id: str, older: Vintage, newer: Vintage, resolved: Mapping[str, str]) -> Iterator[Row]:
    before, after = _by_participant(older.table, resolved), _by_participant(newer.table, resolved)
    columns = list(_columns(older.table, newer.table))
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

    def is_same(self, old: int | None, new: int | None, before: str, after: str) -> bool:
        """Whether two cells tell of the same acts in other forms: 20 Sep 2016 A, and 2016-09-20 Acceptance."""
        if old is None or new is None or ("[" in before) != ("[" in after):
            return False
        told = _acts(self.older.table.columns[old], before)
        return bool(told) and told == _acts(self.newer.table.columns[new], after)

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
        difference = None if place.is_same(old, new, left, right) else _difference(place, left, right, has_returned)
        if difference:
            yield place.row(difference, _header(place, old, new), (old if new is None else new) + 1, left, right)  # type: ignore[operator]


def _of_one_side(place: _Place, before: TableRow | None, after: TableRow | None) -> Iterator[Row]:
    row, table = (before, place.older.table) if before else (after, place.newer.table)
    assert row is not None
    for number, (column, cell) in enumerate(zip(table.columns, row.cells, strict=False), 1):
        if cell and column.is_act:
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
    if not place.older.table.columns[column].is_consent:
        return False
    return bool(cell_dates(before)) and any(date.day > place.older.day for date in cell_dates(after) or ())


def _columns(older: ParticipationTable, newer: ParticipationTable) -> Iterator[tuple[int | None, int | None]]:
    """Which column of acts of the newer table is which of the older: by place, or by meaning where numbers differ."""
    old, new = _act_columns(older), _act_columns(newer)
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    for place in new:
        match = next((other for other in old if _is_like(older.columns[other], newer.columns[place])), None)
        yield match, place
        old = [other for other in old if other != match]
    yield from ((place, None) for place in old)


def _act_columns(table: ParticipationTable) -> list[int]:
    return [place for place, column in enumerate(table.columns) if column.is_act]


def _is_like(older: Column, newer: Column) -> bool:
    acts = [{*column.letters.values(), *column.bare} for column in (older, newer)]
    return older.header == newer.header or (older.is_consent and newer.is_consent) or acts[0] == acts[1]


def _acts(column: Column, cell: str) -> set[tuple[dt.date, str | None]]:
    return {(date.day, column.act(date.letter)) for date in cell_dates(cell) or ()}


def _header(place: _Place, old: int | None, new: int | None) -> str:
    return place.newer.table.columns[new].header if new is not None else place.older.table.columns[old or 0].header


def _at(row: TableRow, column: int | None) -> str:
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _bare(cell: str) -> str:
    return " ".join(cell.replace("[", " ").replace("]", " ").split())


def _by_participant(table: ParticipationTable, resolved: Mapping[str, str]) -> dict[str, TableRow]:
    return {resolved[row.participant]: row for row in table.rows}
