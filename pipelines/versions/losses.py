"""What a release may not lose against the one before: rows, in all and by body; and how well its formats are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import polars as pl

from pipelines.contracts import Contract, contracts
from pipelines.publish import sql
from pipelines.publish.checks import Failure
from pipelines.publish.connection import connect, query, register
from pipelines.versions.described import CHANGES, Described

_FIRST = 3


def losses(before: Described, after: Described, changes: pl.DataFrame) -> list[Failure]:
    """The rules that are broken; `changes` is the difference of the two. Tables that either lacks are not looked at."""
    shared = [each for each in contracts().values() if each.name in before.tables and each.name in after.tables]
    with connect() as connection:
        register(connection, {CHANGES: changes})
        found = [failure for each in shared for failure in _of_table(connection, each, before, after)]
        return found + list(_of_reading(connection, before, after))


def _of_table(
    connection: duckdb.DuckDBPyConnection, contract: Contract, before: Described, after: Described
) -> Iterator[Failure]:
    may_lose = contract.descriptor.get("x-may-lose")
    if may_lose is None:
        return
    lost = sql.fill(
        "difference/lost.sql",
        before=_by_body(contract, before),
        after=_by_body(contract, after),
        may_lose=sql.literal(may_lose),
    )
    yield from _failing(connection, contract.name, "lost", lost)
    if may_lose == 0:
        gone = sql.fill("difference/gone.sql", table=sql.literal(contract.name))
        yield from _failing(connection, contract.name, "gone", gone)


def _by_body(contract: Contract, side: Described) -> str:
    rows = sql.literal(side.parquet(contract.name))
    if "symbol" not in contract.columns:
        return sql.fill("difference/bodiless.sql", rows=rows)
    return sql.fill("difference/bodied.sql", rows=rows, resolutions=sql.literal(side.parquet("resolutions")))


def _of_reading(connection: duckdb.DuckDBPyConnection, before: Described, after: Described) -> Iterator[Failure]:
    name = "evaluation"
    if name in before.tables and name in after.tables:
        sides = {"before": sql.literal(before.parquet(name)), "after": sql.literal(after.parquet(name))}
        yield from _failing(connection, name, "worse", sql.fill("difference/worse.sql", **sides))


def _failing(connection: duckdb.DuckDBPyConnection, table: str, kind: str, statement: str) -> Iterator[Failure]:
    rows: list[dict[str, Any]] = query(connection, statement).to_dicts()
    if rows:
        rule = sql.text(f"difference/{kind}.sql").split("\n", 1)[0].removeprefix("-- ")
        yield Failure(table, kind, None, rule, len(rows), tuple(rows[:_FIRST]))
