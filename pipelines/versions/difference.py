"""The rows that differ between two releases, by key: added, removed, changed, or only come from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import duckdb
import polars as pl

from pipelines.contracts import Contract, contracts, load
from pipelines.paths import DATASETS
from pipelines.publish import sql
from pipelines.publish.connection import connect, query
from pipelines.versions.described import CHANGES, Described


@cache
def changes_contract() -> Contract:
    """The contract of the table of changes; it stands apart, since no build makes it."""
    return load(DATASETS / "published" / f"{CHANGES}.yaml")


def no_changes() -> pl.DataFrame:
    """The table of changes of a first release."""
    return changes_contract().frame([])


def difference(before: Described, after: Described) -> pl.DataFrame:
    """One row for each key that differs, as datasets/published/changes.yaml says; empty when all content is the same.

    A table that only one release has gives all its rows. Columns that only one release has are not compared: they are
    a change of the schema.
    """
    names = [*contracts(), *sorted({*before.tables, *after.tables} - contracts().keys())]
    with connect() as connection:
        found = [_of_table(connection, name, before, after) for name in names]
    return changes_contract().sorted(pl.concat([no_changes(), *(rows for rows in found if rows is not None)]))


def _of_table(
    connection: duckdb.DuckDBPyConnection, name: str, before: Described, after: Described
) -> pl.DataFrame | None:
    old, new = before.tables.get(name), after.tables.get(name)
    if old and new and old.digest == new.digest:
        return None
    if old is None or new is None or old.key != new.key:
        return _whole(connection, name, before, after)
    shared = [column for column in new.columns if column in old.columns and column not in new.key]
    from_elsewhere = _provenance(name)
    statement = sql.fill(
        "difference/rows.sql",
        table=sql.literal(name),
        before=sql.literal(before.parquet(name)),
        after=sql.literal(after.parquet(name)),
        key=_key(new.key),
        matches=sql.fill_each("difference/match.sql", new.key, " AND "),
        content=_differing([column for column in shared if column not in from_elsewhere]),
        provenance=_differing([column for column in shared if column in from_elsewhere]),
    )
    return _typed(query(connection, statement))


def _whole(
    connection: duckdb.DuckDBPyConnection, name: str, before: Described, after: Described
) -> pl.DataFrame | None:
    """All rows of a table that one release lacks, or keeps under another key."""
    sides = [(before, "removed"), (after, "added")]
    found = [
        query(
            connection,
            sql.fill(
                "difference/whole.sql",
                table=sql.literal(name),
                rows=sql.literal(side.parquet(name)),
                key=sql.fill_each("difference/one_key.sql", side.tables[name].key, ", "),
                change=sql.literal(change),
            ),
        )
        for side, change in sides
        if name in side.tables
    ]
    return _typed(pl.concat(found)) if found else None


def _typed(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.cast(pl.Schema(changes_contract().schema))


def _provenance(name: str) -> set[str]:
    """Columns that tell where a row comes from: they may change while it says the same."""
    described = contracts()[name].descriptor["fields"] if name in contracts() else []
    return {field["name"] for field in described if field.get("x-provenance")}


def _key(columns: Sequence[str]) -> str:
    return sql.fill_each("difference/key.sql", columns, ", ")


def _differing(columns: Sequence[str]) -> str:
    """The names of those columns that differ, as the arguments of concat_ws; NULL where there is none to compare."""
    parts = [
        sql.fill("difference/differs.sql", column=sql.identifier(column), quoted=sql.literal(column))
        for column in columns
    ]
    return ", ".join(part.strip() for part in parts) or "NULL"


def parquet_of(folder: Path) -> Path:
    """Where the table of changes of a published release lies."""
    return folder / "parquet" / f"{CHANGES}.parquet"
