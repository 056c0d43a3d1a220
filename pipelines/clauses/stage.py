"""Every document of an archive, read and parsed: the step that is spread over processes and remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from pipelines.archive.entry import Entry
from pipelines.archive.store import Archive
from pipelines.batch import Memo, map_batches
from pipelines.clauses.assemble import Tables, assemble
from pipelines.clauses.attempt import Unread, attempt, given_up
from pipelines.clauses.parsed import Parsed
from pipelines.readers.extract import ExtractRecord, read_extract
from pipelines.rows import Row, quality
from pipelines.treaties.documents import status_documents
from pipelines.treaties.participants import Participants

FORMATS = ("akn", "word", "pdf", "text")


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
    return parsed, _faults(entries, results)


def _faults(entries: Sequence[Entry], results: Sequence[object]) -> list[Row]:
    made = {entry.made_from: entry.name for entry in entries if entry.made_from}
    return [
        quality("document", entry.sha256, result.kind, f"{result.reason}.", _done(entry, result, made), entry.name)
        for entry, result in zip(entries, results, strict=True)
        if isinstance(result, Unread)
    ]


def _done(entry: Entry, result: Unread, made: Mapping[str, str]) -> str:
    if entry.sha256 in made:
        return f"what was made from it is read instead: {made[entry.sha256]}"
    advice = ": install tesseract and import it again" if result.kind == "image_only" else ""
    return f"file not used{advice}"


def assemble_all(archive: Archive, parsed: Sequence[Parsed], memo: Memo | None = None) -> Tables:
    """The tables of all documents: one file for each symbol and language, with the metadata published beside them."""
    entries = archive.entries()
    beside = [entry for entry in entries if entry.format == "extract"]
    results = map_batches(partial(_read_extract, archive.root), beside, memo=memo)
    records = [[] if isinstance(result, Unread) else result for result in results]
    tables = assemble(parsed, list(zip(beside, records, strict=True)), Participants.load())
    tables["quality"] += _faults(beside, results)
    tables["documents"] += status_documents(entries)
    return tables


def _read_extract(root: Path, entry: Entry) -> list[ExtractRecord] | Unread:
    """The records of one file of metadata, or why it could not be read."""
    try:
        return read_extract(Archive(root).read(entry.sha256))
    except ValueError as error:
        return Unread("unreadable", f"the metadata cannot be read: {error}")
