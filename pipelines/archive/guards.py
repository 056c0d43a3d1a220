"""Guards against archives that are small on disk and endless inside."""

from __future__ import annotations

from typing import IO

RATIO_LIMIT = 200
"""Unpacked to packed; the official XML packs 1 to 15 with xz, 1 to 6 in zip files."""
ALWAYS_ALLOWED = 256 * 2**20


class Bomb(Exception):
    """An archive unpacks to far more than any real one."""


def allowed(packed: int) -> int:
    """Bytes that `packed` bytes may unpack to."""
    return max(ALWAYS_ALLOWED, packed * RATIO_LIMIT)


class Guarded:
    """A stream of unpacked bytes that raises Bomb beyond what its packed size allows."""

    def __init__(self, stream: IO[bytes], packed: int) -> None:
        self._stream = stream
        self._left = allowed(packed)

    def read(self, size: int = -1) -> bytes:
        """Read as a file does; tarfile asks for nothing else of a stream."""
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise Bomb
        return data
