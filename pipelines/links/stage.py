"""Every resolution in every language, linked: spread over processes and remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from itertools import islice

from pipelines.batch import Died, Memo, map_batches
from pipelines.links.index import TreatyIndex
from pipelines.links.link import Tables, link
from pipelines.links.source import LinkSource
from pipelines.rows import Row, quality

AT_A_TIME = 240
"""Sources in memory at once: enough to be worth a pool of processes; 800 take 0.1 GB more at the peak of a build."""


@dataclass(frozen=True, repr=False)
class _Item:
    """A source to link; its repr, the key of the memo, says all that the links of a source depend on."""

    source: LinkSource
    treaties: str

    def __repr__(self) -> str:
        documents = self.source.documents or sorted({row["document"] for row in self.source.clauses})
        return f"{self.source.resolution!r} {self.source.language} {documents} {self.treaties}"


def link_all(
    sources: Iterable[LinkSource],
    treaties: Sequence[Row],
    *,
    executor: Executor | None = None,
    memo: Memo | None = None,
    progress: Callable[[int], None] | None = None,
) -> Tables:
    """Rows of citations, treaty_mentions, accession_calls and quality; `progress` hears how many sources are done.

    The sources are taken some hundred at a time, so that an iterator keeps the rows of all clauses out of memory.
    """
    digest = hashlib.sha256(repr([sorted(row.items()) for row in treaties]).encode()).hexdigest()
    function = partial(_link, TreatyIndex.build(treaties))
    tables: Tables = {"citations": [], "treaty_mentions": [], "accession_calls": [], "quality": []}
    waiting = iter(sources)
    done = 0
    while items := [_Item(source, digest) for source in islice(waiting, AT_A_TIME)]:
        for found in map_batches(function, items, executor=executor, memo=memo, instead=_given_up):
            for name, rows in found.items():
                tables[name] += rows
        done += len(items)
        if progress:
            progress(done)
    return tables


def _given_up(item: _Item, error: Died) -> Tables:
    """What stands for the links of a resolution that brought its process down."""
    symbol, language = item.source.symbol, item.source.language
    detail = f"The links of {symbol} ({language}) could not be made: {error}."
    fault = quality("resolution", symbol, "over_limit", detail, "It is released without links and calls.")
    return {"citations": [], "treaty_mentions": [], "accession_calls": [], "quality": [fault]}


def _link(index: TreatyIndex, item: _Item) -> Tables:
    return link(item.source, index)
