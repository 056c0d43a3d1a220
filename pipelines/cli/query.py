"""Running SQL and the dot commands on a released database, for `accede sql` with a query and for its shell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any, TextIO

import duckdb

from pipelines.cli.formats import Format, write
from pipelines.publish import sql

HELP = """\
A statement ends with ; and may take several lines.
.tables          tables and views of the release
.schema TABLE    columns of one table or view
.examples        tested questions that come with the project
.run EXAMPLE     run one of them
.format FORMAT   table, csv, json or markdown
.quit            leave (also Ctrl-D)
"""


class Unknown(Exception):
    """A dot command, example or table that is not there, or a statement that is not for here; one line."""


def examples() -> dict[str, str]:
    """The tested examples by name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sql.files("examples")}


def example(name: str) -> str:
    """The SQL of one example by its name, or by words of it that no other has; raises Unknown with what is near."""
    there = examples()
    wanted = name.lower().replace("-", "_").removesuffix(".sql")
    fitting = [stem for stem in there if wanted == stem] or [stem for stem in there if wanted and wanted in stem]
    if len(fitting) == 1:
        return there[fitting[0]]
    near = fitting or get_close_matches(wanted, there, n=2, cutoff=0.3)
    raise Unknown(f"no example is called {name}" + (f"; nearest: {', '.join(near)}" if near else ""))


class Session:
    """A connection with a format; `run` takes SQL or a dot command and prints the answer to `out`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, form: Format, out: TextIO) -> None:
        self.connection = connection
        self.form = form
        self.out = out

    def run(self, text: str) -> None:
        """Run SQL (every statement, the last answer printed) or one dot command; raises duckdb.Error or Unknown."""
        if text.strip().startswith("."):
            self._command(text.strip().rstrip(";"))
        else:
            self._statements(text)

    def _statements(self, text: str) -> None:
        statements = self.connection.extract_statements(text)
        for statement in statements:
            if statement.type == duckdb.StatementType.LOAD:
                raise Unknown("extensions are neither installed nor loaded here: a release needs none")
            self._execute(statement)
        if statements and statements[-1].expected_result_type[0] == duckdb.ExpectedResultType.QUERY_RESULT:
            self._print()

    def _execute(self, statement: duckdb.Statement) -> None:
        try:
            self.connection.execute(statement)
        except RuntimeError as error:
            # What DuckDB 2.0 makes of Ctrl-C; its own errors are no RuntimeErrors.
            raise KeyboardInterrupt from error

    def _command(self, text: str) -> None:
        name, _, argument = text.partition(" ")
        commands: dict[str, Callable[[str], None]] = {
            ".tables": lambda _: self._ask("cli/tables.sql"),
            ".schema": self._schema,
            ".examples": lambda _: self._examples(),
            ".run": lambda wanted: self._statements(example(wanted)),
            ".format": self._set_format,
            ".help": lambda _: print(HELP, end="", file=self.out),
        }
        if name not in commands:
            raise Unknown(f"no command is called {name}; .help lists them")
        commands[name](argument.strip())

    def _ask(self, file: str, **values: str) -> None:
        self.connection.execute(sql.text(file), values or None)
        self._print()

    def _schema(self, table: str) -> None:
        found = self.connection.execute(sql.text("cli/schema.sql"), {"name": table}).fetchall()
        if not found:
            raise Unknown(f"no table or view is called {table or '…'}; .tables lists them")
        self._ask("cli/schema.sql", name=table)

    def _examples(self) -> None:
        rows = [(name, _first_comment(text)) for name, text in examples().items()]
        write(self.form, ["example", "question"], iter(rows), self.out)

    def _set_format(self, name: str) -> None:
        try:
            self.form = Format(name)
        except ValueError:
            raise Unknown(f"no format is called {name or '…'}; there are {', '.join(Format)}") from None

    def _print(self) -> None:
        names = [column[0] for column in self.connection.description or []]
        write(self.form, names, self._fetch(), self.out)

    def _fetch(self) -> Iterator[tuple[Any, ...]]:
        while rows := self.connection.fetchmany(2000):
            yield from rows


def _first_comment(text: str) -> str:
    """The sentence at the top of a .sql file."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("--") or not line.strip("- "):
            break
        lines.append(line.strip("- "))
    return " ".join(lines)
