"""Every example in sql/examples is a question, one ordered statement, and runs on a release."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from pipelines.publish import sql

EXAMPLES = sql.files("examples")


@pytest.fixture(scope="module")
def database(small_release: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(small_release / "accede.duckdb"), read_only=True)


def test_there_are_at_least_twelve() -> None:
    assert len(EXAMPLES) >= 12


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_example_is_a_question_and_one_ordered_statement(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    question = "".join(line for line in text.splitlines() if line.startswith("--"))
    assert "?" in question
    assert len(duckdb.extract_statements(text)) == 1
    assert "ORDER BY" in text


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_example_answers(file: Path, database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute(file.read_text(encoding="utf-8")).fetchall()
    assert rows


def test_founding_question(database: duckdb.DuckDBPyConnection) -> None:
    """Which clauses ask States to join the Trafficking Protocol, and how many had not, then and now?"""
    text = sql.text("examples/01_calls_to_join_the_trafficking_protocol.sql")
    relation = database.sql(text).to_arrow_table().to_pylist()
    then_and_now = [(row["clause_id"], row["not_party_then"], row["not_known_to_have_joined"]) for row in relation]
    assert then_and_now == [("A/RES/0/7#op.1", 3, 1), ("A/RES/0/8#op.1", 3, 3)]


def test_voted_for_and_did_not_join(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute(sql.text("examples/02_voted_for_and_did_not_join.sql")).fetchall()
    assert [(row[0], row[1]) for row in rows] == [("Uganda", "XVIII-12-a")]
