"""How much of a document in official XML comes out of another format of it: counts for one document, sums for many.

A paragraph counts as found when the same letters stand there as one paragraph, number aside, as often as in the XML.
Part, label and verb are compared on the paragraphs found; a note counts as tied when its paragraph is the right one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from pipelines.rows import Row


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one or more documents; `official` and `found` are paragraphs in the XML and in the other format."""

    documents: int = 0
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
    def precision(self) -> float:
        """Of the paragraphs found, the share that is official."""
        return share(self.same, self.found)

    @property
    def recall(self) -> float:
        """Of the official paragraphs, the share that was found."""
        return share(self.same, self.official)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return share(2 * self.same, self.official + self.found)


def share(part: int, whole: int) -> float:
    """1 where there is nothing to find."""
    return part / whole if whole else 1.0


def score(
    official: Sequence[Row],
    other: Sequence[Row],
    notes: tuple[Sequence[Row], Sequence[Row]] = ((), ()),
    citations: tuple[Sequence[Row], Sequence[Row]] = ((), ()),
) -> Score:
    """The score of one document: rows of `clauses`, and pairs of rows of `footnotes` and `citations`, XML first."""
    pairs = list(matched(official, other))
    texts = {row["clause_id"]: row["text"] for row in official}, {row["clause_id"]: row["text"] for row in other}
    by_text = [Counter(row["text"] for row in rows if row["text"]) for rows in notes]
    tied = [
        Counter((row["text"], own.get(row["clause_id"])) for row in rows)
        for rows, own in zip(notes, texts, strict=True)
    ]
    cited = [
        Counter((row["cited_symbol"], own.get(row["clause_id"])) for row in rows)
        for rows, own in zip(citations, texts, strict=True)
    ]
    return Score(
        documents=1,
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


def _placed(rows: Iterable[Row], column: str, texts: Mapping[str, str]) -> Counter[tuple[str, str | None]]:
    """What stands in a column, with the text of the paragraph that it belongs to."""
    return Counter((row[column], texts.get(row["clause_id"])) for row in rows if row[column])


def matched(official: Iterable[Row], other: Iterable[Row]) -> Iterable[tuple[Row, Row]]:
    """Paragraphs with the same text, the first with the first and so on, in the order of the XML."""
    waiting: defaultdict[str, list[Row]] = defaultdict(list)
    for row in other:
        waiting[row["text"]].append(row)
    for row in official:
        if there := waiting.get(row["text"]):
            yield row, there.pop(0)
