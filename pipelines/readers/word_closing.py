"""The end of a document in Word: lines with meeting and day, the Human Rights Council's line on the vote, its votes."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.readers.akn_particulars import split_states
from pipelines.readers.document import Particulars, Vote
from pipelines.readers.word_pieces import Piece

_RESUMED = r"(?:\s?[(（][^)）]{2,16}[)）])?"
_MEETING = (
    rf"(?:\d{{1,5}}(?:st|nd|rd|th){_RESUMED} (?:plenary )?meeting|\d{{1,5}}e ?séance(?: plénière)?"
    r"|\d{1,5}[ªa.]* sesión(?: plenaria)?|\d{1,5}[-‑]е (?:пленарное )?заседание|الجلسة (?:العامة )?\d{1,5}"
    rf"|第\s?\d{{1,5}}\s?次(?:全体)?会议){_RESUMED}"
)
_DAY = (
    r"(?:le )?\d{1,2}(?:er)? (?:de )?\w+ (?:de |del )?\d{4}(?: года| г\.)?|\d{4}年\d{1,2}月\d{1,2}日"
    r"|\d{1,2} [\w/ ]+ \d{4}"
)
_CLOSING = re.compile(rf"(?:{_MEETING})?,?\s*(?:{_DAY})?", re.IGNORECASE)
_ADOPTED = re.compile(r"\[(?:Adopted|Adoptée?|Aprobad[ao]|Принят[ао])\b")
_TOTALS = re.compile(
    r"recorded vote of (\d+)(?: votes)? to (\d+|none)(?:,? with (\d+|no) abstentions?)?", re.IGNORECASE
)
_LISTS = re.compile(r"(In favour|Against|Abstaining|Abstentions?):")
_LONGEST = 90
_VOTES = {"in favour": "yes", "against": "no"}


class Closing:
    """Tells closing lines from paragraphs; a recorded vote runs on until its bracket closes."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._is_open = False

    def takes(self, piece: Piece) -> bool:
        """True for a paragraph that closes a resolution."""
        text = piece.text.text
        is_vote = self._is_open or (text.startswith("[") and _ADOPTED.match(text) is not None)
        if not is_vote and not (len(text) < _LONGEST and _CLOSING.fullmatch(text)):
            return False
        self._is_open = is_vote and not text.endswith("]")
        self.lines += piece.lines
        return True

    def add_votes(self, told: Particulars) -> Particulars:
        """The particulars with what the printed line on the vote says."""
        text = " ".join(self.lines)
        totals = _TOTALS.search(text)
        if totals is None:
            return told
        pieces = _LISTS.split(text)
        votes = [
            Vote(name, _VOTES.get(kind.lower(), "abstain"))
            for kind, listed in zip(pieces[1::2], pieces[2::2], strict=True)
            for name in split_states(listed.strip(" ]"))
        ]
        yes, no, abstain = (int(total) if (total or "").isdigit() else 0 for total in totals.groups())
        return replace(
            told, adoption="recorded_vote", votes_yes=yes, votes_no=no, votes_abstain=abstain, votes=tuple(votes)
        )
