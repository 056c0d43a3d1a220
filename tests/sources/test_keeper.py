"""Fetching into an archive: what is kept, what is repeated, what a death leaves."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines.archive.recognise import recognise
from pipelines.archive.store import Archive
from pipelines.sources import ranges
from pipelines.sources.asks import Key
from pipelines.sources.fetch import NoListing, fetch_all
from pipelines.sources.http import Client
from pipelines.sources.planner import Wishes
from pipelines.sources.report import Report
from pipelines.sources.states import FetchUnderWay, States
from pipelines.sources.wishes import wishes_of
from tests.double import bodies
from tests.double.faults import Faults
from tests.double.hosts import answers
from tests.double.large import large, wishes
from tests.double.message import Reply, Request, html
from tests.double.server import Double
from tests.double.world import Original, World
from tests.figures.fetch import compared

Run = Callable[..., Any]
XML = "0session/English/A_RES_0_9-0000000E.xml"


def _wishes(*what: str, treaties: str = "", formats: str = "best") -> Wishes:
    return wishes_of(what, treaties, False, "en", formats, ("unxml", "ods", "treaty_collection"))


def _world() -> World:
    return World(
        originals={("A/RES/0/8", "en", "pdf"): Original(bodies.pdf("eight"), job="N0000008")},
        repositories={"GAresolutions": {XML: bodies.akn("A/RES/0/9", "nine")}},
        treaties={("IV-11", "en"): bodies.status("IV-11", "1 Jan 2000")},
        listed={"IV-11"},
    )


def _fetch(asked: Run, archive: Path, what: Wishes, **given: Any) -> tuple[Report, list[str]]:
    """The report, and what was asked apart from robots.txt and listings."""

    async def one(client: Client, double: Double) -> tuple[Report, list[str]]:
        report = await fetch_all(what, Archive(archive), client, Report())
        return report, [one for one in double.asked() if one != "/robots.txt" and "/git/trees/" not in one]

    found: tuple[Report, list[str]] = asked(one, **given)
    return found


def test_what_was_saved_says_where_it_came_from(asked: Run, tmp_path: Path) -> None:
    report, _ = _fetch(asked, tmp_path, _wishes("A/RES/0/8", "A/RES/0/9", treaties="IV-11"), world=_world())
    assert (report.saved, report.is_complete) == (3, True)
    entries = {entry.symbol: entry for entry in Archive(tmp_path).entries()}
    assert {symbol: (one.format, one.source) for symbol, one in entries.items()} == {
        "A/RES/0/8": ("pdf", "ods"), "A/RES/0/9": ("akn", "unxml"), "IV-11": ("status", "treaty_collection"),
    }  # fmt: skip
    state = States(tmp_path).get(Key("A/RES/0/8", "en", "pdf"))
    assert state is not None and state.sha256 == entries["A/RES/0/8"].sha256
    assert state.headers["content-type"] == "application/pdf" and (state.url or "").startswith(
        "https://documents.un.org"
    )


def test_a_second_fetch_asks_only_for_what_may_change(asked: Run, tmp_path: Path) -> None:
    what = _wishes("A/RES/0/8", "A/RES/0/9", treaties="IV-11")
    _fetch(asked, tmp_path, what, world=_world())
    report, targets = _fetch(asked, tmp_path, what, world=_world())
    assert (report.saved, report.unchanged, report.settled) == (0, 1, 2)
    assert [target.rpartition("/")[2] for target in targets] == ["IV-11.en.xml"]


def test_what_was_absent_costs_one_request_at_the_next_look(asked: Run, tmp_path: Path) -> None:
    """A/RES/81/1 may still come (it is of a session under way); so may the status of IV-2, which the index lists."""
    running = str(ranges.running(datetime.now(UTC).date())[0]).upper().replace("GA/", "A/RES/")
    world = World(originals=_world().originals, repositories={"GAresolutions": {}}, listed={"IV-2"})
    what = _wishes(f"{running}/1", treaties="IV-2")
    first, targets = _fetch(asked, tmp_path, what, world=world)
    assert first.absent == {"ods": 1, "treaty_collection": 1} and len(targets) > 2
    report, targets = _fetch(asked, tmp_path, what, world=world)
    assert report.absent == first.absent
    assert [target.partition("?")[0] for target in sorted(targets)] == [
        "/Pages/ViewDetails.aspx", "/api/symbol/access",
    ]  # fmt: skip
    world.originals[f"{running}/1", "en", "pdf"] = Original(bodies.pdf("late"), job="N0000077")
    world.treaties["IV-2", "en"] = bodies.status("IV-2", "1 Jan 2000")
    report, _ = _fetch(asked, tmp_path, what, world=world)
    assert report.saved == 2


def test_an_error_counts_once_a_run(asked: Run, tmp_path: Path) -> None:
    world = _world()
    world.originals["A/RES/0/8", "en", "pdf"] = Original(bodies.pdf("eight"), "html_called_pdf")
    for run in (1, 2):
        _fetch(asked, tmp_path, _wishes("A/RES/0/8", formats="pdf"), world=world)
        assert [state.failures for state in States(tmp_path)] == [run]


def test_an_interrupted_body_is_never_saved(asked: Run, tmp_path: Path) -> None:
    usual = answers(_world())

    def answer(request: Request, under_way: int) -> Reply:
        reply = usual(request, under_way)
        return replace(reply, cut=len(reply.body) - 1) if reply.body.startswith(b"%PDF") else reply

    report, _ = _fetch(asked, tmp_path, _wishes("A/RES/0/8"), answer=answer)
    assert report.by_reason == {"cut": 1} and not Archive(tmp_path).entries()


def test_a_file_of_another_symbol_is_kept_as_what_it_is(asked: Run, tmp_path: Path) -> None:
    """A_RES_78_130-2325874F.xml says that it is A/RES/78/13."""
    world = _world()
    world.repositories["GAresolutions"] = {XML: bodies.akn("A/RES/0/99", "other")}
    report, _ = _fetch(asked, tmp_path, _wishes("A/RES/0/9"), world=world)
    assert report.by_reason == {"mislabelled": 1}
    assert [entry.symbol for entry in Archive(tmp_path).entries()] == ["A/RES/0/99"]
    _, targets = _fetch(asked, tmp_path, _wishes("A/RES/0/9", formats="xml"), world=world)
    assert targets == []


def test_a_document_in_another_language_is_no_answer(asked: Run, tmp_path: Path) -> None:
    """A_HRC_RES_57_18S.xml lies in the folder of the English texts."""
    world = _world()
    world.repositories["GAresolutions"] = {XML: bodies.akn("A/RES/0/9", "nueve", "spa")}
    report, _ = _fetch(asked, tmp_path, _wishes("A/RES/0/9"), world=world)
    assert report.by_reason == {"mislabelled": 1}
    assert [entry.language for entry in Archive(tmp_path).entries()] == ["es"]


def test_an_original_that_names_another_symbol_is_no_answer(asked: Run, tmp_path: Path) -> None:
    world = _world()
    world.originals["A/RES/0/8", "en", "doc"] = Original(bodies.word("A/RES/0/77"))
    found = recognise(bodies.word("A/RES/0/77"), "x")
    assert found.symbol == "A/RES/0/77"
    report, _ = _fetch(asked, tmp_path, _wishes("A/RES/0/8", formats="word"), world=world)
    assert report.by_reason == {"mislabelled": 1} and report.saved == 0


def test_a_reissue_is_fetched_and_the_earlier_file_stays(asked: Run, tmp_path: Path) -> None:
    world = _world()
    _fetch(asked, tmp_path, _wishes("A/RES/0/9"), world=world)
    world.repositories["GAresolutions"] = {XML: bodies.akn("A/RES/0/9", "nine, reissued")}
    report, _ = _fetch(asked, tmp_path, _wishes("A/RES/0/9"), world=world)
    assert report.saved == 1 and len(Archive(tmp_path).entries()) == 2


def test_changed_status_is_kept_beside_the_earlier_one(asked: Run, tmp_path: Path) -> None:
    world = _world()
    _fetch(asked, tmp_path, _wishes(treaties="IV-11"), world=world)
    world.treaties["IV-11", "en"] = bodies.status("IV-11", "2 Feb 2002")
    world.stamp = "STATUS AS AT : 01-06-2025 09:15:34 EDT"
    _fetch(asked, tmp_path, _wishes(treaties="IV-11"), world=world)
    assert [str(entry.as_at) for entry in Archive(tmp_path).entries()] == ["2024-05-04", "2025-06-01"]


def test_status_that_did_not_change_for_a_month_is_kept_with_its_new_day(asked: Run, tmp_path: Path) -> None:
    world, what = _world(), _wishes(treaties="IV-11")
    _fetch(asked, tmp_path, what, world=world)
    states = States(tmp_path)
    (state,) = states
    with states.writing() as put:
        put(replace(state, headers={"date": "Mon, 06 May 2024 12:00:00 GMT"}))
    world.stamp = "STATUS AS AT : 01-06-2025 09:15:34 EDT"
    report, _ = _fetch(asked, tmp_path, what, world=world)
    assert (report.saved, report.unchanged) == (0, 1)
    entries = Archive(tmp_path).entries()
    assert [str(entry.as_at) for entry in entries] == ["2024-05-04", "2025-06-01"]
    assert len({entry.sha256 for entry in entries}) == 1


def test_what_a_killed_run_had_saved_is_not_asked_for_again(asked: Run, tmp_path: Path) -> None:
    """Killed between the archive's ledger and the ledger of asks."""
    what = _wishes("A/RES/0/8", "A/RES/0/9")
    _fetch(asked, tmp_path, what, world=_world())
    States(tmp_path).path.write_bytes(b'{"symbol":"torn')
    report, targets = _fetch(asked, tmp_path, what, world=_world())
    assert (targets, report.settled) == ([], 2)


