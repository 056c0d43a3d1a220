"""Metadata lines: the quirks of each body's file, and lines that say nothing usable."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from pipelines.readers.extract import ExtractRecord, PrintedVote, read_extract


def one(**fields: object) -> ExtractRecord:
    return read_extract(json.dumps({"symbol": "A/RES/0/1", **fields}).encode())[0]


@pytest.mark.parametrize(
    "line", ['{"symbol": "E/RES/2024/2"}', '"{"symbol": "E/RES/2024/2"}"', '{"symbol": "E/RES/2024/2"}"']
)
def test_lines_in_stray_quotes(line: str) -> None:
    records = read_extract(f"\ufeff{line}\r\n\n{line}\n".encode())
    assert [(record.symbol, record.fault) for record in records] == [("E/RES/2024/2", None)] * 2


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("29\xa0September 2023", date(2023, 9, 29)),
        ("2019-10-10 00:00:00", date(2019, 10, 10)),
        ("19 November 2004 in Nairobi", date(2004, 11, 19)),
        ("31 April 2004", None),
        ("", None),
    ],
)
def test_days(printed: str, day: date | None) -> None:
    assert one(adoption_date=printed).adopted_on == day


@pytest.mark.parametrize(
    ("printed", "adoption"),
    [
        ("Without a vote", "without_vote"),
        ("By a recorded vote", "recorded_vote"),
        ("Adopted unanimously; voting by mail", "unanimous"),
        ("Adopted non-unanimously", "recorded_vote"),
        ("Adopted 12-0-3, 9836th meeting", "recorded_vote"),
        ("", None),
    ],
)
def test_how_it_was_adopted(printed: str, adoption: str | None) -> None:
    assert one(adoption_type=printed).adoption == adoption


def test_totals_in_words_go_before_counts() -> None:
    counts = {"MS_in_favour_count": "015", "MS_against_count": "", "MS_abstaining_count": "N.A."}
    assert one(adoption_type="Adopted 9-0-6, 5028th meeting", **counts).totals == (9, 0, 6)
    assert one(adoption_type="Adopted unanimously", **counts).totals == (15, 0, 0)
    assert one(adoption_type="Without a vote", **counts).totals is None


def test_votes_keep_the_printed_name_and_count_a_name_once() -> None:
    record = one(MS_in_favour=["FIJI", "FIJI "], MS_against=["TÜRKİYE"], MS_abstaining=[])
    assert record.votes == (PrintedVote("FIJI", "yes"), PrintedVote("TÜRKİYE", "no"))


def test_committee_agenda_and_title() -> None:
    record = one(
        committee="#fifthCommittee",
        agenda_item="Agenda items 13 and 117",
        resolution_title="Resolution 1 (0) [on forests (II) and rivers]",
    )
    assert (record.committee, record.agenda_item, record.title) == (
        "Fifth Committee",
        "13 and 117",
        "on forests (II) and rivers",
    )
    assert one(committee="Without reference to a Main Committee").committee is None


def test_bad_lines_are_told_and_the_rest_is_read() -> None:
    records = read_extract(b'{"symbol": \n["A/RES/0/1"]\n{"symbol": "nowhere"}\n{"symbol": "S/RES/2768 (2025)"}\n')
    assert [record.fault is not None for record in records] == [True, True, True, False]
    assert records[-1].symbol == "S/RES/2768(2025)" and records[2].line == 3


def test_a_real_file(member: Callable[[str, str], bytes]) -> None:
    records = read_extract(member("resolutions/unxml-ga", "data_extract/ES-11.json"))
    assert len(records) == 6 and not any(record.fault for record in records)
    assert all(record.votes and record.totals and record.adoption == "recorded_vote" for record in records)
