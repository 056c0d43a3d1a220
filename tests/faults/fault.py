"""What a planted fault is, and the hands that plant it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import polars as pl

from pipelines.contracts import contract, contracts

Tables = dict[str, pl.DataFrame]


@dataclass(frozen=True)
class Fault:
    """One table with a fault in it. `names` are the values of which a failure must show one to name the row; none
    where the fault is not in a row."""

    table: str
    what: str
    tables: Tables
    names: tuple[str, ...] = ()


# Gives a fault drawn by chance, or None where the tables have no place for one.
Kind = Callable[[Tables, Random], Fault | None]


def rows(frame: pl.DataFrame, where: pl.Expr | None = None) -> list[int]:
    """Places of the rows that an expression picks."""
    return (
        list(range(frame.height))
        if where is None
        else frame.select(where.fill_null(False).arg_true()).to_series().to_list()
    )


def draw(frame: pl.DataFrame, chance: Random, where: pl.Expr | None = None) -> int | None:
    """The place of one row that an expression picks."""
    found = rows(frame, where)
    return chance.choice(found) if found else None


def cell(tables: Tables, table: str, at: int, column: str, value: Any) -> Fault:
    """The fault of one wrong cell."""
    frame = tables[table]
    old, key = frame[column][at], key_of(table, frame.row(at, named=True))
    shown = f"{table}.{column}: {_short(old)} -> {_short(value)} ({', '.join(key)})"
    changed = frame.with_columns(
        pl.when(pl.int_range(pl.len()) == at)
        .then(pl.lit(value, dtype=frame.schema[column]))
        .otherwise(pl.col(column))
        .alias(column)
    )
    named = (*key, _text(value)) if column in contract(table).primary_key else key
    return Fault(table, shown, tables | {table: ordered(table, changed, column)}, _telling(named))


def cells(tables: Tables, table: str, at: int, values: dict[str, Any]) -> Fault:
    """The fault of several wrong cells in one row."""
    faults, changed = [], tables
    for column, value in values.items():
        place = _place(changed[table], tables[table].row(at, named=True), [*values][: len(faults)], values)
        fault = cell(changed, table, place, column, value)
        faults, changed = [*faults, fault], fault.tables
    return Fault(table, "; ".join(fault.what for fault in faults), changed, tuple(n for f in faults for n in f.names))


def _place(frame: pl.DataFrame, row: dict[str, Any], done: Sequence[str], values: dict[str, Any]) -> int:
    """Where a row stands after some of its cells were changed, which may have moved it."""
    wanted = {**row, **{column: values[column] for column in done}}
    same = pl.all_horizontal([pl.col(name).eq_missing(pl.lit(value)) for name, value in wanted.items()])
    return rows(frame, same)[0]


def ordered(table: str, frame: pl.DataFrame, *changed: str) -> pl.DataFrame:
    """The rows in the order that a build would give them; nothing to do where no column of the order changed."""
    return contract(table).sorted(frame) if not changed or set(changed) & set(contract(table).sort) else frame


def key_of(table: str, row: dict[str, Any]) -> tuple[str, ...]:
    """The key of a row as text."""
    return tuple(_text(row[column]) for column in contract(table).primary_key)


def _telling(key: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a key that tell the row from others: not the language."""
    return tuple(part for part in key if len(part) > 2)


def _text(value: Any) -> str:
    return "NULL" if value is None else str(value)


def _short(value: Any) -> str:
    text = _text(value)
    return text if len(text) < 50 else f"{text[:24]}…{text[-24:]}"


def columns(tables: Tables, wanted: Callable[[str, str], bool]) -> list[tuple[str, str]]:
    """(table, column) pairs of filled tables of which `wanted(table, column)` holds."""
    return [
        (name, column)
        for name, each in contracts().items()
        if name in tables and tables[name].height
        for column in each.columns
        if wanted(name, column)
    ]
