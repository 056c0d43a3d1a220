"""`accede evaluate`: the parser against official XML."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines import symbols
from pipelines.archive import specimen
from pipelines.archive.errors import ArchiveError
from pipelines.archive.store import Archive
from pipelines.cli.terminal import chosen_archive, refuse
from pipelines.evaluation import documents, table
from pipelines.evaluation.difference import Difference, differences, note_differences, pieces
from pipelines.rows import Row

SHARES = ("precision", "recall", "f1", "part", "label", "verb", "notes", "notes_tied", "citations")
_HEADINGS = {"notes_tied": "tied", "citations": "cited"}


def evaluate(
    archive: Annotated[
        Path | None,
        typer.Option(
            "--archive",
            envvar="ACCEDE_ARCHIVE",
            help="Archive to look into. Without one: ./archive where it exists, else the specimen archive.",
        ),
    ] = None,
    show: Annotated[str | None, typer.Option("--show", metavar="SYMBOL", help="What differs in one document.")] = None,
    worst: Annotated[int, typer.Option("--worst", min=0, help="How many of the worst documents to list.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> None:
    """Score the parser: every document that is there as official XML and in another format, clause by clause.

    A paragraph counts when the same letters come out as one paragraph, number aside. Part, label and verb are compared
    on those; notes by their text, and tied when they hang on the right paragraph.

    Example: accede evaluate --archive ~/un-archive, or accede evaluate --show A/RES/0/2
    """
    try:
        with specimen.opened(chosen_archive(archive)) as held:
            if show is not None:
                _show(held, symbols.normal(show))
            else:
                _scores(held, worst, as_json)
    except ArchiveError as error:
        refuse(str(error))


def _scores(archive: Archive, worst: int, as_json: bool) -> None:
    from pipelines.batch import guarded_pool
    from pipelines.cli.progress import bars

    with bars() as report, guarded_pool() as executor:
        pairs = documents.read_pairs(
            archive, executor=executor, progress=lambda done, of: report("evaluation", done, of)
        )
    if not pairs:
        refuse("no document of the archive is there both as official XML and in another format")
    results = documents.results(pairs)
    if as_json:
        _print_json(results, worst)
        return
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 140)
    console.print(_summary(table.evaluation(results)))
    for name, told in (("not read", "unread"), ("left out, because their official XML is at fault", "fault")):
        found = [one for one in results if getattr(one, told)]
        if found:
            console.print(f"\n{len(found)} {name}")
        for one in found[:worst]:
            console.print(f"  {one.symbol} ({one.language}, {one.format}): {getattr(one, told)}", markup=False)
    if listed := table.worst(results, worst):
        console.print("")
        console.print(_worst(listed))


def _print_json(results: Sequence[documents.Result], worst: int) -> None:
    found = {
        "evaluation": table.evaluation(results),
        "unread": [_as_row(one) for one in results if one.unread],
        "worst": [_as_row(one) for one in table.worst(results, worst)],
    }
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def _as_row(result: documents.Result) -> Row:
    columns = ("symbol", "language", "format", "era", "name", "unread")
    return {**{name: getattr(result, name) for name in columns}, **asdict(result.score)}


def _summary(rows: Sequence[Row]) -> Table:
    """One line for each format and era, a column for each figure."""
    drawn = Table(box=None, pad_edge=False)
    for name in ("format", "era"):
        drawn.add_column(name)
    for name in ("documents", "paragraphs", *SHARES):
        drawn.add_column(_HEADINGS.get(name, name), justify="right")
    for (format, era), held in groupby(rows, key=lambda row: (row["format"], row["era"])):
        figures = {row["figure"]: row for row in held}
        shares = ["-" if figures[name]["share"] is None else f"{figures[name]['share']:.4f}" for name in SHARES]
        counts = [f"{figures['recall'][name]:,}" for name in ("documents", "total")]
        drawn.add_row(format, era, *counts, *shares)
    return drawn


def _worst(results: Sequence[documents.Result]) -> Table:
    drawn = Table("worst documents", box=None, pad_edge=False)
    for name in ("language", "format", "same", "only in XML", "only here", "file"):
        drawn.add_column(name, justify="right" if name in ("same", "only in XML", "only here") else "left")
    for one in results:
        found = one.score
        counts = (found.same, found.official - found.same, found.found - found.same)
        drawn.add_row(one.symbol, one.language, one.format, *map(str, counts), one.name)
    return drawn


def _show(archive: Archive, symbol: str) -> None:
    wanted = documents.read_pairs(archive, symbol=_held(archive, symbol))
    if not wanted:
        refuse(f"{symbol} is not in the archive both as official XML and in another format")
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
    for pair in wanted:
        name = f"{pair.claim[0]} ({pair.claim[1]}), {pair.other.document['name']}"
        if pair.unread:
            console.print(f"{name}: {pair.unread}", markup=False)
            continue
        found = list(differences(pair.official.clauses, pair.other.clauses))
        notes = note_differences(pair.official.footnotes, pair.other.footnotes)
        console.print(f"{name}: {len(found)} differences in paragraphs, {len(notes)} in notes", markup=False)
        if found or notes:
            console.print(_side_by_side(found, notes, pair.other.document["format"]))


def _held(archive: Archive, symbol: str) -> str:
    """The symbol with the year that resolutions of the Security Council carry, where it was left out."""
    names = {str(entry.symbol) for entry in archive.entries() if str(entry.symbol).startswith(f"{symbol}(")}
    return names.pop() if len(names) == 1 else symbol


def _side_by_side(found: Sequence[Difference], notes: Sequence[tuple[Row | None, Row | None]], format: str) -> Table:
    drawn = Table("differs", "official XML", format, show_lines=True, expand=True)
    for column in drawn.columns[1:]:
        column.ratio = 1
    for one in found:
        drawn.add_row(", ".join(one.columns), *_cells(one.official, one.other, one.columns))
    for official, other in notes:
        drawn.add_row("note", *_cells(official, other))
    return drawn


def _cells(official: Row | None, other: Row | None, columns: Sequence[str] = ()) -> tuple[Text, Text]:
    both = ["" if row is None else str(row["text"]) for row in (official, other)]
    cells = []
    for row, cut in zip((official, other), pieces(*both), strict=True):
        cell = Text()
        if row is not None:
            cell.append(_head(row, columns) + "\n", "bold")
            for text, differs in cut:
                if text:
                    cell.append(text + " ", "red" if differs else "dim")
        cells.append(cell)
    return cells[0], cells[1]


def _head(row: Row, columns: Sequence[str]) -> str:
    if "marker" in row:
        return f"note {row['marker']}"
    said = [f"{name} {row[name]}" for name in columns if name != "text"]
    return " ".join([str(row["clause_id"]).partition("#")[2], *said])
