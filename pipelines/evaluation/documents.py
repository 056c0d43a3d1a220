"""The documents of an archive that exist as official XML and in another format, read and scored."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from pipelines import symbols
from pipelines.archive.entry import Entry
from pipelines.archive.store import Archive
from pipelines.batch import Memo, map_batches
from pipelines.clauses.parse import parse
from pipelines.clauses.parsed import Parsed
from pipelines.evaluation.score import Score, score
from pipelines.links.citations import citations
from pipelines.links.link import sources
from pipelines.paths import REFERENCE
from pipelines.readers import Unreadable
from pipelines.rows import Row

OFFICIAL = "akn"
OTHERS = ("word", "pdf", "text")
# Last year of an era, and its name: what the files of its time are like.
_ERAS = ((1993, "to 1993"), (2000, "1994-2000"), (2016, "2001-2016"), (9999, "2017 on"))
_FAULTS = REFERENCE / "official_xml_faults.csv"


@dataclass(frozen=True, slots=True)
class Pair:
    """A document in official XML and the same in another format."""

    official: Entry
    other: Entry


@dataclass(frozen=True, slots=True)
class Result:
    """One pair scored; `reason` says why there is no score. `fault`: why the official XML itself is no measure."""

    symbol: str
    language: str
    format: str
    era: str
    name: str
    score: Score | None
    reason: str | None = None
    fault: str | None = None


def pairs(entries: Iterable[Entry], symbol: str | None = None) -> list[Pair]:
    """Every file in another format beside the official XML of its symbol and language; the first where two claim it."""
    held: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.symbol and entry.language and entry.format in (OFFICIAL, *OTHERS):
            held[_stem(entry.symbol), entry.language].append(entry)
    found = []
    for (name, _), files in sorted(held.items()):
        official = next((one for one in files if one.format == OFFICIAL), None)
        if official and (symbol is None or symbol == name):
            found += [Pair(official, one) for one in files if one.format in OTHERS]
    return found


def _stem(printed: str) -> str:
    found = symbols.parse(printed)
    return found.resolution().normal if found else printed


def evaluate(
    archive: Archive,
    *,
    symbol: str | None = None,
    executor: Executor | None = None,
    memo: Memo | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Result]:
    """The scores of all pairs in an archive, in the order of their symbols."""
    wanted = pairs(archive.entries(), symbol)
    return map_batches(partial(_result, archive.root), wanted, executor=executor, memo=memo, progress=progress)


def both(archive: Archive, pair: Pair) -> tuple[Parsed, Parsed]:
    """The rows of both files. Raises Unreadable."""
    official, other = (parse(archive.read(entry.sha256), entry) for entry in (pair.official, pair.other))
    return official, other


def _result(root: Path, pair: Pair) -> Result:
    symbol, language = _stem(str(pair.official.symbol)), str(pair.official.language)
    fault = official_faults().get((symbol, language))
    try:
        official, other = both(Archive(root), pair)
    except Unreadable as error:
        return Result(symbol, language, pair.other.format, "unknown", pair.other.name, None, error.reason, fault)
    found = score(
        official.clauses,
        other.clauses,
        (official.footnotes, other.footnotes),
        (list(_citations(official)), list(_citations(other))),
    )
    return Result(symbol, language, pair.other.format, era(official), pair.other.name, found, None, fault)


def _citations(parsed: Parsed) -> Iterator[Row]:
    for source in sources(parsed.resolutions, parsed.clauses, parsed.footnotes, parsed.hyperlinks):
        yield from citations(source)


def era(parsed: Parsed) -> str:
    """The era of a document by its day of adoption."""
    day = next((row["adopted_on"] for row in parsed.resolutions if row["adopted_on"]), None)
    return next(name for last, name in _ERAS if day.year <= last) if day else "unknown"


@cache
def official_faults() -> dict[tuple[str, str], str]:
    """(symbol, language) of documents whose official XML is itself at fault, with the reason."""
    if not _FAULTS.is_file():
        return {}
    with _FAULTS.open(encoding="utf-8", newline="") as lines:
        return {(row["symbol"], row["language"]): row["reason"] for row in csv.DictReader(lines)}
