"""Tables made by others, beside a status file of the depositary: read, compared, and never against what they lack."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from pipelines.archive.recognise import recognise
from pipelines.treaties import tables
from pipelines.treaties.build import build
from tests.treaties.files import entry, status_xml
from tests.treaties.test_build import stretches

YOUNGER = dt.date(2023, 10, 8)
KINDS = (
    b"Code,Name,Signature,Ratification,Kind,Date-Of-Effect\nNOR,Norway,2000-12-12,2003-09-23,Acceptance,2003-12-25\n"
)
PARTIES = (
    b"Code,Name,Date,Participation Type\nCAN,Canada,2019-01-18,Ratification\nTUR,T\xc3\xbcrkiye,2021-03-04,Accession\n"
)


def acts_of(data: bytes) -> list[tuple[str, str, str]]:
    tables = build([(entry(data, kind="status_table", name="XVIII-99-a.csv", day=YOUNGER), data)])
    return [(row["participant_id"], row["action"], str(row["acted_on"])) for row in tables["treaty_actions"]]


def with_older(data: bytes) -> dict[str, list[dict[str, Any]]]:
    old = status_xml([["Norway", "12 Dec 2000", "23 Sep 2003 A"], ["Canada", "14 Dec 2000", ""]])
    return build([(entry(old), old), (entry(data, kind="status_table", name="XVIII-99-a.csv", day=YOUNGER), data)])


def test_column_names_the_act_of_each_row() -> None:
    assert acts_of(KINDS) == [("NOR", "signature", "2000-12-12"), ("NOR", "acceptance", "2003-09-23")]


def test_list_of_parties_alone() -> None:
    assert acts_of(PARTIES) == [("CAN", "ratification", "2019-01-18"), ("TUR", "accession", "2021-03-04")]


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Country,Date of signature,Date of ratification", "Norway,12-Dec-2000,23-Sep-2003"),
        ("State party,Signature,Ratification/Accession(a)", 'Norway,"December 12, 2000","September 23, 2003"'),
        ("Participant,Signature,Deposit of instrument of ratification", "NORWAY,12 DEC 2000,23.Sept.2003"),
        ("Participant,Signature,Ratification", "Norway,2000-12-12T00:00:00,2003-09-23T00:00:00Z"),
        ("Participant,Signature,Accession(a);Ratification", "Norway,12 December 2000,23 September 2003"),
    ],
)
def test_other_headers_and_dates(header: str, cell: str) -> None:
    data = f"{header}\n{cell}\n".encode()
    assert acts_of(data) == [("NOR", "signature", "2000-12-12"), ("NOR", "ratification", "2003-09-23")]


def test_figures_that_two_days_may_mean_are_no_day() -> None:
    assert acts_of(b"Name,Signature,Ratification\nNorway,2000-12-12,3/4/2001\n") == [("NOR", "signature", "2000-12-12")]


def test_list_that_cannot_show_an_act_does_not_undo_it() -> None:
    tables = with_older(PARTIES)
    assert stretches(tables, "NOR")[-1] == ("party", "2003-09-23", None)
    assert stretches(tables, "CAN")[-2:] == [("signatory", "2000-12-14", "2019-01-18"), ("party", "2019-01-18", None)]


def test_same_act_in_another_form_is_no_difference() -> None:
    tables = with_older(KINDS)
    assert [row["difference"] for row in tables["treaty_disagreements"]] == ["row_gone"]


@pytest.mark.parametrize("data", [KINDS, PARTIES, b"\xef\xbb\xbf" + PARTIES])
def test_list_is_recognised_when_its_name_says_the_treaty(data: bytes) -> None:
    found = recognise(data, "lists/XVIII-99-a.csv")
    assert (found.format, found.symbol) == ("status_table", "XVIII-99-a")
    assert recognise(data, "list.csv").format is None


def test_table_without_acts_is_none() -> None:
    assert tables.read(b"Name,Capital\nNorway,Oslo\n") is None
    assert recognise(b"Name,Capital,Area\nNorway,Oslo,1\n", "XVIII-99-a.csv").format is None


def test_file_in_another_language_is_set_aside() -> None:
    english, french = status_xml([["Norway", "", "3 Apr 2004"]]), status_xml([["Norv\u00e8ge", "", "3 avr 2004"]])
    result = build([(entry(english), english), (replace(entry(french), language="fr"), french)])
    assert [row["kind"] for row in result["quality"]] == ["other_language"]
    assert stretches(result, "NOR")[-1] == ("party", "2004-04-03", None)
