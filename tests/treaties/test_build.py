from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from pipelines.contracts import contract
from pipelines.treaties.build import build
from pipelines.treaties.errors import UnknownParticipants
from tests.treaties.files import DAY, HEADERS, entry, status_xml

NOTE = """<Note><index>1</index><text>Canada had ratified on 2 May 2001. On 3 May 2004 it told of its decision to
withdraw. The withdrawal took effect on 3 May 2005.</text></Note>"""
MARK = "&lt;superscript&gt;1&lt;/superscript&gt;"


def built(rows: Sequence[Sequence[str]], **options: Any) -> dict[str, list[dict[str, Any]]]:
    data = status_xml(rows, **options)
    return build([(entry(data), data)])


def stretches(tables: dict[str, list[dict[str, Any]]], participant: str) -> list[tuple[str, str, str | None]]:
    rows = [row for row in tables["treaty_standing"] if row["participant_id"] == participant]
    return [(row["standing"], str(row["valid_from"]), row["valid_to"] and str(row["valid_to"])) for row in rows]


def kinds(tables: dict[str, list[dict[str, Any]]]) -> list[str]:
    return [row["kind"] for row in tables["quality"]]


def test_rows_fit_their_contracts() -> None:
    tables = built([["Norway", "12 Dec 2000", "3 Apr 2002"], ["European Union", "", "6 Sep 2006 A"]])
    for name, rows in tables.items():
        contract(name).frame(rows)
    assert [row["action_id"] for row in tables["treaty_actions"]][:2] == [
        "XVIII-99-a/NOR/signature/2000-12-12",
        "XVIII-99-a/NOR/ratification/2002-04-03",
    ]


def test_standing_from_signature_to_party() -> None:
    tables = built([["Norway", "12 Dec 2000", "3 Apr 2004"]])
    assert stretches(tables, "NOR") == [
        ("none", "2000-03-01", "2000-12-12"),
        ("signatory", "2000-12-12", "2004-04-03"),
        ("party", "2004-04-03", None),
    ]


def test_state_that_counts_later_begins_later() -> None:
    tables = built([["Norway", "", "3 Apr 2004 a"]])
    assert stretches(tables, "SSD") == [("none", "2011-07-14", None)]
    assert stretches(tables, "YUCS") == []


def test_withdrawal_begins_with_its_effect() -> None:
    tables = built([[f"Canada{MARK}", "[12 Dec 2000 ]", "[ 2 May 2001 ]"]], notes=NOTE)
    assert stretches(tables, "CAN")[-2:] == [("party", "2001-05-02", "2005-05-03"), ("withdrawn", "2005-05-03", None)]
    assert kinds(tables) == []


def test_withdrawal_that_no_note_dates_is_not_exact() -> None:
    tables = built([["Canada", "[12 Dec 2000 ]", "[ 2 May 2001 ]"]])
    last = [row for row in tables["treaty_standing"] if row["participant_id"] == "CAN"][-1]
    assert (last["standing"], last["valid_from"], last["is_valid_from_exact"]) == ("withdrawn", DAY, False)
    withdrawal = [row for row in tables["treaty_actions"] if row["action"] == "withdrawal"]
    assert [(row["acted_on"], row["evidence"]) for row in withdrawal] == [(None, "brackets")]


def test_participant_that_came_back() -> None:
    tables = built([[f"Canada{MARK}", "12 Dec 2000", "9 Sep 2009 a"]], notes=NOTE)
    assert stretches(tables, "CAN")[-3:] == [
        ("party", "2001-05-02", "2005-05-03"),
        ("withdrawn", "2005-05-03", "2009-09-09"),
        ("party", "2009-09-09", None),
    ]


def test_withdrawal_overtaken_by_a_new_accession() -> None:
    tables = built([[f"Canada{MARK}", "", "3 May 2004 a"]], notes=NOTE)
    assert stretches(tables, "CAN")[1:] == [("party", "2001-05-02", None)]


def noted(text: str) -> str:
    return f"<Note><index>1</index><text>{text}</text></Note>"


def withdrawals(tables: dict[str, list[dict[str, Any]]]) -> list[tuple[str, str, str, bool]]:
    rows = [row for row in tables["treaty_actions"] if row["action"].startswith("withdrawal")]
    return [(row["action"], str(row["acted_on"]), str(row["effective_on"]), row["is_in_effect"]) for row in rows]


def test_notice_revoked_in_time_leaves_a_party() -> None:
    notes = noted(
        "On 3 May 2004 it notified its withdrawal from it, with effect from 3 May 2005. "
        "On 2 May 2005 it withdrew its notification of withdrawal."
    )
    tables = built([[f"Canada{MARK}", "", "2 May 2001"]], notes=notes)
    assert withdrawals(tables) == [
        ("withdrawal", "2004-05-03", "2005-05-03", False),
        ("withdrawal_revoked", "2005-05-02", "None", False),
    ]
    assert stretches(tables, "CAN")[-1] == ("party", "2001-05-02", None)
    assert kinds(tables) == []


