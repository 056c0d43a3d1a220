"""One file of the archive to rows, or the reason why there are none: what runs in a process that may be killed.

Apart from the stage, so that such a process imports readers and grammar and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipelines.archive.entry import Entry
from pipelines.archive.errors import ArchiveError
from pipelines.archive.store import Archive
from pipelines.clauses.parse import parse
from pipelines.clauses.parsed import Parsed
from pipelines.readers import Unreadable
from pipelines.workers import Died

OVER_LIMIT = "over_limit"


@dataclass(frozen=True, slots=True)
class Unread:
    """A file without rows: unreadable, image_only, reader_failed (a fault of ours), over_limit; and why, in words."""

    kind: str
    reason: str


def attempt(root: Path, entry: Entry) -> Parsed | Unread:
    """What one file gives, or why it could not be read. Raises ArchiveError, MemoryError."""
    try:
        parsed = parse(Archive(root).read(entry.sha256), entry)
    except Unreadable as error:
        return Unread(error.kind, error.reason)
    except (ArchiveError, MemoryError):
        raise
    except Exception as error:
        return Unread("reader_failed", f"the {entry.format} reader failed on it ({type(error).__name__}: {error})")
    parsed.document["made_from"] = entry.made_from
    return parsed


def given_up(entry: Entry, error: Died) -> Unread:
    """What stands for a file that brought its process down."""
    return Unread(OVER_LIMIT, f"the {entry.format} reader was stopped: {error}")
