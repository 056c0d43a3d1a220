"""README.md of a release, from the template readme.md: only facts of the release, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from string import Template

import duckdb

from pipelines.contracts import Contract, Edition
from pipelines.publish import sql
from pipelines.publish.connection import query, value
from pipelines.publish.metadata import checked, citation
from pipelines.publish.metadata.facts import Facts
from pipelines.publish.metadata.markdown import cell, frame_table, lines
from pipelines.publish.metadata.notice import notice
from pipelines.publish.metadata.words import DATES, DISCLAIMER, WHAT
from pipelines.publish.pictures import album

TEMPLATE = Path(__file__).with_name("readme.md")


def render(connection: duckdb.DuckDBPyConnection, facts: Facts) -> str:
    """The text of the README; the database of the release is open on the connection."""
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        title=facts.about.title,
        notice=notice(facts.about),
        what=WHAT,
        disclaimer=DISCLAIMER,
        version=facts.about.version,
        software_version=facts.about.software_version,
        citation=citation.line(facts),
        database=facts.database,
        dates=DATES,
        vintage=_one(connection, "readme/vintage.sql") or "none",
        vintages=_table(connection, "readme/vintages.sql", "This release has no status of any treaty."),
        tables=lines(
            f"| `{each.name}` | {facts.rows[each.name]:,} | {_one_row_is(each)} |" for each in facts.contracts
        ),
        tree=_tree(connection, facts.about.edition),
        treaty=_one(connection, "readme/example_treaty.sql") or "XVIII-12-a",
        day=_one(connection, "readme/newest_day.sql") or "2018-01-15",
        pictures=_pictures(connection),
        rights=lines(_rights(facts.contracts)),
        document_rights=_table(connection, "readme/document_rights.sql", "This release has no documents."),
        flaws=lines(_flaws(facts.contracts)) or "None is known.",
        checked=checked.sentence(),
        quality=_table(connection, "readme/quality.sql", "No fault was met."),
        evaluation=_table(connection, "readme/evaluation.sql", "The archive holds no document twice."),
        digests=lines(f"- `{name}` `{digest}`" for name, digest in facts.digests.items()),
    )


def _tree(connection: duckdb.DuckDBPyConnection, edition: Edition) -> str:
    """The line that asks for a resolution as a tree, where the edition can show one."""
    symbol = _one(connection, "readme/example_resolution.sql") or "A/RES/68/147"
    return "" if edition == "text-free" else f"FROM clause_tree('{symbol}');  -- a resolution as a tree\n"


def _one(connection: duckdb.DuckDBPyConnection, name: str) -> str | None:
    answer = value(connection, sql.text(name))
    return None if answer is None else str(answer)


def _table(connection: duckdb.DuckDBPyConnection, name: str, empty: str) -> str:
    """The answer of sql/<name> as a Markdown table."""
    return frame_table(query(connection, sql.text(name)), empty)


def _pictures(connection: duckdb.DuckDBPyConnection) -> str:
    drawn = album.charts(connection).items()
    return "\n\n".join(f"![{cell(chart.title)}](pictures/{name}.svg)\n\n{chart.words}" for name, chart in drawn)


def _one_row_is(contract: Contract) -> str:
    return cell(contract.description.split(". ")[0].removeprefix("One row is ").removeprefix("One row ").rstrip("."))


def _rights(contracts: Sequence[Contract]) -> Iterator[str]:
    """One line for each statement of rights, with the tables that it holds for."""
    for rights in dict.fromkeys(each.rights for each in contracts):
        names = ", ".join(f"`{each.name}`" for each in contracts if each.rights == rights)
        yield f"- {names}: {rights}"


def _flaws(contracts: Sequence[Contract]) -> Iterable[str]:
    return (f"- `{each.name}`: {flaw}" for each in contracts for flaw in each.known_flaws)
