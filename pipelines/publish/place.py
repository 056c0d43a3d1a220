"""The place of a release on disk: a staging folder beside it, and the swap that lets it appear whole or not at all.

The swap is renameat2(RENAME_EXCHANGE): one step of the kernel that exchanges two folders, so that at no moment, killed
or not, is `out` missing or half written. What it leaves in the staging folder is the earlier release, deleted after.
Where the kernel or the file system lacks it, the earlier release is set aside first; a build that is killed between
the two renames is mended by the next one (`recover`).
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipelines.publish import checksums
from pipelines.publish.checksums import CHECKSUMS
from pipelines.publish.metadata.words import NAME, SPECIMEN_NAME

DESCRIPTOR = "datapackage.json"
# What DuckDB leaves beside a database file that was opened for writing.
TOLERATED = {CHECKSUMS, "accede.duckdb.wal"}
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class OutRefused(Exception):
    """The folder for a release holds something else, which is not ours to replace."""


def check(out: Path) -> None:
    """Raise OutRefused unless `out` is absent, an empty folder, or a release with nothing added to it."""
    if not out.exists():
        return
    if not out.is_dir():
        raise OutRefused(f"{out} is a file; a release is a folder")
    if out.is_mount():
        raise OutRefused(f"{out} is the root of a file system, which cannot be swapped; give a folder in it")
    found = {file.relative_to(out).as_posix() for file in out.rglob("*") if not file.is_dir()}
    if not found and not any(out.iterdir()):
        return
    if not _is_release(out):
        raise OutRefused(f"{out} is not empty and not a release of Accede; give an empty or a new folder")
    strange = sorted(found - _listed(out) - TOLERATED)
    if strange:
        raise OutRefused(f"{out} holds files that no release wrote ({', '.join(strange[:3])}); move them away first")


def check_all(folders: Collection[Path]) -> None:
    """Raise OutRefused where a folder is not ours to replace, or stands in another one, which is replaced with it."""
    for folder in folders:
        check(folder)
        inner = next((other for other in folders if folder in other.parents), None)
        if inner is not None:
            raise OutRefused(f"{inner} is in {folder}, which holds a release alone; give a folder beside it")


def _is_release(folder: Path) -> bool:
    try:
        name = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))["name"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return name in (NAME, SPECIMEN_NAME) and (folder / CHECKSUMS).is_file()


def _listed(folder: Path) -> set[str]:
    return set(checksums.parse((folder / CHECKSUMS).read_text(encoding="utf-8")))


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """A new folder beside `out`, on the same file system; whatever is left in it afterwards is deleted.

    Folders that a killed build left behind are deleted first. The lock on a folder tells them from those of a build
    that is still running: it goes with the process, however that ends.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    recover(out)
    folder = Path(tempfile.mkdtemp(prefix=_prefix(out, "building"), dir=out.parent))
    lock = _lock(folder)
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def recover(out: Path) -> None:
    """Put right what killed builds left beside `out`: an earlier release set aside comes back, staging folders go."""
    for folder in sorted(out.parent.glob(f"{_prefix(out, 'aside')}*")):
        if not out.exists() and _is_release(folder):
            folder.rename(out)
        else:
            shutil.rmtree(folder, ignore_errors=True)
    for folder in sorted(out.parent.glob(f"{_prefix(out, 'building')}*")):
        lock = _lock(folder)
        if lock is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(lock)


def _prefix(out: Path, what: str) -> str:
    return f".{out.name}.{what}."


def _lock(folder: Path) -> int | None:
    """A lock on a folder as its file descriptor; None when another process holds it."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def publish(folder: Path, out: Path) -> None:
    """Make the finished `folder` stand at `out`; an earlier release ends up in `folder`, for the caller to delete."""
    for file in sorted(folder.rglob("*")):
        sync(file)
    sync(folder)
    if out.exists():
        _exchange(folder, out)
    else:
        folder.rename(out)
    sync(out.parent)


def _exchange(folder: Path, out: Path) -> None:
    if _exchange_at_once(folder, out):
        return
    aside = Path(tempfile.mkdtemp(prefix=_prefix(out, "aside"), dir=out.parent))
    out.rename(aside)
    try:
        folder.rename(out)
    except OSError:
        aside.rename(out)
        raise
    aside.rename(folder)


def _exchange_at_once(folder: Path, out: Path) -> bool:
    """Exchange two folders by renameat2; False where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(folder), _AT_FDCWD, os.fsencode(out), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number), str(out))


def sync(path: Path) -> None:
    """Have the disk hold what was written, before a rename makes it visible."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
