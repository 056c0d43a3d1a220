"""What must hold before a release appears: checks made from the contracts, and this project's own in sql/checks/own.

Every check is a SELECT of the rows that break it. It runs on a connection where each table stands under its own name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

import duckdb
import polars as pl

from pipelines.contracts import Contract, Field, contracts
from pipelines.publish import models, sql
from pipelines.publish.connection import query, register, value

R = TypeVar("R")
Opened = Callable[[], AbstractContextManager[duckdb.DuckDBPyConnection]]


@dataclass(frozen=True)
class Check:
    """One rule about one table; `kind` is the template's name (required, enum, …) or the file's name in checks/own."""

    table: str
    kind: str
    column: str | None
    rule: str
    statement: str


@dataclass(frozen=True)
class Failure:
    """A rule that is broken: how many rows break it, and the first of them."""

    table: str
    kind: str
    column: str | None
    rule: str
    count: int
    rows: tuple[Mapping[str, Any], ...]

    def __str__(self) -> str:
        place = f"{self.table}.{self.column}" if self.column else self.table
        shown = "; ".join(", ".join(f"{name}={value}" for name, value in row.items()) for row in self.rows)
        return f"{place}: {self.kind}: {self.rule} {self.count} found{f'; first: {shown}' if shown else ''}"


class ChecksFailed(Exception):
    """One or more checks failed; nothing was published."""

    def __init__(self, failures: Sequence[Failure | str]) -> None:
        self.failures = tuple(failures)
        super().__init__("\n".join(str(failure) for failure in failures))


def all_checks() -> list[Check]:
    """Every check of every table, in the order of the contracts, then this project's own."""
    of_contracts = [check for contract in contracts().values() for check in of_contract(contract)]
    return [*of_contracts, *of_titles(), *of_models(), *own()]


def of_contract(contract: Contract) -> list[Check]:
    """The checks that follow from one contract."""
    fields = [check for field in contract.fields for check in _of_field(contract, field)]
    return [*fields, _unique(contract), *_foreign_keys(contract), _sorted(contract)]


def of_titles() -> list[Check]:
    """The rule of titles, for every table that has them; it reads the table `quality` too."""
    return [_check(contract, "title", "title") for contract in contracts().values() if "title" in contract.columns]


def of_models() -> list[Check]:
    """What SQL makes of other tables, made once more: a difference is a row that was changed since, or lost.

    The answers to calls have rules of their own in checks/own, which take a tenth of the time.
    """
    return [
        _check(
            contract, "model", None, columns=sql.identifiers(contract.columns), model=models.statement(contract.name)
        )
        for contract in contracts().values()
        if contract.name in ("joining_spells", "joining_curves")
    ]


def own() -> list[Check]:
    """The checks in sql/checks/own; a file opens with the table, the column (or -) and the rule as comments."""
    return [_own(file.stem, file.read_text(encoding="utf-8")) for file in sql.files("checks/own")]


def run(connection: duckdb.DuckDBPyConnection, checks: Iterable[Check]) -> list[Failure]:
    """The failures among the checks, in their order."""
    register(connection, models.reference())
    return [failure for check in checks if (failure := failure_of(connection, check))]


def each(opened: Opened, ask: Callable[[duckdb.DuckDBPyConnection, Check], R], checks: Sequence[Check]) -> list[R]:
    """What `ask` says of every check, in their order; over two connections, since most keep one processor busy."""
    idle = SimpleQueue[duckdb.DuckDBPyConnection]()

    def one(check: Check) -> R:
        connection = idle.get()
        try:
            return ask(connection, check)
        finally:
            idle.put(connection)

    with ExitStack() as stack, ThreadPoolExecutor(2) as threads:
        for _ in range(2 if checks else 0):
            connection = stack.enter_context(opened())
            register(connection, models.reference())
            idle.put(connection)
        return list(threads.map(one, checks))


