"""The words in which planner, sources and ledger speak: what is asked for, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from pipelines.archive.store import sha256_of

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
DOCUMENT_FORMATS = ("xml", "word", "pdf")


class Key(NamedTuple):
    """What the ledger of asks is kept by; `symbol` may be a treaty's id or the path of a file in a repository."""

    symbol: str
    language: str
    format: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to ask one source for. `url`, `etag`, `last_modified`, `sha256`: from an earlier answer, which was
    had whole on the day `seen`.

    `blob`: git's hash of the file, where the source is a repository; `path` the file in it. `was_absent`: the last
    answer was that there is none.
    """

    source: str
    key: Key
    url: str | None = None
    path: str | None = None
    blob: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None
    seen: date | None = None
    was_absent: bool = False


@dataclass(frozen=True, slots=True)
class Want:
    """One document in one language. `asks` in order of preference: the first that is saved is enough, unless `all`."""

    asks: tuple[Ask, ...]
    all: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """A whole file of the right kind. `symbol` and `language` as the file itself says where it does."""

    body: bytes
    url: str
    headers: Mapping[str, str]
    kind: str
    name: str
    symbol: str | None = None
    language: str | None = None
    as_at: date | None = None
    members: tuple[Saved, ...] = field(default=())

    @property
    def sha256(self) -> str:
        return sha256_of(self.body)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The file had before is still the one that is served."""

    reason: str = "not modified"


@dataclass(frozen=True, slots=True)
class Absent:
    """A definite answer that there is no such document."""

    reason: str


Outcome = Saved | Unchanged | Absent
