"""`accede show`: one resolution as a clause tree."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Annotated

import duckdb
import typer
from rich.console import Console, RenderableType

from pipelines import symbols
from pipelines.cli import sheet, tree
from pipelines.cli.terminal import DEFAULT_RELEASE, NO_TEXT, Release, has_text, open_release, refuse


def show(
    symbol: Annotated[list[str], typer.Argument(metavar="SYMBOL", help="Symbol, with or without spaces.")],
    language: Annotated[str | None, typer.Option(help="Language as two letters; English where there is one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
    release: Release = DEFAULT_RELEASE,
) -> None:
    """Print one resolution as a clause tree, treaties and calls to join them marked.

    Example: accede show A/RES/78/187, or accede show "S/RES/2682 (2023)" --json
    """
    connection = open_release(release)
    if not has_text(connection):
        refuse(NO_TEXT)
    resolution = _find(connection, symbols.normal(" ".join(symbol)))
    found = sheet.read(connection, resolution, _language(resolution, language))
    if as_json:
        sys.stdout.write(json.dumps(sheet.as_object(found), ensure_ascii=False, indent=2, default=str) + "\n")
        return
    _print(tree.render(found))


def _find(connection: duckdb.DuckDBPyConnection, wanted: str) -> sheet.Row:
    if found := sheet.find(connection, wanted):
        return found
    near = sheet.nearest(connection, wanted)
    # S/RES/2682 says which one is meant, though its year belongs to the symbol.
    with_year = [symbol for symbol in near if symbol.startswith(f"{wanted}(")]
    if len(with_year) == 1 and (found := sheet.find(connection, with_year[0])):
        return found
    refuse(f"{wanted} is not in this release" + (f"; nearest: {', '.join(near)}" if near else ""))


def _print(parts: Iterable[RenderableType]) -> None:
    console = Console(highlight=False)
    if console.is_terminal:
        console.print(*parts, sep="\n")
        return
    with console.capture() as drawn:
        console.print(*parts, sep="\n")
    # Columns are filled up with blanks, which are of no use in a file.
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in drawn.get().splitlines()))


def _language(resolution: sheet.Row, wanted: str | None) -> str:
    there = sheet.languages(resolution)
    if wanted is None:
        return "en" if "en" in there or not there else there[0]
    if wanted.lower() not in there:
        refuse(f"{resolution['symbol']} is not here in {wanted!r}; languages: {', '.join(there) or 'none'}")
    return wanted.lower()