def shape(tables: Mapping[str, pl.DataFrame]) -> list[Failure]:
    """Tables and columns against the contracts: none missing, none too many, in order and of the right type."""
    unknown = [
        Failure(name, "columns", None, "A table without a contract.", frame.height, ())
        for name, frame in tables.items()
        if name not in contracts()
    ]
    return unknown + [failure for contract in contracts().values() for failure in _shape(contract, tables)]


def _shape(contract: Contract, tables: Mapping[str, pl.DataFrame]) -> Iterator[Failure]:
    if contract.name not in tables:
        yield Failure(contract.name, "columns", None, "The table is missing.", 1, ())
        return
    found, wanted = dict(tables[contract.name].schema), contract.schema
    for column in [*wanted, *(name for name in found if name not in wanted)]:
        if column not in found:
            yield Failure(contract.name, "columns", column, "The column is missing.", 1, ())
        elif column not in wanted:
            yield Failure(contract.name, "columns", column, "The column does not stand in the contract.", 1, ())
        elif found[column] != wanted[column]:
            rule = f"The column is of type {found[column]}, the contract says {wanted[column]}."
            yield Failure(contract.name, "columns", column, rule, 1, ())
    if found.keys() == wanted.keys() and list(found) != list(wanted):
        yield Failure(contract.name, "columns", None, "The columns are in another order.", 1, ())


def failure_of(connection: duckdb.DuckDBPyConnection, check: Check) -> Failure | None:
    """The failure of one check; None where it holds."""
    rows = query(connection, sql.fill("checks/first.sql", statement=check.statement)).to_dicts()
    if not rows:
        return None
    count = int(value(connection, sql.fill("checks/count.sql", statement=check.statement)))
    return Failure(check.table, check.kind, check.column, check.rule, count, tuple(rows))


def _of_field(contract: Contract, field: Field) -> Iterator[Check]:
    constraints = field.constraints
    if field.is_required:
        yield _check(contract, "required", field.name)
    if "enum" in constraints:
        yield _check(contract, "enum", field.name, values=sql.literals(constraints["enum"]))
    if "pattern" in constraints:
        yield _check(contract, "pattern", field.name, pattern=sql.literal(constraints["pattern"]))
    for bound in ("minimum", "maximum"):
        if bound in constraints:
            yield _check(contract, bound, field.name, bound=sql.literal(constraints[bound]))


def _unique(contract: Contract) -> Check:
    return _check(contract, "unique", None)


def _sorted(contract: Contract) -> Check:
    columns = sql.identifiers(dict.fromkeys([*contract.primary_key, *contract.sort]))
    return _check(contract, "sorted", None, columns=columns, sort=sql.identifiers(contract.sort))


def _foreign_keys(contract: Contract) -> Iterator[Check]:
    for key in contract.foreign_keys:
        pairs = zip(key.fields, key.table_fields, strict=True)
        matches = [
            sql.fill("checks/parts/match.sql", column=sql.identifier(column), parent_column=sql.identifier(parent))
            for column, parent in pairs
        ]
        yield _check(
            contract,
            "foreign_key",
            key.fields[0],
            shown=sql.identifiers(dict.fromkeys([*contract.primary_key, *key.fields])),
            parent=sql.identifier(key.table),
            matches=" AND ".join(match.strip() for match in matches),
            filled=sql.fill_each("checks/parts/filled.sql", key.fields, " AND "),
        )


def _check(contract: Contract, kind: str, column: str | None, **parts: str) -> Check:
    """One template filled; its first line says the rule."""
    rule, statement = sql.text(f"checks/{kind}.sql").split("\n", 1)
    named = {"column": sql.identifier(column)} if column else {}
    filled = sql.fill_text(
        statement, table=sql.identifier(contract.name), key=sql.identifiers(contract.primary_key), **named, **parts
    )
    return Check(contract.name, kind, column, rule.removeprefix("-- "), filled)


def _own(name: str, text: str) -> Check:
    table, column, rule, statement = text.split("\n", 3)
    said = column.removeprefix("-- column: ")
    return Check(
        table.removeprefix("-- table: "), name, None if said == "-" else said, rule.removeprefix("-- "), statement
    )
