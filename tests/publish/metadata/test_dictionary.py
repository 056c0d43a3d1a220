"""DICTIONARY.md holds every column of every table in its order, every view and every macro."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from pipelines.contracts import Contract, contracts


@pytest.fixture(scope="module")
def text(small_release: Path) -> str:
    return (small_release / "DICTIONARY.md").read_text(encoding="utf-8")


def section(text: str, name: str) -> str:
    return text.split(f"\n### {name}\n", 1)[1].split("\n#", 1)[0]


@pytest.mark.parametrize("contract", contracts().values(), ids=lambda contract: contract.name)
def test_columns_of_a_table(text: str, contract: Contract) -> None:
    assert re.findall(r"^\| `(\w+)` \|", section(text, contract.name), re.MULTILINE) == list(contract.columns)


def test_a_column_says_its_type_values_and_the_table_it_refers_to(text: str) -> None:
    votes = section(text, "votes")
    assert "| `symbol` | string, key | Symbol of the resolution. See [resolutions](#resolutions). |" in votes
    assert "One of: yes, no, abstain, absent." in votes


def test_views_and_macros_with_their_columns(text: str, small_release: Path) -> None:
    with duckdb.connect(str(small_release / "accede.duckdb"), read_only=True) as connection:
        views = connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
        macros = connection.execute("SELECT function_name FROM duckdb_functions() WHERE NOT internal").fetchall()
    headings = {line.removeprefix("### ").split("(")[0] for line in text.splitlines() if line.startswith("### ")}
    assert {name for (name,) in [*views, *macros]} <= headings
    assert "`party_since` DATE" in section(text, "parties_on(treaty, day)")
