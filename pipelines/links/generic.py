"""Words that name a treaty only in context: "the Convention", "its Optional Protocol", "the Protocols thereto"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.links.spans import Span

_WORDS = "Conventions?|Protocols?|Covenants?|Treat(?:y|ies)|Agreements?|Statute|Charter|Constitution"
_BASE = (
    r"\s+to\s+(?:(?:the|that|those|these)\s+(?:(?:two|three|four)\s+)?(?:Conventions?|Covenants?|Treat(?:y|ies)"
    r"|Agreements?)|(?:(?:the|those|these)\s+(?:aforementioned|above-mentioned|aforesaid|said|same)|those|these)\s+"
    r"(?:[Cc]onventions?|[Cc]ovenants?|[Tt]reat(?:y|ies)|[Ii]nstruments?))\b(?!\s+(?:on|for|against|relating)\b)"
)
_DATED = r"\s+of\s+(?:\d{1,2}\s+[A-Z]\w+\s+)?\d{4}(?:\s+and\s+(?:of\s+)?(?:\d{1,2}\s+[A-Z]\w+\s+)?\d{4})?\b"
_GENERIC = re.compile(
    r"\b(?P<article>[Tt]he|[Tt]hat|[Tt]his|[Tt]hese|[Tt]hose|[Ii]ts|[Tt]heir|[Bb]oth)\s+"
    r"(?P<before>(?:(?:first|second|third|two|three|four|said|same|relevant|respective|amended|revised|\d{4}"
    r"|[Oo]ptional|[Aa]dditional|[Ss]upplementary|[Mm]ultilateral)\s+)*)"
    rf"(?P<word>{_WORDS}|(?<=ptional )protocols?)\b(?!\s+[A-Z])(?![’'‑-])"
    rf"(?P<dated>(?<=rotocol){_DATED}|(?<=rotocols){_DATED})?(?:\s*\([^()]{{1,100}}\)(?=\s+to\s))?(?P<after>\s+thereto|{_BASE})?"
)
# What follows a word that opens a title which nobody knows; "the Convention for the exchange of views" is rarer.
_TITLE_GOES_ON = re.compile(
    r"\s+(?:against|relating|concerning|establishing|between|among|regarding|governing)\b|\s+on\b(?!\s+\d)"
    r"|\s+(?:for|of|to)\s+(?:the\s+)?(?:\d{4}\s+)?[A-Z]"
)
_TO_NAME = re.compile(r"\s+(?:to|of)\s+(?:the\s+)?")
_YEAR = re.compile(r"\d{4}")
_WITH_PROTOCOLS = re.compile(r"\s+and\s+(?:its|the|their)\s+(?:[Oo]ptional\s+|[Aa]dditional\s+)?[Pp]rotocols?\b")
_OWN = {"Charter", "Constitution", "Statute"}
_BODY = re.compile(r"\b(?:Tribunal|University|League|Union|Court|Bank|Agency|Association|Conference|Community)\b")
_SINGULAR = {"treaties": "treaty", "agreements": "agreement", "conventions": "convention"}


@dataclass
class Generic(Span):
    """A span whose words decide nothing by themselves.

    `kind`: convention, protocol…; `adjective`: optional, additional, supplementary or empty; `pointing`: "that",
    "those", "said"; `base`: "thereto", "its", or the words after "to" that say what a protocol belongs to;
    `base_ids`: the treaties that these words name; `articles`: of an amendment;
    `with_protocols`: "and its Protocols" follows.
    """

    kind: str = ""
    adjective: str = ""
    plural: bool = False
    pointing: bool = False
    base: str = ""
    base_ids: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()
    articles: frozenset[str] = frozenset()
    with_protocols: bool = False

    @property
    def of_protocols(self) -> bool:
        return self.kind == "protocol"


def generics(text: str, taken: Sequence[Span]) -> list[Generic]:
    """Generic words outside the spans that are already named, in order of print."""
    found = []
    for match in _GENERIC.finditer(text):
        base = named_base(text, match.end(), taken) if match["word"].lower().startswith("protocol") else None
        goes_on = not match["after"] and base is None and _TITLE_GOES_ON.match(text, match.end())
        if (
            not goes_on
            and not _is_of_another(text, match)
            and not any(span.start < match.end() and match.start() < span.end for span in taken)
        ):
            found.append(_generic(match, base))
    return found


def _is_of_another(text: str, match: re.Match[str]) -> bool:
    """True for "its Charter" after another body than the United Nations: the charter of that body."""
    before = text[max(0, match.start() - 70) : match.start()]
    return match["article"].lower() == "its" and match["word"] in _OWN and _BODY.search(before) is not None


def named_base(text: str, place: int, taken: Sequence[Span]) -> Span | None:
    """The treaty by name that the words " to the" or " of the" at a place lead to."""
    lead = _TO_NAME.match(text, place)
    return next((span for span in taken if lead and span.start == lead.end() and span.treaty_ids), None)


def _generic(match: re.Match[str], base: Span | None) -> Generic:
    word = match["word"].lower()
    before = match["before"].lower()
    adjective = next((name for name in ("optional", "additional", "supplementary") if name in before), "")
    plural = word.endswith("s") or word == "treaties"
    kind = _SINGULAR.get(word, word.removesuffix("s"))
    pointing = match["article"].lower() in {"that", "those"} or any(
        word in before for word in ("said", "amended", "revised")
    )
    # The article is no part of the name, "Optional" and the year are.
    start = match.start("before") if match["before"] else match.start("word")
    return Generic(
        start,
        match.end(),
        generic=True,
        kind=kind,
        adjective=adjective,
        plural=plural,
        pointing=pointing,
        years=years(before + (match["dated"] or "")),
        base=(match["after"] or ("its" if match["article"].lower() in {"its", "their"} else "")).strip(),
        base_ids=base.treaty_ids if base else (),
        with_protocols=_WITH_PROTOCOLS.match(match.string, match.end()) is not None,
    )


def years(words: str) -> frozenset[int]:
    """Years in some words."""
    return frozenset(int(year) for year in _YEAR.findall(words))
