"""The ledger: one line of JSON for each file of the archive, written at the end only, by one process at a time.

A process killed while it writes leaves at most a torn last line. Readers pass over it, the next writer cuts it off; the
file that it spoke of is taken again by the next import.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipelines.archive.entry import Entry, from_line, to_line
from pipelines.archive.errors import ArchiveDamaged


class Ledger:
    """The file ledger.jsonl, and ledger.lock beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def entries(self) -> list[Entry]:
        """All entries in the order of writing. Raises ArchiveDamaged for a line that is none, a torn last one apart."""
        return [self._entry(line, number) for number, line in enumerate(self._whole_lines(), start=1)]

    def append(self, entry: Entry) -> None:
        """Add one entry; the caller holds the lock."""
        line = to_line(entry)
        with self.path.open("ab", buffering=0) as file:
            start = file.tell()
            if file.write(line) != len(line):
                file.truncate(start)
                raise OSError(f"{self.path}: no room to write")

    @contextmanager
    def locked(self, on_wait: Callable[[], None] | None = None) -> Iterator[None]:
        """Hold the ledger alone; `on_wait` is called when another process holds it. The lock dies with its process."""
        with self.path.with_suffix(".lock").open("ab") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if on_wait:
                    on_wait()
                fcntl.flock(lock, fcntl.LOCK_EX)
            self._cut_torn_line()
            yield
            self._to_disk()

    def _whole_lines(self) -> list[bytes]:
        return self.path.read_bytes().split(b"\n")[:-1]

    def _entry(self, line: bytes, number: int) -> Entry:
        try:
            return from_line(line)
        except (ValueError, TypeError) as error:
            raise ArchiveDamaged(f"{self.path}: line {number} is no entry of a ledger") from error

    def _cut_torn_line(self) -> None:
        with self.path.open("a+b") as file:
            file.seek(0)
            written = file.read()
            file.truncate(written.rfind(b"\n") + 1)

    def _to_disk(self) -> None:
        with self.path.open("rb") as file:
            os.fsync(file.fileno())
