"""`accede evaluate`: the parser against official XML."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines import symbols
from pipelines.archive.errors import ArchiveError
from pipelines.archive.store import Archive
from pipelines.cli.terminal import WRONG_USE, refuse
from pipelines.evaluation import documents, table
from pipelines.evaluation.difference import Difference, differences, pieces
from pipelines.readers import Unreadable
from pipelines.rows import Row

SHARES = ("precision", "recall", "f1", "part", "label", "verb", "notes", "notes_tied", "citations")
_HEADINGS = {"notes_tied": "tied", "citations": "cited"}


def evaluate(
    archive: Annotated[Path, typer.Option("--archive", envvar="ACCEDE_ARCHIVE", help="Archive to look into.")] = Path(
        "archive"
    ),
    show: Annotated[str | None, typer.Option("--show", metavar="SYMBOL", help="What differs in one document.")] = None,
    worst: Annotated[int, typer.Option("--worst", min=0, help="How many of the worst documents to list.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> None:
    """Score the parser: every document that is there as official XML and in another format, clause by clause.

    A paragraph counts when the same letters come out as one paragraph, number aside. Part, label and verb are compared
    on those; notes by their text, and tied when they hang on the right paragraph.

    Example: accede evaluate --archive ~/un-archive, or accede evaluate --show S/RES/2768
    """
    if not (archive / "ledger.jsonl").is_file():
        refuse(f"no archive at {archive}: fill one with  accede import PATH… --archive {archive}", WRONG_USE)
    try:
        held = Archive(archive)
        if show is not None:
            _show(held, symbols.normal(show))
        else:
            _scores(held, worst, as_json)
    except ArchiveError as error:
        refuse(str(error))


def _scores(archive: Archive, worst: int, as_json: bool) -> None:
    from pipelines.batch import process_pool
    from pipelines.cli.progress import bars

    with bars() as report, process_pool() as executor:
        results = documents.evaluate(archive, executor=executor, progress=lambda d, of: report("evaluate", d, of))
    if not results:
        refuse("no document of the archive is there both as official XML and in another format")
    if as_json:
        _print_json(results, worst)
        return
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 140)
    console.print(_summary(table.summary(results)))
    unread = [one for one in results if one.reason]
    at_fault = [one for one in results if one.fault]
    console.print(f"{len(unread)} not read, {len(at_fault)} left out because their official XML is at fault")
    for one in unread[:worst]:
        console.print(f"  {one.symbol} ({one.language}, {one.format}): {one.reason}", markup=False)
    console.print(_worst(table.worst(results, worst)))


def _print_json(results: Sequence[documents.Result], worst: int) -> None:
    found = {
        "summary": table.summary(results),
        "not_read": [{"symbol": one.symbol, "name": one.name, "reason": one.reason} for one in results if one.reason],
        "worst": [_as_row(one) for one in table.worst(results, worst)],
    }
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def _as_row(result: documents.Result) -> Row:
    assert result.score is not None
    shares = table.row(result.format, result.era, result.score)
    return {"symbol": result.symbol, "language": result.language, **shares}


def _summary(rows: Sequence[Row]) -> Table:
    drawn = Table(box=None, pad_edge=False)
    for name in ("format", "era"):
        drawn.add_column(name)
    for name in ("documents", "paragraphs", *SHARES):
        drawn.add_column(_HEADINGS.get(name, name), justify="right")
    for row in rows:
        shares = [f"{row[name]:.4f}" for name in SHARES]
        drawn.add_row(row["format"], row["era"], f"{row['documents']:,}", f"{row['paragraphs']:,}", *shares)
    return drawn


def _worst(results: Sequence[documents.Result]) -> Table:
    drawn = Table("worst documents", "language", "format", "F1", "same", "in XML", "here", box=None, pad_edge=False)
    for one in results:
        assert one.score is not None
        counts = [str(count) for count in (one.score.same, one.score.official, one.score.found)]
        drawn.add_row(one.symbol, one.language, one.format, f"{one.score.f1:.3f}", *counts)
    return drawn


def _show(archive: Archive, symbol: str) -> None:
    wanted = documents.pairs(archive.entries(), symbol)
    if not wanted:
        stem = [
            pair for pair in documents.pairs(archive.entries()) if str(pair.official.symbol).startswith(f"{symbol}(")
        ]
        wanted = stem if len({pair.official.symbol for pair in stem}) == 1 else []
    if not wanted:
        refuse(f"{symbol} is not in the archive both as official XML and in another format")
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
    for pair in wanted:
        try:
            official, other = documents.both(archive, pair)
        except Unreadable as error:
            console.print(f"{pair.other.name}: {error.reason}", markup=False)
            continue
        found = list(differences(official.clauses, other.clauses))
        console.print(
            f"{symbol} ({pair.other.language}): {len(found)} differences from {pair.other.name}", markup=False
        )
        if found:
            console.print(_side_by_side(found, pair.other.format))


def _side_by_side(found: Sequence[Difference], format: str) -> Table:
    drawn = Table("differs", "official XML", format, show_lines=True, expand=True)
    for one in found:
        drawn.add_row(", ".join(one.columns), *_cells(one))
    return drawn


def _cells(one: Difference) -> tuple[Text, Text]:
    both = ["" if row is None else str(row["text"]) for row in (one.official, one.other)]
    cells = []
    for row, cut in zip((one.official, one.other), pieces(*both), strict=True):
        cell = Text()
        if row is not None:
            cell.append(_head(row, one.columns) + "\n", "bold")
            for text, differs in cut:
                if text:
                    cell.append(text + " ", "red" if differs else "dim")
        cells.append(cell)
    return cells[0], cells[1]


def _head(row: Row, columns: Sequence[str]) -> str:
    said = [f"{name} {row[name]}" for name in columns if name != "text"]
    return " ".join([str(row["clause_id"]).partition("#")[2], *said])
