"""Which set of States an addressee is: the parties to which treaty, the members of which regional group."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.links.call_text import COVER, Reading

# "parties to the § that have not yet done so"; but no "States not parties to the §" or "not yet parties to the §".
_PARTIES = re.compile(rf"\b[Pp]art(?:y|ies) to (?:the |that |this |both |either )*(?P<treaty>{COVER})")
_NOT = re.compile(r"\b(?:not|non|never|yet|become|becoming|outside)\b[- ]?(?:\w+ ){0,4}$", re.IGNORECASE)
_BARE = re.compile(r"\b[Ss]tates [Pp]arties\b|\b[Cc]ontracting [Pp]arties\b")
_RATIFIED = re.compile(r"\b(?:have|has) (?:ratified|acceded to|become part(?:y|ies) to)\b")
# What parties do to a treaty of theirs.
_OF_PARTIES = {"declaration", "reservation"}
_GROUPS = {
    "African States": r"African",
    "Asia-Pacific States": r"Asia[- ]Pacific|Asian and Pacific",
    "Eastern European States": r"Eastern European",
    "Latin American and Caribbean States": r"Latin American and Caribbean",
}
_GROUP = {
    name: re.compile(rf"^(?:all |the |other |those )*(?:{words}) (?:Member )?(?:States|countries|Governments)\b", re.I)
    for name, words in _GROUPS.items()
}


def parties_of(reading: Reading, whom: tuple[int, int], category: str, sought: Sequence[str | None]) -> str | None:
    """treaty_id of the treaty whose parties are asked; None where all States may be meant, or it is not said.

    sought: the treaties that are called for; a declaration or a reservation is made to a treaty by its own parties.
    """
    for match in _PARTIES.finditer(reading.covered, *whom):
        named = [row for row in reading.within(*whom) if row["span_start"] == match.start("treaty")]
        if named and not _NOT.search(reading.covered, whom[0], match.start()):
            treaty_id: str | None = named[0]["treaty_id"]
            return treaty_id
    words = reading.covered[slice(*whom)]
    is_own = category in _OF_PARTIES and len(set(sought)) == 1
    return sought[0] if is_own and (_BARE.search(words) or _RATIFIED.search(words)) else None


def group_of(printed: str) -> str | None:
    """The regional group that is asked, as participants.regional_group names it."""
    return next((name for name, pattern in _GROUP.items() if pattern.search(printed)), None)
