"""The ending of Human Rights Council resolutions: how adopted, totals, and the States by vote."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.readers.akn_particulars import split_states
from pipelines.readers.document import Particulars, Vote

_WITHOUT = re.compile(r"\[\s*(?:Resolution )?adopted (?:without a vote|by consensus|by acclamation)", re.IGNORECASE)
_TOTALS = re.compile(
    r"\[?\s*Adopted (?:as \w+ )?by a (?:recorded |roll-call )?vote of (\d+)(?: votes?)? to (\d+|none)"
    r"(?:,? with (\d+|no) abstentions?)?",
    re.IGNORECASE,
)
_LISTS = re.compile(r"(In favour|Against|Abstaining|Absent|Non-voting)\s*:\s*", re.IGNORECASE)
_VOTES = {"in favour": "yes", "against": "no", "abstaining": "abstain", "absent": "absent", "non-voting": "absent"}


def with_votes(told: Particulars, closing: str) -> Particulars:
    """The particulars with what the text after the last paragraph says about the vote."""
    if _WITHOUT.search(closing):
        return replace(told, adoption="without_vote")
    totals = _TOTALS.search(closing)
    if totals is None:
        return told
    yes, no, abstain = (_number(group) for group in totals.groups())
    return replace(
        told,
        adoption="recorded_vote",
        votes_yes=yes,
        votes_no=no,
        votes_abstain=abstain,
        votes=tuple(_votes(closing[totals.end() :])),
    )


def _number(printed: str | None) -> int:
    return int(printed) if printed and printed.isdigit() else 0


def _votes(text: str) -> list[Vote]:
    pieces = _LISTS.split(text)
    return [
        Vote(name, _VOTES[heading.lower()])
        for heading, listed in zip(pieces[1::2], pieces[2::2], strict=True)
        for name in split_states(listed.strip(" .]\n"))
    ]
