"""The text in which a call is sought: a subparagraph behind its stems, treaty names covered, split into sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipelines.links.source import LinkSource
from pipelines.rows import Row

COVER = "§"
_INFINITIVE = re.compile(r"To [a-z]")

_STOP = re.compile(r"[.?!][”\"’]?\s+(?=[“\"‘(]?[A-Z])")
# "No. 138", "vol. 2237", "J. Smith": a point that ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:nos?|vols?|arts?|paras?|chaps?|sect|pp?|cf|mr|mrs|ms|dr|st|seq|add|corr|rev|[a-z])|e\.g|i\.e)$", re.I
)


@dataclass(frozen=True)
class Reading:
    """One clause with its stems before it, as one text.

    text: stems and clause joined by a blank.
    covered: the same with treaty names replaced by § of equal length, so that "the Protocol to Prevent" holds no verb.
    own: first code point of the clause itself.
    opening: the same where the clause may belong to a declaration whose "we" stands elsewhere, else -1.
    mentions: treaty mentions with their spans moved to this text, in order.
    is_stemless: the text opens with the infinitive of a list item whose stem is on a page that is not there.
    """

    text: str
    covered: str
    own: int
    opening: int
    mentions: tuple[Row, ...]
    is_stemless: bool = False

    def within(self, start: int, end: int) -> list[Row]:
        """Mentions that lie in a stretch of the text."""
        return [row for row in self.mentions if row["span_start"] >= start and row["span_end"] <= end]


def read(source: LinkSource, clause: Row, mentions: Mapping[str, Sequence[Row]]) -> Reading:
    """The reading of one clause; `mentions` are the rows of treaty_mentions by clause_id."""
    pieces: list[str] = []
    moved: list[Row] = []
    place = 0
    for row in [*reversed(source.stems(clause)), clause]:
        for mention in mentions.get(row["clause_id"], ()):
            span = {"span_start": mention["span_start"] + place, "span_end": mention["span_end"] + place}
            moved.append({**mention, **span})
        pieces.append(row["text"])
        place += len(row["text"]) + 1
    text = " ".join(pieces)
    own = place - len(clause["text"]) - 1
    # Lists of possible actions annexed to presidential statements look alike, but ask nobody for anything.
    is_declaration = own == 0 and source.symbol.startswith("A/")
    stemless = is_stemless(source, text)
    return Reading(text, cover(text, moved), own, 0 if is_declaration else -1, tuple(moved), stemless)


def is_stemless(source: LinkSource, text: str) -> bool:
    """True for an infinitive item of a fragment that no stem goes before."""
    return bool(source.resolution.get("is_fragment")) and _INFINITIVE.match(text) is not None


def cover(text: str, mentions: Sequence[Row]) -> str:
    """The text with every mention replaced by § signs of the same length."""
    covered = text
    for row in mentions:
        start, end = row["span_start"], row["span_end"]
        covered = covered[:start] + COVER * (end - start) + covered[end:]
    return covered


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of a text, in order."""
    spans, start = [], 0
    for stop in _STOP.finditer(text):
        if not _ABBREVIATION.search(text, start, stop.start()):
            spans.append((start, stop.end()))
            start = stop.end()
    return [*spans, (start, len(text))]
