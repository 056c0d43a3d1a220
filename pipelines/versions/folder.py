"""A store in a folder: `latest` is a symbolic link, so that STORE/latest/parquet/clauses.parquet stays a good path."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipelines.publish import checksums, place
from pipelines.publish.checksums import CHECKSUMS
from pipelines.versions.numbers import Version, parse
from pipelines.versions.store import StoreRefused

RELEASES, LATEST = "releases", "latest"


class FolderStore:
    """Releases in `root`; nothing is made before something is published."""

    def __init__(self, root: Path) -> None:
        self.name = str(root)
        self.root = root.absolute()
        if root.exists() and not root.is_dir():
            raise StoreRefused(f"{root} is a file; a store is a folder, or s3://bucket/prefix")
        if (root / place.DESCRIPTOR).exists():
            raise StoreRefused(f"{root} is a release itself; a store is a folder of its own")

    def versions(self) -> list[Version]:
        """The versions that are whole, oldest first."""
        found = (parse(path.parent.name) for path in (self.root / RELEASES).glob(f"*/{CHECKSUMS}"))
        return sorted(version for version in found if version)

    def latest(self) -> Version | None:
        """The version that the link names."""
        link = self.root / LATEST
        version = parse(link.readlink().name) if link.is_symlink() else None
        return version if version in self.versions() else None

    def fetch(self, version: Version, folder: Path) -> Path:
        """The folder of a version, where it lies."""
        return self._path(version)

    @contextmanager
    def publishing(self) -> Iterator[Path]:
        """A folder on the same file system; the lock goes with this process, however that ends."""
        (self.root / RELEASES).mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with place.staging(self.root / RELEASES) as folder:
                yield folder
        except BlockingIOError:
            raise StoreRefused(f"another publisher is at work in {self.name}; try again when it is done") from None
        finally:
            os.close(descriptor)

    def put(self, version: Version, folder: Path) -> None:
        """Move the finished folder to its place in one step, its bytes on the disk before."""
        wrong = checksums.differing(folder)
        if wrong:
            raise StoreRefused(f"{folder} is not what its checksums say: {', '.join(wrong[:3])}")
        target = self._path(version)
        if (target / CHECKSUMS).exists():
            raise StoreRefused(f"{self.name} has a release {version} already; a release never changes")
        place.publish(folder, target)

    def point(self, version: Version) -> None:
        """Put a new link in the place of the old one, in one step."""
        coming = self.root / f".{LATEST}.coming"
        coming.unlink(missing_ok=True)
        coming.symlink_to(Path(RELEASES) / str(version))
        coming.replace(self.root / LATEST)
        place.sync(self.root)

    def _path(self, version: Version) -> Path:
        return self.root / RELEASES / str(version)
