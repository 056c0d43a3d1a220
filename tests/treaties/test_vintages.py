"""Several status files of one treaty: one history, and what they say differently."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest

from pipelines.contracts import contract
from pipelines.treaties.build import build
from tests.treaties.files import DAY, HEADERS, entry, status_xml
from tests.treaties.test_build import MARK, NOTE, built, kinds, stretches

OLD_DAY = dt.date(2014, 3, 1)
Tables = dict[str, list[dict[str, Any]]]


def csv_of(rows: Sequence[Sequence[str]]) -> bytes:
    """The table alone, as the files of 2014-15 hold it."""
    lines = [",".join(f'"{cell}"' for cell in row) for row in [HEADERS, *rows]]
    return "\n".join(lines).encode()


def two_vintages(older: Sequence[Sequence[str]], newer: Sequence[Sequence[str]] | bytes, **options: Any) -> Tables:
    old = status_xml(older, **options)
    new = newer if isinstance(newer, bytes) else status_xml(newer, **options)
    kind = "status_table" if isinstance(newer, bytes) else "status"
    return build([(entry(new, kind=kind), new), (entry(old, day=OLD_DAY), old)])


def test_act_is_known_from_the_oldest_table_that_shows_it() -> None:
    tables = two_vintages([["Norway", "12 Dec 2000", ""]], [["Norway", "12 Dec 2000", "3 Apr 2014"]])
    assert [row["known_from"] for row in tables["treaty_actions"]] == [OLD_DAY, DAY]


def test_older_knowledge_stays_beside_the_newer() -> None:
    tables = two_vintages([["Norway", "12 Dec 2000", ""]], [["Norway", "12 Dec 2000", "3 Apr 2014"]])
    rows = [row for row in tables["treaty_standing"] if row["participant_id"] == "NOR" and not row["valid_to"]]
    assert [(row["standing"], row["known_from"], row["known_to"], row["observed_until"]) for row in rows] == [
        ("signatory", OLD_DAY, DAY, OLD_DAY),
        ("party", DAY, None, DAY),
    ]


def test_what_two_vintages_know_alike_stands_once() -> None:
    tables = two_vintages([["Norway", "", "3 Apr 2004 a"]], [["Norway", "", "3 Apr 2004 a"]])
    rows = [row for row in tables["treaty_standing"] if row["participant_id"] == "NOR"]
    assert {(row["known_from"], row["known_to"], row["observed_until"]) for row in rows} == {(OLD_DAY, None, DAY)}
    assert len(rows) == 2


def test_corrected_act_is_kept_as_superseded() -> None:
    tables = two_vintages([["Norway", "", "3 Apr 2004 a"]], [["Norway", "", "3 Apr 2005 a"]])
    acts = {str(row["acted_on"]): (row["known_to"], row["observed_until"]) for row in tables["treaty_actions"]}
    assert acts == {"2004-04-03": (DAY, OLD_DAY), "2005-04-03": (None, DAY)}
    assert stretches(tables, "NOR")[-1] == ("party", "2005-04-03", None)


def test_overwritten_act_of_a_party_that_came_back_holds() -> None:
    tables = two_vintages([["Norway", "", "3 Apr 2004 a"]], [["Norway", "", "9 Sep 2016 a"]])
    assert [row["known_to"] for row in tables["treaty_actions"]] == [None, None]
    assert stretches(tables, "NOR")[-1] == ("party", "2004-04-03", None)


def test_bare_table_does_not_undo_a_withdrawal() -> None:
    rows = [[f"Canada{MARK}", "[12 Dec 2000 ]", "[ 2 May 2001 ]"]]
    tables = two_vintages(rows, csv_of([["Canada", "12 Dec 2000", "2 May 2001"]]), notes=NOTE)
    assert stretches(tables, "CAN")[-1] == ("withdrawn", "2005-05-03", None)


def test_table_with_acts_after_its_day_is_as_young_as_its_last_act() -> None:
    tables = built([["Norway", "", "20 Feb 2018 a"]])
    assert {row["observed_until"] for row in tables["treaty_standing"]} == {dt.date(2018, 2, 20)}
    assert kinds(tables) == ["after_status_day"]


def test_act_of_a_distant_future_is_left_out() -> None:
    tables = built([["Norway", "12 Dec 2000", "3 Apr 2103"]])
    assert [row["action"] for row in tables["treaty_actions"]] == ["signature"]
    assert kinds(tables) == ["bad_date"]


def test_act_in_a_note_that_is_younger_than_its_file_is_left_out() -> None:
    notes = NOTE.replace("3 May 2004", "3 May 2044").replace("3 May 2005", "3 May 2045")
    tables = built([[f"Canada{MARK}", "[12 Dec 2000 ]", "[ 2 May 2001 ]"]], notes=notes)
    assert "bad_date" in kinds(tables)
    assert all(not row["acted_on"] or row["acted_on"] <= DAY for row in tables["treaty_actions"])


def test_three_vintages_in_any_order_give_one_history() -> None:
    cells = {dt.date(2010, 1, 1): "", dt.date(2014, 3, 1): "3 Apr 2012 a", DAY: "3 Apr 2012 a"}
    files = [(day, status_xml([["Norway", "12 Dec 2000", cell]])) for day, cell in cells.items()]
    sources = [(entry(data, day=day), data) for day, data in files]
    tables = build(sources)
    assert build(list(reversed(sources))) == tables
    rows = [row for row in tables["treaty_standing"] if row["participant_id"] == "NOR" and not row["valid_to"]]
    assert [(row["standing"], str(row["known_from"]), row["known_to"] and str(row["known_to"])) for row in rows] == [
        ("signatory", "2010-01-01", "2014-03-01"),
        ("party", "2014-03-01", None),
    ]


NAMES = {
    "Turkey": "T\u00fcrkiye",
    "Swaziland": "Eswatini",
    "The former Yugoslav Republic of Macedonia": "North Macedonia",
    "Netherlands": "Netherlands (Kingdom of the)",
    "Czech Republic": "Czechia",
}
LATER_NOTE = """<Note><index>1</index><text>The Government had accepted it on 3 September 2016. On 4 November 2019 it
notified its decision to withdraw from the Agreement which took effect on 4 November 2020.</text></Note>"""


def later_vintages() -> list[tuple[Any, bytes]]:
    """The table alone of 2014, status XML of 2018 and of 2024 with other names, a withdrawal, a return."""
    table = csv_of([[name, "12 Dec 2000", ""] for name in NAMES])
    old = [[name, "12 Dec 2000", "3 Apr 2016"] for name in NAMES]
    new = [[name, "12 Dec 2000", "3 Apr 2016"] for name in NAMES.values()]
    older = status_xml([*old, ["United States of America", "", "3 Sep 2016 A"]])
    newer = status_xml([*new, [f"United States of America{MARK}", "", "20 Jan 2021 A"]], notes=LATER_NOTE)
    return [
        (entry(table, kind="status_table", name="XVIII-99-a.csv", day=OLD_DAY), table),
        (entry(older), older),
        (entry(newer, day=dt.date(2024, 5, 4)), newer),
    ]


def test_later_vintage_goes_on_with_one_history_in_any_order() -> None:
    sources = later_vintages()
    tables = build(sources)
    for order in permutations(sources):
        assert build(list(order)) == tables
    parties = {row["participant_id"] for row in tables["treaty_actions"] if row["is_consent"]}
    assert parties == {"TUR", "SWZ", "MKD", "NLD", "CZE", "USA"}
    differences = Counter(row["difference"] for row in tables["treaty_disagreements"])
    assert differences == {"name": 5, "filled_later": 5, "row_new": 1, "re_acceded": 1}


def test_later_vintage_tells_how_a_party_left_and_came_back() -> None:
    assert stretches(build(later_vintages()), "USA")[-3:] == [
        ("party", "2016-09-03", "2020-11-04"),
        ("withdrawn", "2020-11-04", "2021-01-20"),
        ("party", "2021-01-20", None),
    ]


def test_count_of_a_newer_header_speaks_of_another_day() -> None:
    old, new = status_xml([["Norway", "", "3 Apr 2002"]]), status_xml(parties=2)
    tables = build([(entry(old, day=OLD_DAY), old), (entry(new), new)])
    assert kinds(tables) == ["parties_of_other_day"]


@pytest.mark.parametrize(
    ("older", "newer", "differences"),
    [
        (["Norway", "12 Dec 2000", ""], ["Norway", "12 Dec 2000", "3 Apr 2014"], ["filled_later"]),
        (["Norway", "", "3 Apr 2004 a"], ["Norway", "", "3 Apr 2005 a"], ["corrected"]),
        (["Norway", "", "3 Apr 2004 a"], ["Norway", "", "3 Apr 2004"], ["corrected"]),
        (["Norway", "12 Dec 2000", "3 Apr 2004"], ["Norway", "", "9 Sep 2016 a"], ["re_acceded", "re_acceded"]),
        (["Norway", "", "3 Apr 2004 a"], ["Norway", "", "[3 Apr 2004 a]"], ["withdrawn"]),
        (["Swaziland", "", "3 Apr 2004 a"], ["Eswatini", "", "3 Apr 2004 a"], ["name"]),
        (["Norway", "", "3 Apr 2004 a"], ["Canada", "", ""], ["row_gone"]),
        (["Norway", "", "3 Apr 2004 a"], ["Norway", "", "3 Apr 2004 a"], []),
    ],
)
def test_difference_of_two_vintages(older: list[str], newer: list[str], differences: list[str]) -> None:
    tables = two_vintages([older], [newer])
    assert [row["difference"] for row in tables["treaty_disagreements"]] == differences
    contract("treaty_disagreements").frame(tables["treaty_disagreements"])
