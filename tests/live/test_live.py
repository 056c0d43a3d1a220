"""Today's reality beside the double's: a handful of real requests a source, only when asked for.

    ACCEDE_CONTACT=you@your.org pytest -m live

A test that fails here says where the double, and the client with it, has to be corrected.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from pipelines.sources import ods, treaty_collection, unxml
from pipelines.sources.asks import Absent, Ask, Key, Saved
from pipelines.sources.errors import Failed
from pipelines.sources.http import Client
from pipelines.sources.library import Library
from pipelines.sources.partitions import Partition
from pipelines.sources.tables import Tables
from pipelines.sources.trees import Trees

pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(not os.environ.get("ACCEDE_CONTACT"), reason="asks real servers: set ACCEDE_CONTACT, -m live"),
]
T = TypeVar("T")
SESSION = Partition("ga", "68")


def _live(ask: Callable[[Client], Awaitable[T]], most: int = 10) -> T:
    async def whole() -> T:
        async with Client(os.environ["ACCEDE_CONTACT"], max_requests=most) as client:
            return await ask(client)

    return asyncio.run(whole())


def test_unxml_lists_and_gives_what_it_lists(tmp_path: Path) -> None:
    async def ask(client: Client) -> object:
        trees = Trees(tmp_path)
        await trees.refresh(client, "hrc")
        file = next(one for one in trees.files(["hrc"]) if one.expected.format == "xml")
        key = Key(file.expected.symbol or "", "en", "xml")
        return await unxml.capture(client, Ask("unxml", key, unxml.raw_url("hrc", file.path), file.path, file.blob))

    found = _live(ask)
    assert isinstance(found, Saved) and found.symbol is not None and found.symbol.startswith("A/HRC/RES/")


@pytest.mark.parametrize("format", ["pdf", "word"])
def test_ods_gives_a_resolution(format: str) -> None:
    found = _live(lambda client: ods.capture(client, Ask("ods", Key("A/RES/68/147", "en", format))))
    assert isinstance(found, Saved)


def test_ods_says_that_a_document_does_not_exist() -> None:
    found = _live(lambda client: ods.capture(client, Ask("ods", Key("A/RES/68/999", "en", "pdf"))))
    assert isinstance(found, Absent)


def test_the_treaty_collection_gives_status_and_its_day() -> None:
    key = Key("XVIII-12-a", "en", "status")
    found = _live(lambda client: treaty_collection.capture(client, Ask("treaty_collection", key)))
    assert isinstance(found, Saved) and found.as_at is not None
    assert datetime.now(UTC).date() - found.as_at < timedelta(days=30)


def test_the_treaty_collection_lists_a_chapter() -> None:
    assert "XVIII-12-a" in _live(lambda client: treaty_collection.listed(client, 18))


def test_the_tables_list_a_session(tmp_path: Path) -> None:
    said: list[str] = []
    _live(lambda client: Tables(tmp_path).refresh(client, [SESSION], said.append))
    assert not said and len(Tables(tmp_path).listing.rows([SESSION])[SESSION]) > 250


@pytest.mark.skipif(not os.environ.get("ACCEDE_LIVE_LIBRARY"), reason="off by its terms: set ACCEDE_LIVE_LIBRARY=1")
def test_the_library_lists_a_session(tmp_path: Path) -> None:
    said: list[str] = []
    _live(lambda client: Library(tmp_path).refresh(client, [SESSION], said.append))
    assert not said and len(Library(tmp_path).listing.rows([SESSION])[SESSION]) > 250


@pytest.mark.skipif(not os.environ.get("ACCEDE_LIVE_LIBRARY"), reason="off by its terms: set ACCEDE_LIVE_LIBRARY=1")
def test_the_digital_library_is_behind_a_challenge() -> None:
    with pytest.raises(Failed) as caught:
        _live(lambda client: client.get("https://digitallibrary.un.org/"))
    assert caught.value.kind in {"challenge", "forbidden"}
