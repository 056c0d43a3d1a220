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
    (r"withdrawal|denunciation", "withdrawal"),
    (r"extension|notification", "other"),
)
# "Date of ratification", "Instrument of accession": in tables made by others.
_LEAD = re.compile(
    r"(?:(?:date|day|deposit|year) of )?(?:deposit of )?(?:the )?(?:instruments? of )?(?:the )?"
    r"(?=definit|sign|ratif|access|accept|approv|success|formal)",
    re.IGNORECASE,
)
_ACT = re.compile("|".join(f"(?P<a{number}>{pattern})" for number, (pattern, _) in enumerate(_ACTS)), re.IGNORECASE)
# A letter at the end of a phrase; "article 7 (1) (b)" ends with a paragraph, not with a letter.
_LETTER = re.compile(r"(?<!\)\s)\(([A-Za-z]{1,2})\)$")
_LONGEST_LETTER = 2
_NOT_ACTS = re.compile(
    r"participant|resolution|date of|registration|unts|page|volume|ratified by virtue", re.IGNORECASE
)


@dataclass(frozen=True)
class Column:
    """One column: acts by suffix letter, and `bare`, the acts of dates without letter; a cell may name its act."""

    header: str
    letters: Mapping[str, str]
    bare: tuple[str, ...]

    @property
    def is_act(self) -> bool:
        return bool(self.letters or self.bare)

    @property
    def is_consent(self) -> bool:
        return bool(CONSENT & {*self.letters.values(), *self.bare})

    def act(self, letter: str) -> str | None:
        """The act of a date with this letter ("" for none); None when the header does not tell.

        Two acts without letter in one header leave open which it was: then consent_to_be_bound, if both are consents.
        """
        if letter:
            return self.letters.get(letter) if len(letter) <= _LONGEST_LETTER else _act(letter)
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
    for piece in _listed(header).split(","):
        part = piece.strip()
        if phrases and _act(part) is None:
            phrases[-1] += ", " + part
        else:
            phrases.append(part)
    return phrases


def _listed(header: str) -> str:
    """Ratification/Accession/Acceptance as a list with commas; "Provisional acceptance/accession" is one act."""
    return header if re.match("provisional", header, re.IGNORECASE) else re.sub(r"\s*[/;|]\s*", ", ", header)


def _act(phrase: str) -> str | None:
    lead = _LEAD.match(phrase)
    if _NOT_ACTS.match(phrase) and not lead:
        return None
    match = _ACT.match(phrase, lead.end() if lead else 0)
    return _ACTS[int(match.lastgroup[1:])][1] if match and match.lastgroup else None
