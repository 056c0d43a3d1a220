"""A document cited at a place of a text, and whether it can exist when the citing text was adopted."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_ASSEMBLY = re.compile(r"A/(?P<kind>RES|DEC)/(?P<session>\d+)/(?P<number>\d+)")
_COUNCIL = re.compile(r"A/HRC/(?:RES|DEC)/(?P<session>\d+)/\d+")
_YEAR = re.compile(r"S/RES/\d+\((?P<after>\d{4})\)|(?:S/PRST|E/RES|E/DEC)/(?P<before>\d{4})/\d+")


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


def can_exist(symbol: str, day: dt.date | None) -> bool:
    """False for a resolution of a session or year after the citing text's, or of numbering that was never in use.

    Session 31 (1976) is the first of the General Assembly cited as 31/1; its decisions are numbered from 301. The
    Human Rights Council holds three regular sessions a year since 2006.
    """
    if found := _ASSEMBLY.match(symbol):
        least = 301 if found["kind"] == "DEC" else 1
        return 31 <= int(found["session"]) <= _session(day) and int(found["number"]) >= least
    if found := _COUNCIL.match(symbol):
        return day is None or int(found["session"]) <= 3 * (day.year - 2005)
    if found := _YEAR.match(symbol):
        return 1946 <= int(found["after"] or found["before"]) <= (day.year if day else 9999)
    return True


def _session(day: dt.date | None) -> int:
    """Regular session of the General Assembly that a day falls in; it opens in September."""
    return 999 if day is None else day.year - (1945 if day.month >= 9 else 1946)
