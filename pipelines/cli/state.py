"""`accede state`: one State's treaties, and the calls to join that it has not answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any

import duckdb
import typer
from rich.console import RenderableType
from rich.markup import escape

from pipelines.cli import output
from pipelines.cli.terminal import DEFAULT_RELEASE, Release, open_release, refuse, rows
from pipelines.publish import sql

Row = dict[str, Any]


def state(
    name: Annotated[list[str], typer.Argument(metavar="STATE", help="Code as UGA, or a name it has or had.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
    release: Release = DEFAULT_RELEASE,
) -> None:
    """Print the treaties that a State has signed or joined, and the calls to join that it has not answered.

    Example: accede state UGA, or accede state "Viet Nam" --json
    """
    connection = open_release(release)
    found = _find(connection, " ".join(name))
    answer = found | {
        "treaties": _ask(connection, "cli/state_treaties.sql", found),
        "open_calls": _ask(connection, "cli/state_calls.sql", found),
    }
    if as_json:
        output.put_json(answer)
    else:
        output.put(_parts(answer))


def _find(connection: duckdb.DuckDBPyConnection, wanted: str) -> Row:
    found: list[Row] = rows(connection, sql.text("cli/state.sql"), name=wanted)
    if len(found) == 1:
        return found[0]
    if found:
        refuse(f"{wanted} may be {' or '.join(sorted(str(row['participant_id']) for row in found))}; give the code")
    near = rows(connection, sql.text("cli/state_nearest.sql"), name=wanted)
    refuse(f"no participant is called {wanted}; nearest: {', '.join(str(row['name']) for row in near)}")


def _ask(connection: duckdb.DuckDBPyConnection, file: str, found: Row) -> list[Row]:
    return rows(connection, sql.text(file), participant=found["participant_id"])


def _parts(answer: Row) -> Iterator[RenderableType]:
    yield f"[bold]{answer['participant_id']}[/]  {escape(answer['name'])}{_membership(answer)}"
    yield ""
    yield from _treaties(answer["treaties"])
    yield ""
    yield from _calls(answer["open_calls"])


def _membership(answer: Row) -> str:
    since = f", member of the United Nations since {answer['un_member_from']}" if answer["un_member_from"] else ""
    until = f" until {answer['un_member_to']}" if answer["un_member_to"] else ""
    return since + until + (f", {answer['regional_group']}" if answer["regional_group"] else "")


def _treaties(treaties: list[Row]) -> Iterator[RenderableType]:
    if not treaties:
        yield "No treaty with status here shows an act of it."
        return
    counts = Counter(row["standing"] for row in treaties)
    days = [row["observed_until"] for row in treaties]
    seen = f"{min(days)}" if min(days) == max(days) else f"{min(days)} to {max(days)}, by treaty"
    by = f"party to {counts['party']}, signed only {counts['signatory']}, withdrawn from {counts['withdrawn']}"
    yield f"Treaties: {by}; status as at {seen}."
    yield output.table("Treaties", ["treaty_id:treaty", "standing", "since", "bound_from", "title"], treaties)


def _calls(calls: list[Row]) -> Iterator[RenderableType]:
    if not calls:
        yield "No call to join a treaty with status here stands unanswered."
        return
    total = sum(row["calls"] for row in calls)
    treaties = "1 treaty" if len(calls) == 1 else f"{len(calls)} treaties"
    yield f"{total} {'call' if total == 1 else 'calls'} to join {treaties} that it is not known to have joined since."
    columns = ["treaty_id:treaty", "calls", "first_call_on:first", "last_call_on:last", "last_clause_id:last clause"]
    columns += ["voted_yes:voted yes", "standing:standing then", "eligible", "observed_until:seen until", "title"]
    yield output.table("Calls not answered", columns, calls)
