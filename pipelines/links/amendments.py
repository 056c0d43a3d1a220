"""Amendments named by what they amend: "the amendments to articles 17 and 18", "the Amendment to the Convention"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.links.context import Context, Place, candidate_bases
from pipelines.links.generic import Generic, named_base, years
from pipelines.links.spans import Span

_ARTICLES = (
    r"(?:\s+(?:to|of))?(?:\s+(?:to\s+)?paragraphs?\s+\d+\s+of)?"
    r"\s+[Aa]rticles?\s+(?P<articles>\w+(?:(?:,| and|, and)\s+\d+)*)"
)
_AMENDED = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n|[Tt]hat)\s+(?P<year>\d{4}\s+)?(?P<word>[Aa]mendments?)\b(?!-)"
    rf"(?:(?P<extending>\s+extending\s+the\s+scope\s+of\s+the\s+(?=[A-Z]))|{_ARTICLES}|(?P<to>(?=\s+(?:to|of)\s)))?"
)
_TO_WORD = re.compile(
    r"\s+(?:to|of)\s+(?:the|that|its|their)\s+(?:Convention|Covenant|Treaty|Agreement|Statute|Protocol)\b"
)


def amended(text: str, taken: Sequence[Span]) -> list[Generic]:
    """Words for amendments outside the spans that are already named, in order of print."""
    found = []
    for match in _AMENDED.finditer(text) if "mendment" in text else ():
        is_taken = any(span.start < match.end("word") and match.start("word") < span.end for span in taken)
        base = named_base(text, match.end(), taken)
        if not is_taken and _is_one(text, match, base):
            found.append(_generic(match, base))
    return found


def _is_one(text: str, match: re.Match[str], base: Span | None) -> bool:
    """True where the words say what is amended, by articles, by name or by a capital ("its Amendment")."""
    if match["articles"] or match["extending"] or base or _TO_WORD.match(text, match.end()):
        return True
    return match["word"][0] == "A" and match["to"] is None


def _generic(match: re.Match[str], base: Span | None) -> Generic:
    return Generic(
        match.start("word"),
        match.end("articles") if match["articles"] else match.end("word"),
        generic=True,
        kind="amendment",
        plural=match["word"].endswith("s"),
        years=years(match["year"] or ""),
        articles=frozenset(re.findall(r"\w+", match["articles"] or "")) - {"and"},
        base_ids=base.treaty_ids if base else (),
    )


def decide_amendment(word: Generic, place: Place, context: Context) -> None:
    """Settle which amendments are meant: those of the treaty named, by their articles, or the only one that it has."""
    for where, sets in candidate_bases(word, place, context):
        bases = tuple(dict.fromkeys(item for ids in reversed(sets) for item in ids))
        for base in bases:
            found = _of(base, word, context)
            if found:
                word.settle(found, "context", f"amendments to what is named in {where}")
                return


def _of(base: str, word: Generic, context: Context) -> tuple[str, ...]:
    found = context.index.amendments.get(base, ())
    known = [(treaty_id, articles) for treaty_id, articles in found if _is_of_time(treaty_id, word, context)]
    if word.articles:
        return tuple(treaty_id for treaty_id, articles in known if articles & word.articles)
    return tuple(treaty_id for treaty_id, _ in known) if len(known) == 1 else ()


def _is_of_time(treaty_id: str, word: Generic, context: Context) -> bool:
    concluded = context.index.concluded.get(treaty_id)
    if concluded is None:
        return True
    return (context.day is None or concluded <= context.day) and (not word.years or concluded.year in word.years)
