"""How much of a document in official XML comes out of another format of it: counts for one document, sums for many.

A paragraph counts as found when the same letters stand there as one paragraph, number aside, as often as in the XML.
Part, label and verb are compared on the paragraphs found; a note counts as tied when its paragraph is the right one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from pipelines.rows import Row

_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": None})


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one or more documents; `official` and `found` are paragraphs in the XML and in the other format."""

    official: int = 0
    found: int = 0
    same: int = 0
    same_part: int = 0
    same_label: int = 0
    official_verbs: int = 0
    same_verbs: int = 0
    official_notes: int = 0
    found_notes: int = 0
    tied_notes: int = 0
    official_citations: int = 0
    same_citations: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    @property
    def missed(self) -> int:
        """Paragraphs of either side that have no twin on the other."""
        return self.official + self.found - 2 * self.same

    def figures(self) -> dict[str, tuple[int, int]]:
        """Each figure as (matched, of how many); f1 is the harmonic mean of precision and recall."""
        return {
            "precision": (self.same, self.found),
            "recall": (self.same, self.official),
            "f1": (2 * self.same, self.official + self.found),
            "part": (self.same_part, self.same),
            "label": (self.same_label, self.same),
            "verb": (self.same_verbs, self.official_verbs),
            "notes": (self.found_notes, self.official_notes),
            "notes_tied": (self.tied_notes, self.found_notes),
            "citations": (self.same_citations, self.official_citations),
        }


def score(
    official: Sequence[Row],
    other: Sequence[Row],
    notes: tuple[Sequence[Row], Sequence[Row]] = ((), ()),
    citations: tuple[Sequence[Row], Sequence[Row]] = ((), ()),
) -> Score:
    """The score of one document: rows of `clauses`, and pairs of rows of `footnotes` and `citations`, XML first."""
    pairs = list(matched(official, other))
    texts = [{row["clause_id"]: letters(row["text"]) for row in rows} for rows in (official, other)]
    by_text = [Counter(letters(row["text"]) for row in rows if row["text"]) for rows in notes]
    tied = [
        Counter((letters(row["text"] or ""), own.get(row["clause_id"])) for row in rows)
        for rows, own in zip(notes, texts, strict=True)
    ]
    cited = [
        Counter((row["cited_symbol"], own.get(row["clause_id"])) for row in rows)
        for rows, own in zip(citations, texts, strict=True)
    ]
    return Score(
        official=len(official),
        found=len(other),
        same=len(pairs),
        same_part=sum(one["part"] == two["part"] for one, two in pairs),
        same_label=sum(one["label"] == two["label"] for one, two in pairs),
        official_verbs=sum(one["verb"] is not None for one, _ in pairs),
        same_verbs=sum(one["verb"] is not None and one["verb"] == two["verb"] for one, two in pairs),
        official_notes=by_text[0].total(),
        found_notes=(by_text[0] & by_text[1]).total(),
        tied_notes=(tied[0] & tied[1]).total(),
        official_citations=cited[0].total(),
        same_citations=(cited[0] & cited[1]).total(),
    )


def matched(official: Iterable[Row], other: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    """Paragraphs with the same letters, the first with the first and so on, in the order of the XML."""
    waiting: defaultdict[str, list[Row]] = defaultdict(list)
    for row in other:
        waiting[letters(row["text"])].append(row)
    for row in official:
        if there := waiting.get(letters(row["text"])):
            yield row, there.pop(0)


def letters(text: str) -> str:
    """White space folded, hyphens alike, soft hyphens out: a format cannot always tell these apart."""
    return " ".join(text.translate(_HYPHENS).split())
