"""Every status file of an archive to frames, in one remembered step: a treaty's history needs all its files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import polars as pl

from pipelines.archive.entry import Entry
from pipelines.archive.store import Archive
from pipelines.batch import Memo, map_batches
from pipelines.contracts import contract
from pipelines.treaties.build import build

FORMATS = ("status", "status_table")


def status_frames(archive: Archive, memo: Memo | None = None) -> dict[str, pl.DataFrame]:
    """The tables of the treaties room, and its faults under "quality". Raises UnknownParticipants."""
    entries = tuple(entry for entry in archive.entries() if entry.format in FORMATS)
    return map_batches(partial(_frames, archive.root), [entries], memo=memo)[0]


def _frames(root: Path, entries: Sequence[Entry]) -> dict[str, pl.DataFrame]:
    archive = Archive(root)
    tables = build([(entry, archive.read(entry.sha256)) for entry in entries])
    return {name: contract(name).frame(rows) for name, rows in tables.items()}
