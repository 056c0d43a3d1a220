"""The rows of `documents` for status files."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.archive.entry import Entry
from pipelines.documents import beside_row
from pipelines.rows import Row

RIGHTS = (
    "United Nations Treaty Collection: personal, non-commercial use; facts are released here with the source named, "
    "declarations and notes are not."
)
READERS = {"status": "status", "status_table": "status_table"}
READER_VERSION = "1"


def status_documents(entries: Sequence[Entry]) -> list[Row]:
    """One row for each status file; tables of two treaties may be equal to the byte (VI-6-a and VI-6-b)."""
    rows = {entry.sha256: _row(entry) for entry in reversed(entries) if entry.format in READERS}
    return list(rows.values())


def _row(entry: Entry) -> Row:
    return beside_row(entry, READERS[entry.format], READER_VERSION, RIGHTS)
