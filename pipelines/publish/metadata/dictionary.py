"""DICTIONARY.md: every table, column, view and macro, from the contracts and the database's own comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Template

import duckdb

from pipelines.contracts import DUCKDB_TYPES, Contract, Field
from pipelines.publish import sql
from pipelines.publish.connection import query
from pipelines.publish.metadata.facts import Facts
from pipelines.publish.metadata.markdown import lines, table
from pipelines.publish.metadata.notice import notice

TEMPLATE = Path(__file__).with_name("dictionary.md")
PARQUET_TYPES = {
    "string": "UTF-8 string",
    "integer": "INT32",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE (days)",
}


def render(connection: duckdb.DuckDBPyConnection, facts: Facts) -> str:
    """The text of the dictionary; the database of the release is open on the connection."""
    views = [_view(connection, **row) for row in query(connection, sql.text("metadata/views.sql")).to_dicts()]
    macros = [_macro(connection, **row) for row in query(connection, sql.text("metadata/macros.sql")).to_dicts()]
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        title=facts.about.title,
        notice=notice(facts.about),
        version=facts.about.version,
        database=facts.database,
        types=lines(f"| {name} | {DUCKDB_TYPES[name]} | {PARQUET_TYPES[name]} |" for name in DUCKDB_TYPES),
        contents=lines(f"- [{each.name}](#{each.name}): {each.title}" for each in facts.contracts),
        tables="\n\n".join(_table(each, facts.rows[each.name]) for each in facts.contracts),
        views="\n\n".join(views),
        macros="\n\n".join(macros),
    )


def _table(contract: Contract, rows: int) -> str:
    parents = {key.fields[0]: key.table for key in contract.foreign_keys if key.table != contract.name}
    columns = table(
        ["column", "type", "what"], (_column(field, contract.primary_key, parents) for field in contract.fields)
    )
    return f"### {contract.name}\n\n{contract.description}\n\n{lines(_particulars(contract, rows))}\n\n{columns}"


def _particulars(contract: Contract, rows: int) -> Iterator[str]:
    yield f"- Rows: {rows:,}"
    yield f"- Key: {_names(contract.primary_key)}"
    for key in contract.foreign_keys:
        yield f"- Refers to: [{key.table}](#{key.table}) ({_names(key.table_fields)}) by {_names(key.fields)}"
    yield f"- Sorted by: {_names(contract.sort)}"
    yield f"- Source: {contract.source}"
    yield f"- Rights: {contract.rights}"
    for flaw in contract.known_flaws:
        yield f"- Known flaw: {flaw}"


def _column(field: Field, key: Sequence[str], parents: dict[str, str]) -> tuple[str, str, str]:
    marks = [field.type, *(["key"] if field.name in key else []), *([] if field.is_required else ["may be empty"])]
    values = f" One of: {', '.join(field.constraints['enum'])}." if "enum" in field.constraints else ""
    parent = f" See [{parents[field.name]}](#{parents[field.name]})." if field.name in parents else ""
    return f"`{field.name}`", ", ".join(marks), f"{field.description}{values}{parent}"


def _view(connection: duckdb.DuckDBPyConnection, name: str, what: str) -> str:
    columns = query(connection, sql.fill("metadata/view_columns.sql", view=sql.literal(name)))
    return _made(name, what, columns.rows())


def _macro(connection: duckdb.DuckDBPyConnection, name: str, parameters: list[str], what: str) -> str:
    """A macro; to learn its columns it is described, which does not run it, with nothing for every argument."""
    arguments = ", ".join("NULL" for _ in parameters)
    columns = query(connection, sql.fill("metadata/macro_columns.sql", macro=sql.identifier(name), arguments=arguments))
    return _made(f"{name}({', '.join(parameters)})", what, columns.rows())


def _made(name: str, what: str, columns: Sequence[tuple[str, str]]) -> str:
    named = ", ".join(f"`{column}` {kind}" for column, kind in columns)
    return f"### {name}\n\n{what}\n\nColumns: {named}."


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f"`{column}`" for column in columns)
