"""CHANGES.md: what a reader wants to know of a release against the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Template
from typing import Any

import duckdb
import polars as pl

from pipelines.publish import sql
from pipelines.publish.connection import connect, query, register
from pipelines.versions.described import CHANGES, Described
from pipelines.versions.schema import SchemaChange

SHOWN = 100
"""Lines of one kind in CHANGES.md; all rows stand in the table of changes."""
FIRST_RELEASE = "This is the first release here; there is none to compare it with."
_ROWS = "| $table | $added | $removed | $changed | $provenance |"
_COLUMNS = "| $table | $columns | $rows | $first |"


@dataclass(frozen=True)
class News:
    """What there is to tell: the two releases, their differences, and what the publisher declared, with reasons."""

    before: Described | None
    after: Described
    schema: Sequence[SchemaChange]
    rows: pl.DataFrame
    declared: Mapping[str, str]


def render(news: News, version: str, notice: str) -> str:
    """The text of CHANGES.md; the same for the same two releases."""
    head = f"# Changes in {version}\n\n{notice}"
    if news.before is None:
        return f"{head}{FIRST_RELEASE}\n"
    with connect() as connection:
        register(connection, {CHANGES: news.rows})
        for table in news.after.tables:
            path = sql.literal(news.after.parquet(table))
            connection.execute(sql.fill("release/name_parquet.sql", table=sql.identifier(table), path=path))
        parts = [f"{head}Compared with {news.before.version}.\n", *_parts(connection, news)]
    return "\n".join(parts)


def counts(rows: pl.DataFrame) -> list[dict[str, Any]]:
    """Rows added, removed, changed, and the same from elsewhere, by table."""
    with connect() as connection:
        register(connection, {CHANGES: rows})
        return query(connection, sql.text("difference/counts.sql")).to_dicts()


def _parts(connection: duckdb.DuckDBPyConnection, news: News) -> Iterator[str]:
    if news.schema:
        said = (f"{change.said}{' (breaking)' if change.is_breaking else ''}" for change in news.schema)
        yield _list("Tables and columns", said)
    if news.declared:
        yield _list("Declared by the publisher", (f"{what}: {why}" for what, why in news.declared.items()))
    rows = query(connection, sql.text("difference/counts.sql")).to_dicts()
    yield _table(
        "Rows", "| table | added | removed | changed | same, from elsewhere |\n|---|---:|---:|---:|---:|", _ROWS, rows
    )
    for file in sql.files("difference/news"):
        text = sql.text(f"difference/news/{file.name}")
        yield from _told(text.split("\n", 1)[0].removeprefix("-- "), query(connection, text)["line"].to_list())
    columns = query(connection, sql.text("difference/changed_columns.sql")).to_dicts()
    if columns:
        head = "| table | columns | rows | for example |\n|---|---|---:|---|"
        yield _table("What changed in rows that stayed", head, _COLUMNS, columns)


def _told(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        more = len(lines) - SHOWN
        rest = [f"and {more:,} more, in parquet/{CHANGES}.parquet"] if more > 0 else []
        yield _list(f"{title}: {len(lines):,}", [*lines[:SHOWN], *rest])


def _list(title: str, lines: Iterator[str] | Sequence[str]) -> str:
    return f"## {title}\n\n" + "".join(f"- {line}\n" for line in lines)


def _table(title: str, head: str, row: str, rows: Sequence[Mapping[str, Any]]) -> str:
    filled = (Template(row).substitute({name: _cell(value) for name, value in each.items()}) for each in rows)
    return f"## {title}\n\n{head}\n" + "".join(f"{line}\n" for line in filled)


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value).replace("|", "\\|")
