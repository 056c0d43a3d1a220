"""Scores summed up by format and era as rows of the table `evaluation`, and the documents that came out worst."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipelines.evaluation.documents import Result
from pipelines.evaluation.score import Score
from pipelines.rows import Row

ALL = "all"


def evaluation(results: Sequence[Result]) -> list[Row]:
    """The rows of the table: each figure for each format and era, and for each format as a whole.

    Documents whose official XML is at fault are left out.
    """
    groups: defaultdict[tuple[str, str], list[Result]] = defaultdict(list)
    for result in results:
        if not result.fault:
            groups[result.format, result.era].append(result)
            groups[result.format, ALL].append(result)
    return [row for key in sorted(groups) for row in _rows(*key, groups[key])]


def _rows(format: str, era: str, results: Sequence[Result]) -> Iterator[Row]:
    digest = hashlib.sha256("\n".join(sorted(" ".join(one.files) for one in results)).encode()).hexdigest()[:16]
    for figure, (matched, total) in sum((one.score for one in results), Score()).figures().items():
        yield {
            "format": format,
            "era": era,
            "figure": figure,
            "documents": len(results),
            "matched": matched,
            "total": total,
            "share": matched / total if total else None,
            "documents_digest": digest,
        }


def worst(results: Sequence[Result], count: int) -> list[Result]:
    """The documents that were read with the most paragraphs missed or read beyond; faulty official XML aside."""
    scored = [one for one in results if not one.unread and not one.fault and one.score.missed]
    return sorted(scored, key=lambda one: (-one.score.missed, one.symbol, one.language, one.files))[:count]
