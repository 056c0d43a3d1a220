"""`accede sql`: a query, a file, an example or a shell on the released database."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from pipelines.cli import shell
from pipelines.cli.formats import Format
from pipelines.cli.query import Session, Unknown, example
from pipelines.cli.terminal import (
    DEFAULT_RELEASE,
    NO_TEXT,
    WRONG_USE,
    Release,
    first_line,
    has_text,
    open_release,
    refuse,
)

# One word is the name of an example; SQL has at least two.
_NAME = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")


def sql(
    query: Annotated[
        str | None, typer.Argument(metavar="[QUERY|FILE.sql|EXAMPLE]", help="Nothing: a shell, or SQL from a pipe.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = Format.TABLE,
    release: Release = DEFAULT_RELEASE,
) -> None:
    """Ask the released DuckDB file: a query, a .sql file, or a tested example by name or a part of it.

    Without any of these it opens a shell (.help says what it knows), or reads SQL from a pipe.

    Example: accede sql "SELECT verb, count(*) AS n FROM clauses GROUP BY verb ORDER BY n DESC LIMIT 5" --format csv
    """
    text = _wanted(query)
    with open_release(release) as connection:
        session = Session(connection, form, sys.stdout)
        if text is None:
            _shell(session)
        else:
            _run(session, text)


def _wanted(query: str | None) -> str | None:
    """The SQL that the argument or the pipe gives; None for a shell."""
    if query is None:
        return None if sys.stdin.isatty() else sys.stdin.read()
    if query.endswith(".sql"):
        return _file(Path(query))
    if not _NAME.fullmatch(query):
        return query
    try:
        return example(query)
    except Unknown as error:
        refuse(str(error), WRONG_USE)


def _file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        refuse(f"{path} cannot be read: {error.strerror if isinstance(error, OSError) else 'not UTF-8'}", WRONG_USE)


def _shell(session: Session) -> None:
    print("Released data, read only. .help lists what can be asked; .quit leaves.", file=sys.stderr)
    with shell.editing(session):
        shell.run(session)


def _run(session: Session, text: str) -> None:
    try:
        session.run(text)
    except Unknown as error:
        refuse(str(error))
    except duckdb.Error as error:
        is_lack = isinstance(error, duckdb.BinderException | duckdb.CatalogException)
        lack = f" ({NO_TEXT})" if is_lack and not has_text(session.connection) else ""
        refuse(first_line(error) + lack)
