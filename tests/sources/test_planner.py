"""The plan: what there is, how it is had best, what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipelines.sources import ranges
from pipelines.sources.asks import Want
from pipelines.sources.names import expected
from pipelines.sources.partitions import Partition, partition
from pipelines.sources.planner import Plan, Wishes, plan
from pipelines.sources.states import State, States
from pipelines.sources.trees import File
from pipelines.sources.wishes import NotUnderstood, wishes_of
from pipelines.symbols import parse

TODAY = date(2026, 11, 23)
FORTY = {Partition("ga", "40"): {"A/RES/40/33": date(1985, 12, 1)}}
SOURCES = ("unxml", "ods", "treaty_collection")


def _wishes(*what: str, treaties: str = "", formats: str = "best", language: str = "en") -> Wishes:
    return wishes_of(what, treaties, False, language, formats, SOURCES)


def _file(body: str, path: str, blob: str = "b1") -> File:
    what = expected(body, path)
    assert what is not None
    return File(body, path, blob, what)


def _states(folder: Path, *states: State) -> States:
    with States(folder).writing() as put:
        for state in states:
            put(state)
    return States(folder)


def _state(symbol: str, status: str, format: str = "pdf", **more: str) -> State:
    return State(symbol, "en", format, status, "ods", "2026-01-01T00:00:00+00:00", **more)  # type: ignore[arg-type]


def _formats(want: Want) -> list[str]:
    return [ask.key.format for ask in want.asks]


def _one(found: Plan) -> list[str]:
    (want,) = found.wants
    return _formats(want)


@pytest.mark.parametrize(
    ("symbol", "formats", "asked"),
    [
        ("A/RES/68/147", "best", ["word", "pdf"]),
        ("A/RES/68/147", "pdf", ["pdf"]),
        ("A/RES/40/33", "best", ["pdf"]),
        ("A/RES/1514(XV)", "best", ["pdf"]),
        ("A/RES/78/188", "best", ["xml", "word", "pdf"]),
        ("A/RES/78/188", "xml", ["xml"]),
    ],
)
def test_formats_in_the_order_of_preference(tmp_path: Path, symbol: str, formats: str, asked: list[str]) -> None:
    files = [_file("ga", "78session/English/A_RES_78_188-2326044E.xml")]
    assert _one(plan(_wishes(symbol, formats=formats), States(tmp_path), files, TODAY)) == asked


def test_a_lettered_part_is_asked_for_by_its_document(tmp_path: Path) -> None:
    (want,) = plan(_wishes("A/RES/50/204 B"), States(tmp_path), [], TODAY).wants
    assert want.asks[0].key.symbol == "A/RES/50/204"


def test_every_file_of_one_symbol_is_fetched(tmp_path: Path) -> None:
    paths = ("76session/English/A_RES_76_84 A-B-2118640E.xml", "76session/English/A_RES_76_84B_E.xml")
    found = plan(_wishes("A/RES/76/84"), States(tmp_path), [_file("ga", path) for path in paths], TODAY)
    assert [want.asks[0].path for want in found.wants] == list(paths)


def test_the_wrong_year_of_a_folder_asks_once(tmp_path: Path) -> None:
    """S/RES/2193 (2014) lies in the folder of 2015."""
    files = [_file("sc", "Pre-2020/2015/S_RES_2193_1467585E.xml")]
    found = plan(_wishes("sc/2014", "sc/2015", formats="xml"), States(tmp_path), files, TODAY)
    assert [want.asks[0].key.symbol for want in found.wants] == ["S/RES/2193(2014)"]


def test_a_session_is_its_range_its_files_and_its_extract(tmp_path: Path) -> None:
    files = [_file("sc", "2023/English/S_RES_2674_E.xml"), _file("sc", "data_extract/2023.json")]
    found = plan(_wishes("sc/2023"), States(tmp_path), files, TODAY)
    formats = [_formats(want)[0] for want in found.wants]
    assert formats.count("extract") == 1 and formats.count("xml") == 1
    first, last, _ = ranges.known()[Partition("sc", "2023")]
    assert len(found.wants) == last - first + 2


def test_a_table_goes_before_a_range(tmp_path: Path) -> None:
    listed = {Partition("ga", "68"): {"A/RES/68/1": date(2013, 10, 1), "A/RES/68/2": None}}
    assert len(plan(_wishes("ga/68"), States(tmp_path), [], TODAY, listed).wants) == 2


@pytest.mark.parametrize(("status", "due"), [("absent", 0), ("saved", 0), ("error", 1)])
def test_what_is_long_settled_is_not_asked_again(tmp_path: Path, status: str, due: int) -> None:
    states = _states(tmp_path, _state("A/RES/40/33", status, sha256="0"))
    found = plan(_wishes("A/RES/40/33"), states, [], TODAY)
    assert (len(found.wants), found.settled + found.known_absent) == (due, 1 - due)


@pytest.mark.parametrize(
    ("reason", "day", "failures", "is_due"),
    [
        ("timeout", "2026-11-23", 9, True),
        ("challenge", "2026-11-23", 9, True),
        ("wrong_kind", "2026-11-23", 1, False),
        ("wrong_kind", "2026-11-22", 1, True),
        ("wrong_kind", "2026-11-20", 3, False),
        ("wrong_kind", "2026-11-19", 3, True),
        ("wrong_kind", "2026-10-22", 99, True),
        ("mislabelled", "2020-01-01", 1, False),
    ],
)
def test_errors_that_do_not_pass_rest_longer_each_time(
    tmp_path: Path, reason: str, day: str, failures: int, is_due: bool
) -> None:
    failed = replace(_state("A/RES/40/33", "error", reason=reason), at=f"{day}T01:00:00+00:00", failures=failures)
    found = plan(_wishes("ga/40", formats="pdf"), _states(tmp_path, failed), [], TODAY, FORTY)
    assert (len(found.wants), found.resting) == (is_due, not is_due)


def test_a_document_named_is_asked_for_whatever_happened_before(tmp_path: Path) -> None:
    failed = replace(_state("A/RES/40/33", "error", reason="wrong_kind"), at=f"{TODAY}T01:00:00+00:00", failures=5)
    assert len(plan(_wishes("A/RES/40/33"), _states(tmp_path, failed), [], TODAY).wants) == 1


@pytest.mark.parametrize(("day", "due"), [(date(2026, 10, 9), 1), (date(2026, 10, 8), 0)])
@pytest.mark.parametrize("status", ["absent", "saved"])
def test_documents_are_looked_at_again_for_45_days(tmp_path: Path, day: date, due: int, status: str) -> None:
    states = _states(tmp_path, _state("A/RES/81/1", status, sha256="0"), _state("A/RES/81/1", "absent", "word"))
    listed = {Partition("ga", "81"): {"A/RES/81/1": day}}
    assert len(plan(_wishes("ga/81"), states, [], TODAY, listed).wants) == due


def test_a_file_is_fetched_again_only_when_its_bytes_changed(tmp_path: Path) -> None:
    path = "78session/English/A_RES_78_188-2326044E.xml"
    url = "https://raw.githubusercontent.com/UNxml/GAresolutions/HEAD/" + path
    states = _states(tmp_path, _state("A/RES/78/188", "saved", "xml", url=url, blob="b1", sha256="0"))
    wishes = _wishes("A/RES/78/188")
    assert not plan(wishes, states, [_file("ga", path)], TODAY).wants
    assert _one(plan(wishes, states, [_file("ga", path, "b2")], TODAY)) == ["xml"]


def test_status_is_always_due_and_brings_what_is_known_of_it(tmp_path: Path) -> None:
    states = _states(
        tmp_path, _state("IV-11", "saved", "status", url="https://treaties.un.org/x", etag="e", sha256="0")
    )
    (want,) = plan(_wishes(treaties="IV-11"), states, [], TODAY).wants
    assert (want.asks[0].etag, want.asks[0].sha256) == ("e", "0")


def test_time_is_that_of_the_slowest_host(tmp_path: Path) -> None:
    found = plan(_wishes("A/RES/68/147", treaties="IV-11"), States(tmp_path), [], TODAY)
    assert found.requests == {"documents.un.org": 2, "treaties.un.org": 2}
    assert found.seconds == pytest.approx(3.2)


@pytest.mark.parametrize(
    ("what", "treaties", "language", "formats"),
    [
        ([], "", "en", "best"),
        (["A/68/L.1"], "", "en", "best"),
        (["ga/../x"], "", "en", "best"),
        (["ga/68"], "", "de", "best"),
        (["ga/68"], "", "", "best"),
        (["ga/68"], "", "en", "docx"),
        ([], "XL-1", "en", "best"),
        ([], "../etc", "en", "best"),
    ],
)
def test_what_is_not_understood_is_refused(what: list[str], treaties: str, language: str, formats: str) -> None:
    with pytest.raises(NotUnderstood):
        wishes_of(what, treaties, False, language, formats, SOURCES)


def test_all_is_every_partition_and_every_treaty() -> None:
    wishes = wishes_of([], None, True, "en", "best", SOURCES)
    assert len(wishes.partitions) == len(ranges.known()) and wishes.treaties == ("all",)


def test_every_range_gives_symbols_of_its_partition() -> None:
    for known in ranges.known():
        symbol = parse(next(iter(ranges.symbols(known))))
        assert symbol is not None and Partition(symbol.body, symbol.session) == known
        assert partition(str(known)) == known


def test_sessions_after_the_file_have_a_range_too() -> None:
    assert "ga/81" in map(str, ranges.running(TODAY))
    assert next(iter(ranges.symbols(Partition("ga", "81")))) == "A/RES/81/1"
    assert list(ranges.symbols(Partition("sc", "1900"))) == []
