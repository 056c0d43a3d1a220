"""Symbols and days of adoption by session, as a source lists them, kept as one JSON file a session."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pipelines.sources.partitions import Partition

Rows = dict[str, date | None]


class Listing:
    """The lists of one source in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def rows(self, partitions: Iterable[Partition]) -> dict[Partition, Rows]:
        """What is listed, for those sessions whose list was had."""
        found = {}
        for partition in partitions:
            if (path := self._path(partition)).is_file():
                held = json.loads(path.read_bytes())["rows"]
                found[partition] = {symbol: date.fromisoformat(day) if day else None for symbol, day in held.items()}
        return found

    def due(self, partitions: Iterable[Partition], today: date) -> Iterator[Partition]:
        """The sessions whose list was never had, or may have grown since."""
        for partition in partitions:
            is_over = partition.latest_day is not None and partition.latest_day < today
            if not (is_over and self._path(partition).is_file()):
                yield partition

    def keep(self, partition: Partition, rows: Rows) -> None:
        """Keep the list of one session in place of an earlier one."""
        self._folder.mkdir(parents=True, exist_ok=True)
        held = {symbol: day.isoformat() if day else None for symbol, day in rows.items()}
        fresh = self._path(partition).with_suffix(".new")
        fresh.write_text(json.dumps({"rows": held}), encoding="utf-8")
        fresh.replace(self._path(partition))

    def _path(self, partition: Partition) -> Path:
        return self._folder / f"{partition.body}-{partition.session}.json"
