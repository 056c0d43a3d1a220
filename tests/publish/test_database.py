"""accede.duckdb as a user opens it: types, keys, comments, views and macros, by hand-counted answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.contracts import contract, contracts
from tests.publish.tables import GA, PROTOCOL


@pytest.fixture
def database(small_release: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(small_release / "accede.duckdb"), read_only=True) as connection:
        yield connection


def rows(database: duckdb.DuckDBPyConnection, statement: str) -> list[Any]:
    return database.execute(statement).fetchall()


def test_storage_is_what_duckdb_1_2_opens(database: duckdb.DuckDBPyConnection) -> None:
    tags = rows(database, "SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal")
    assert tags[0][0].startswith("v1.2.0")


def test_primary_keys_are_declared_where_their_index_is_not_larger_than_the_file_may_be(
    database: duckdb.DuckDBPyConnection,
) -> None:
    keys = rows(
        database,
        "SELECT table_name, constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'",
    )
    assert dict(keys) == {name: list(each.primary_key) for name, each in contracts().items() if each.is_key_indexed}
    assert "resolutions" in dict(keys)


def test_keys_lists_every_primary_and_foreign_key(database: duckdb.DuckDBPyConnection) -> None:
    primary = rows(database, "SELECT table_name, columns FROM keys WHERE kind = 'primary'")
    assert dict(primary) == {name: ", ".join(each.primary_key) for name, each in contracts().items()}
    foreign = rows(
        database,
        "SELECT columns, references_table, references_columns FROM keys "
        "WHERE kind = 'foreign' AND table_name = 'votes'",
    )
    assert foreign == [
        ("symbol", "resolutions", "symbol"),
        ("participant_id", "participants", "participant_id"),
        ("document", "documents", "sha256"),
    ]


def test_columns_carry_type_comment_and_not_null(database: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        database,
        "SELECT column_name, comment, is_nullable FROM duckdb_columns() WHERE table_name = 'votes' "
        "ORDER BY column_index",
    )
    assert found == [(field.name, field.description, not field.is_required) for field in contract("votes").fields]


def test_every_view_and_macro_says_what_it_is(database: duckdb.DuckDBPyConnection) -> None:
    silent = rows(
        database,
        "SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL UNION ALL "
        "SELECT function_name FROM duckdb_functions() WHERE NOT internal AND comment IS NULL",
    )
    assert silent == []


def test_about_says_specimen_and_vintage(database: duckdb.DuckDBPyConnection) -> None:
    assert rows(database, "FROM about") == [
        ("SPECIMEN: Accede", True, "0.0.0-unpublished", "0.1.0", "full", date(2014, 7, 10), date(2018, 1, 15)),
    ]


@pytest.mark.parametrize(
    ("day", "parties"),
    [
        ("2000-01-01", []),
        ("2004-02-29", []),
        ("2004-03-01", ["COG"]),
        ("2005-12-16", ["COG", "ORG-EU"]),
        ("2010-05-31", ["COG", "ORG-EU", "FRA"]),
        ("2010-06-01", ["ORG-EU", "FRA"]),
        ("2030-01-01", ["ORG-EU", "FRA", "NIU"]),
    ],
)
def test_parties_on(database: duckdb.DuckDBPyConnection, day: str, parties: list[str]) -> None:
    found = rows(database, f"SELECT participant_id FROM parties_on('{PROTOCOL}', '{day}')")
    assert [row[0] for row in found] == parties


def test_parties_after_the_newest_status_say_until_when_known(database: duckdb.DuckDBPyConnection) -> None:
    found = rows(database, f"SELECT DISTINCT known_on, is_current FROM parties_on('{PROTOCOL}', DATE '2030-01-01')")
    assert found == [(date(2018, 1, 15), False)]


def test_bound_on_goes_by_date_of_effect_where_known(database: duckdb.DuckDBPyConnection) -> None:
    found = rows(database, f"SELECT participant_id, is_certain FROM bound_on('{PROTOCOL}', '2006-06-01')")
    assert found == [("COG", True), ("ORG-EU", False)]


def test_not_party_on_lists_states_of_the_day(database: duckdb.DuckDBPyConnection) -> None:
    found = rows(database, f"SELECT participant_id, standing FROM not_party_on('{PROTOCOL}', '2011-12-31')")
    assert found == [("COG", "withdrawn"), ("NIU", "none"), ("SSD", "none"), ("UGA", "signatory")]


def test_not_party_on_leaves_out_states_to_come(database: duckdb.DuckDBPyConnection) -> None:
    found = rows(database, f"SELECT participant_id, since FROM not_party_on('{PROTOCOL}', '2010-01-01')")
    assert found == [("NIU", date(2000, 11, 15)), ("UGA", date(2000, 12, 12))]


def test_clause_tree_is_indented_and_in_order(database: duckdb.DuckDBPyConnection) -> None:
    found = [row[0] for row in rows(database, f"SELECT tree FROM clause_tree('{GA}')")]
    assert found[2:4] == ["2 Decides that each bridge shall:", "    (a) Be painted in a colour that boatmen can see;"]
    assert rows(database, f"FROM clause_tree('{GA}', language := 'fr')") == []


def test_call_answers_count_then_and_now(database: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        database,
        "SELECT states, not_party_then, joined_since, not_known_to_have_joined, observed_until FROM call_answers "
        f"WHERE clause_id = '{GA}#op.1'",
    )
    assert found == [(4, 3, 2, 1, date(2018, 1, 15))]


def test_open_calls_of_a_state(database: duckdb.DuckDBPyConnection) -> None:
    found = rows(database, "SELECT treaty_id, calls, standing_at_last_call FROM open_calls_of('UGA')")
    assert found == [("XVIII-12-a", 2, "signatory"), ("IV-4", 1, "none")]
