"""What a released database says about one id: the rows to be proved, and those they rest on."""

from __future__ import annotations

import duckdb

from pipelines import symbols
from pipelines.cli.terminal import rows
from pipelines.evidence.proof import Claim
from pipelines.publish import sql
from pipelines.rows import Row


def find(connection: duckdb.DuckDBPyConnection, wanted: str) -> dict[str, Claim]:
    """The claims of an id by language: of a clause, a note, a call, a mention of a treaty or a citation."""
    for kind, file in (("clause", "evidence_clause"), ("footnote", "evidence_note")):
        if holders := _ask(connection, file, id=wanted):
            return {row["language"]: _whole(connection, wanted, kind, row) for row in holders}
    parts = _ask(connection, "evidence_part", id=wanted)
    return {part["language"]: _part(connection, wanted, part) for part in parts}


def normal(wanted: str) -> str:
    """An id with its symbol in the normal form: `S/RES/2768 (2025)#op.3` is `S/RES/2768(2025)#op.3`."""
    symbol, mark, rest = wanted.strip().partition("#")
    return f"{symbols.normal(symbol)}#{rest.strip()}" if mark else wanted.strip()


def nearest(connection: duckdb.DuckDBPyConnection, wanted: str) -> list[str]:
    """Up to three clauses of the same resolution that look like one that is not there."""
    return [str(row["clause_id"]) for row in _ask(connection, "evidence_nearest", id=wanted)]


def _whole(connection: duckdb.DuckDBPyConnection, wanted: str, kind: str, holder: Row) -> Claim:
    length = (holder["span_end"] or 0) - (holder["span_start"] or 0)
    return Claim(wanted, kind, _document(connection, holder), holder, 0, length)


def _part(connection: duckdb.DuckDBPyConnection, wanted: str, part: Row) -> Claim:
    file = "evidence_note" if part["is_in_note"] else "evidence_clause"
    held = _ask(connection, file, id=part["holder_id"])
    holder = next(row for row in held if row["language"] == part["language"])
    document = _document(connection, holder)
    return Claim(wanted, part["kind"], document, holder, part["span_start"], part["span_end"])


def _document(connection: duckdb.DuckDBPyConnection, holder: Row) -> Row:
    [document] = _ask(connection, "evidence_document", sha256=holder["document"])
    return document


def _ask(connection: duckdb.DuckDBPyConnection, file: str, **values: object) -> list[Row]:
    return rows(connection, sql.text(f"cli/{file}.sql"), **values)
