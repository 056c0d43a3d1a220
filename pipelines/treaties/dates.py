"""Dates as status files write them."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
# White space between the parts may be anything: cells hold tabs, prose hold no-break and en spaces.
DATE = re.compile(rf"\b(?P<day>\d{{1,2}})\s+(?P<month>{_WORDS}|{_SHORT})\.?\s+(?P<year>\d{{4}})\b")

# In tables made by others days stand in other forms too; 3/4/2001 is none of them, since nobody knows which it is.
_ANY = rf"{_WORDS}|{_SHORT}"
CELL = re.compile(
    rf"\b(?P<day>\d{{1,2}})[\s\-.]+(?P<month>{_ANY})[\s\-.,]+(?P<year>\d{{4}})\b"
    rf"|\b(?P<month2>{_ANY})\.?\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>\d{{4}})\b"
    r"|\b(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d)(?:T00:00:00\S*)?(?!\d)",
    re.IGNORECASE,
)


def day(text: str) -> dt.date | None:
    """The first date in a text, or None when there is none or it is no day of the calendar."""
    match = DATE.search(text)
    return from_match(match) if match else None


def from_match(match: re.Match[str]) -> dt.date | None:
    """The day of a match of DATE or CELL; None when the calendar has no such day."""
    found = {name[:-1] if name[-1] in "23" else name: text for name, text in match.groupdict().items() if text}
    month = found["month"]
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return dt.date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
