"""The Digital Library: what is named and nothing else, under its robots.txt, up to its challenge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.archive.store import Archive
from pipelines.sources import digital_library
from pipelines.sources.asks import Absent, Outcome, Saved
from pipelines.sources.errors import Failed
from pipelines.sources.fetch import fetch_all
from pipelines.sources.http import Client
from pipelines.sources.report import Report
from pipelines.sources.wishes import wishes_of
from tests.double import bodies
from tests.double.server import Double
from tests.double.world import World

Run = Callable[..., Any]
RECORD = "https://digitallibrary.un.org/record/1"
BODY = bodies.pdf("SPECIMEN A/RES/0/1")
WORLD = World(records={"1": {"A_RES_0_1-EN.pdf": BODY, "A_RES_0_1-FR.pdf": b"<html>no</html>"}})


def _outcome(asked: Run, address: str, language: str = "en") -> Outcome | str:
    async def one(client: Client, _double: Double) -> Outcome | str:
        try:
            return await digital_library.capture(client, digital_library.ask_for(address, language))
        except Failed as error:
            return error.kind

    found: Outcome | str = asked(one, world=WORLD)
    return found


@pytest.mark.parametrize("address", [RECORD, f"{RECORD}?ln=en", f"{RECORD}/files/A_RES_0_1-EN.pdf"])
def test_a_record_or_a_file_that_is_named_is_had(asked: Run, address: str) -> None:
    found = _outcome(asked, address)
    assert isinstance(found, Saved) and (found.body, found.symbol) == (BODY, "A/RES/0/1")


def test_a_record_without_a_file_in_that_language_says_so(asked: Run) -> None:
    assert isinstance(_outcome(asked, RECORD, "es"), Absent)


def test_a_page_in_place_of_a_file_is_an_error(asked: Run) -> None:
    assert _outcome(asked, RECORD, "fr") == "wrong_kind"


def test_a_challenge_is_reported_and_not_met_again(asked: Run, tmp_path: Path) -> None:
    what = wishes_of([f"{RECORD}2", f"{RECORD}3"], None, False, "en", "best", ["digital_library"])

    async def ask(client: Client, double: Double) -> tuple[dict[str, int], dict[str, str], list[str]]:
        report = await fetch_all(what, Archive(tmp_path), client, Report())
        return dict(report.by_reason), report.stopped, double.asked()

    reasons, stopped, targets = asked(ask, world=WORLD)
    assert reasons == {"challenge": 1} and "accede import" in stopped["digitallibrary.un.org"]
    assert targets == ["/robots.txt", "/record/12"]


def test_what_was_had_is_not_asked_for_again(asked: Run, tmp_path: Path) -> None:
    what = wishes_of([RECORD], None, False, "en", "best", ["digital_library"])

    async def ask(client: Client, _double: Double) -> tuple[int, int]:
        report = await fetch_all(what, Archive(tmp_path), client, Report())
        return report.saved, report.settled

    assert [asked(ask, world=WORLD) for _ in range(2)] == [(1, 0), (0, 1)]
    assert [(entry.symbol, entry.source) for entry in Archive(tmp_path).entries()] == [("A/RES/0/1", "digital_library")]


@pytest.mark.parametrize("path", ["search?p=A/RES/68/147", "record/1/export/xm", "rss"])
def test_searching_and_exporting_records_is_left_to_humans(asked: Run, path: str) -> None:
    async def ask(client: Client, double: Double) -> tuple[str, list[str], float]:
        with pytest.raises(Failed) as caught:
            await client.get(f"https://digitallibrary.un.org/{path}")
        return caught.value.kind, double.asked(), client.gates["digitallibrary.un.org"].spacing

    kind, targets, spacing = asked(ask, world=WORLD)
    assert (kind, targets) == ("robots", ["/robots.txt"]) and spacing >= 5


@pytest.mark.parametrize(
    "address",
    ["https://digitallibrary.un.org/search", f"{RECORD}/export/xm", f"{RECORD}/files/../x", "http://digitallibrary.un.org/record/1"],
)  # fmt: skip
def test_other_addresses_are_not_understood(address: str) -> None:
    assert digital_library.path_of(address) is None