@pytest.mark.parametrize("cell", ["2 May 2001", "[ 2 May 2001 ]"])
def test_withdrawal_that_takes_effect_after_the_day_of_the_file(cell: str) -> None:
    notes = noted(
        "On 3 October 2017 it notified its withdrawal from it. The withdrawal takes effect on 3 October 2018."
    )
    tables = built([[f"Canada{MARK}", "", cell]], notes=notes)
    assert withdrawals(tables) == [("withdrawal", "2017-10-03", "2018-10-03", True)]
    assert stretches(tables, "CAN")[-2:] == [("party", "2001-05-02", "2018-10-03"), ("withdrawn", "2018-10-03", None)]


def test_withdrawal_that_the_table_does_not_follow_is_kept_and_told() -> None:
    notes = noted("On 3 May 2004 it notified its withdrawal from it, with effect from 3 May 2005.")
    tables = built([[f"Canada{MARK}", "", "2 May 2001"]], notes=notes)
    assert withdrawals(tables) == [("withdrawal", "2004-05-03", "2005-05-03", False)]
    assert stretches(tables, "CAN")[-1] == ("party", "2001-05-02", None)
    assert kinds(tables) == ["withdrawal_without_brackets"]


def test_withdrawal_in_a_table_that_the_row_does_not_point_to() -> None:
    cells = [["Participant", "Date of notification", "Date of effect"], ["Canada", "3 May 2004", "3 May 2005"]]
    table = "".join("<row>" + "".join(f"<col>{cell}</col>" for cell in row) + "</row>" for row in cells)
    notes = f"<Note><index>9</index><text>Those who withdrew from it:</text><table>{table}</table></Note>"
    tables = built([["Canada", "", "[ 2 May 2001 ]"]], notes=notes)
    assert withdrawals(tables) == [("withdrawal", "2004-05-03", "2005-05-03", True)]


def test_signature_in_brackets_alone_leaves_nothing() -> None:
    tables = built([["Canada", "[12 Dec 2000 ]", ""]])
    assert stretches(tables, "CAN")[-1] == ("none", str(DAY), None)


def test_date_that_is_none_leaves_the_row_its_other_facts() -> None:
    tables = built([["Norway", "12 Dec 2000", "31 Feb 2002 a"]])
    assert [row["action"] for row in tables["treaty_actions"]] == ["signature"]
    assert "31 Feb 2002 a" in next(row["detail"] for row in tables["quality"] if row["kind"] == "bad_date")


def test_letter_that_the_header_does_not_explain_is_no_consent() -> None:
    tables = built([["Norway", "", "3 Apr 2002 P"]])
    assert [(row["action"], row["is_consent"]) for row in tables["treaty_actions"]] == [("other", False)]
    assert kinds(tables) == ["unknown_act"]


def test_count_that_differs_is_told() -> None:
    assert kinds(built([["Norway", "", "3 Apr 2002"]], parties=2)) == ["parties_differ"]


def test_unknown_participants_are_all_named() -> None:
    with pytest.raises(UnknownParticipants) as caught:
        built([["Atlantis", "", ""], ["Norway", "", ""], ["Nigerr", "", ""]])
    assert caught.value.unknown == (("x.xml", "XVIII-99-a", "Atlantis"), ("x.xml", "XVIII-99-a", "Nigerr"))


def test_older_table_serves_where_the_newer_file_has_none() -> None:
    head, table = status_xml(), ",".join(f'"{header}"' for header in HEADERS).encode() + b"\nNorway,12 Dec 2000,\n"
    day = dt.date(2014, 7, 10)
    tables = build([(entry(head), head), (entry(table, kind="status_table", name="18-99-a.csv", day=day), table)])
    treaty = tables["treaties"][0]
    assert (treaty["title"], treaty["has_status"], treaty["as_at"]) == ("Protocol on Lanterns", True, day)
    assert stretches(tables, "NOR")[-1] == ("signatory", "2000-12-12", None)


def test_unreadable_file_is_told_and_passed_over() -> None:
    data = b"<Document>"
    tables = build([(entry(data), data)])
    assert kinds(tables) == ["unreadable"]
    assert not any(row["has_status"] for row in tables["treaties"])


def test_treaties_of_other_depositaries_have_no_status() -> None:
    rows = {row["treaty_id"]: row for row in build([])["treaties"]}
    assert (rows["ext-npt"]["registration_number"], rows["ext-npt"]["treaty_series_volumes"]) == ("10485", "729")
    assert not any(row["has_status"] for row in rows.values())
