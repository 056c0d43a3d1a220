"""Every document of an archive, read and parsed: the step that is spread over processes and remembered."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from pipelines.archive.entry import Entry
from pipelines.archive.store import Archive
from pipelines.batch import Memo, iterate, map_batches
from pipelines.clauses.assemble import Frames, Tables, assemble
from pipelines.clauses.attempt import OVER_LIMIT, Unread, attempt, given_up
from pipelines.clauses.corrections import corrections
from pipelines.clauses.parsed import Parsed
from pipelines.clauses.sheaf import Sheaf, gather, together
from pipelines.memo import MISS
from pipelines.readers.extract import ExtractRecord, read_extract
from pipelines.rows import Row, quality
from pipelines.treaties.documents import status_documents
from pipelines.treaties.participants import Participants

FORMATS = ("akn", "word", "pdf", "text")
BUNDLE = 2
"""Figures of its hash that tell the bundle of a document: 256 bundles, some dozen documents each in a large archive."""


def parse_all(
    archive: Archive,
    *,
    wanted: Sequence[Entry] | None = None,
    executor: Executor | None = None,
    memo: Memo | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[list[Parsed], list[Row]]:
    """What every document gives, in the order of the ledger, and a quality row for each that could not be read.

    `wanted`: only these entries. The subject of each quality row is the hash of its document.
    """
    entries = [entry for entry in (archive.entries() if wanted is None else wanted) if entry.format in FORMATS]
    read = partial(attempt, archive.root)
    results = map_batches(read, entries, executor=executor, memo=memo, progress=progress, instead=given_up)
    parsed = [result for result in results if isinstance(result, Parsed)]
    unread = [(entry, result) for entry, result in zip(entries, results, strict=True) if isinstance(result, Unread)]
    return parsed, _faults(entries, unread)


def _faults(entries: Sequence[Entry], unread: Sequence[tuple[Entry, Unread]]) -> list[Row]:
    made = {entry.made_from: entry.name for entry in entries if entry.made_from}
    return [
        quality("document", entry.sha256, result.kind, f"{result.reason}.", _done(entry, result, made), entry.name)
        for entry, result in unread
    ]


def _done(entry: Entry, result: Unread, made: Mapping[str, str]) -> str:
    if entry.sha256 in made:
        return f"what was made from it is read instead: {made[entry.sha256]}"
    advice = ": install tesseract and import it again" if result.kind == "image_only" else ""
    return f"file not used{advice}"


@dataclass(frozen=True, slots=True)
class Readings:
    """All documents of an archive; `unread`: those that could not be read, with the reason."""

    sheaf: Sheaf
    unread: list[tuple[Entry, Unread]]


def read_all(
    archive: Archive,
    *,
    executor: Executor | None = None,
    memo: Memo | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Readings:
    """What `parse_all` gives, in little room: documents are read, kept in memory and remembered some dozen at a time.

    The memo holds what each document gives and, so that a build that finds most of them known need not take up one
    after the other, what all those of a bundle give. Which bundle a document is in depends on its hash alone.
    """
    bundles: dict[str, list[Entry]] = {}
    for entry in sorted(archive.entries(), key=lambda entry: entry.sha256):
        if entry.format in FORMATS:
            bundles.setdefault(entry.sha256[:BUNDLE], []).append(entry)
    keys = {name: memo.key(_bundle, entries) for name, entries in bundles.items()} if memo else {}
    known = {name: memo.get(key) for name, key in keys.items()} if memo else {}
    missing = [entry for name, entries in bundles.items() if known.get(name, MISS) is MISS for entry in entries]
    total = sum(len(entries) for entries in bundles.values())

    def report(done: int, of: int) -> None:
        if progress:
            progress(total - of + done, total)

    read = partial(attempt, archive.root)
    results = iterate(read, missing, executor=executor, memo=memo, progress=report, instead=given_up)
    found: list[Readings] = []
    for name, entries in bundles.items():
        bundle = known.get(name, MISS)
        if bundle is MISS:
            bundle = _bundle(list(zip(entries, islice(results, len(entries)), strict=True)))
            if memo and not any(unread.kind == OVER_LIMIT for _, unread in bundle.unread):
                memo.put(keys[name], pickle.dumps(bundle, pickle.HIGHEST_PROTOCOL))
        found.append(bundle)
    return Readings(together([one.sheaf for one in found]), [pair for one in found for pair in one.unread])


def _bundle(results: Sequence[tuple[Entry, Parsed | Unread]]) -> Readings:
    parsed = [result for _, result in results if isinstance(result, Parsed)]
    unread = [(entry, result) for entry, result in results if isinstance(result, Unread)]
    return Readings(gather(parsed, corrections()), unread)


def assemble_all(archive: Archive, readings: Readings, memo: Memo | None = None) -> tuple[Tables, Frames]:
    """The tables of all documents: one file for each symbol and language, with the metadata published beside them."""
    entries = archive.entries()
    beside = [entry for entry in entries if entry.format == "extract"]
    results = map_batches(partial(_read_extract, archive.root), beside, memo=memo)
    records = [[] if isinstance(result, Unread) else result for result in results]
    tables, frames = assemble(readings.sheaf, list(zip(beside, records, strict=True)), Participants.load())
    unread = [(entry, found) for entry, found in zip(beside, results, strict=True) if isinstance(found, Unread)]
    tables["quality"] += _faults(entries, [*unread, *readings.unread])
    tables["documents"] += status_documents(entries)
    return tables, frames


def _read_extract(root: Path, entry: Entry) -> list[ExtractRecord] | Unread:
    """The records of one file of metadata, or why it could not be read."""
    try:
        return read_extract(Archive(root).read(entry.sha256))
    except ValueError as error:
        return Unread("unreadable", f"the metadata cannot be read: {error}")
