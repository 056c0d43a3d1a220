"""One digest per table: the same for the same content, whichever kind of file holds it."""

from __future__ import annotations

import duckdb

from pipelines.contracts import Contract
from pipelines.publish import sql
from pipelines.publish.connection import value


def digest(connection: duckdb.DuckDBPyConnection, contract: Contract, relation: str | None = None) -> str:
    """SHA-256 over the rows of `relation` (by default the table of that name), in the order of the key."""
    statement = sql.fill(
        "release/digest.sql",
        table=relation or sql.identifier(contract.name),
        key=sql.identifiers(contract.primary_key),
        cells=sql.fill_each("release/cell.sql", contract.columns, ", "),
    )
    return str(value(connection, statement))


def fingerprint(connection: duckdb.DuckDBPyConnection, contract: Contract) -> str:
    """Equal for equal rows in whatever order, within one run; many times as fast as the digest."""
    columns = sql.identifiers(contract.columns)
    return str(
        value(connection, sql.fill("release/fingerprint.sql", table=sql.identifier(contract.name), columns=columns))
    )
