"""The documents of an archive that exist as official XML and in another format, read and scored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from pipelines.archive.store import Archive
from pipelines.batch import Memo, map_batches
from pipelines.clauses.parsed import Parsed
from pipelines.clauses.stage import parse_all
from pipelines.evaluation.pairs import Pair, candidates, pairs
from pipelines.evaluation.score import Score, score
from pipelines.links.citations import citations
from pipelines.links.link import sources
from pipelines.rows import Row


@dataclass(frozen=True, slots=True)
class Result:
    """One pair scored; `files` are the hashes of both, the XML first.

    `unread`: why the other file could not be read. `fault`: why the official XML itself is no measure.
    """

    symbol: str
    language: str
    format: str
    era: str
    name: str
    files: tuple[str, str]
    score: Score
    unread: str | None = None
    fault: str | None = None


def read_pairs(
    archive: Archive,
    *,
    symbol: str | None = None,
    executor: Executor | None = None,
    memo: Memo | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Pair]:
    """All pairs of an archive, or those of one symbol. With the memo of a build, nothing is parsed a second time."""
    wanted = candidates(archive.entries(), symbol)
    parsed, faults = parse_all(archive, wanted=wanted, executor=executor, memo=memo, progress=progress)
    reasons = {row["subject"]: row["detail"] for row in faults}
    return pairs(parsed, [(entry, reasons[entry.sha256]) for entry in wanted if entry.sha256 in reasons])


def results(pairs: Sequence[Pair], memo: Memo | None = None) -> list[Result]:
    """The score of every pair, in their order."""
    return map_batches(result, pairs, memo=memo)


def result(pair: Pair) -> Result:
    """The score of one pair."""
    official, other = pair.official, pair.other
    found = score(
        official.clauses,
        other.clauses,
        (official.footnotes, other.footnotes),
        (list(_citations(official)), list(_citations(other))),
    )
    format, name = other.document["format"], other.document["name"]
    files = official.document["sha256"], other.document["sha256"]
    return Result(*pair.claim, format, pair.era, name, files, found, pair.unread, pair.fault)


def _citations(parsed: Parsed) -> Iterator[Row]:
    for source in sources(parsed.resolutions, parsed.clauses, parsed.footnotes, parsed.hyperlinks):
        yield from citations(source)