def test_a_spent_budget_leaves_the_rest_for_the_next_call(asked: Run, tmp_path: Path) -> None:
    what = _wishes("A/RES/0/8", "A/RES/0/9", treaties="IV-11")
    report, _ = _fetch(asked, tmp_path, what, world=_world(), max_requests=5)
    assert report.is_budget_spent and not report.is_complete and report.requests == 5
    report, _ = _fetch(asked, tmp_path, what, world=_world())
    assert report.is_complete and len(Archive(tmp_path).entries()) == 3


def test_a_stop_in_the_middle_leaves_a_state_to_go_on_from(asked: Run, tmp_path: Path) -> None:
    """After ten files ODS gives no more, so that the stop comes in the middle however fast the machine is."""
    world = large(40)
    usual, files = answers(world), iter(range(10))

    def answer(request: Request, under_way: int) -> Reply:
        reply = usual(request, under_way)
        is_file = request.path.startswith("/doc/UNDOC")
        return replace(reply, delay=1e9) if is_file and next(files, None) is None else reply

    async def stopped(client: Client, _double: Double) -> None:
        report = Report()
        task = asyncio.ensure_future(fetch_all(wishes(world), Archive(tmp_path), client, report))
        while report.saved < 5:
            await asyncio.sleep(0.005)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asked(stopped, answer=answer)
    assert 5 <= len(Archive(tmp_path).entries()) < 30
    _fetch(asked, tmp_path, wishes(world), world=world)
    assert +compared(world, tmp_path) == {"documents": 40}


