"""A store in an S3-compatible bucket: `latest.json` names the version, and a lock object keeps other publishers away.

Endpoint and credentials come from the environment, under the names that Amazon's tools use (AWS_ACCESS_KEY_ID,
AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL; AWS_ALLOW_HTTP for a server without TLS).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, NotFoundError
from obstore.store import ObjectStore, S3Store

from pipelines.publish import checksums
from pipelines.publish.checksums import CHECKSUMS
from pipelines.versions.numbers import Version, parse
from pipelines.versions.store import StoreRefused

RELEASES, LATEST, LOCK = "releases", "latest.json", "publishing.json"
LONGEST = timedelta(hours=1)
"""After so long a publisher counts as killed, and its lock may be taken over."""


class BucketStore:
    """Releases at s3://bucket/prefix. An upload that breaks lacks its list of checksums, and so is no release."""

    def __init__(self, url: str, objects: ObjectStore | None = None) -> None:
        self.name = url.rstrip("/")
        if not url.startswith("s3://"):
            raise StoreRefused(f"{url}: a store is a folder, or s3://bucket/prefix")
        with _refusing(self.name):
            self.objects = objects or S3Store.from_url(self.name)

    def versions(self) -> list[Version]:
        """The versions that are whole, oldest first."""
        return sorted(version for version, names in self._listed().items() if CHECKSUMS in names)

    def latest(self) -> Version | None:
        """The version that latest.json names."""
        said = self._get(LATEST)
        return parse(json.loads(said)["version"]) if said else None

    def fetch(self, version: Version, folder: Path) -> Path:
        """Copy the files of a version into a folder and prove them by its checksums."""
        for name in self._listed().get(version, []):
            data = self._get(f"{RELEASES}/{version}/{name}")
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data or b"")
        wrong = checksums.differing(folder)
        if wrong:
            raise StoreRefused(
                f"release {version} in {self.name} is not what its checksums say: {', '.join(wrong[:3])}"
            )
        return folder

    @contextmanager
    def publishing(self) -> Iterator[Path]:
        """A temporary folder, under a lock in the bucket that only one publisher can create."""
        self._lock()
        try:
            with TemporaryDirectory(prefix="accede-publish-") as folder:
                yield Path(folder)
        finally:
            obstore.delete(self.objects, LOCK)

    def put(self, version: Version, folder: Path) -> None:
        """Upload every file, read it back and compare; the list of checksums, which makes it a release, comes last."""
        if version in self.versions():
            raise StoreRefused(f"{self.name} has a release {version} already; a release never changes")
        files = checksums.parse((folder / CHECKSUMS).read_text(encoding="utf-8"))
        stale = set(self._listed().get(version, ())) - files.keys()
        for name in sorted(stale):
            obstore.delete(self.objects, f"{RELEASES}/{version}/{name}")
        for name, wanted in files.items():
            self._upload(folder / name, f"{RELEASES}/{version}/{name}", wanted)
        last = folder / CHECKSUMS
        self._upload(last, f"{RELEASES}/{version}/{CHECKSUMS}", checksums.sha256(last))

    def point(self, version: Version) -> None:
        """Name the version in latest.json; an object is replaced in one step."""
        said = json.dumps({"version": str(version), "path": f"{RELEASES}/{version}/"}) + "\n"
        obstore.put(self.objects, LATEST, said.encode())

    def _upload(self, file: Path, path: str, wanted: str) -> None:
        with _refusing(self.name):
            obstore.put(self.objects, path, file)
        if hashlib.sha256(self._get(path) or b"").hexdigest() != wanted:
            raise StoreRefused(f"{path} came back from {self.name} with other bytes than were sent; publish again")

    def _get(self, path: str) -> bytes | None:
        with _refusing(self.name):
            try:
                return bytes(obstore.get(self.objects, path).bytes())
            except (NotFoundError, FileNotFoundError):
                return None

    def _listed(self) -> dict[Version, list[str]]:
        """Paths of files by version, within it."""
        with _refusing(self.name):
            paths = [each["path"] for chunk in obstore.list(self.objects, f"{RELEASES}/") for each in chunk]
        found: dict[Version, list[str]] = {}
        for path in sorted(paths):
            _, number, name = path.split("/", 2)
            version = parse(number)
            if version:
                found.setdefault(version, []).append(name)
        return found

    def _lock(self) -> None:
        now = datetime.now(UTC)
        held = json.dumps({"until": (now + LONGEST).isoformat()}).encode()
        earlier = self._get(LOCK)
        with _refusing(self.name):
            if earlier and _until(earlier) < now:
                obstore.delete(self.objects, LOCK)
            try:
                obstore.put(self.objects, LOCK, held, mode="create")
            except AlreadyExistsError:
                raise StoreRefused(
                    f"another publisher is at work in {self.name}; if it was killed, its lock ends at "
                    f"{_until(self._get(LOCK) or held):%H:%M} UTC, or delete {self.name}/{LOCK}"
                ) from None


def _until(lock: bytes) -> datetime:
    return datetime.fromisoformat(json.loads(lock)["until"])


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """What the object store says goes on for pages; its first line is passed on."""
    try:
        yield
    except (BaseError, OSError) as error:
        raise StoreRefused(f"{name} cannot be used: {str(error).strip().splitlines()[0][:200]}") from error
