"""The Parquet files carry the contract's words and stand as it says."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from pipelines.contracts import contract
from pipelines.publish import parquet
from pipelines.publish.about import About
from tests.publish.tables import tables


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


def test_a_large_table_is_written_in_full_row_groups_but_for_the_last(tmp_path: Path) -> None:
    names = contract("participant_names")
    rows = 2 * parquet.PART + 7
    frame = pl.concat([tables()["participant_names"].head(1)] * rows)
    parquet.write(frame, names, tmp_path / "names.parquet", About("SPECIMEN: Accede", True, "0"))
    written = pq.ParquetFile(tmp_path / "names.parquet")
    groups = [written.metadata.row_group(number).num_rows for number in range(written.num_row_groups)]
    assert groups == [parquet.ROW_GROUP] * 4 + [7]
    assert pl.read_parquet(tmp_path / "names.parquet").equals(frame)
