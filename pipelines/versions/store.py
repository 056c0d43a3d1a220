"""What keeps numbered releases: a folder or a bucket with `releases/<version>/`, none of which ever changes again."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from pipelines.versions.numbers import Version


class StoreRefused(Exception):
    """The store cannot be used, or another publisher is at work; one line."""


class Store(Protocol):
    """A place of releases. A version is in it once it is whole; `latest` names one that is."""

    name: str

    def versions(self) -> list[Version]:
        """The versions that are whole, oldest first."""

    def latest(self) -> Version | None:
        """The version that `latest` names; None in a store without releases."""

    def fetch(self, version: Version, folder: Path) -> Path:
        """A folder with the files of a version: its own where the store is local, else copied into `folder`."""

    def publishing(self) -> AbstractContextManager[Path]:
        """Keep other publishers away, and give an empty folder to make a release in; it is gone afterwards."""

    def put(self, version: Version, folder: Path) -> None:
        """Keep the finished release in `folder` as `version`; it appears whole, checksums proved, or not at all."""

    def point(self, version: Version) -> None:
        """Make `latest` name a version."""


def store(place: str) -> Store:
    """The store at a folder or at s3://bucket/prefix; raises StoreRefused."""
    if "://" in place:
        from pipelines.versions.bucket import BucketStore

        return BucketStore(place)
    from pipelines.versions.folder import FolderStore

    return FolderStore(Path(place))
