"""The ledger of asks: what came of asking for each (symbol, language, format), kept beside the archive's own ledger.

ARCHIVE/fetch/asks.jsonl has one line for each answer, written at the end only; the last line on a key holds. What was
saved, with url, headers and time, stands here; the bytes lie in the archive by their hash. A process killed while it
writes leaves at most a torn last line, which the next one cuts off.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from email.utils import parsedate_to_datetime
from io import FileIO
from pathlib import Path
from typing import Literal

from pipelines.sources.asks import Key

Status = Literal["saved", "absent", "error"]


@dataclass(frozen=True, slots=True)
class State:
    """The last answer on one key. `at` is UTC; `reason` a kind of failure, or why the document is absent.

    `sha256` of the file saved, kept when a later look fails; `blob` git's hash of it where a repository gave it;
    `headers` those that say something about the file; `failures` runs in a row, up to this one, that ended in error.
    """

    symbol: str
    language: str
    format: str
    status: Status
    source: str
    at: str
    reason: str | None = None
    detail: str | None = None
    url: str | None = None
    sha256: str | None = None
    blob: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    failures: int = 0

    @property
    def key(self) -> Key:
        return Key(self.symbol, self.language, self.format)

    @property
    def seen(self) -> date | None:
        """The day on which the file was last had whole, by the server's clock."""
        try:
            return parsedate_to_datetime(self.headers.get("date", "")).date()
        except ValueError:
            return None


_NAMES = tuple(one.name for one in fields(State))


class FetchUnderWay(Exception):
    """Another process is fetching into the same archive."""


class States:
    """The ledger of one archive. Reading needs no lock; writing is for one process at a time."""

    def __init__(self, archive: Path) -> None:
        self.path = archive / "fetch" / "asks.jsonl"
        self._states: dict[Key, State] = {}
        self._file: FileIO | None = None
        self.load()

    def load(self) -> None:
        """Read the ledger anew; lines that cannot be read (torn, or of a later version) are passed over."""
        self._states = {}
        if not self.path.is_file():
            return
        for line in self.path.read_bytes().split(b"\n")[:-1]:
            if state := _state(line):
                self._states[state.key] = state

    def by_url(self) -> dict[str, State]:
        """The states of what was saved, by the address that it came from."""
        return {state.url: state for state in self if state.url and state.sha256}

    def get(self, key: Key) -> State | None:
        return self._states.get(key)

    def __iter__(self) -> Iterator[State]:
        return iter(self._states.values())

    def __len__(self) -> int:
        return len(self._states)

    def counts(self) -> Counter[str]:
        """Number of keys by status."""
        return Counter(state.status for state in self)

    @contextmanager
    def writing(self) -> Iterator[Callable[[State], None]]:
        """Hold the ledger alone; gives what to call with each new state. Raises FetchUnderWay."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.with_suffix(".lock").open("ab") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise FetchUnderWay(f"another fetch is filling {self.path.parent.parent}; wait for it") from error
            self._tidy()
            with self.path.open("ab", buffering=0) as file:
                self._file = file
                try:
                    yield self.put
                finally:
                    self._file = None
                    os.fsync(file.fileno())

    def put(self, state: State) -> None:
        """Keep one state, within `writing`; it is in the file when this returns."""
        if self._file is None:
            raise RuntimeError("States.put outside of States.writing")
        line = _line(state)
        start = self._file.tell()
        if self._file.write(line) != len(line):
            self._file.truncate(start)
            raise OSError(f"{self.path}: no room to write")
        self._states[state.key] = state

    def _tidy(self) -> None:
        """Cut off a torn line; write the file anew when most of its lines are superseded."""
        self.load()
        if not self.path.is_file():
            return
        written = self.path.read_bytes()
        whole = written[: written.rfind(b"\n") + 1]
        if whole.count(b"\n") > 1000 + 2 * len(self._states):
            whole = b"".join(map(_line, self._states.values()))
        if whole != written:
            fresh = self.path.with_suffix(".new")
            fresh.write_bytes(whole)
            fresh.replace(self.path)


def _line(state: State) -> bytes:
    values = {name: value for name, value in asdict(state).items() if value not in (None, {}, 0)}
    return json.dumps(values, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _state(line: bytes) -> State | None:
    try:
        values = json.loads(line)
        return State(**{name: values[name] for name in _NAMES if name in values})
    except (ValueError, TypeError, AttributeError):
        return None
