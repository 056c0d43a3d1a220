"""The archive on disk: DIR/objects/<first two figures>/<sha256> holds a file as it came, DIR/ledger.jsonl what it is.

Files are kept as they are, not packed: some 250 MB for all official XML of today, and any tool can open them. A file
stands in its place before the ledger speaks of it, so a process killed at any moment leaves a sound archive. There is
no clock: what was imported when cannot change a build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from pipelines.archive.entry import Entry, Key
from pipelines.archive.errors import ArchiveDamaged, ArchiveMissing, NoPlaceForArchive
from pipelines.archive.ledger import Ledger

Added = Literal["taken", "already there"]
_OWN_NAMES = {"objects", "incoming", "ledger.jsonl", "ledger.lock"}


def sha256_of(data: bytes) -> str:
    """The name of these bytes in an archive."""
    return hashlib.sha256(data).hexdigest()


class Archive:
    """A folder of raw files and its ledger. Nothing is created before the first `writing`."""

    def __init__(self, root: Path) -> None:
        self.root = Path(root)
        self.ledger = Ledger(self.root / "ledger.jsonl")
        self._keys: set[Key] | None = None
        self._made: dict[str, Entry] = {}

    @property
    def exists(self) -> bool:
        """True when an archive stands in this folder."""
        return self.ledger.path.is_file()

    def entries(self) -> list[Entry]:
        """All files, in an order that does not depend on the order of import. Raises ArchiveMissing, ArchiveDamaged."""
        if not self.exists:
            raise ArchiveMissing(f"no archive in {self.root}: make one with accede import PATH --archive {self.root}")
        return sorted(self.ledger.entries(), key=lambda entry: entry.order)

    def read(self, sha256: str) -> bytes:
        """The bytes of a file, checked against their hash. Raises ArchiveDamaged naming the file."""
        path = self.path(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ArchiveDamaged(f"{path}: cannot be read ({error.strerror}); import the file again") from error
        if sha256_of(data) != sha256:
            raise ArchiveDamaged(f"{path}: its bytes have changed since it was imported; import the file again")
        return data

    def path(self, sha256: str) -> Path:
        """Where the bytes of a file lie."""
        return self.root / "objects" / sha256[:2] / sha256

    @contextmanager
    def writing(self, on_wait: Callable[[], None] | None = None) -> Iterator[None]:
        """Hold the archive for `add`, making it if need be; two processes that write wait for each other.

        Raises NoPlaceForArchive, ArchiveDamaged.
        """
        self._create()
        with self.ledger.locked(on_wait):
            self._clear_incoming()
            entries = self.ledger.entries()
            self._keys = {entry.key for entry in entries}
            self._made = {entry.made_from: entry for entry in entries if entry.made_from}
            try:
                yield
            finally:
                self._keys = None

    def add(self, data: bytes, entry: Entry) -> Added:
        """Keep a file, within `writing`. A known file stays under its first name; lost bytes are mended."""
        if self._keys is None:
            raise RuntimeError("Archive.add outside of Archive.writing")
        self._put(data, entry.sha256)
        if entry.key in self._keys:
            return "already there"
        self.ledger.append(entry)
        self._keys.add(entry.key)
        if entry.made_from:
            self._made[entry.made_from] = entry
        return "taken"

    def made_from(self, sha256: str) -> Entry | None:
        """What a converter or the reading of images made of a file before, within `writing`."""
        return self._made.get(sha256)

    def _create(self) -> None:
        if not self.exists and self.root.exists():
            if not self.root.is_dir():
                raise NoPlaceForArchive(f"{self.root}: a file, not a folder")
            if {path.name for path in self.root.iterdir()} - _OWN_NAMES:
                raise NoPlaceForArchive(f"{self.root}: holds other files and no archive; name a new or an empty folder")
        (self.root / "incoming").mkdir(parents=True, exist_ok=True)
        self.ledger.path.touch()

    def _put(self, data: bytes, sha256: str) -> None:
        path = self.path(sha256)
        # The size tells a file that a crash of the machine left empty; a change of content is found by `read`.
        if path.is_file() and path.stat().st_size == len(data):
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        incoming = self.root / "incoming" / sha256
        incoming.write_bytes(data)
        incoming.replace(path)

    def _clear_incoming(self) -> None:
        for left_over in (self.root / "incoming").iterdir():
            left_over.unlink()