@pytest.mark.parametrize("seed", [1, 2])
def test_every_document_ends_as_the_double_says(asked: Run, tmp_path: Path, seed: int) -> None:
    world = large(40)
    _fetch(asked, tmp_path, wishes(world), answer=answers(world, Faults(seed)), speed=300.0, is_patient=False)
    assert +compared(world, tmp_path) == {"documents": 40}


def test_a_blocked_host_leaves_its_documents_unasked_not_absent(asked: Run, tmp_path: Path) -> None:
    usual = answers(_world())

    def answer(request: Request, under_way: int) -> Reply:
        is_blocked = request.host == "documents.un.org" and request.path != "/robots.txt"
        return html("", 202) if is_blocked else usual(request, under_way)

    report, targets = _fetch(asked, tmp_path, _wishes(*(f"A/RES/0/{n}" for n in range(1, 9))), answer=answer)
    assert len(targets) <= 4 and not report.absent
    assert "documents.un.org" in report.stopped
    assert {state.status for state in States(tmp_path)} == {"error"}


def test_a_second_fetch_into_one_archive_is_refused(asked: Run, tmp_path: Path) -> None:
    _fetch(asked, tmp_path, _wishes("A/RES/0/8"), world=_world())
    with States(tmp_path).writing(), pytest.raises(FetchUnderWay):
        _fetch(asked, tmp_path, _wishes("A/RES/0/9"), world=_world())


def test_without_the_listing_of_the_xml_nothing_worse_is_fetched(asked: Run, tmp_path: Path) -> None:
    usual = answers(_world())

    def answer(request: Request, under_way: int) -> Reply:
        return Reply(404) if request.host == "api.github.com" else usual(request, under_way)

    with pytest.raises(NoListing):
        _fetch(asked, tmp_path, _wishes("A/RES/0/8"), answer=answer)


def test_a_listing_that_was_cut_off_is_refused(asked: Run, tmp_path: Path) -> None:
    def answer(request: Request, _under_way: int) -> Reply:
        if request.path == "/robots.txt":
            return Reply(404)
        return Reply(200, {}, json.dumps({"tree": [], "truncated": True}).encode())

    with pytest.raises(NoListing, match="cut off"):
        _fetch(asked, tmp_path, _wishes("A/RES/0/8"), answer=answer)


def test_old_word_files_are_kept_and_their_readable_form_with_them(
    asked: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = b"A/RES/0/7\n1. Asks the tester to go on;\n"
    monkeypatch.setattr("pipelines.sources.old_formats.converted", lambda found: replace(found, data=text))
    world = _world()
    world.originals["A/RES/0/7", "en", "doc"] = Original(bodies.wordperfect("seven"))
    _fetch(asked, tmp_path, _wishes("A/RES/0/7", formats="word"), world=world)
    assert sorted(entry.format for entry in Archive(tmp_path).entries()) == ["text", "wordperfect"]
