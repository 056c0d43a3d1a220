"""What the columns of a participation table mean: acts by suffix letter, read from that table's own header.

A letter has no meaning of its own: (d) is a succession in most tables, a succession to signature in some, a
notification in VI-3. A date without letter is the act that the header names without letter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

CONSENT = frozenset(
    {
        "ratification",
        "accession",
        "acceptance",
        "approval",
        "succession",
        "formal_confirmation",
        "definitive_signature",
        "consent_to_be_bound",
    }
)
# The first that fits the beginning of a phrase of the header decides.
_ACTS = (
    (r"definitive signature (?:or|of the protocol or)", "consent_to_be_bound"),
    (r"definitive signature", "definitive_signature"),
    (r"succession to signature", "signature"),
    (r"signature", "signature"),
    (r"(?:undertaking of )?provisional (?:application|acceptance|accession)", "provisional_application"),
    (r"ratification", "ratification"),
    (r"accession", "accession"),
    (r"(?:definitive )?acceptance", "acceptance"),
    (r"approval", "approval"),
    (r"succession", "succession"),
    (r"formal confirmation", "formal_confirmation"),
    (
        r"consent to be bound|simplified procedure|participation|confirmation of signature|application",
        "consent_to_be_bound",
    ),
    (r"extension|notification", "other"),
)
_ACT = re.compile("|".join(f"(?P<a{number}>{pattern})" for number, (pattern, _) in enumerate(_ACTS)), re.IGNORECASE)
# A letter at the end of a phrase; "article 7 (1) (b)" ends with a paragraph, not with a letter.
_LETTER = re.compile(r"(?<!\)\s)\(([A-Za-z]{1,2})\)$")
_NOT_ACTS = re.compile(
    r"participant|resolution|date of|registration|unts|page|volume|ratified by virtue", re.IGNORECASE
)


@dataclass(frozen=True)
class Column:
    """One column: acts by suffix letter, and `bare`, the acts of dates without letter."""

    header: str
    letters: Mapping[str, str]
    bare: tuple[str, ...]

    @property
    def is_act(self) -> bool:
        return bool(self.letters or self.bare)

    def act(self, letter: str) -> str | None:
        """The act of a date with this letter ("" for none); None when the header does not tell.

        Two acts without letter in one header leave open which it was: then consent_to_be_bound, if both are consents.
        """
        if letter:
            return self.letters.get(letter)
        if not self.bare:
            return next(iter(self.letters.values())) if len(set(self.letters.values())) == 1 else None
        if len(set(self.bare)) == 1:
            return self.bare[0]
        return "consent_to_be_bound" if CONSENT.issuperset(self.bare) else None


@cache
def column(header: str) -> Column:
    """A column by the text of its header, note marks taken out."""
    letters: dict[str, str] = {}
    bare: list[str] = []
    for phrase in _phrases(header):
        act = _act(phrase)
        if act is None:
            continue
        letter = _LETTER.search(phrase)
        if letter:
            letters.setdefault(letter[1], act)
        else:
            bare.append(act)
    return Column(header, letters, tuple(bare))


def _phrases(header: str) -> list[str]:
    """The header cut at commas; a piece that names no act belongs to the phrase before it."""
    phrases: list[str] = []
    for piece in header.split(","):
        part = piece.strip()
        if phrases and _act(part) is None:
            phrases[-1] += ", " + part
        else:
            phrases.append(part)
    return phrases


def _act(phrase: str) -> str | None:
    if _NOT_ACTS.match(phrase):
        return None
    match = _ACT.match(phrase)
    return _ACTS[int(match.lastgroup[1:])][1] if match and match.lastgroup else None
