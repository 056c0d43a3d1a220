"""README.md of a release, from the template release_readme.md: only facts of the release, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

import duckdb

from pipelines.contracts import Contract, Edition, Field, contracts
from pipelines.publish import database, sql
from pipelines.publish.about import About
from pipelines.publish.connection import query, value
from pipelines.publish.pictures import album

TEMPLATE = Path(__file__).with_name("release_readme.md")
WHAT = (
    "Which clause of which United Nations resolution calls on States to join which treaty, who had not joined on that "
    "day, and who did afterwards."
)
SPECIMEN_NOTICE = (
    "**SPECIMEN.** The resolutions in this release were written for trying the software. No body of the United Nations "
    "adopted them; do not quote them.\n\n"
)
TEXT_FREE_NOTICE = (
    "**Text-free edition.** It has the rows and keys of the full edition, and none of the words of the documents. Left "
    "out are the columns {columns}; of the views and macros {views}. `accede rehydrate` fills them in from your own "
    "archive of the documents and proves each clause by its hash.\n\n"
)
PARTIAL_NOTICE = (
    "**Text filled in part.** A text-free edition, filled in from an archive that lacks some of its documents: where "
    "they would stand, {columns} are empty.\n\n"
)


def render(
    connection: duckdb.DuckDBPyConnection,
    ordered: Sequence[Contract],
    rows: Mapping[str, int],
    digests: Mapping[str, str],
    about: About,
) -> str:
    """The text of the README; every table stands on the connection under its own name."""
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        title=about.title,
        notice=(SPECIMEN_NOTICE if about.is_specimen else "") + edition_notice(about.edition),
        what=WHAT,
        software_version=about.software_version,
        vintage=_one(connection, "readme/vintage.sql") or "none",
        vintages=_table(connection, "readme/vintages.sql", "This release has no status of any treaty."),
        tables=_lines(f"| `{each.name}` | {rows[each.name]:,} | {_one_row_is(each)} |" for each in ordered),
        tree=_tree(connection, about.edition),
        treaty=_one(connection, "readme/example_treaty.sql") or "XVIII-12-a",
        day=_one(connection, "readme/newest_day.sql") or "2018-01-15",
        views=_table(connection, "readme/views.sql", ""),
        pictures="\n\n".join(
            f"![{_cell(chart.title)}](pictures/{name}.svg)\n\n{chart.words}"
            for name, chart in album.charts(connection).items()
        ),
        provenance=_lines(_provenance(each) for each in ordered),
        flaws=_lines(_flaws(ordered)) or "None is known.",
        quality=_table(connection, "readme/quality.sql", "No fault was met."),
        evaluation=_table(connection, "readme/evaluation.sql", "The archive holds no document twice."),
        columns="\n\n".join(_dictionary(each) for each in ordered),
        digests=_lines(f"- `{name}` `{digest}`" for name, digest in digests.items()),
    )


def edition_notice(edition: Edition) -> str:
    """What an edition lacks, in a paragraph of Markdown; nothing for the full one."""
    if edition == "full":
        return ""
    columns = [f"`{each.name}.{name}`" for each in contracts().values() for name in each.prose]
    if edition == "partial":
        return PARTIAL_NOTICE.format(columns=", ".join(columns))
    left_out = [f"`{name}`" for name in database.left_out(edition)]
    return TEXT_FREE_NOTICE.format(columns=", ".join(columns), views=", ".join(left_out))


def _tree(connection: duckdb.DuckDBPyConnection, edition: Edition) -> str:
    """The line that asks for a resolution as a tree, where the edition can show one."""
    symbol = _one(connection, "readme/example_resolution.sql") or "A/RES/68/147"
    return "" if edition == "text-free" else f"FROM clause_tree('{symbol}');  -- a resolution as a tree\n"


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _cell(value: Any) -> str:
    return "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")


def _one(connection: duckdb.DuckDBPyConnection, name: str) -> str | None:
    answer = value(connection, sql.text(name))
    return None if answer is None else str(answer)


def _table(connection: duckdb.DuckDBPyConnection, name: str, empty: str) -> str:
    """The answer of sql/<name> as a Markdown table."""
    frame = query(connection, sql.text(name))
    if frame.is_empty():
        return empty
    head = [f"| {' | '.join(frame.columns)} |", f"|{'---|' * frame.width}"]
    return _lines([*head, *(f"| {' | '.join(_cell(cell) for cell in row)} |" for row in frame.iter_rows())])


def _one_row_is(contract: Contract) -> str:
    return _cell(contract.description.split(". ")[0].removeprefix("One row is ").removeprefix("One row ").rstrip("."))


def _provenance(contract: Contract) -> str:
    return f"- `{contract.name}`: {contract.source} *{contract.rights}*"


def _flaws(contracts: Sequence[Contract]) -> Iterable[str]:
    return (f"- `{each.name}`: {flaw}" for each in contracts for flaw in each.known_flaws)


def _dictionary(contract: Contract) -> str:
    head = f"### {contract.name}\n\n{contract.description} Key: {', '.join(contract.primary_key)}.\n\n"
    return head + _lines(["| column | type | what |", "|---|---|---|", *(_column(field) for field in contract.fields)])


def _column(field: Field) -> str:
    values = f" One of: {', '.join(field.constraints['enum'])}." if "enum" in field.constraints else ""
    kind = field.type if field.is_required else f"{field.type}, may be empty"
    return f"| `{field.name}` | {kind} | {_cell(field.description)}{_cell(values)} |"
