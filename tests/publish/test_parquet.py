"""The Parquet files carry the contract's words and stand as it says."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from pipelines.contracts import contract


def test_metadata_is_the_contract(small_release: Path) -> None:
    pairs = pq.read_metadata(small_release / "parquet" / "clauses.parquet").metadata
    assert pairs[b"title"].decode() == contract("clauses").title
    assert pairs[b"release"] == b"SPECIMEN: Accede"
    assert pairs[b"primary_key"] == b"clause_id, language"
    assert json.loads(pairs[b"columns"])["label"] == contract("clauses").fields[6].description


def test_columns_are_zstd_and_required_ones_not_null(small_release: Path) -> None:
    file = pq.ParquetFile(small_release / "parquet" / "clauses.parquet")
    group = file.metadata.row_group(0)
    assert {group.column(number).compression for number in range(group.num_columns)} == {"ZSTD"}
    assert not file.schema_arrow.field("text").nullable
    assert file.schema_arrow.field("parent_id").nullable
    assert [column.column_index for column in group.sorting_columns] == [2, 1, 8]


def test_every_table_reads_back_as_it_was(small_release: Path, small_tables: dict[str, pl.DataFrame]) -> None:
    for name, frame in small_tables.items():
        assert pl.read_parquet(small_release / "parquet" / f"{name}.parquet").equals(frame), name
