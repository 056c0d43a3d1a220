"""Tables of resolutions: which numbers a session has, and when each was adopted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.sources.http import Client
from pipelines.sources.partitions import Partition
from pipelines.sources.tables import Tables
from tests.double.server import Double
from tests.double.world import World

Run = Callable[..., Any]


def test_a_table_gives_symbols_and_days_and_is_asked_once(asked: Run, tmp_path: Path) -> None:
    partition = Partition("ga", "40")
    said: list[str] = []
    world = World(tables={"40": [("A/RES/40/1", "18 December 1985"), ("A/RES/40/2 A", ""), ("A/RES/41/3", "")]})

    async def two(client: Client, double: Double) -> int:
        for _ in range(2):
            await Tables(tmp_path).refresh(
                client, [partition, Partition("ga", "41"), Partition("sc", "2013")], said.append
            )
        return double.asked().count("/en/docs/ga/quick/regular/40")

    assert asked(two, world=world) == 1
    assert Tables(tmp_path).listing.rows([partition]) == {
        partition: {"A/RES/40/1": date(1985, 12, 18), "A/RES/40/2": None}
    }
    assert said == ["no table of resolutions for ga/41: there is none"] * 2
