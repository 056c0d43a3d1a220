"""How commands put rich renderables or JSON on standard output, in a terminal and into a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.console import Console, RenderableType
from rich.markup import escape
from rich.table import Table

# Wide enough that a table which goes into a file is never folded.
FILE_WIDTH = 400
LONGEST = 80


def put(parts: Iterable[RenderableType]) -> None:
    """Print parts one below the other; without the blanks that fill up columns where nobody looks at a screen."""
    console = Console(highlight=False)
    if console.is_terminal:
        console.print(*parts, sep="\n")
        return
    console = Console(highlight=False, width=FILE_WIDTH)
    with console.capture() as drawn:
        console.print(*parts, sep="\n")
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in drawn.get().splitlines()))


def put_json(value: object) -> None:
    """Print one JSON value; days are ISO."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")


def table(title: str, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Table:
    """A table of some columns of rows: name in the row, or name and heading as `name:heading`; numbers to the right."""
    drawn = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    names = [column.partition(":") for column in columns]
    rows = list(rows)
    for name, _, heading in names:
        is_number = any(isinstance(row[name], int) for row in rows)
        drawn.add_column(heading or name.replace("_", " "), justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(_cell(row[name]) for name, _, _ in names))
    return drawn


def _cell(value: object) -> str:
    """A value as printed; long titles are cut, the JSON form has them whole."""
    text = "" if value is None else str(value)
    return escape(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")
