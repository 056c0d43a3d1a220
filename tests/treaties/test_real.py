from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipelines.paths import REFERENCE
from pipelines.rows import Row
from pipelines.treaties import status, tables
from pipelines.treaties.build import build
from pipelines.treaties.effect_rules import effects
from pipelines.treaties.participants import Participants
from tests.treaties.real import table_sources, xml_sources


@pytest.fixture(scope="module")
def real(shared: Path) -> dict[str, list[Row]]:
    """The tables of all real status files."""
    return build([*xml_sources(shared), *table_sources(shared)])


def open_standing(real: dict[str, list[Row]], treaty_id: str) -> dict[str, str]:
    rows = [
        row
        for row in real["treaty_standing"]
        if row["treaty_id"] == treaty_id and not row["valid_to"] and not row["known_to"]
    ]
    return {row["participant_id"]: row["standing"] for row in rows}


def test_trafficking_protocol(real: dict[str, list[Row]]) -> None:
    standing = open_standing(real, "XVIII-12-a")
    assert sum(value == "party" for value in standing.values()) == 173
    assert {key for key, value in standing.items() if value == "signatory"} == {"COG", "UGA"}


def test_stated_parties_differ_only_where_expected(real: dict[str, list[Row]]) -> None:
    assert {row["subject"] for row in real["quality"] if row["kind"] == "parties_differ"} == {"VII-9", "XIX-34"}


def test_canada_left_kyoto(real: dict[str, list[Row]]) -> None:
    rows = [row for row in real["treaty_standing"] if (row["treaty_id"], row["participant_id"]) == ("XXVII-7-a", "CAN")]
    assert [(row["standing"], str(row["valid_from"])) for row in rows if not row["known_to"]][-2:] == [
        ("party", "2002-12-17"),
        ("withdrawn", "2012-12-15"),
    ]


def test_covenants_have_the_older_tables(real: dict[str, list[Row]]) -> None:
    treaties = {row["treaty_id"]: row for row in real["treaties"]}
    assert all(treaties[key]["has_status"] for key in ("IV-2", "IV-3", "IV-4", "IV-8", "IV-9", "IV-11", "XVIII-12"))


def test_keys_are_unique(real: dict[str, list[Row]]) -> None:
    actions = [row["action_id"] for row in real["treaty_actions"]]
    standing = [
        (row["treaty_id"], row["participant_id"], row["valid_from"], row["known_from"])
        for row in real["treaty_standing"]
    ]
    assert len(actions) == len(set(actions))
    assert len(standing) == len(set(standing))


def test_stretches_follow_each_other(real: dict[str, list[Row]]) -> None:
    by_pair: dict[tuple[object, ...], list[Row]] = {}
    for row in real["treaty_standing"]:
        by_pair.setdefault((row["treaty_id"], row["participant_id"], row["known_from"]), []).append(row)
    ends = {key: row["counts_to"] for key, row in Participants.load().rows.items()}
    assert all(
        [row["valid_to"] for row in rows] == [*(row["valid_from"] for row in rows[1:]), ends[str(key[1])]]
        for key, rows in by_pair.items()
    )


def test_names_of_other_peoples_lists_resolve_to_their_codes(shared: Path) -> None:
    """The third vintage of names: the open climate data and the country groups, each with the code its makers gave."""
    paths = [*shared.glob("treaties/openclimatedata/*.csv"), *shared.glob("treaties/countrygroups/*.csv")]
    codes = {row["Name"]: row["Code"] for path in paths for row in csv.DictReader(path.open(encoding="utf-8"))}
    resolved = {name: Participants.load().resolve(name)[0] for name in codes}
    assert {name: (key, codes[name]) for name, key in resolved.items() if key != codes[name]} == {
        "European Union": ("ORG-EU", "EUU")
    }


def test_every_name_of_the_status_files_resolves_to_the_code_that_a_person_gave(shared: Path) -> None:
    """names.csv: the 235 names of January 2018 and of 2014-15, each code looked at by a person."""
    with Path(__file__).with_name("names.csv").open(encoding="utf-8", newline="") as file:
        wanted = {row["name"]: row["participant_id"] for row in csv.DictReader(file)}
    read = [status.read(data).table for _, data in xml_sources(shared)] + [
        tables.read(data) for _, data in table_sources(shared)
    ]
    printed = {row.participant for table in read if table for row in table.rows}
    assert printed <= wanted.keys()
    assert {name: Participants.load().resolve(name)[0] for name in wanted} == wanted


