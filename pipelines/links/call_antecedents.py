"""What a call names, and what "it", "thereto", "those instruments" or nothing at all stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.links.call_text import Reading
from pipelines.rows import Row

NOUN = (
    r"(?:[Cc]onventions?|[Pp]rotocols?|[Tt]reat(?:y|ies)|[Cc]ovenants?|[Ii]nstruments?|[Aa]greements?"
    r"|[Aa]mendments?|Statute|Constitution|Charter|Pact)"
)
PRONOUN = re.compile(
    r"\b(?:thereto|thereof|them|it|(?:that|this|those|these|the said|the aforementioned|the above-mentioned|such"
    r"|both|all) "
    rf"(?:[\w-]+ ){{0,3}}?{NOUN})\b"
)
_PLURAL = re.compile(r"\b(?:them|those|these|both|all|aforementioned|above-mentioned|such|their|instruments)\b")

_SUPPLEMENT = re.compile(
    r"(?:Protocols?|[Oo]ptional protocols?|Amendments?|[Aa]mendments?)\b(?:\([^()]*\)|(?!annex)[^,;(]){0,60}? (?:to|of"
    r"|under) (?:the )?$|\bsupplement(?:ing|ary to) (?:the )?$"
)


@dataclass(frozen=True)
class Sought:
    """What a call names: kind (treaty, set, generic, unresolved), the mentions behind it, and its span."""

    kind: str
    mentions: tuple[Row, ...]
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """First code point and one past the last."""
        return self.start, self.end

    @property
    def ids(self) -> frozenset[str]:
        """Treaties that are decided."""
        return frozenset(row["treaty_id"] for row in self.mentions if row["treaty_id"] is not None)


def meant(reading: Reading, place: int, act_end: int, end: int) -> Sought | None:
    """What an act with no treaty after it means: "ratify it", "become parties thereto"."""
    pronoun = PRONOUN.search(reading.text, act_end, min(end, act_end + 60))
    is_plural = pronoun is not None and is_plural_word(pronoun.group())
    earlier = antecedent(reading, place, is_plural=is_plural)
    start, stop = (pronoun.start(), pronoun.end()) if pronoun else (place, act_end)
    if earlier:
        return Sought(kind_of(earlier), earlier, start, stop)
    # "the amendments to article 8 of the Statute … to ratify them": something is meant, but nothing that is known.
    return Sought("unresolved", (), start, stop) if pronoun and reading.within(reading.own, place) else None


def before_addressee(reading: Reading, whom: tuple[int, int]) -> Sought | None:
    """What instruments are to be deposited for when nothing says so: the treaty named before the addressee.

    "parties to one convention that have not yet done so to deposit their instruments" asks for another treaty, which
    stands before them (the paragraph on the Paris Agreement in A/RES/74/214 and many others).
    """
    words = reading.text[max(0, whom[0] - 60) : whom[0]]
    is_plural = re.search(r"\b(?:them|their)\b", words) is not None
    outright = antecedent(reading, whom[0], is_plural=is_plural, is_named=True)
    earlier = outright or antecedent(reading, whom[0], is_plural=is_plural)
    return Sought(kind_of(earlier), earlier, whom[0], whom[0]) if earlier else None


def owned(reading: Reading, place: int) -> Sought | None:
    """What "their universal ratification" means: the set named last, or everything named before."""
    last = antecedent(reading, place, is_plural=False)
    earlier = last if len(last) > 1 else antecedent(reading, place, is_plural=True)
    return Sought(kind_of(earlier), earlier, place, place) if earlier else None


def antecedent(reading: Reading, place: int, *, is_plural: bool, is_named: bool = False) -> tuple[Row, ...]:
    """Mentions that a pronoun at `place` points back to: the last, with those of its set, or all before it.

    `is_named`: only those that name a treaty outright count.
    """
    earlier = [row for row in reading.mentions if row["span_end"] <= place and row["treaty_id"] is not None]
    earlier = [row for row in earlier if not is_supplemented(reading, row, 0)]
    if is_named:
        earlier = [row for row in earlier if not is_loose(row)]
    if not earlier or is_plural:
        return distinct(earlier)
    last = max(earlier, key=lambda row: int(row["span_end"]))
    return distinct([row for row in earlier if row["span_start"] == last["span_start"]])


def is_plural_word(words: str) -> bool:
    """True for words that stand for several treaties."""
    return _PLURAL.search(words) is not None


def distinct(rows: list[Row]) -> tuple[Row, ...]:
    """One mention of each treaty."""
    return tuple({row["treaty_id"]: row for row in rows}.values())


def kind_of(rows: tuple[Row, ...]) -> str:
    """`set` where one name stands for several treaties."""
    spans = [row["span_start"] for row in rows]
    return "set" if len(set(spans)) < len(spans) else "treaty"


def is_loose(row: Row) -> bool:
    """True for a bare "the Agreement", which the document at large decides."""
    is_bare = row["evidence"] == "definition" and " " not in row["printed"]
    return is_bare or row["evidence"] in {"context", "unresolved"}


def is_supplemented(reading: Reading, row: Row, start: int) -> bool:
    """True for a treaty that only says what a protocol belongs to ("the Additional Protocols of 1977 to the …")."""
    return _SUPPLEMENT.search(reading.text, max(start, row["span_start"] - 160), row["span_start"]) is not None
