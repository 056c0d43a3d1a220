"""The tables of participants of one treaty, as they stood on several days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipelines.archive.entry import Entry
from pipelines.treaties.columns import CONSENT
from pipelines.treaties.status import Status
from pipelines.treaties.table import ParticipationTable, cell_dates

# A date farther beyond the day of its file is a slip of the pen, not a younger file.
_LATEST = dt.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Vintage:
    """One table: its file, and the day until which it saw. status is None for files that hold the table alone.

    The day is that of the file, or that of the last act that the table shows: of the tables of 2014-15 two days are
    given, and some were made later than their file says.
    """

    entry: Entry
    table: ParticipationTable
    status: Status | None
    day: dt.date

    @property
    def is_bare(self) -> bool:
        """Whether the file has neither notes nor the brackets of those who left."""
        return self.status is None

    def can_show(self, action: str) -> bool:
        """Whether a column of the table could show such an act: a list of parties has no signatures."""
        shown = {act for column in self.table.columns for act in (*column.letters.values(), *column.bare)}
        return action in shown or (action in CONSENT and bool(CONSENT & shown))

    @property
    def is_younger(self) -> bool:
        """Whether the table shows acts from after the day of its file."""
        return self.day != self.entry.as_at


def in_order(tables: Iterable[tuple[Entry, ParticipationTable, Status | None]]) -> list[Vintage]:
    """Vintages by day, oldest first; of two of one day the fuller file serves."""
    found = [Vintage(entry, table, status, _day(entry, table)) for entry, table, status in tables]
    found.sort(key=lambda vintage: (vintage.day, not vintage.is_bare, vintage.entry.order))
    return list({vintage.day: vintage for vintage in found}.values())


def _day(entry: Entry, table: ParticipationTable) -> dt.date:
    assert entry.as_at is not None
    return max([entry.as_at, *(day for day in _days(table) if day <= entry.as_at + _LATEST)])


def _days(table: ParticipationTable) -> Iterator[dt.date]:
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=False):
            if column.is_act:
                yield from (date.day for date in cell_dates(cell) or ())
