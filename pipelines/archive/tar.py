"""Members of a tar file, packed or not, read in one pass and never written to disk."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any, cast

from pipelines.archive.found import MEMBER_LIMIT, Found, label, too_large
from pipelines.archive.guards import Bomb, Guarded

_OPENERS: dict[bytes, Callable[[IO[bytes]], Any]] = {
    b"\xfd7zXZ\x00": lzma.open,
    b"\x1f\x8b": gzip.open,
    b"BZh": bz2.open,
}
_FAULTS = (tarfile.TarError, lzma.LZMAError, zlib.error, EOFError, OSError, ValueError)


def is_packed(head: bytes) -> bool:
    """True when the first bytes are those of xz, gzip or bzip2."""
    return any(head.startswith(magic) for magic in _OPENERS)


def is_tar(head: bytes) -> bool:
    """True when the first 512 bytes are the header of a tar member, by its check sum."""
    try:
        tarfile.TarInfo.frombuf(head[:512], "utf-8", "surrogateescape")
    except tarfile.TarError:
        return False
    return True


def members(file: IO[bytes], size: int, name: str) -> Iterator[Found]:
    """Every member of the tar file, `size` bytes on disk; a fault in the middle leaves what came before it."""
    head = file.read(512)
    file.seek(0)
    taken = 0
    try:
        with tarfile.open(fileobj=cast(IO[bytes], Guarded(_unpacked(file, head), size)), mode="r|") as tar:
            for member in tar:
                yield from _member(tar, member, name, file.tell())
                taken += 1
    except Bomb:
        yield Found(name, None, f"unpacks to more than any real archive of its size: stopped after {taken} members")
    except _FAULTS as error:
        yield Found(name, None, _fault(head, taken, error))


def _unpacked(file: IO[bytes], head: bytes) -> IO[bytes]:
    for magic, opener in _OPENERS.items():
        if head.startswith(magic):
            return cast(IO[bytes], opener(file))
    return file


def _member(tar: tarfile.TarFile, member: tarfile.TarInfo, name: str, seen: int) -> Iterator[Found]:
    inside = label(name, member.name)
    if member.isdir():
        return
    if member.issym() or member.islnk():
        yield Found(inside, None, "link inside an archive: not followed", seen)
    elif not member.isreg():
        yield Found(inside, None, "no regular file", seen)
    elif member.size > MEMBER_LIMIT:
        yield Found(inside, None, too_large(member.size), seen)
    elif (stream := tar.extractfile(member)) is not None:
        yield Found(inside, stream.read(), None, seen)


def _fault(head: bytes, taken: int, error: Exception) -> str:
    if taken == 0 and is_packed(head) and isinstance(error, tarfile.ReadError):
        return "compressed file that holds no tar archive, or is damaged: unpack it first"
    return f"cut short or damaged after {taken} members ({str(error) or type(error).__name__})"