@pytest.mark.parametrize("column", ["UNTERM English Short", "UNTERM English Formal", "official_name_en"])
def test_names_of_the_terminology_base_resolve_to_their_codes(shared: Path, column: str) -> None:
    states = {key for key, row in Participants.load().rows.items() if row["kind"] == "state"}
    [path] = shared.glob("treaties/country-codes/country-codes.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        codes = {row[column]: row["ISO3166-1-Alpha-3"] for row in csv.DictReader(file)}
    codes = {name: code for name, code in codes.items() if name and code in states}
    assert len(codes) >= 195
    assert {name: Participants.load().resolve(name)[0] for name in codes} == codes


def test_regional_groups_are_those_of_another_list(shared: Path) -> None:
    """Their list has Turkey twice: it takes part in two groups, and is counted in one for elections."""
    participants = Participants.load()
    [path] = shared.glob("treaties/countrygroups/un-regional-groups.csv")
    with path.open(encoding="utf-8") as file:
        pairs = {(row["Region"], participants.rows[row["Code"]]["regional_group"]) for row in csv.DictReader(file)}
    assert sorted(pairs) == [
        ("African Group", "African States"),
        ("Asia-Pacific Group", "Asia-Pacific States"),
        ("Asia-Pacific Group", "Western European and other States"),
        ("Eastern European Group", "Eastern European States"),
        ("GRULAC", "Latin American and Caribbean States"),
        ("WEOG", "Western European and other States"),
    ]


def test_closed_treaties_bar_nobody_who_joined(real: dict[str, list[Row]]) -> None:
    """The Charter apart: its first members ratified it, and those after them were admitted."""
    with (REFERENCE / "treaty_eligibility.csv").open(encoding="utf-8", newline="") as file:
        closed = {row["treaty_id"]: row["states"].split() for row in csv.DictReader(file) if row["rule"] == "listed"}
    states = {row["participant_id"] for row in real["participants"] if row["kind"] == "state"}
    joined = {
        (row["treaty_id"], row["participant_id"])
        for row in real["treaty_actions"]
        if row["is_consent"] and row["treaty_id"] in closed and row["participant_id"] in states
    }
    assert {(key, state) for key, state in joined if state not in closed[key] and key != "I-1"} == set()


def test_acts_of_former_states_make_treaties_enter_into_force(real: dict[str, list[Row]]) -> None:
    """By each treaty's own rule the deposit that counted was one of theirs, or could not be found without theirs."""
    told = {row["treaty_id"]: row["in_force_on"] for row in real["treaties"]}
    for treaty_id in ("III-6", "IV-7", "IV-10", "IV-12", "VI-16", "XVIII-7", "XXI-1", "XXVI-1", "XXVI-2"):
        days = [
            row["acted_on"]
            for row in real["treaty_actions"]
            if row["treaty_id"] == treaty_id and row["is_consent"] and not row["known_to"]
        ]
        assert (treaty_id, effects()[treaty_id].in_force_on(days)) == (treaty_id, told[treaty_id])


def test_trafficking_protocol_enters_into_force_by_its_own_rule(real: dict[str, list[Row]]) -> None:
    days = sorted(
        row["acted_on"] for row in real["treaty_actions"] if row["treaty_id"] == "XVIII-12-a" and row["is_consent"]
    )
    assert str(effects()["XVIII-12-a"].in_force_on(days)) == "2003-12-25"


def test_withdrawals_are_those_that_a_person_reads_in_the_notes(real: dict[str, list[Row]]) -> None:
    """withdrawals.csv: every row in brackets and every note read by a person; what no source tells is empty."""
    current = [row for row in real["treaty_actions"] if not row["known_to"]]
    revoked = {
        (row["treaty_id"], row["participant_id"]): row for row in current if row["action"] == "withdrawal_revoked"
    }
    basis = {"stated": "note", "rule": "rule", None: ""}
    found = {
        (
            *key,
            str(row["acted_on"] or ""),
            str(row["effective_on"] or ""),
            basis[row["effective_basis"]] if row["effective_on"] else "",
            str(revoked[key]["acted_on"]) if key in revoked else "",
        )
        for row in current
        if row["action"] == "withdrawal" and (key := (row["treaty_id"], row["participant_id"]))
    }
    with Path(__file__).with_name("withdrawals.csv").open(encoding="utf-8", newline="") as file:
        wanted = {tuple(row.values())[:-1] for row in csv.DictReader(file)}
    assert found == wanted


def test_every_row_in_brackets_has_a_withdrawal(real: dict[str, list[Row]]) -> None:
    pairs: dict[str, set[tuple[str, str]]] = {"brackets": set(), "withdrawal": set()}
    for row in real["treaty_actions"]:
        for name in pairs.keys() & {row["evidence"], row["action"]}:
            pairs[name].add((row["treaty_id"], row["participant_id"]))
    assert len(pairs["brackets"]) == 64
    assert pairs["brackets"] <= pairs["withdrawal"]
