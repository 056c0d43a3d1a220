"""The Library's editor API: pages until an empty one, and its ways of refusing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from pipelines.sources import library
from pipelines.sources.http import Client
from pipelines.sources.library import Library
from pipelines.sources.partitions import Partition
from tests.double.server import Double
from tests.double.world import World

Run = Callable[..., Any]
SESSION = Partition("ga", "40")
WORLD = World(tables={"40": [(f"A/RES/40/{number}", "18 December 1985") for number in range(1, 6)]})


def test_records_are_read_page_by_page_until_an_empty_one(
    asked: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "PAGE", 2)

    async def ask(client: Client, double: Double) -> int:
        await Library(tmp_path).refresh(client, [SESSION], print)
        return len(double.asked()) - 1

    assert asked(ask, world=WORLD) == 4
    rows = Library(tmp_path).listing.rows([SESSION])[SESSION]
    assert list(rows) == [f"A/RES/40/{number}" for number in range(1, 6)]
    assert set(rows.values()) == {date(1985, 12, 18)}


@pytest.mark.parametrize(
    ("query", "status"),
    [("search=191:A/RES/40/*&limit=1001", 404), ("search=what", 422), ("search=191:A/RES/slow/*", 500)],
)
def test_the_double_refuses_as_the_library_does(asked: Run, query: str, status: int) -> None:
    async def ask(_client: Client, double: Double) -> int:
        async with httpx.AsyncClient(trust_env=False) as plain:
            return (await plain.get(f"{double.url}/editor/api/marc/bibs/records?{query}")).status_code

    assert asked(ask, world=WORLD) == status
