"""Faults of rows: doubled, lost, invented, out of order; one row or a whole part of a table."""

from __future__ import annotations

from random import Random

import polars as pl

from pipelines.contracts import contract
from tests.faults.fault import Fault, Kind, Tables, draw, key_of, ordered, rows


def doubled(tables: Tables, chance: Random) -> Fault | None:
    table = chance.choice(_filled(tables))
    at = draw(tables[table], chance)
    assert at is not None
    row = tables[table][at]
    key = key_of(table, row.row(0, named=True))
    return _changed(tables, table, pl.concat([tables[table], row]), f"row doubled ({', '.join(key)})", key)


def key_doubled(tables: Tables, chance: Random) -> Fault | None:
    """A second row under a key, with the other cells of another row."""
    table = chance.choice([name for name in _filled(tables) if tables[name].height > 1])
    frame, key_columns = tables[table], contract(table).primary_key
    if len(key_columns) == frame.width:
        return None
    first, second = chance.sample(range(frame.height), 2)
    mixed = frame[second].with_columns([frame[first][name] for name in key_columns])
    key = key_of(table, mixed.row(0, named=True))
    return _changed(tables, table, pl.concat([frame, mixed]), f"key doubled ({', '.join(key)})", key)


# Tables of which the loss of any one row shows in the others. Of the rest only the last release tells.
MISSED = [
    "documents",
    "resolutions",
    "clauses",
    "footnotes",
    "citations",
    "treaty_mentions",
    "accession_calls",
    "participants",
    "participant_names",
    "votes",
    "treaties",
    "treaty_actions",
    "treaty_standing",
    "accession_call_states",
    "joining_spells",
    "joining_curves",
    "evaluation",
]


def lost(tables: Tables, chance: Random) -> Fault | None:
    table = chance.choice([name for name in MISSED if tables[name].height])
    frame = tables[table]
    # A row that nothing depends on may be gone without a trace; one at the end of its list too.
    at = draw(frame, chance, _depended_on(tables, table))
    if at is None:
        return None
    key = key_of(table, frame.row(at, named=True))
    rest = frame.filter(pl.int_range(pl.len()) != at)
    return _changed(tables, table, rest, f"row lost ({', '.join(key)})", key)


def _depended_on(tables: Tables, table: str) -> pl.Expr | None:
    """The rows whose loss the rest can know of: not the last citation, note or mention of a clause, for instance."""
    in_order = {
        "clauses": ("ordinal", ["symbol", "language"]),
        "footnotes": ("ordinal", ["symbol", "language"]),
    }
    if table in in_order:
        column, group = in_order[table]
        return pl.col(column) < pl.col(column).max().over(group)
    numbered = {"citations": "citation_id", "treaty_mentions": "mention_id", "accession_calls": "call_id"}
    if table in numbered:
        number = pl.col(numbered[table]).str.extract(r"(\d+)$").cast(pl.Int32)
        stem = pl.col(numbered[table]).str.replace(r"\d+$", "")
        return number < number.max().over(stem, "language")
    if table == "treaty_actions":
        return pl.col("is_consent") & pl.col("known_to").is_null()
    if table == "evaluation":
        return pl.col("figure").is_in(["precision", "recall", "f1"])
    return None


def invented(tables: Tables, chance: Random) -> Fault | None:
    """A row for a State, or a second one for a day, that should not be there."""
    table = chance.choice(["accession_call_states", "votes", "treaty_standing", "joining_spells"])
    frame = tables[table]
    at = draw(frame, chance)
    if at is None:
        return None
    row = frame[at]
    taken = frame.filter(pl.col(frame.columns[0]) == row.item(0, 0))["participant_id"].to_list()
    free = sorted(set(tables["participants"]["participant_id"]) - set(taken))
    if not free:
        return None
    more = row.with_columns(pl.lit(chance.choice(free)).alias("participant_id"))
    key = key_of(table, more.row(0, named=True))
    return _changed(tables, table, pl.concat([frame, more]), f"row invented ({', '.join(key)})", key)


# Parts that can be lost whole: table, column that tells the part.
PARTITIONS = [
    ("clauses", "symbol"),
    ("clauses", "document"),
    ("footnotes", "symbol"),
    ("votes", "symbol"),
    ("votes", "participant_id"),
    ("resolutions", "session"),
    ("resolutions", "body"),
    ("documents", "format"),
    ("treaty_actions", "treaty_id"),
    ("treaty_actions", "participant_id"),
    ("treaty_standing", "treaty_id"),
    ("treaty_standing", "participant_id"),
    ("accession_call_states", "call_id"),
    ("accession_call_states", "participant_id"),
    ("accession_call_states", "treaty_id"),
    ("accession_calls", "treaty_id"),
    ("joining_spells", "treaty_id"),
    ("joining_spells", "participant_id"),
    ("joining_curves", "treaty_id"),
    ("joining_curves", "series"),
    ("treaties", "chapter"),
    ("participants", "kind"),
]


def lost_part(tables: Tables, chance: Random) -> Fault | None:
    table, column = chance.choice(PARTITIONS)
    parts = tables[table][column].drop_nulls().unique().sort().to_list()
    if not parts:
        return None
    part = chance.choice(parts)
    frame = tables[table].filter(pl.col(column).ne_missing(part))
    lost = tables[table].filter(pl.col(column) == part)
    names = {str(part), *map(str, lost[contract(table).primary_key[0]].head(1000))}
    return _changed(tables, table, frame, f"all rows of {column} {part} lost", tuple(sorted(names)))


def lost_half(tables: Tables, chance: Random) -> Fault | None:
    """The end of a table lost, as by a writer that stopped."""
    table = chance.choice([name for name in _filled(tables) if name in MISSED and tables[name].height > 3])
    half = tables[table].height // 2
    return _changed(tables, table, tables[table].head(half), f"the last {tables[table].height - half} rows lost", ())


def lost_all(tables: Tables, chance: Random) -> Fault | None:
    table = chance.choice([name for name in _filled(tables) if name in MISSED])
    return _changed(tables, table, tables[table].clear(), "all rows lost", ())


def out_of_order(tables: Tables, chance: Random) -> Fault | None:
    table = chance.choice([name for name in _filled(tables) if tables[name].height > 1])
    places = rows(tables[table])
    at = chance.randrange(len(places) - 1)
    places[at], places[at + 1] = places[at + 1], places[at]
    frame = tables[table][places]
    key = key_of(table, frame.row(at, named=True))
    return Fault(table, f"{table}: two rows in each other's place ({', '.join(key)})", tables | {table: frame}, key)


def _filled(tables: Tables) -> list[str]:
    return [name for name, frame in tables.items() if frame.height]


def _changed(tables: Tables, table: str, frame: pl.DataFrame, what: str, names: tuple[str, ...]) -> Fault:
    telling = tuple(name for name in names if len(name) > 2)
    return Fault(table, f"{table}: {what}", tables | {table: ordered(table, frame)}, telling)


KINDS: dict[str, Kind] = {
    "row doubled": doubled,
    "key doubled": key_doubled,
    "row lost": lost,
    "row invented": invented,
    "partition lost": lost_part,
    "half of a table lost": lost_half,
    "all of a table lost": lost_all,
    "rows out of order": out_of_order,
}
