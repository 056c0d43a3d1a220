"""Parquet files of a release: zstd, dictionaries, row groups, and the contract's words as key-value metadata.

The same frame gives the same bytes: no clock and no path goes in.
"""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.contracts import Contract
from pipelines.publish.about import About

# Small enough to prune by min and max of the sort columns, large enough to compress.
ROW_GROUP = 32_768
PART = 2 * ROW_GROUP
"""Rows that are turned into Arrow's form at a time."""
DIGEST_OF_FULL = "digest_of_full_edition"
"""Key under which a table without its prose names the content that it has with it."""
ARROW_TYPES = {
    "string": pa.string(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def metadata(contract: Contract, about: About, digest_of_full: str | None = None) -> dict[str, str]:
    """What a Parquet file says about itself, as key-value pairs."""
    of_full = {DIGEST_OF_FULL: digest_of_full} if digest_of_full else {}
    return {
        "release": about.title,
        "title": contract.title,
        "description": contract.description,
        "source": contract.source,
        "rights": contract.rights,
        "primary_key": ", ".join(contract.primary_key),
        "columns": json.dumps({field.name: field.description for field in contract.fields}, ensure_ascii=False),
        **of_full,
    }


def digest_of_full(path: Path) -> str | None:
    """Of a Parquet file of a text-free edition, the digest of its table in the full edition."""
    said = pq.read_metadata(path).metadata or {}
    found = said.get(DIGEST_OF_FULL.encode())
    return found.decode() if found else None


def schema(frame: pl.DataFrame, contract: Contract) -> pa.Schema:
    """The Arrow schema of a contract, with NOT NULL where a column is required.

    A required column that has empty cells is let through: the checks, which read the file, report it by name.
    """
    filled = {field.name for field in contract.fields if field.is_required and frame[field.name].null_count() == 0}
    return pa.schema(
        [pa.field(field.name, ARROW_TYPES[field.type], field.name not in filled) for field in contract.fields]
    )


def write(frame: pl.DataFrame, contract: Contract, path: Path, about: About, digest_of_full: str | None = None) -> None:
    """Write one table; rows stay in the order they have. The frame has the contract's columns and types."""
    wanted = schema(frame, contract)
    writer = pq.ParquetWriter(
        path,
        wanted,
        compression="zstd",
        compression_level=6,
        sorting_columns=[pq.SortingColumn(contract.columns.index(name)) for name in contract.sort],
        # Arrow's own copy of the schema would add nothing but bytes that change with its version.
        store_schema=False,
        write_page_checksum=True,
    )
    with writer:
        # Some row groups at a time: Arrow's copy of all texts would be as large as the frame.
        for part in frame.iter_slices(PART) if frame.height else [frame]:
            writer.write_table(part.to_arrow().cast(wanted), row_group_size=ROW_GROUP)
        writer.add_key_value_metadata(metadata(contract, about, digest_of_full))
