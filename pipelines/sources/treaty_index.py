"""Which treaties there are: the indexes of the 29 chapters, kept beside the ledger of asks."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from pipelines.sources.errors import Failed
from pipelines.sources.http import Client
from pipelines.sources.treaty_collection import CHAPTERS, listed


class Index:
    """The treaties listed when each chapter was last asked for."""

    def __init__(self, archive: Path) -> None:
        self._path = archive / "fetch" / "treaties.json"

    def treaties(self) -> list[str]:
        """Every treaty listed, in the order of chapters; none before the first `refresh`."""
        return [treaty for _, treaties in sorted(self._read().items(), key=_number) for treaty in treaties]

    async def refresh(self, client: Client, say: Callable[[str], None]) -> None:
        """Ask for all indexes; a chapter that cannot be had stays as it was. Raises BudgetSpent."""
        held = self._read()
        for chapter in CHAPTERS:
            try:
                held[str(chapter)] = sorted(await listed(client, chapter))
            except Failed as error:
                say(f"the index of chapter {chapter} is that of an earlier fetch, if any: {error.detail}")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(held), encoding="utf-8")
        fresh.replace(self._path)

    def _read(self) -> dict[str, list[str]]:
        return json.loads(self._path.read_bytes()) if self._path.is_file() else {}


def _number(item: tuple[str, list[str]]) -> int:
    return int(item[0])
