"""The shell of `accede sql`: statements over several lines until ;, dot commands, a history, names completed."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from pipelines.cli.query import Session, Unknown
from pipelines.cli.terminal import first_line
from pipelines.publish import sql

PROMPT, MORE = "accede> ", "   ...> "
LEAVE = {".quit", ".exit", "quit", "exit", ".q"}
HISTORY_LINES = 1000

Read = Callable[[str], str]


def history_file() -> Path:
    """Where what was typed is kept: the user's state folder."""
    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "accede" / "sql_history"


def run(session: Session, read: Read = input) -> None:
    """Answer until the end of input or .quit; an error is one line, and the shell goes on."""
    statement = ""
    while True:
        try:
            line = read(MORE if statement else PROMPT)
        except EOFError:
            print(file=session.out)
            return
        except KeyboardInterrupt:
            # As in other shells: Ctrl-C throws away what was begun.
            print(file=session.out)
            statement = ""
            continue
        if not statement and line.strip().rstrip(";") in LEAVE:
            return
        statement = f"{statement}\n{line}" if statement else line
        if _is_whole(statement):
            _answer(session, statement)
            statement = ""


def _is_whole(statement: str) -> bool:
    bare = statement.strip()
    return not bare or bare.startswith(".") or bare.endswith(";")


def _answer(session: Session, statement: str) -> None:
    if not statement.strip():
        return
    try:
        session.run(statement)
    except Unknown as error:
        print(f"Error: {error}", file=sys.stderr)
    except duckdb.Error as error:
        print(first_line(error), file=sys.stderr)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)


@contextlib.contextmanager
def editing(session: Session) -> Iterator[None]:
    """Line editing with history and completion while the shell runs, where the system's Python has it."""
    try:
        import readline
    except ImportError:
        yield
        return
    path = history_file()
    with contextlib.suppress(OSError):
        readline.read_history_file(path)
    readline.set_completer(_completer(_names(session)))
    readline.set_completer_delims(" \t\n,;()=<>")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_history_length(HISTORY_LINES)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            readline.write_history_file(path)


def _names(session: Session) -> list[str]:
    rows = session.connection.execute(sql.text("cli/names.sql")).fetchall()
    return [".tables", ".schema", ".examples", ".run", ".format", ".help", ".quit", *(row[0] for row in rows)]


def _completer(names: list[str]) -> Callable[[str, int], str | None]:
    def complete(text: str, state: int) -> str | None:
        fitting = [name for name in names if name.startswith(text)]
        return fitting[state] if state < len(fitting) else None

    return complete
