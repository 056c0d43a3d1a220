"""What the UNxml repositories hold: their trees, kept beside the ledger of asks so that planning needs no network."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.sources.errors import Failed
from pipelines.sources.http import Client
from pipelines.sources.names import REPOSITORIES, Expected, expected

API = "https://api.github.com/repos/UNxml/{}/git/trees/HEAD?recursive=1"


@dataclass(frozen=True, slots=True)
class File:
    """One file of a repository. `blob`: git's hash of its bytes."""

    body: str
    path: str
    blob: str
    expected: Expected


class Trees:
    """The listings of one archive, one JSON file a repository."""

    def __init__(self, archive: Path) -> None:
        self._folder = archive / "fetch" / "trees"

    def files(self, bodies: Iterable[str] = tuple(REPOSITORIES)) -> Iterator[File]:
        """Every document listed, in the order of repositories and paths."""
        for body in bodies:
            for path, blob in sorted(self._read(body).get("files", {}).items()):
                if what := expected(body, path):
                    yield File(body, path, blob, what)

    def is_known(self, body: str) -> bool:
        """True when the repository has been listed before."""
        return self._path(body).is_file()

    async def refresh(self, client: Client, body: str) -> bool:
        """Ask for the listing of one repository; True when it has changed. Raises Failed, BudgetSpent."""
        url = API.format(REPOSITORIES[body])
        answer = await client.follow(url, etag=self._read(body).get("etag"))
        if answer.status == 304:
            return False
        if answer.status != 200:
            raise Failed("unexpected", f"HTTP {answer.status} for the listing of {REPOSITORIES[body]}")
        files = _files(answer.body, REPOSITORIES[body])
        self._write(body, {"etag": answer.headers.get("etag"), "files": files})
        return True

    def _path(self, body: str) -> Path:
        return self._folder / f"{REPOSITORIES[body]}.json"

    def _read(self, body: str) -> dict[str, Any]:
        try:
            held = json.loads(self._path(body).read_bytes())
        except (OSError, ValueError):
            return {}
        return held if isinstance(held, dict) else {}

    def _write(self, body: str, held: dict[str, Any]) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        fresh = self._path(body).with_suffix(".new")
        fresh.write_text(json.dumps(held), encoding="utf-8")
        fresh.replace(self._path(body))


def _files(body: bytes, repository: str) -> dict[str, str]:
    """Blobs by path. A listing that the host has cut off would make documents look absent: refused."""
    try:
        listing = json.loads(body)
        rows = listing["tree"]
        files = {str(row["path"]): str(row["sha"]) for row in rows if row["type"] == "blob"}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Failed("wrong_kind", f"no listing of {repository}") from error
    if listing.get("truncated"):
        raise Failed("unexpected", f"the listing of {repository} is cut off: clone it and import the clone")
    return files
