"""One odd document must not withhold the release of all others: what breaks a rule is set aside, and said to be.

Every rule runs again over the whole release before it appears. Where many break one, the fault is ours or an archive's,
and the release is refused instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import duckdb
import polars as pl

from pipelines.publish import sql
from pipelines.publish.checks import Check, all_checks, each, failure_of
from pipelines.publish.connection import connect
from pipelines.publish.held import Held
from pipelines.rows import Row, quality

FEW = 5
SHARE = 0.01
"""At most this share of all subjects is set aside, or `FEW` where that is more."""


@dataclass(frozen=True)
class Subject:
    """What is set aside as a whole: its column, columns whose values begin with it, and what follows it in them."""

    kind: str
    column: str
    inside: tuple[str, ...]
    rest: str


RESOLUTION = Subject(
    "resolution",
    "symbol",
    ("clause_id", "footnote_id", "citation_id", "mention_id", "call_id"),
    r"(#|/note|/cite\.).*$",
)
TREATY = Subject("treaty", "treaty_id", ("action_id",), r"/.*$")


def broken(
    subject: Subject,
    done: str,
    tables: Mapping[str, pl.DataFrame],
    beside: Mapping[str, pl.DataFrame],
    held: Held | None = None,
) -> list[Row]:
    """A row of quality for each subject that breaks a rule of `tables`; none where too many do.

    `beside`: tables that the rules may read but that are not judged; rules that need others wait for the verdict.
    `done`: what becomes of the subjects. `held`: what is known from judging the same rows before.
    """
    held = held or Held(None, "")
    for name, frame in (*tables.items(), *beside.items()):
        held.read(name, frame)
    checks = [check for check in all_checks() if check.table in tables]
    asked = [check for check in checks if check not in held]
    answers = dict(zip(asked, _asked(subject, asked, {**tables, **beside}), strict=True))
    held.keep(check for check in checks if answers.get(check, []) == [])
    found: dict[str, Check] = {}
    for check, names in answers.items():
        for name in filter(None, names or ()):
            found.setdefault(name, check)
    known = set().union(*(frame[subject.column] for frame in tables.values() if subject.column in frame.columns))
    faults = [_fault(subject, done, name, check) for name, check in sorted(found.items()) if name in known]
    return faults if len(faults) <= max(FEW, SHARE * len(known)) else []


def without(tables: Mapping[str, pl.DataFrame], subject: Subject, faults: Sequence[Row]) -> dict[str, pl.DataFrame]:
    """The tables without the rows of what is set aside."""
    if not faults:
        return dict(tables)
    stays = ~pl.col(subject.column).is_in([fault["subject"] for fault in faults])
    return {name: frame.filter(stays) if subject.column in frame.columns else frame for name, frame in tables.items()}


def documented(documents: pl.DataFrame, resolutions: pl.DataFrame, clauses: pl.DataFrame) -> pl.DataFrame:
    """The table of documents, where none is used that no resolution and no clause rests on any more."""
    used = pl.concat([resolutions["document"], clauses["document"]]).unique().implode()
    of_resolution = pl.col("symbol").is_not_null()
    return documents.with_columns(pl.col("is_used") & (~of_resolution | pl.col("sha256").is_in(used)))


def without_status(treaties: pl.DataFrame, faults: Sequence[Row]) -> pl.DataFrame:
    """The table of treaties, with those that are set aside as if no table of their participants were known."""
    stays = ~pl.col("treaty_id").is_in([fault["subject"] for fault in faults])
    return treaties.with_columns(pl.col("has_status") & stays, pl.when(stays).then("as_at"))


def _asked(
    subject: Subject, checks: Sequence[Check], tables: Mapping[str, pl.DataFrame]
) -> list[list[str | None] | None]:
    """The subjects that break each rule, None among them for rows that name none; None where it cannot be told."""
    views = {name: frame.to_arrow() for name, frame in tables.items()} if checks else {}

    @contextmanager
    def opened() -> Iterator[duckdb.DuckDBPyConnection]:
        with connect() as connection:
            for name, view in views.items():
                connection.register(name, view)
            yield connection

    return each(opened, partial(_subjects, subject), checks)


def _subjects(subject: Subject, connection: duckdb.DuckDBPyConnection, check: Check) -> list[str | None] | None:
    try:
        columns = connection.sql(check.statement).columns
    except duckdb.CatalogException:  # a table that is not made yet
        return None
    column = next((name for name in (subject.column, *subject.inside) if name in columns), None)
    if column is None:
        return [] if failure_of(connection, check) is None else None
    rest = sql.literal(subject.rest)
    statement = sql.fill("checks/subjects.sql", column=sql.identifier(column), rest=rest, statement=check.statement)
    return [row[0] for row in connection.execute(statement).fetchall()]


def _fault(subject: Subject, done: str, name: str, check: Check) -> Row:
    place = f"{check.table}.{check.column}" if check.column else check.table
    return quality(subject.kind, name, "check_failed", f"{place}: {check.kind}: {check.rule}", done)
