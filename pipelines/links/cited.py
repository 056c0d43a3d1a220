"""A document cited at a place of a text, and whether it can exist when the citing text was adopted."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from pipelines.rows import Row

_ASSEMBLY = re.compile(r"A/(?P<kind>RES|DEC)/(?P<session>\d+)/(?P<number>\d+)")
_COUNCIL = re.compile(r"A/HRC/(?:RES|DEC|PRST)/(?P<session>\d+)/\d+")
_YEAR = re.compile(r"S/RES/\d+\((?P<after>\d{4})\)|(?:S/PRST|E/RES|E/DEC)/(?P<before>\d{4})/\d+")
_ANY = 9999

_TAIL = re.compile(r"(?<=/)(?:rev|add|corr|amend)(?=\.\d)", re.IGNORECASE)
_PART = re.compile(r"(?<=\()(?:parts?|vols?|sect|supp)(?=[.\dA-Z])", re.IGNORECASE)


@dataclass(frozen=True)
class Cited:
    """[start, end) in the text, the cited symbol in normal form, and what the citation rests on."""

    start: int
    end: int
    symbol: str
    evidence: str
    paragraph: str | None = None


def normal(printed: str) -> str:
    """Normal form of any document's symbol: no spaces, plain hyphens, /Add.1 and (Part II) in the usual case."""
    bare = re.sub(r"\s+", "", printed.replace("‑", "-")).rstrip(".,/")
    return _PART.sub(lambda part: part.group().capitalize(), _TAIL.sub(lambda tail: tail.group().capitalize(), bare))


@dataclass(frozen=True)
class Citing:
    """What tells how new a cited document can be: organ, session (a year, of organs that count by years) and day."""

    body: str
    session: int | None
    day: dt.date | None

    @classmethod
    def of(cls, resolution: Row) -> Citing:
        """Of a row of `resolutions`; special sessions and the specimens' session 0 have no number to count by."""
        session = resolution["session"]
        number = int(session) if session.isdecimal() else 0
        return cls(resolution["body"], number or None, resolution["adopted_on"])

    def last_session(self, body: str, by_day: int | None) -> int:
        """Last session of an organ that can be cited: the own one, another organ's by the day; any without a day.

        By the session, not the day, because the editors add citations of the same session (A/RES/76/16 cites 76/181).
        """
        known = self.session if self.body == body else None
        return next((last for last in (known, by_day) if last is not None), _ANY)

    def last_year(self) -> int:
        """Last year that a symbol can hold; of the session where that is a year (S/RES/1139(1997) prints 1987)."""
        known = self.session if self.body in {"sc", "ecosoc"} else None
        return known or (self.day.year if self.day else _ANY)


def can_exist(symbol: str, citing: Citing) -> bool:
    """False for a resolution of a session or year after the citing text's, or of numbering that was never in use.

    Session 31 (1976) is the first of the General Assembly cited as 31/1; its decisions are numbered from 301. The
    Human Rights Council holds three regular sessions a year since 2006.
    """
    day = citing.day
    if found := _ASSEMBLY.match(symbol):
        least = 301 if found["kind"] == "DEC" else 1
        last = citing.last_session("ga", day.year - (1945 if day.month >= 9 else 1946) if day else None)
        return 31 <= int(found["session"]) <= last and int(found["number"]) >= least
    if found := _COUNCIL.match(symbol):
        return int(found["session"]) <= citing.last_session("hrc", 3 * (day.year - 2005) if day else None)
    if found := _YEAR.match(symbol):
        return 1946 <= int(found["after"] or found["before"]) <= citing.last_year()
    return True
