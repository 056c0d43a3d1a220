"""Members of a zip file, read one by one and never written to disk."""

from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from pipelines.archive.found import MEMBER_LIMIT, Found, label, too_large
from pipelines.archive.guards import allowed
from pipelines.archive.kinds import OFFICE_MEMBERS
from pipelines.archive.ooxml import is_word

_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
)


def is_zip(head: bytes) -> bool:
    """True when the first bytes are those of a zip file, be it an empty one."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_document(file: IO[bytes]) -> bool:
    """True for a Word file, which is a zip file and yet one document."""
    try:
        names = zipfile.ZipFile(file).namelist()
    except _FAULTS:
        return False
    finally:
        file.seek(0)
    return is_word(names)


def members(file: IO[bytes], size: int, name: str) -> Iterator[Found]:
    """Every member of the zip file, `size` bytes on disk, in the order of its directory."""
    try:
        archive = zipfile.ZipFile(file)
    except _FAULTS as error:
        yield Found(name, None, f"zip file cut short or damaged ({error})")
        return
    with archive:
        infos = archive.infolist()
        if reason := _refused(infos, size):
            yield Found(name, None, reason, size)
            return
        for info in infos:
            if not info.is_dir():
                yield _member(archive, info, label(name, info.filename))


def _refused(infos: list[zipfile.ZipInfo], size: int) -> str | None:
    names = [info.filename for info in infos]
    for start, reason in OFFICE_MEMBERS:
        if any(name.startswith(start) for name in names) and ({"[Content_Types].xml", "mimetype"} & set(names)):
            return reason
    if sum(info.file_size for info in infos) > allowed(size):
        return "unpacks to more than any real archive of its size"
    return None


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Found:
    seen = info.header_offset
    if stat.S_ISLNK(info.external_attr >> 16):
        return Found(name, None, "link inside an archive: not followed", seen)
    if info.flag_bits & 1:
        return Found(name, None, "encrypted", seen)
    if info.file_size > MEMBER_LIMIT:
        return Found(name, None, too_large(info.file_size), seen)
    try:
        return Found(name, archive.read(info), None, seen)
    except _FAULTS as error:
        return Found(name, None, f"cut short or damaged inside its zip file ({error})", seen)
