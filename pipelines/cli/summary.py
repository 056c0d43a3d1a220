"""What `accede build` says at its end: rows, one answer, faults, where the files are, what to try next."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipelines.cli.terminal import DEFAULT_RELEASE, open_release, rows
from pipelines.publish import sql

Found = dict[str, Any]


def summarise(out: Path, is_specimen: bool, text_free: Path | None = None) -> int:
    """Print the summary of the release at `out`; gives the number of documents that could not be used.

    `text_free`: where its text-free edition stands, if it was made.
    """
    console = Console(highlight=False, soft_wrap=True)
    with open_release(out) as connection:
        tables = rows(connection, sql.text("cli/summary_tables.sql"))
        call = rows(connection, sql.text("cli/summary_call.sql"))
        faults: list[Found] = rows(connection, sql.text("cli/summary_faults.sql"))
    console.print(_counts(tables, is_specimen))
    for found in call:
        console.print(_answer(found))
    for fault in faults:
        console.print(_warning(fault))
    console.print(f"\nFiles  {escape(short(out))}: README.md, accede.duckdb, parquet/")
    if text_free:
        console.print(f"       {escape(short(text_free))}: the text-free edition")
    elsewhere = "" if out.resolve() == DEFAULT_RELEASE else f" --release {short(out)}"
    console.print(f"Next   accede sql trafficking{escape(elsewhere)}")
    return sum(int(fault["faults"]) for fault in faults)


def short(path: Path) -> str:
    """The path as a person would type it from here."""
    resolved = path.resolve()
    return str(resolved.relative_to(Path.cwd())) if resolved.is_relative_to(Path.cwd()) else str(resolved)


def _counts(tables: list[Found], is_specimen: bool) -> Table:
    title = "SPECIMEN release: documents written for this project, never adopted" if is_specimen else "Release"
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    table.add_column("table")
    table.add_column("rows", justify="right")
    for found in tables:
        table.add_row(found["table_name"], f"{found['rows']:,}")
    return table


def _answer(call: Found) -> str:
    """The founding question, answered for one clause."""
    asked = f"asks States to {'consider joining' if call['has_consider'] else 'join'}"
    return (
        f"\n[bold]{escape(call['clause_id'])}[/] of {call['adopted_on']} {escape(asked)} the\n"
        f"{escape(call['title'])} ({call['treaty_id']}).\n"
        f"States that were not party on that day: [bold]{call['not_party_then']}[/]. "
        f"Of these had joined by {call['as_at']}: [bold]{call['joined_since']}[/]."
    )


def _warning(fault: Found) -> str:
    count = "1 document" if fault["faults"] == 1 else f"{fault['faults']:,} documents"
    kind = fault["kind"].replace("_", " ")
    return f"[yellow]Warning[/] {count}: {kind} ({escape(str(fault['first']))}: {escape(fault['detail'])})"
