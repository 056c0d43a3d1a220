"""The Treaty Collection: where 200 means anything, and absence has to be shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from pipelines.sources import treaty_collection
from pipelines.sources.asks import Absent, Ask, Key, Outcome, Saved, Unchanged
from pipelines.sources.errors import Failed
from pipelines.sources.http import Client
from tests.double import bodies
from tests.double.hosts import answers
from tests.double.message import Reply, Request, html
from tests.double.server import Double
from tests.double.treaties import MAINTENANCE
from tests.double.world import World

Run = Callable[..., Any]
TREATY = "XVIII-12-a"
TODAY = datetime.now(UTC).date()
BODY = bodies.status(TREATY, "1 Jan 2000")


def _world(**given: Any) -> World:
    return World(treaties={(TREATY, "en"): BODY}, listed={TREATY, "IV-2"}, **given)


def _outcome(asked: Run, treaty: str = TREATY, **given: Any) -> Outcome | str:
    async def one(client: Client, _double: Double) -> Outcome | str:
        try:
            return await treaty_collection.capture(client, Ask("treaty_collection", Key(treaty, "en", "status")))
        except Failed as error:
            return error.kind

    found: Outcome | str = asked(one, **given)
    return found


def test_status_comes_with_the_day_of_its_page(asked: Run) -> None:
    found = _outcome(asked, world=_world())
    assert isinstance(found, Saved)
    assert (found.body, found.as_at, found.url[-50:]) == (
        BODY, date(2024, 5, 4), "TDSG/Volume%20II/Chapter%20XVIII/XVIII-12-a.en.xml",
    )  # fmt: skip


def test_without_a_day_there_is_no_status(asked: Run) -> None:
    assert _outcome(asked, world=_world(stamp="")) == "no_day"


@pytest.mark.parametrize("treaty", ["IV-2", "IV-3"])
def test_absent_by_the_index_or_by_page_and_both_volumes(asked: Run, treaty: str) -> None:
    assert isinstance(_outcome(asked, treaty, world=_world()), Absent)


@pytest.mark.parametrize("path", ["/Pages/ViewDetails.aspx", "/doc/"])
def test_maintenance_is_an_error_although_it_answers_200(asked: Run, path: str) -> None:
    usual = answers(_world())

    def answer(request: Request, under_way: int) -> Reply:
        return html(MAINTENANCE) if request.path.startswith(path) else usual(request, under_way)

    assert _outcome(asked, answer=answer) == "maintenance"


def test_a_page_in_place_of_a_linked_file_is_an_error(asked: Run) -> None:
    usual = answers(_world())

    def answer(request: Request, under_way: int) -> Reply:
        return html("<body>Sorry</body>") if request.path.startswith("/doc/") else usual(request, under_way)

    assert _outcome(asked, answer=answer) == "wrong_kind"


def test_an_unknown_page_is_an_error(asked: Run) -> None:
    def answer(request: Request, under_way: int) -> Reply:
        return Reply(404) if request.path == "/robots.txt" else html("<body>Sorry</body>")

    assert _outcome(asked, answer=answer) == "unexpected"


def test_the_link_of_the_page_goes_before_the_inferred_volume(asked: Run) -> None:
    usual = answers(_world())

    def answer(request: Request, under_way: int) -> Reply:
        reply = usual(request, under_way)
        return replace(reply, body=reply.body.replace(b"Volume II/", b"Volume I/"))

    def moved(request: Request, under_way: int) -> Reply:
        target = request.target.replace("Volume%20I/", "Volume%20II/")
        is_second = "Volume%20II/" in request.target
        if request.path.startswith("/doc/"):
            return html("<body>no</body>") if is_second else usual(replace(request, target=target), under_way)
        return answer(request, under_way)

    found = _outcome(asked, answer=moved)
    assert isinstance(found, Saved) and "Volume%20I/" in found.url


def test_another_treaty_under_this_name_is_refused(asked: Run) -> None:
    world = _world()
    world.treaties[TREATY, "en"] = bodies.status("IV-11", "1 Jan 2000")
    assert _outcome(asked, world=world) == "mislabelled"


def test_a_second_look_is_one_request(asked: Run) -> None:
    async def two(client: Client, double: Double) -> tuple[Outcome, int, Outcome]:
        key = Key(TREATY, "en", "status")
        first = await treaty_collection.capture(client, Ask("treaty_collection", key))
        assert isinstance(first, Saved)
        before = len(double.asked())
        ask = Ask("treaty_collection", key, first.url, etag=first.headers["etag"], sha256=first.sha256, seen=TODAY)
        again = await treaty_collection.capture(client, ask)
        return again, len(double.asked()) - before, await treaty_collection.capture(client, replace(ask, etag='"old"'))

    assert asked(two, world=_world()) == (Unchanged(), 1, Unchanged("the same bytes"))


@pytest.mark.parametrize(
    ("treaty", "chapter", "volume"), [("I-1", 1, "I"), ("XI-B-16", 11, "I"), ("XII-1", 12, "II"), ("XXIX-1", 29, "II")]
)
def test_chapters_and_volumes(treaty: str, chapter: int, volume: str) -> None:
    assert treaty_collection.chapter_number(treaty) == chapter
    assert f"/Volume%20{volume}/Chapter%20" in treaty_collection.file_url(treaty, "en")


@pytest.mark.parametrize("treaty", ["", "XVIII", "XXX-1", "../IV-1", "IV-4/x", "A/RES/1/1"])
def test_what_is_no_treaty_is_not_asked(treaty: str) -> None:
    with pytest.raises(ValueError):
        treaty_collection.page_url(treaty)
