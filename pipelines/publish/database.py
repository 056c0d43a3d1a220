"""accede.duckdb: tables with types, keys and comments from the contracts, then the views and macros of sql/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import duckdb

from pipelines.contracts import DUCKDB_TYPES, Contract, Edition, Field
from pipelines.publish import sql
from pipelines.publish.about import About
from pipelines.publish.connection import connect

Files = Iterable[tuple[Contract, Path]]
"""Contracts, each with the Parquet file that holds the rows of its table."""
FULL_ONLY = "-- full edition only"
"""How the file of a view or macro begins that shows words of the documents."""


def write(
    connection: duckdb.DuckDBPyConnection, contracts: Sequence[Contract], files: Files, path: Path, about: About
) -> None:
    """Write the database at `path` from the Parquet `files`, taken one after the other; `about` fills the view of
    that name.
    """
    connection.execute(sql.fill("release/attach.sql", path=sql.literal(path)))
    fill(connection, contracts, files, about)
    connection.execute(sql.text("release/detach.sql"))


def fill(connection: duckdb.DuckDBPyConnection, contracts: Sequence[Contract], files: Files, about: About) -> None:
    """Make tables, views and macros in the database that is in use; the parts are those of `write`."""
    for contract, file in files:
        _write_table(connection, contract, file)
    connection.execute(_about(about))
    connection.execute(_keys(contracts))
    for statement in views_and_macros(about.edition):
        connection.execute(statement)


def views_and_macros(edition: Edition) -> list[str]:
    """The statements that make the views and macros of an edition: without text, those that show text are left out."""
    return [text for text in _views_and_macros() if edition in ("full", "partial") or not text.startswith(FULL_ONLY)]


def left_out(edition: Edition) -> list[str]:
    """Names of the views and macros that an edition lacks."""
    kept = views_and_macros(edition)
    return [text.split("CREATE ")[1].split()[1].partition("(")[0] for text in _views_and_macros() if text not in kept]


def _views_and_macros() -> list[str]:
    files = [*sql.files("views"), *sql.files("macros")]
    return [sql.text(f"{file.parent.name}/{file.name}") for file in files]


def restate(path: Path, about: About) -> None:
    """Have a finished database say anew what it is; its tables stay as they are."""
    with connect() as connection:
        connection.execute(sql.fill("release/reopen.sql", path=sql.literal(path)))
        connection.execute(_about(about))
        connection.execute(sql.text("release/detach.sql"))


def _about(about: About) -> str:
    return sql.fill(
        "release/about.sql",
        title=sql.literal(about.title),
        is_specimen="true" if about.is_specimen else "false",
        software_version=sql.literal(about.software_version),
        edition=sql.literal(about.edition),
        version=sql.literal(about.version),
    )


def _write_table(connection: duckdb.DuckDBPyConnection, contract: Contract, rows: Path) -> None:
    table = sql.identifier(contract.name)
    connection.execute(sql.fill("release/create_table.sql", table=table, definitions=_definitions(contract)))
    columns = sql.identifiers(contract.columns)
    connection.execute(sql.fill("release/fill_table.sql", table=table, columns=columns, path=sql.literal(rows)))
    connection.execute(sql.fill("release/comment_table.sql", table=table, comment=sql.literal(_comment(contract))))
    for field in contract.fields:
        column, words = sql.identifier(field.name), sql.literal(field.description)
        connection.execute(sql.fill("release/comment_column.sql", table=table, column=column, comment=words))


def _definitions(contract: Contract) -> str:
    columns = [_column(field) for field in contract.fields]
    # Foreign keys stand in the view of keys and are checked before; as constraints they need an index each, and with
    # those of all primary keys the file of all shared data would be five times the Parquet files.
    if contract.is_key_indexed:
        columns.append(sql.fill("release/primary_key.sql", columns=sql.identifiers(contract.primary_key)))
    return ",\n    ".join(part.strip() for part in columns)


def _keys(contracts: Sequence[Contract]) -> str:
    return sql.fill(
        "release/keys.sql", keys=",\n    ".join(key for contract in contracts for key in _keys_of(contract))
    )


def _keys_of(contract: Contract) -> Iterator[str]:
    yield _key(contract, "primary", contract.primary_key, None, None)
    for key in contract.foreign_keys:
        yield _key(contract, "foreign", key.fields, key.table, key.table_fields)


def _key(
    contract: Contract, kind: str, columns: Iterable[str], table: str | None, table_columns: Iterable[str] | None
) -> str:
    return sql.fill(
        "release/key.sql",
        table=sql.literal(contract.name),
        kind=sql.literal(kind),
        columns=sql.literal(", ".join(columns)),
        references_table="NULL" if table is None else sql.literal(table),
        references_columns="NULL" if table_columns is None else sql.literal(", ".join(table_columns)),
    ).strip()


def _column(field: Field) -> str:
    name = "release/required_column.sql" if field.is_required else "release/column.sql"
    kind = sql.text("release/text_type.sql").strip() if field.is_long else DUCKDB_TYPES[field.type]
    return sql.fill(name, column=sql.identifier(field.name), type=kind)


def _comment(contract: Contract) -> str:
    references = "; ".join(
        f"{', '.join(key.fields)} -> {key.table} ({', '.join(key.table_fields)})" for key in contract.foreign_keys
    )
    keys = f" References: {references}." if references else ""
    return f"{contract.description}{keys} Source: {contract.source} Rights: {contract.rights}"
