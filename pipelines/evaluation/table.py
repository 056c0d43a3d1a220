"""Scores summed up by format and era, and the documents that came out worst."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.evaluation.documents import Result
from pipelines.evaluation.score import Score, share
from pipelines.rows import Row

ALL = "all"


def summary(results: Sequence[Result]) -> list[Row]:
    """One row for each format and era, and for each format as a whole; documents with faulty official XML apart."""
    sums: dict[tuple[str, str], Score] = {}
    for result in results:
        if result.score and not result.fault:
            for era in (result.era, ALL):
                key = result.format, era
                sums[key] = sums.get(key, Score()) + result.score
    return [row(*key, sums[key]) for key in sorted(sums, key=lambda key: (key[0], key[1] == ALL, key[1]))]


def row(format: str, era: str, found: Score) -> Row:
    """A score as shares between 0 and 1, rounded to four places."""
    shares = {
        "precision": found.precision,
        "recall": found.recall,
        "f1": found.f1,
        "part": share(found.same_part, found.same),
        "label": share(found.same_label, found.same),
        "verb": share(found.same_verbs, found.official_verbs),
        "notes": share(found.found_notes, found.official_notes),
        "notes_tied": share(found.tied_notes, found.found_notes),
        "citations": share(found.same_citations, found.official_citations),
    }
    counts = {"documents": found.documents, "paragraphs": found.official}
    return {"format": format, "era": era, **counts, **{name: round(value, 4) for name, value in shares.items()}}


def worst(results: Sequence[Result], count: int) -> list[Result]:
    """The documents with the lowest F1 that have any difference, lowest first; faulty official XML aside."""
    scored = [one for one in results if one.score and not one.fault and one.score.f1 < 1]
    return sorted(scored, key=lambda one: (one.score.f1 if one.score else 0, one.symbol, one.language))[:count]
