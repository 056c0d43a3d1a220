"""Tying a note to the name before its mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.links.index import TreatyIndex
from pipelines.links.notes import NoteTreaties
from pipelines.links.spans import Span

_REACH = 80
# Between a name and its mark: punctuation, a date, a short name in parentheses, "as amended on…".
_CLOSE = re.compile(
    r"[\s,;:.”\"’)]*(?:\([^()]*\)|,?\s*(?:of|adopted|signed|done|opened|as amended)\b[^;()]*|,?\s*\d{4})*[\s,;:.”\"’)]*"
)
_KEYWORD = re.compile(
    r"\b(?:Conventions?|Protocols?|Treat(?:y|ies)|Covenants?|Agreements?|Statute|Charter|Constitution|Act|Amendments?"
    r"|conventions?|protocols?|treat(?:y|ies)|instruments?|agreements?)\b"
)
_LAST_WORDS = re.compile(r"(?<!\S)(?:\S+\s+){0,7}\S+$")
_BRACKETED = re.compile(r"《(?P<title>[^《》]+)》[^《》]{0,20}$")
_CAPITAL = re.compile(r"(?:(?:[A-Z][\w’'‑-]*|\d{4}|of|the|on|for|and|in|\(\w+\))\s+)*$")


def tie(text: str, found: NoteTreaties, spans: list[Span], previous: int, index: TreatyIndex) -> list[str]:
    """Give a note's treaties to the names before its mark; adds spans where no name stands. Returns conflicts."""
    mark = found.note["offset"] or 0
    window = [span for span in spans if previous <= span.start < mark]
    rest = [item for item in found.treaty_ids if not _confirm(item, found, window)]
    nearest = _nearest(text, mark, window)
    if found.evidence == "document":
        if nearest and not nearest.treaty_ids:
            _settle_by_document(nearest, found, index)
        return []
    if rest and len(rest) == len(found.treaty_ids) and nearest and nearest.treaty_ids:
        return _conflict(nearest, found, rest, spans)
    if rest:
        target = nearest if nearest and not nearest.treaty_ids else _added(text, mark, nearest, spans)
        target.settle(tuple(rest), found.evidence)
        target.reasons = found.reasons
        target.note_id = found.note["footnote_id"]
    elif found.missing and not found.treaty_ids:
        _miss(text, mark, nearest, found, spans)
    return []


def _confirm(treaty_id: str, found: NoteTreaties, window: Sequence[Span]) -> bool:
    """True when a name in the window already says so; its evidence becomes the note."""
    for span in reversed(window):
        if treaty_id in span.treaty_ids:
            span.evidence, span.note_id = found.evidence, found.note["footnote_id"]
            span.reasons = {**span.reasons, **found.reasons}
            return True
    return False


def _nearest(text: str, mark: int, window: Sequence[Span]) -> Span | None:
    if not window:
        return None
    span = window[-1]
    gap = text[span.end : mark]
    return span if len(gap) <= _REACH and (_CLOSE.fullmatch(gap) or not _KEYWORD.search(gap)) else None


def _settle_by_document(span: Span, found: NoteTreaties, index: TreatyIndex) -> None:
    kind = getattr(span, "kind", None)
    fitting = tuple(item for item in found.treaty_ids if index.kind(item) == kind)
    if len(fitting) == 1:
        span.settle(fitting, "document")
        span.note_id = found.note["footnote_id"]


def _conflict(span: Span, found: NoteTreaties, rest: Sequence[str], spans: list[Span]) -> list[str]:
    """The name says one treaty and the note another: within a family both are meant, else the title is believed.

    A note to "the Doha Amendment to the Kyoto Protocol" may give the Protocol's reference, one to the Rome Statute
    that of an amendment.
    """
    named, cited = ", ".join(span.treaty_ids), ", ".join(rest)
    if span.needs or span.needs_words:
        span.settle(tuple(rest), found.evidence, f"the short name alone would mean {named}; the note decides")
        span.note_id = found.note["footnote_id"]
        return []
    if any(_family(one, other) for one in span.treaty_ids for other in rest):
        reason = f"the name means {named}; the note gives the reference of this one"
        spans.append(Span(span.start, span.end, tuple(rest), found.evidence, reason, found.note["footnote_id"]))
        return []
    span.reason = f"the note gives the Treaty Series reference of {cited}; the title was believed"
    return [f"the name means {named}, its note gives {cited}"]


def _family(one: str, other: str) -> bool:
    """A treaty and what belongs to it share the first two parts of their numbers: XXVI-2 and XXVI-2-b."""
    return one.split("-")[:2] == other.split("-")[:2] and not one.startswith("ext-")


def _added(text: str, mark: int, nearest: Span | None, spans: list[Span]) -> Span:
    start, end = (nearest.start, nearest.end) if nearest else phrase(text, mark)
    span = Span(start, end)
    spans.append(span)
    return span


def _miss(text: str, mark: int, nearest: Span | None, found: NoteTreaties, spans: list[Span]) -> None:
    """A reference that leads nowhere: the title may still decide; else an unresolved span that says why."""
    reason = "; ".join(dict.fromkeys(found.missing))
    if nearest and nearest.treaty_ids:
        nearest.reason = nearest.reason or reason
        return
    target = nearest or _added(text, mark, None, spans)
    target.settle((), "unresolved", reason)
    target.note_id = found.note["footnote_id"]


def phrase(text: str, mark: int) -> tuple[int, int]:
    """The treaty phrase that ends at a mark, from the capitals before its last key word; else the last words.

    Chinese prints titles in 《》.
    """
    end = len(text[:mark].rstrip(' ,;:.”"’'))
    titled = _BRACKETED.search(text, max(0, end - 250), end)
    if titled:
        return titled.span("title")
    keywords = list(_KEYWORD.finditer(text, max(0, end - 250), end))
    if not keywords:
        return _last_words(text, end)
    opening = _CAPITAL.search(text, 0, keywords[-1].start())
    start = opening.start() if opening else keywords[-1].start()
    return start + len(_leading(text[start : keywords[-1].start()])), end


def _leading(words: str) -> str:
    """What opens the sentence or the phrase and is no name: "Recalling the"."""
    found = re.match(r"(?:[A-Z]\w+(?:\s[a-z]+)?\sthe\s)?(?:(?:of|the|on|for|and|in)\s+)*", words)
    return found.group() if found else ""


def _last_words(text: str, end: int) -> tuple[int, int]:
    """The last eight words, or forty characters where a text has no spaces."""
    found = _LAST_WORDS.search(text, max(0, end - 80), end)
    if found and " " in found.group():
        return found.start(), end
    return max(0, end - 40), end
