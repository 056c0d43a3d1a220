"""Rules that held: one that held over some rows holds over the same rows, and is not asked again."""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Iterable

import duckdb
import polars as pl

from pipelines.contracts import contracts
from pipelines.memo import Memo
from pipelines.publish.checks import Check

_NAMES = re.compile(r"\w+")


class Held:
    """What is known of the tables of one room from those judged before, in this build or an earlier one.

    `room` judges now; `others` judged some of the same tables before. Kept is a hash of the rule's statement and of the
    content of every table that it may name: another row, another rule or another DuckDB is another question.
    """

    def __init__(self, memo: Memo | None, room: str, *others: str) -> None:
        self._memo = memo
        self._room = room
        self._known = {key for name in (room, *others) for key in self._kept(name)}
        self._contents: dict[str, str] = {}

    def read(self, name: str, frame: pl.DataFrame) -> None:
        """Take note of what a table holds."""
        self._contents[name] = content(frame)

    def key(self, check: Check) -> str | None:
        """What stands for a rule over these tables; None where it may name a table that is not there."""
        named = sorted(set(_NAMES.findall(check.statement)) & contracts().keys())
        if not self._contents.keys() >= set(named):
            return None
        parts = (duckdb.__version__, check.statement, *(self._contents[name] for name in named))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def __contains__(self, check: Check) -> bool:
        return self.key(check) in self._known

    def keep(self, checks: Iterable[Check]) -> None:
        """Remember that these hold, instead of what this room remembered before."""
        if self._memo:
            keys = {key for check in checks if (key := self.key(check))}
            self._memo.put(self._memo.key(Held, self._room), pickle.dumps(keys))

    def _kept(self, room: str) -> set[str]:
        if self._memo is None:
            return set()
        found: set[str] | object = self._memo.get(self._memo.key(Held, room))
        return found if isinstance(found, set) else set()


def content(frame: pl.DataFrame) -> str:
    """A hash of the rows in their order: the same for equal frames, however they lie in memory."""
    digest = hashlib.sha256(f"{pl.__version__} {frame.schema}".encode())
    digest.update(frame.hash_rows().rechunk().to_arrow().buffers()[1])
    return digest.hexdigest()
