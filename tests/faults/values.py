"""Faults of single cells, by what the contracts say of their columns."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import polars as pl

from pipelines.contracts import contract
from tests.faults.fault import Fault, Kind, Tables, cell, cells, columns, draw


def _field(table: str, column: str) -> dict[str, Any]:
    return next(dict(field.constraints) for field in contract(table).fields if field.name == column)


def emptied(tables: Tables, chance: Random) -> Fault | None:
    table, column = chance.choice(columns(tables, lambda t, c: bool(_field(t, c).get("required"))))
    return _cell(tables, table, column, chance, lambda old: None)


def misspelt(tables: Tables, chance: Random) -> Fault | None:
    table, column = chance.choice(columns(tables, lambda t, c: "enum" in _field(t, c)))
    change = chance.choice([str.upper, lambda old: old + "s", lambda old: old[:-1], lambda old: f" {old}"])
    return _cell(tables, table, column, chance, change)


def out_of_range(tables: Tables, chance: Random) -> Fault | None:
    table, column = chance.choice(columns(tables, lambda t, c: bool({"minimum", "maximum"} & _field(t, c).keys())))
    top = _field(table, column).get("maximum")
    return _cell(tables, table, column, chance, lambda old: -1 - abs(old) if top is None else old + top + 0.5)


def damaged_hash(tables: Tables, chance: Random) -> Fault | None:
    names = ("sha256", "text_sha256", "document", "older_document", "newer_document", "documents_digest")
    table, column = chance.choice(columns(tables, lambda t, c: c in names))
    change = chance.choice(
        [lambda old: old[:-1], str.upper, lambda old: "0" + old[1:] if old[0] != "0" else "1" + old[1:]]
    )
    return _cell(tables, table, column, chance, change)


def damaged_symbol(tables: Tables, chance: Random) -> Fault | None:
    names = ("symbol", "cited_symbol", "document_symbol", "adopting_resolution")
    table, column = chance.choice(columns(tables, lambda t, c: c in names))
    change = chance.choice(
        [
            lambda old: old.replace("/", "/ ", 1),
            str.lower,
            lambda old: old + ".",
            lambda old: f" {old}",
            lambda old: old.replace("/", "", 1),
        ]
    )
    return _cell(tables, table, column, chance, change)


def damaged_id(tables: Tables, chance: Random) -> Fault | None:
    """A row's own id says something else than the row."""
    ids = {
        "clauses": "clause_id",
        "footnotes": "footnote_id",
        "citations": "citation_id",
        "treaty_mentions": "mention_id",
        "accession_calls": "call_id",
        "treaty_actions": "action_id",
        "treaty_disagreements": "disagreement_id",
        "joining_curves": "curve_id",
        "quality": "quality_id",
    }
    table, column = chance.choice(columns(tables, lambda t, c: ids.get(t) == c))
    return _cell(tables, table, column, chance, lambda old: old[: len(old) // 2] + "x" + old[len(old) // 2 + 1 :])


def link_to_nothing(tables: Tables, chance: Random) -> Fault | None:
    links = {(each.name, key.fields[0]) for each in map(contract, tables) for key in each.foreign_keys}
    table, column = chance.choice(columns(tables, lambda t, c: (t, c) in links))
    return _cell(tables, table, column, chance, lambda old: old[:-1] + ("x" if old[-1] != "x" else "y"))


# Links that another cell of the row, or of the row it points to, must agree with.
LINKS = [
    ("footnotes", "clause_id"),
    ("footnotes", "symbol"),
    ("footnotes", "document"),
    ("citations", "clause_id"),
    ("citations", "symbol"),
    ("treaty_mentions", "clause_id"),
    ("treaty_mentions", "symbol"),
    ("accession_calls", "clause_id"),
    ("accession_calls", "symbol"),
    ("accession_calls", "treaty_id"),
    ("clause_bridge", "symbol"),
    ("clauses", "symbol"),
    ("clauses", "document"),
    ("clauses", "parent_id"),
    ("resolutions", "document"),
    ("treaty_actions", "treaty_id"),
    ("treaty_actions", "participant_id"),
    ("treaty_actions", "document"),
    ("treaty_disagreements", "treaty_id"),
    ("treaty_disagreements", "participant_id"),
    ("treaty_standing", "treaty_id"),
    ("treaty_standing", "participant_id"),
    ("accession_call_states", "treaty_id"),
    ("accession_call_states", "participant_id"),
    ("joining_curves", "treaty_id"),
    ("joining_spells", "treaty_id"),
    ("joining_spells", "participant_id"),
    ("votes", "participant_id"),
    ("votes", "symbol"),
    ("treaties", "document"),
    ("treaties", "parent_id"),
]


def link_to_another(tables: Tables, chance: Random) -> Fault | None:
    """A row hangs on another row than its own: one of the same table's other rows' parents."""
    table, column = chance.choice(LINKS)
    others = tables[table][column].drop_nulls().unique(maintain_order=True).to_list()
    if len(others) < 2:
        return None
    return _cell(tables, table, column, chance, lambda old: chance.choice([each for each in others if each != old]))


# Pairs of days of one row, of which the first never comes after the second.
DAYS = [
    ("treaty_standing", "valid_from", "valid_to"),
    ("treaty_standing", "known_from", "known_to"),
    ("treaty_actions", "acted_on", "effective_on"),
    ("treaty_actions", "acted_on", "known_from"),
    ("treaty_actions", "known_from", "observed_until"),
    ("accession_call_states", "adopted_on", "joined_on"),
    ("accession_call_states", "adopted_on", "next_action_on"),
    ("accession_call_states", "standing_known_on", "observed_until"),
    ("accession_call_states", "next_action_on", "joined_on"),
    ("joining_spells", "starts_on", "ends_on"),
    ("joining_spells", "ends_on", "observed_until"),
    ("treaty_disagreements", "older_day", "newer_day"),
    ("participants", "counts_from", "counts_to"),
    ("participants", "un_member_from", "un_member_to"),
    ("treaties", "concluded_on", "in_force_on"),
    ("treaties", "concluded_on", "as_at"),
]


def swapped_days(tables: Tables, chance: Random) -> Fault | None:
    table, first, second = chance.choice(DAYS)
    at = draw(tables[table], chance, pl.col(first) < pl.col(second))
    if at is None:
        return None
    row = tables[table].row(at, named=True)
    return cells(tables, table, at, {first: row[second], second: row[first]})


# Days that stand, or leave a trace, elsewhere too.
TOLD_TWICE = [
    ("resolutions", "adopted_on"),
    ("treaty_actions", "acted_on"),
    ("treaty_standing", "valid_from"),
    ("treaty_standing", "valid_to"),
    ("accession_call_states", "adopted_on"),
    ("accession_call_states", "joined_on"),
    ("accession_call_states", "next_action_on"),
    ("accession_call_states", "standing_known_on"),
    ("joining_spells", "starts_on"),
    ("joining_spells", "ends_on"),
    ("treaty_disagreements", "newer_day"),
    ("treaties", "as_at"),
]


def other_year(tables: Tables, chance: Random) -> Fault | None:
    """A year read wrong: one off, or another century."""
    table, column = chance.choice(TOLD_TWICE)
    years = (
        chance.choice([1, -1, 10, 100, -100])
        if column != "adopted_on" or table != "resolutions"
        else chance.choice([10, 100, -100])
    )
    return _cell(tables, table, column, chance, lambda old: _year(old, years))


def _year(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


def day_for_month(tables: Tables, chance: Random) -> Fault | None:
    table, column = chance.choice([each for each in TOLD_TWICE if each != ("resolutions", "adopted_on")])
    able = (pl.col(column).dt.day() <= 12) & (pl.col(column).dt.day() != pl.col(column).dt.month())
    return _cell(tables, table, column, chance, lambda old: date(old.year, old.day, old.month), able)


def next_day(tables: Tables, chance: Random) -> Fault | None:
    """A day off by one, as a time zone makes it."""
    table, column = chance.choice([each for each in TOLD_TWICE if each != ("resolutions", "adopted_on")])
    return _cell(tables, table, column, chance, lambda old: old - timedelta(days=1))


def _cell(
    tables: Tables, table: str, column: str, chance: Random, change: Any, where: pl.Expr | None = None
) -> Fault | None:
    """One cell of a column changed; None where it has no cell, or where the change changes nothing."""
    filled = pl.col(column).is_not_null()
    at = draw(tables[table], chance, filled if where is None else filled & where)
    if at is None:
        return None
    old = tables[table][column][at]
    new = change(old)
    return None if new == old else cell(tables, table, at, column, new)


KINDS: dict[str, Kind] = {
    "required cell emptied": emptied,
    "value misspelt": misspelt,
    "number out of range": out_of_range,
    "hash damaged": damaged_hash,
    "symbol damaged": damaged_symbol,
    "id of a row damaged": damaged_id,
    "link to nothing": link_to_nothing,
    "link to another row": link_to_another,
    "days of a row swapped": swapped_days,
    "year read wrong": other_year,
    "day and month exchanged": day_for_month,
    "day off by one": next_day,
}
