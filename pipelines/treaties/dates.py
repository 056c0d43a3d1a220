"""Dates as status files write them."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
# White space between the parts may be anything: cells hold tabs, prose hold no-break and en spaces.
DATE = re.compile(rf"\b(?P<day>\d{{1,2}})\s+(?P<month>{_WORDS}|{_SHORT})\.?\s+(?P<year>\d{{4}})\b")


def day(text: str) -> dt.date | None:
    """The first date in a text, or None when there is none or it is no day of the calendar."""
    match = DATE.search(text)
    return from_match(match) if match else None


def from_match(match: re.Match[str]) -> dt.date | None:
    """The day of a match of DATE; None when the calendar has no such day."""
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    try:
        return dt.date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
