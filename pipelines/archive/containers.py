"""The user's paths as a stream of files: folders, single files, zip and tar files, and archives inside one of those."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from pipelines.archive import kinds, tar, zip
from pipelines.archive.found import MEMBER_LIMIT, Found, label, too_large


def walk(paths: Iterable[Path]) -> Iterator[Found]:
    """Every file under the paths, folders in the order of their names; no link in a folder is followed."""
    seen = 0
    for path in paths:
        name = path.name or path.resolve().name
        if path.is_dir():
            for found in _folder(path, name, seen):
                seen = found.seen
                yield found
        else:
            yield from _file(path, name, seen)
            seen += _size(path)


def total_size(paths: Iterable[Path]) -> int:
    """Bytes on disk that `walk` will have seen at its end."""
    return sum(_tree_size(path) if path.is_dir() else _size(path) for path in paths)


def _folder(path: Path, name: str, seen: int) -> Iterator[Found]:
    try:
        with os.scandir(path) as scan:
            children = sorted(scan, key=lambda child: child.name)
    except OSError as error:
        yield Found(label(name), None, f"folder cannot be read ({error.strerror})", seen)
        return
    for child in children:
        child_name = f"{name}/{child.name}"
        if child.is_symlink():
            yield Found(label(child_name), None, "link: not followed", seen)
        elif child.is_dir(follow_symlinks=False):
            if kinds.is_system_folder(child.name):
                yield Found(label(child_name), None, "folder of the system", seen, is_passed_over=True)
                continue
            for found in _folder(Path(child.path), child_name, seen):
                seen = found.seen
                yield found
        else:
            yield from _file(Path(child.path), child_name, seen)
            seen += _size(Path(child.path))


def _file(path: Path, name: str, seen: int) -> Iterator[Found]:
    name = label(name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield Found(name, None, "no regular file", seen)
            return
        with path.open("rb") as file:
            yield from _opened(file, status.st_size, name, seen)
    except OSError as error:
        yield Found(name, None, f"cannot be read ({error.strerror})", seen)


def _opened(file: IO[bytes], size: int, name: str, seen: int) -> Iterator[Found]:
    head = file.read(512)
    file.seek(0)
    opened = _members(file, head, size, name)
    if opened is not None:
        for found in opened:
            yield from _nested(replace(found, seen=seen + found.seen))
    elif size > MEMBER_LIMIT:
        yield Found(name, None, too_large(size), seen + size)
    else:
        yield _checked(Found(name, file.read(), None, seen + size))


def _nested(found: Found) -> Iterator[Found]:
    """A member of an archive; when it is an archive itself, its members, but no deeper."""
    data = found.data
    opened = _members(io.BytesIO(data), data[:512], len(data), found.name) if data else None
    if opened is None:
        yield _checked(found)
        return
    for inner in opened:
        if inner.data and _is_archive(inner.data):
            yield Found(inner.name, None, "archive inside an archive inside an archive: unpack it first", found.seen)
        else:
            yield _checked(replace(inner, seen=found.seen))


def _members(file: IO[bytes], head: bytes, size: int, name: str) -> Iterator[Found] | None:
    if zip.is_zip(head):
        if zip.is_document(file):
            return None
        return zip.members(file, size, name)
    if tar.is_packed(head) or tar.is_tar(head):
        return tar.members(file, size, name)
    return None


def _is_archive(data: bytes) -> bool:
    head = data[:512]
    if zip.is_zip(head):
        return not zip.is_document(io.BytesIO(data))
    return tar.is_packed(head) or tar.is_tar(head)


def _checked(found: Found) -> Found:
    if found.data is not None and kinds.is_system_file(found.name):
        return replace(found, data=None, reason="file of the system", is_passed_over=True)
    return found


def _size(path: Path) -> int:
    try:
        status = path.lstat()
    except OSError:
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _tree_size(path: Path) -> int:
    return sum(_size(Path(folder) / name) for folder, _, names in os.walk(path) for name in names)
