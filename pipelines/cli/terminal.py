"""What commands share when they speak: where the release lies, how it is opened, how a refusal reads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import duckdb
import typer
from rich.console import Console

from pipelines.paths import DATASETS
from pipelines.publish import facts, sql
from pipelines.publish.connection import SETTINGS
from pipelines.versions.folder import LATEST

DEFAULT_RELEASE = DATASETS / "release"
FACTS = DATASETS / "facts"
DATABASE = "accede.duckdb"
REFUSED, WRONG_USE = 1, 2
NO_TEXT = "the words of documents are not in this edition; build a release, or fill this one with `accede rehydrate`"

Release = Annotated[
    Path,
    typer.Option(
        "--release",
        envvar="ACCEDE_OUT",
        help="Folder of the release, or of a store (its latest), or the .duckdb.",
        show_default="datasets/release",
    ),
]
Store = Annotated[
    str,
    typer.Option("--to", "--store", envvar="ACCEDE_STORE", help="Where releases lie: a folder, or s3://bucket/prefix."),
]


def refuse(message: str, code: int = REFUSED) -> NoReturn:
    """Say why nothing was done, in one line on standard error, and leave with `code`."""
    Console(stderr=True, soft_wrap=True).print(f"accede: {message}", style="red", markup=False, highlight=False)
    raise typer.Exit(code)


def open_release(folder: Path) -> duckdb.DuckDBPyConnection:
    """The released database of a folder (or a .duckdb file), read-only; refuses when there is none.

    One thread, so that a query without ORDER BY answers in the same order every time; extensions come neither by
    themselves nor from the network.
    """
    folder = release_folder(folder)
    path = folder if folder.is_file() else folder / DATABASE
    if not path.is_file():
        if facts.is_facts(folder):
            return _facts(folder, "facts alone, without words of documents")
        if folder == DEFAULT_RELEASE and facts.is_facts(FACTS):
            return _facts(FACTS, "no release is built, these are the facts that come with the project")
        refuse(f"no release in {folder}: make one with `accede build`, or name its folder with --release")
    settings = {**SETTINGS, "threads": "1", "custom_extension_repository": str(path.parent), "temp_directory": ""}
    try:
        return duckdb.connect(path, read_only=True, config=settings)
    except duckdb.Error as error:
        refuse(f"{path} cannot be opened: {first_line(error)}")


def release_folder(folder: Path) -> Path:
    """The folder itself, or the latest release where it is a store."""
    latest = folder / LATEST
    return latest if latest.is_dir() and not (folder / DATABASE).exists() else folder


def _facts(folder: Path, what: str) -> duckdb.DuckDBPyConnection:
    """The facts of a folder in memory, with a line on standard error that says `what` they are and of which days."""
    connection = duckdb.connect(config={**SETTINGS, "threads": "1", "temp_directory": ""})
    facts.fill(connection, folder)
    said = f"accede: {what}: {facts.said(connection)}"
    Console(stderr=True, soft_wrap=True).print(said, style="dim", markup=False, highlight=False)
    return connection


def chosen_archive(named: Path | None) -> Path | None:
    """The archive that a command reads: the one named, else ./archive where it is one, else None for the specimen."""
    chosen = named or (Path("archive") if Path("archive/ledger.jsonl").is_file() else None)
    if chosen is not None and not (chosen / "ledger.jsonl").is_file():
        refuse(f"no archive at {chosen}: fill one with  accede import PATH… --archive {chosen}", WRONG_USE)
    return chosen


def has_text(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether an open release has the words of the documents."""
    return bool(rows(connection, sql.text("cli/has_text.sql"))[0]["has_text"])


def first_line(error: duckdb.Error) -> str:
    """What DuckDB says before it quotes the statement, on one line, with the number of the line that it quotes."""
    said, _, quoted = str(error).partition("\nLINE ")
    number = quoted.partition(":")[0]
    place = f" (line {number})" if number.isdigit() and number != "1" else ""
    return " ".join(said.split("\n\n", 1)[0].split()) + place


def rows(connection: duckdb.DuckDBPyConnection, statement: str, **values: object) -> list[dict[str, object]]:
    """The rows of one statement as dicts, columns in the order of the statement."""
    answer = connection.execute(statement, values or None)
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
