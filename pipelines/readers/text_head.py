"""The head and the closing lines of a document in plain text: title, day, meeting, committee, draft, how adopted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipelines.readers.document import Particulars
from pipelines.readers.text_forms import MEETING

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"]
_MONTHS += ["December"]
_DATE = re.compile(rf"(\d{{1,2}})[.,]? ({'|'.join(_MONTHS)}),? (\d{{4}})")
# The cover lines run together, since each of these may stand on one line or on two.
_ADOPTED = re.compile(
    rf"Resolutions? adopted by .*? on (?P<on>{_DATE.pattern})"
    r"|Adopted b[yv] .*? at its (?P<at>\d+(?:st|nd|rd|th)(?: \([^)]*\))? meeting)\W*(?:held )?(?:on )?"
    rf"(?P<sc>{_DATE.pattern})?"
    rf"|[Aa]t the (?P<statement_at>\d+(?:st|nd|rd|th)(?: \([^)]*\))? meeting).{{0,60}}? held (?:in private )?on"
    rf" (?P<statement>{_DATE.pattern})"
)
_OF_DAY = re.compile(rf"(?:[Rr]esolution|\(\d{{4}}\)) of (?P<day>{_DATE.pattern})")
_MEETING = re.compile(MEETING)
_NUMBER = re.compile(
    r"(?:(?:E?S-)?\d+/\d+(?: [A-Z])?|\d+ \((?:E?S-)?[IVXL]+\))\.(?:\s+(.*)|$)"
    r"|(?:Resolution )?(?:E?S-)?\d{1,4}/\d{1,3}$()"
)
_NAME = re.compile(r"(?:RESOLUTION|Resolution) \d+ \(\d{4}\)")
_BRACKET = re.compile(
    r"\[(?:on the (?:report|recommendation) of (?:the )?(?P<committee>.+?)\s*|[^(]*)\((?P<draft>[A-Z]{1,3}/[^,);\s]+)"
)
_AGENDA = re.compile(r"Agenda items? (.+)")
_VOTES = re.compile(r"\bby (\w+) votes? to (\w+)(?:,? with (\w+) abstentions?)?")
_WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
_UNANIMOUS, _NO_VOTE = (
    re.compile(r"(?:Adopted|Adapted|Approved) unanimously"),
    re.compile(r"\[?Adopted (?:as a whole )?(?:without a? ?vote|by consensus|by acclamation)"),
)


def day(text: str) -> date | None:
    """The first date in a text; None for none, or one that no calendar has."""
    found = _DATE.search(text)
    if not found:
        return None
    try:
        return date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


def particulars(head: Sequence[str], closing: Sequence[str], running_title: str | None) -> Particulars:
    """Particulars from the lines before the enacting formula and those after the last paragraph."""
    cover, end = " ".join(head), " ".join(closing)
    adopted = _ADOPTED.search(cover) or _OF_DAY.search(cover)
    found = adopted.groupdict() if adopted else {}
    printed = next((text for text in found.values() if text and day(text)), "")
    at = found.get("at") or found.get("statement_at")
    bracket = next((match for line in head if line.startswith("[") and (match := _BRACKET.match(line))), None)
    agenda = next((match[1] for line in head if (match := _AGENDA.fullmatch(line))), None)
    meeting = _MEETING.search(end)
    how, votes = adoption(end)
    return Particulars(
        title=title(head) or running_title,
        adopted_on=day(end) or day(printed),
        meeting=meeting[0] if meeting else at,
        committee=bracket["committee"] if bracket else None,
        agenda_item=agenda,
        draft=bracket["draft"].strip() if bracket else None,
        adoption=how,
        votes_yes=votes[0],
        votes_no=votes[1],
        votes_abstain=votes[2],
    )


def adoption(end: str) -> tuple[str | None, tuple[int | None, int | None, int | None]]:
    """How the closing lines say it was adopted, and the votes for, against and abstaining."""
    if _NO_VOTE.search(end):
        return "without_vote", (None, None, None)
    if _UNANIMOUS.search(end):
        return "unanimous", (None, None, None)
    found = _VOTES.search(end)
    if found is None:
        return None, (None, None, None)
    yes, no, abstain = (_count(word) for word in found.groups())
    return "recorded_vote", (yes, no, 0 if found[3] is None else abstain)


def _count(word: str | None) -> int | None:
    if word is None or word.isdigit():
        return int(word) if word else None
    return _WORDS.index(word) if word in _WORDS else None


def title(head: Sequence[str]) -> str | None:
    """The title after its number (78/187.) before the enacting formula, where it may take several lines.

    Resolutions of the Security Council have none: their name (Resolution 399 (1976)) stands for it.
    """
    for place, line in enumerate(head):
        if found := _NUMBER.match(line):
            return " ".join([found[1] or found[2] or "", *(line for line in head[place + 1 :] if line)]).strip() or None
    return next((found[0] for line in head if (found := _NAME.match(line))), None)
