"""How commands print what differs between two releases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl
from rich.markup import escape
from rich.table import Table

from pipelines.cli.output import table
from pipelines.versions.news import counts
from pipelines.versions.schema import SchemaChange

COLUMNS = ("table", "added", "removed", "changed", "provenance:same, from elsewhere")


def counted(rows: pl.DataFrame, title: str) -> Table:
    """Rows added, removed, changed and from elsewhere, by table."""
    return table(title, COLUMNS, counts(rows))


def schema_lines(schema: Sequence[SchemaChange]) -> Iterable[str]:
    """Changes of tables and columns, breaking ones marked."""
    return [f"Schema   {escape(each.said)}{' [bold](breaking)[/]' if each.is_breaking else ''}" for each in schema]
