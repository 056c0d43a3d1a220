"""One released resolution, read back from the database as a tree: what `accede show` prints or gives as JSON."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import duckdb

from pipelines.cli.terminal import rows
from pipelines.publish import sql

Row = dict[str, Any]


@dataclass
class Node:
    """One clause with what hangs on it; spans and offsets are code points of the clause's text."""

    row: Row
    notes: list[Row] = field(default_factory=list)
    treaties: list[Row] = field(default_factory=list)
    citations: list[Row] = field(default_factory=list)
    calls: list[Row] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)


@dataclass
class Sheet:
    """One resolution in one language; `notes` are all notes in reading order, `faults` what the build noted."""

    resolution: Row
    language: str
    roots: list[Node]
    notes: list[Row]
    note_citations: dict[str, list[Row]]
    faults: list[Row]


def find(connection: duckdb.DuckDBPyConnection, symbol: str) -> Row | None:
    """The resolution of a symbol in its normal form, or None."""
    found = rows(connection, sql.text("cli/resolution.sql"), symbol=symbol)
    return found[0] if found else None


def nearest(connection: duckdb.DuckDBPyConnection, symbol: str) -> list[str]:
    """Up to three symbols of the release that look like one that it does not hold."""
    return [str(row["symbol"]) for row in rows(connection, sql.text("cli/nearest.sql"), symbol=symbol)]


def read(connection: duckdb.DuckDBPyConnection, resolution: Row, language: str) -> Sheet:
    """The whole resolution in one language; calls, which are read from English only, stand by their clauses' ids."""
    values = {"symbol": resolution["symbol"], "language": language}

    def ask(name: str) -> list[Row]:
        return rows(connection, sql.text(f"cli/{name}.sql"), **values)

    nodes = {row["clause_id"]: Node(row) for row in ask("clauses")}
    notes, citations = ask("footnotes"), ask("citations")
    for note in notes:
        _hang(nodes, note, "notes")
    for mention in ask("mentions"):
        _hang(nodes, mention, "treaties")
    for citation in citations:
        if citation["footnote_id"] is None:
            _hang(nodes, citation, "citations")
    for call in rows(connection, sql.text("cli/calls.sql"), symbol=resolution["symbol"]):
        _hang(nodes, call, "calls")
    faults = rows(connection, sql.text("cli/faults.sql"), symbol=resolution["symbol"])
    return Sheet(resolution, language, _tree(nodes), notes, _by_note(citations), faults)


def as_object(sheet: Sheet) -> Row:
    """The sheet as one JSON object: keys always in the same order, clauses nested, days still as dates."""
    return {
        **{name: value for name, value in sheet.resolution.items() if name != "languages"},
        "languages": languages(sheet.resolution),
        "language": sheet.language,
        "clauses": [_clause(node) for node in sheet.roots],
        "notes": [{**note, "citations": sheet.note_citations.get(note["footnote_id"], [])} for note in sheet.notes],
        "faults": sheet.faults,
    }


def languages(resolution: Row) -> list[str]:
    """The languages in which clauses of the resolution were read."""
    return (resolution["languages"] or "").split()


def _hang(nodes: dict[str, Node], row: Row, kind: str) -> None:
    if node := nodes.get(row["clause_id"]):
        getattr(node, kind).append(row)


def _tree(nodes: dict[str, Node]) -> list[Node]:
    roots: list[Node] = []
    for node in nodes.values():
        parent = nodes.get(node.row["parent_id"])
        (parent.children if parent else roots).append(node)
    return roots


def _by_note(citations: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for citation in citations:
        if citation["footnote_id"] is not None:
            found[citation["footnote_id"]].append(citation)
    return dict(found)


def _clause(node: Node) -> Row:
    hanging = {"treaties": node.treaties, "citations": node.citations, "calls": node.calls}
    bare = {kind: [_without(row, "clause_id", "footnote_id") for row in found] for kind, found in hanging.items()}
    notes = [note["footnote_id"] for note in node.notes]
    return {**node.row, "notes": notes, **bare, "clauses": [_clause(child) for child in node.children]}


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}
