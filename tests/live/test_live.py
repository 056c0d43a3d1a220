"""Today's reality beside the double's: a handful of real requests a source, only when asked for.

    ACCEDE_CONTACT=you@your.org pytest tests/live -m live
    pytest tests/live -m live --base-url http://127.0.0.1:8765      # a rehearsal at  python -m tests.double

A test that fails here says where the double, and the client with it, has to be corrected.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipelines.sources import ods, treaty_collection, unxml
from pipelines.sources.asks import Absent, Ask, Key, Saved
from pipelines.sources.errors import Failed
from pipelines.sources.http import Client
from pipelines.sources.library import Library
from pipelines.sources.partitions import Partition
from pipelines.sources.tables import Tables
from pipelines.sources.trees import Trees

pytestmark = pytest.mark.live
Live = Callable[..., Any]
SESSION = Partition("ga", "68")


def test_unxml_lists_and_gives_what_it_lists(live: Live, tmp_path: Path) -> None:
    async def ask(client: Client) -> object:
        trees = Trees(tmp_path)
        await trees.refresh(client, "hrc")
        file = next(one for one in trees.files(["hrc"]) if one.expected.format == "xml")
        key = Key(file.expected.symbol or "", "en", "xml")
        return await unxml.capture(client, Ask("unxml", key, unxml.raw_url("hrc", file.path), file.path, file.blob))

    found = live(ask)
    assert isinstance(found, Saved) and found.symbol is not None and found.symbol.startswith("A/HRC/RES/")


@pytest.mark.parametrize("format", ["pdf", "word"])
def test_ods_gives_a_resolution(live: Live, format: str) -> None:
    found = live(lambda client: ods.capture(client, Ask("ods", Key("A/RES/68/147", "en", format))))
    assert isinstance(found, Saved)


def test_ods_says_that_a_document_does_not_exist(live: Live) -> None:
    found = live(lambda client: ods.capture(client, Ask("ods", Key("A/RES/68/999", "en", "pdf"))))
    assert isinstance(found, Absent)


def test_the_treaty_collection_gives_status_and_its_day(live: Live) -> None:
    key = Key("XVIII-12-a", "en", "status")
    found = live(lambda client: treaty_collection.capture(client, Ask("treaty_collection", key)))
    assert isinstance(found, Saved) and found.as_at is not None
    assert datetime.now(UTC).date() - found.as_at < timedelta(days=30)


def test_the_treaty_collection_lists_a_chapter(live: Live) -> None:
    assert "XVIII-12-a" in live(lambda client: treaty_collection.listed(client, 18))


def test_the_tables_list_a_session(live: Live, tmp_path: Path) -> None:
    said: list[str] = []
    live(lambda client: Tables(tmp_path).refresh(client, [SESSION], said.append))
    assert not said and len(Tables(tmp_path).listing.rows([SESSION])[SESSION]) > 250


@pytest.mark.usefixtures("approved")
def test_the_library_lists_a_session(live: Live, tmp_path: Path) -> None:
    said: list[str] = []
    live(lambda client: Library(tmp_path).refresh(client, [SESSION], said.append))
    assert not said and len(Library(tmp_path).listing.rows([SESSION])[SESSION]) > 250


@pytest.mark.usefixtures("approved")
def test_the_digital_library_is_behind_a_challenge(live: Live) -> None:
    with pytest.raises(Failed) as caught:
        live(lambda client: client.get("https://digitallibrary.un.org/"))
    assert caught.value.kind in {"challenge", "forbidden"}


def test_robots_of_the_digital_library_are_those_that_are_obeyed(live: Live) -> None:
    async def ask(client: Client) -> str:
        try:
            await client.get("https://digitallibrary.un.org/search?p=A/RES/68/147")
        except Failed as error:
            return error.kind
        return ""

    assert live(ask) == "robots"
