"""Tables that SQL makes from other tables: each sql/models/<table>.sql gives exactly the columns of its contract."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import polars as pl

from pipelines.contracts import contract
from pipelines.paths import REFERENCE
from pipelines.publish import connection, sql

# What each model reads, besides the reference table treaty_eligibility.
INPUTS: dict[str, tuple[str, ...]] = {
    "accession_call_states": (
        "accession_calls",
        "resolutions",
        "treaties",
        "treaty_standing",
        "treaty_actions",
        "participants",
        "votes",
    ),
    "joining_spells": ("accession_call_states", "accession_calls", "treaties", "participants", "treaty_actions"),
    "joining_curves": ("joining_spells",),
}


@cache
def treaty_eligibility() -> pl.DataFrame:
    """Who may join which treaty, by its final clauses: treaty_id, rule, parent_id, states, reason."""
    return pl.read_csv(REFERENCE / "treaty_eligibility.csv", infer_schema=False)


@cache
def treaties_elsewhere() -> pl.DataFrame:
    """Treaties that no status file describes, as the reference data tells of them: treaty_id, title, …, source."""
    return pl.read_csv(REFERENCE / "treaties_elsewhere.csv", infer_schema=False)


def reference() -> dict[str, pl.DataFrame]:
    """Tables of this project that models and checks read beside those of the release."""
    return {"treaty_eligibility": treaty_eligibility(), "treaties_elsewhere": treaties_elsewhere()}


def statement(name: str) -> str:
    """The SELECT of one model."""
    return sql.text(f"models/{name}.sql")


def run(name: str, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The rows of one model, in the order of its contract. Tables that it does not read may be present."""
    with connection.connect() as con:
        connection.register(con, {table: tables[table] for table in INPUTS[name]})
        connection.register(con, reference())
        frame = connection.query(con, statement(name))
    model = contract(name)
    return model.sorted(frame.cast(pl.Schema(model.schema)))
