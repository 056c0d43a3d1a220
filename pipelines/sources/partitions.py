"""Partitions, the portions in which documents are fetched: `ga/68`, `sc/2013`, `hrc/55`, `ecosoc/2021`."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from pipelines.symbols import Symbol, parse

BODIES = ("ga", "sc", "hrc", "ecosoc")
_PARTITION = re.compile(r"(ga|sc|hrc|ecosoc)/((?:ES-|S-)?[0-9]{1,4}|[IVXL]+)", re.I)
_FIRST_YEAR = 1946
_RUNNING_EMERGENCY, _LAST_SPECIAL = 10, 33
"""Emergency sessions from the tenth on are resumed at any time; special sessions up to the 32nd are over."""


class Partition(NamedTuple):
    """One session of a body, or one year of the Security Council or the Economic and Social Council."""

    body: str
    session: str

    def __str__(self) -> str:
        return f"{self.body}/{self.session}"

    @property
    def latest_day(self) -> date | None:
        """A day by which everything of this session had been adopted; None while that cannot be said."""
        kind, _, number = self.session.rpartition("-")
        if not number.isdigit():
            return date(1976, 9, 30)
        if kind:
            is_over = int(number) < (_RUNNING_EMERGENCY if kind == "ES" else _LAST_SPECIAL)
            return date(2021, 12, 31) if is_over else None
        if self.body == "ga":
            return date(_FIRST_YEAR + int(number), 9, 30)
        if self.body == "hrc":
            return date(2007 + int(number) // 3, 12, 31)
        return date(int(number), 12, 31) if int(number) >= _FIRST_YEAR else date(_FIRST_YEAR, 12, 31)


def partition(printed: str) -> Partition | None:
    """The partition that is printed, or None."""
    found = _PARTITION.fullmatch(printed.strip())
    return Partition(found[1].lower(), found[2].upper()) if found else None


def of_symbol(symbol: Symbol) -> Partition:
    """The partition to which a symbol belongs."""
    return Partition(symbol.body, symbol.session)


def of_printed(symbol: str) -> Partition | None:
    """As `of_symbol` for a symbol in its normal form."""
    parsed = parse(symbol)
    return of_symbol(parsed) if parsed else None
