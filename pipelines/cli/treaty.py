"""`accede treaty`: who was party to one treaty on one day, who had only signed, who had done neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import duckdb
import typer
from rich.console import RenderableType
from rich.markup import escape

from pipelines.cli import output
from pipelines.cli.terminal import DEFAULT_RELEASE, WRONG_USE, Release, open_release, refuse, rows
from pipelines.publish import sql
from pipelines.publish.pictures import album, svg, vega_lite

Row = dict[str, Any]
_LISTS = (("parties", "party"), ("signatories_only", "signatory"), ("withdrawn", "withdrawn"), ("neither", "none"))
_TITLES = {"parties": "Parties", "signatories_only": "Signed only", "withdrawn": "Withdrawn", "neither": "Neither"}


def treaty(
    treaty_id: Annotated[
        str, typer.Argument(metavar="TREATY", help="Chapter and number, as XVIII-12-a; or its title.")
    ],
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="Day as 2013-12-18; else the newest.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
    picture: Annotated[
        Path | None,
        typer.Option("--picture", metavar="FILE", help="Draw its participation over time (.svg, or .json: Vega-Lite)."),
    ] = None,
    release: Release = DEFAULT_RELEASE,
) -> None:
    """Print who was party to a treaty on a day, who had only signed it, and who had done neither.

    Parties are counted as the depositary counts them, by deposit; its own count stands beside.

    Example: accede treaty XVIII-12-a --on 2013-12-18
    """
    wanted = _day(on)
    connection = open_release(release)
    found = _find(connection, treaty_id)
    if picture is not None:
        _draw(connection, found["treaty_id"], picture)
        return
    answer = _answer(connection, found, wanted or found["as_at"])
    if as_json:
        output.put_json(answer)
    else:
        output.put(_parts(answer))


def _draw(connection: duckdb.DuckDBPyConnection, treaty_id: str, file: Path) -> None:
    writers = {".svg": svg.draw, ".json": vega_lite.specification}
    if file.suffix not in writers:
        refuse(f"{file}: a picture is drawn as .svg or .json", WRONG_USE)
    chart = album.treaty(connection, treaty_id)
    assert chart is not None
    try:
        file.write_text(writers[file.suffix](chart), encoding="utf-8")
    except OSError as error:
        refuse(f"{file} cannot be written: {error.strerror}")
    output.put([f"{file}: {chart.words}"])


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        refuse(f"{text} is no day; write it as 2013-12-18", WRONG_USE)


def _find(connection: duckdb.DuckDBPyConnection, treaty_id: str) -> Row:
    wanted = treaty_id.strip()
    found: list[Row] = rows(connection, sql.text("cli/treaty.sql"), treaty=wanted)
    if not found:
        near: list[Row] = rows(connection, sql.text("cli/treaty_nearest.sql"), treaty=wanted)
        named = [f"{row['treaty_id']} ({row['title']})" for row in near if row["is_in_title"]]
        named = named or [row["treaty_id"] for row in near]
        refuse(f"{wanted} is not in this release" + (f"; nearest: {', '.join(named)}" if near else ""))
    if len(found) > 1:
        refuse(f"{wanted} is the title of {' and '.join(str(row['treaty_id']) for row in found)}; give the number")
    if not found[0]["has_status"]:
        refuse(f"{wanted} ({found[0]['title']}) has no status here; its depositary: {found[0]['depositary']}")
    return found[0]


def _answer(connection: duckdb.DuckDBPyConnection, found: Row, day: date) -> Row:
    """All that is known of one day, as the JSON object shows it."""
    treaty_id = found["treaty_id"]
    participants: list[Row] = rows(connection, sql.text("cli/treaty_participants.sql"), treaty=treaty_id, day=day)
    [counts] = rows(connection, sql.text("cli/treaty_counts.sql"), treaty=treaty_id, day=day)
    lists = {name: [row for row in participants if row["standing"] == standing] for name, standing in _LISTS}
    return {
        **{key: found[key] for key in ("treaty_id", "title", "concluded_on", "in_force_on", "registration_number")},
        "on": day,
        "status_as_at": found["as_at"],
        "is_current": day <= found["as_at"],
        "counts": {
            **{name: len(listed) for name, listed in lists.items()},
            "bound": sum(row["is_bound"] is True for row in lists["parties"]),
            "bound_from_unknown": sum(row["bound_from"] is None for row in lists["parties"]),
            "signatories": counts["signatories"],
            "calls_to_join": counts["calls"],
        },
        "depositary_counts": {"parties": found["parties_stated"], "signatories": found["signatories_stated"]},
        **{name: [_participant(row) for row in listed] for name, listed in lists.items()},
    }


def _participant(row: Row) -> Row:
    return {key: row[key] for key in ("participant_id", "name", "kind", "since", "bound_from", "until")}


def _parts(answer: Row) -> Iterator[RenderableType]:
    yield f"[bold]{answer['treaty_id']}[/]  {escape(answer['title'])}"
    yield _dates(answer)
    yield ""
    yield from _counted(answer)
    is_concluded = answer["concluded_on"] is None or answer["concluded_on"] <= answer["on"]
    for name, _ in _LISTS if is_concluded else ():
        if answer[name]:
            yield ""
            yield _listed(name, answer[name])


def _dates(answer: Row) -> str:
    in_force = f"in force {answer['in_force_on']}" if answer["in_force_on"] else "not in force"
    number = f", No. {answer['registration_number']}" if answer["registration_number"] else ""
    return f"concluded {answer['concluded_on'] or 'on a day not known'}, {in_force}{number}"


def _counted(answer: Row) -> Iterator[str]:
    counts, stated = answer["counts"], answer["depositary_counts"]
    vintage = answer["status_as_at"]
    bound = f"{counts['bound']} bound by it" + (
        f", {counts['bound_from_unknown']} from a day not known" if counts["bound_from_unknown"] else ""
    )
    if answer["concluded_on"] and answer["on"] < answer["concluded_on"]:
        yield f"On {answer['on']} it had not been concluded."
        return
    yield f"On {answer['on']}, by the status of {vintage}:"
    yield f"  parties          {counts['parties']:>4}  ({bound})"
    yield f"  signed only      {counts['signatories_only']:>4}  (of {counts['signatories']} that had signed)"
    if counts["withdrawn"]:
        yield f"  withdrawn        {counts['withdrawn']:>4}"
    yield f"  neither          {counts['neither']:>4}  States of that day"
    yield f"  calls to join    {counts['calls_to_join']:>4}  clauses adopted by that day"
    if stated["parties"] is not None:
        signed = f", {stated['signatories']} signatories" if stated["signatories"] is not None else ""
        yield f"The depositary's own count in its newest status file: {stated['parties']} parties{signed}."
    if not answer["is_current"]:
        yield f"[yellow]Nothing is known after {vintage}: who is not listed as party may have joined since.[/]"


def _listed(name: str, listed: Sequence[Row]) -> RenderableType:
    title = f"{_TITLES[name]} ({len(listed)})"
    if name == "neither":
        return f"[bold]{title}[/]\n" + escape(", ".join(row["name"] for row in listed))
    columns = ["name", "participant_id:code", "since"] + (["bound_from"] if name == "parties" else [])
    columns += ["until:left on"] if any(row["until"] for row in listed) else []
    return output.table(title, columns, listed)
