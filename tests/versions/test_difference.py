"""The difference of two releases, row by row."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from pipelines.versions.described import described
from pipelines.versions.difference import difference
from tests.versions.conftest import Change, Make


@pytest.mark.parametrize(
    ("change", "rows"),
    [
        (
            lambda tables: {**tables, "votes": tables["votes"].slice(0, tables["votes"].height - 1)},
            [("votes", "removed", None)],
        ),
        (
            lambda tables: {**tables, "clauses": tables["clauses"].with_columns(span_start=pl.col("span_start") + 1)},
            [("clauses", "provenance", "span_start")],
        ),
        (
            lambda tables: {
                **tables,
                "clauses": tables["clauses"].with_columns(span_start=pl.col("span_start") + 1, verb=pl.lit("sing")),
            },
            [("clauses", "changed", "verb, span_start")],
        ),
        (
            lambda tables: {**tables, "votes": tables["votes"].with_columns(symbol=pl.lit("A/RES/0/8"))},
            [("votes", "added", None), ("votes", "removed", None)],
        ),
    ],
    ids=["removed", "provenance", "changed", "another key"],
)
def test_each_kind_of_change(
    small_release: Path, changed: Make, change: Change, rows: list[tuple[str, str, str | None]]
) -> None:
    found = difference(described(small_release), described(changed(change)))
    assert found.select("table", "change", "columns").unique(maintain_order=True).rows() == rows


def test_the_same_tables_do_not_differ(small_release: Path, changed: Make) -> None:
    assert difference(described(small_release), described(changed(lambda tables: tables))).is_empty()
