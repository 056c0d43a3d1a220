"""Metadata published beside the official XML (data_extract/*.json): one JSON object a line, one line a resolution.

The lines come from several tools: some stand in stray quotation marks, dates and numbers have several forms, and
bodies name their fields differently. A line that is no JSON becomes a record with a `fault`, never an exception.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from pipelines import symbols

READER = "extract"
READER_VERSION = "1"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = re.compile(r"(\d{1,2})\s+([A-Z][a-z]+)\s+(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_TOTALS = re.compile(r"\badopted\s+\(?(\d{1,3})-(\d{1,3})-(\d{1,3})\b", re.IGNORECASE)
_LIBRARY_TITLE = re.compile(r"\[([^\[\]]{8,})(?:\]|$)")
_AGENDA_WORDS = re.compile(r"^agenda\s+items?\s+", re.IGNORECASE)
_LISTS = (("yes", "MS_in_favour"), ("no", "MS_against"), ("abstain", "MS_abstaining"))
_EMPTY = frozenset({"", "n.a.", "n/a", "none", "null"})
_NO_COMMITTEE = re.compile(r"without reference|plenary", re.IGNORECASE)


class PrintedVote(NamedTuple):
    """One State's vote: yes, no or abstain, with its name as printed. A tuple: there are hundreds of thousands."""

    name: str
    vote: str


@dataclass(frozen=True, slots=True)
class ExtractRecord:
    """What one line says of one resolution; None where it says nothing, `fault` where it cannot be read.

    `symbol` in normal form. `totals` are votes in favour, against and abstentions. `adoption` is a value of
    resolutions.adoption.
    """

    line: int
    symbol: str = ""
    title: str | None = None
    adopted_on: date | None = None
    meeting: str | None = None
    committee: str | None = None
    agenda_item: str | None = None
    agenda_title: str | None = None
    draft: str | None = None
    adoption: str | None = None
    totals: tuple[int, int, int] | None = None
    votes: tuple[PrintedVote, ...] = ()
    fault: str | None = None


def read_extract(data: bytes) -> list[ExtractRecord]:
    """The records of one file, in its order; raises ValueError when the bytes are not UTF-8 text."""
    records = []
    for number, line in enumerate(data.decode("utf-8-sig").split("\n"), start=1):
        bare = line.strip()
        if bare.strip('" '):
            records.append(_record(number, bare))
    return records


def _record(number: int, line: str) -> ExtractRecord:
    try:
        fields = _load(line)
    except ValueError as error:
        return ExtractRecord(number, fault=f"Line {number} is no JSON object: {error}")
    symbol = symbols.parse(_text(fields, "symbol") or "")
    if symbol is None:
        return ExtractRecord(number, fault=f"Line {number} names no symbol of a resolution: {fields.get('symbol')!r}")
    adoption = _text(fields, "adoption_type") or _text(fields, "voting_type") or ""
    return ExtractRecord(
        line=number,
        symbol=symbol.normal,
        title=_text(fields, "title") or _library_title(fields),
        adopted_on=_day(_text(fields, "adoption_date") or ""),
        meeting=_text(fields, "adoption_meeting"),
        committee=_committee(fields),
        agenda_item=_agenda_item(fields),
        agenda_title=_text(fields, "agenda_item_name"),
        draft=_text(fields, "originating_document") or _text(fields, "draft_resolution"),
        adoption=_adoption(adoption),
        totals=_totals(fields, adoption),
        votes=_votes(fields),
    )


def _load(line: str) -> dict[str, Any]:
    """The object of a line; `"{…}"` and `{…}"` (files of the HRC and ECOSOC) lose their quotes."""
    try:
        fields = json.loads(line)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        fields = json.loads(line.strip('"'))
    if not isinstance(fields, dict):
        raise ValueError("another kind of value")
    return fields


def _text(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    folded = " ".join(value.split()) if isinstance(value, str) else ""
    return None if folded.casefold() in _EMPTY else folded


def _library_title(fields: dict[str, Any]) -> str | None:
    """Security Council resolutions have no title of their own; the library's stands in brackets after the number."""
    whole = _text(fields, "resolution_title")
    found = _LIBRARY_TITLE.search(whole or "")
    return found[1].strip() if found is not None else whole


def _day(printed: str) -> date | None:
    """A day as `29 September 2023`, `2019-10-10 00:00:00` or with a place after it; None for anything else."""
    try:
        if iso := _ISO_DAY.match(printed):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if day := _DAY.match(printed):
            return date(int(day[3]), _MONTHS.index(day[2]) + 1, int(day[1]))
    except ValueError:
        return None
    return None


def _committee(fields: dict[str, Any]) -> str | None:
    """The committee as printed; `#fifthCommittee` is the name that the XML gives it (A/RES/79/263)."""
    printed = _text(fields, "committee")
    if printed is None or _NO_COMMITTEE.search(printed):
        return None
    if printed.startswith("#"):
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", printed[1:]).split()
        return " ".join(word.capitalize() for word in words)
    return printed


def _agenda_item(fields: dict[str, Any]) -> str | None:
    printed = _text(fields, "agenda_item")
    return _AGENDA_WORDS.sub("", printed) if printed else None


def _adoption(printed: str) -> str | None:
    words = printed.casefold()
    if "without" in words or "acclamation" in words:
        return "without_vote"
    if "non-unanimously" in words or "recorded" in words or _TOTALS.search(printed):
        return "recorded_vote"
    return "unanimous" if "unanimous" in words else None


def _totals(fields: dict[str, Any], adoption: str) -> tuple[int, int, int] | None:
    """Totals of a vote; those in words (`Adopted 12-0-3`) go before the counts, which err (S/RES/1559(2004))."""
    if worded := _TOTALS.search(adoption):
        return int(worded[1]), int(worded[2]), int(worded[3])
    if _adoption(adoption) == "without_vote":
        return None
    counts = [_text(fields, f"{key}_count") for _, key in _LISTS]
    numbers = tuple(int(count) if count is not None and count.isdecimal() else 0 for count in counts)
    return (numbers[0], numbers[1], numbers[2]) if any(numbers) else None


def _votes(fields: dict[str, Any]) -> tuple[PrintedVote, ...]:
    found: dict[PrintedVote, None] = {}
    for vote, key in _LISTS:
        names = fields.get(key)
        for name in names if isinstance(names, list) else []:
            if isinstance(name, str) and name.strip():
                found[PrintedVote(" ".join(name.split()), vote)] = None
    return tuple(found)
