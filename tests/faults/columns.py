"""Faults of whole columns and tables: names, types, order, and values that slipped against the rest of the row."""

from __future__ import annotations

from random import Random

import polars as pl

from pipelines.contracts import contract
from tests.faults.fault import Fault, Kind, Tables, columns, ordered


def renamed(tables: Tables, chance: Random) -> Fault | None:
    table, column = _any(tables, chance)
    return _fault(tables, table, column, tables[table].rename({column: f"{column}_old"}), "renamed")


def dropped(tables: Tables, chance: Random) -> Fault | None:
    table, column = _any(tables, chance)
    return _fault(tables, table, column, tables[table].drop(column), "dropped")


def added(tables: Tables, chance: Random) -> Fault | None:
    table, _ = _any(tables, chance)
    return _fault(tables, table, "retrieved_at", tables[table].with_columns(retrieved_at=pl.lit("today")), "added")


def reordered(tables: Tables, chance: Random) -> Fault | None:
    table, column = _any(tables, chance)
    names = [*(name for name in tables[table].columns if name != column), column]
    if names == tables[table].columns:
        return None
    return _fault(tables, table, column, tables[table].select(names), "moved to the end", ())


def retyped(tables: Tables, chance: Random) -> Fault | None:
    table, column = _any(tables, chance)
    kind = tables[table].schema[column]
    other = {pl.String(): pl.Categorical(), pl.Int32(): pl.Int64(), pl.Date(): pl.Datetime(), pl.Boolean(): pl.Int8()}
    wrong = chance.choice([other.get(kind, pl.Float32()), pl.String() if kind != pl.String() else pl.Binary()])
    return _fault(tables, table, column, tables[table].with_columns(pl.col(column).cast(wrong)), f"as {wrong}")


# Columns whose cells other cells of the row decide; a slip of a whole column shows there.
TIED = {
    "documents": ["sha256", "format"],
    "resolutions": ["symbol", "document", "body", "session", "number", "adopted_on"],
    "clauses": [
        "clause_id",
        "symbol",
        "parent_id",
        "part",
        "label",
        "depth",
        "ordinal",
        "text",
        "document",
        "span_start",
    ],
    "footnotes": ["footnote_id", "symbol", "clause_id", "marker", "ordinal", "document"],
    "citations": ["citation_id", "symbol", "clause_id", "cited_symbol", "span_start"],
    "treaty_mentions": ["mention_id", "symbol", "clause_id", "printed", "span_start"],
    "accession_calls": ["call_id", "symbol", "clause_id", "call_number", "span_end"],
    "treaty_actions": ["action_id", "treaty_id", "participant_id", "action", "acted_on", "printed", "is_consent"],
    "treaty_standing": ["treaty_id", "participant_id", "standing", "valid_from", "valid_to"],
    "treaty_disagreements": ["disagreement_id", "treaty_id", "participant_id", "newer_day"],
    "treaties": ["treaty_id", "chapter", "parties_stated", "has_status", "as_at"],
    "accession_call_states": ["call_id", "treaty_id", "participant_id", "standing", "adopted_on", "joined_on", "vote"],
    "joining_spells": ["treaty_id", "participant_id", "starts_on", "days", "has_joined"],
    "joining_curves": ["curve_id", "treaty_id", "days", "joined", "share_joined"],
    "votes": ["participant_id", "vote"],
    "clause_bridge": ["clause_id", "symbol"],
}


def slipped(tables: Tables, chance: Random) -> Fault | None:
    """The cells of a column stand one row too low, as after a join by position."""
    table, column = _tied(tables, chance)
    frame = tables[table]
    moved = pl.concat([frame[column].tail(1), frame[column].head(frame.height - 1)])
    return _values(tables, table, column, frame.with_columns(moved.alias(column)), "one row too low")


def exchanged(tables: Tables, chance: Random) -> Fault | None:
    """The cells of two columns of one type stand in each other's place."""
    table, column = _tied(tables, chance)
    frame = tables[table]
    others = [name for name in TIED[table] if name != column and frame.schema[name] == frame.schema[column]]
    if not others:
        return None
    other = chance.choice(others)
    swapped = frame.with_columns(frame[column].alias(other), frame[other].alias(column))
    return _values(tables, table, column, swapped, f"exchanged with {other}")


def constant(tables: Tables, chance: Random) -> Fault | None:
    """Every cell of a column holds what the first one holds, as when a loop does not move on."""
    table, column = _tied(tables, chance)
    frame = tables[table]
    filled = frame[column].drop_nulls()
    if not filled.len():
        return None
    same = pl.lit(filled[0], dtype=frame.schema[column]).alias(column)
    return _values(tables, table, column, frame.with_columns(same), f"all {filled[0]}")


def all_empty(tables: Tables, chance: Random) -> Fault | None:
    """A column that need not be filled is empty in every row."""
    pairs = [
        (table, column)
        for table, column in columns(tables, lambda t, c: c in TIED.get(t, []))
        if not next(field for field in contract(table).fields if field.name == column).is_required
    ]
    table, column = chance.choice(pairs)
    frame = tables[table]
    return _values(
        tables, table, column, frame.with_columns(pl.lit(None, frame.schema[column]).alias(column)), "emptied"
    )


def missing_table(tables: Tables, chance: Random) -> Fault | None:
    table = chance.choice(list(tables))
    return Fault(table, f"{table}: missing", {name: frame for name, frame in tables.items() if name != table})


def strange_table(tables: Tables, chance: Random) -> Fault | None:
    table = chance.choice(list(tables))
    return Fault(f"{table}_2", f"{table}_2: a table without a contract", tables | {f"{table}_2": tables[table]})


def _any(tables: Tables, chance: Random) -> tuple[str, str]:
    return chance.choice(columns(tables, lambda table, column: True))


def _tied(tables: Tables, chance: Random) -> tuple[str, str]:
    return chance.choice(
        [(t, c) for t, c in columns(tables, lambda t, c: c in TIED.get(t, [])) if tables[t][c].n_unique() > 1]
    )


def _fault(
    tables: Tables, table: str, column: str, frame: pl.DataFrame, what: str, names: tuple[str, ...] | None = None
) -> Fault:
    return Fault(table, f"{table}.{column}: {what}", tables | {table: frame}, (column,) if names is None else names)


def _values(tables: Tables, table: str, column: str, frame: pl.DataFrame, what: str) -> Fault | None:
    if frame.equals(tables[table]):
        return None
    return Fault(table, f"{table}.{column}: {what}", tables | {table: ordered(table, frame, *frame.columns)})


KINDS: dict[str, Kind] = {
    "column renamed": renamed,
    "column dropped": dropped,
    "column added": added,
    "columns reordered": reordered,
    "column retyped": retyped,
    "column slipped by a row": slipped,
    "columns exchanged": exchanged,
    "column constant": constant,
    "column emptied": all_empty,
    "table missing": missing_table,
    "table unknown": strange_table,
}
