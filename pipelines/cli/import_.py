"""`accede import`: files that the user has become part of an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn

from pipelines.archive.errors import ArchiveError, NoPlaceForArchive
from pipelines.archive.importer import NoSuchPath, import_paths
from pipelines.archive.store import Archive
from pipelines.cli.import_summary import summarise
from pipelines.cli.terminal import REFUSED, WRONG_USE, refuse

INTERRUPTED = 130


def import_(
    paths: Annotated[list[Path], typer.Argument(help="Folders, single files, .zip and .tar.* files.", metavar="PATH…")],
    archive: Annotated[
        Path, typer.Option("--archive", envvar="ACCEDE_ARCHIVE", help="Archive to fill; made if there is none.")
    ] = Path("archive"),
    as_at: Annotated[
        str | None,
        typer.Option("--as-at", metavar="YYYY-MM-DD", help="The day of treaty status files that do not say their own."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when a file was not taken or has a fault.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name every file that was not taken.")] = False,
) -> None:
    """Take resolutions, extracts and treaty status files into an archive.

    What a file is shows in its bytes; symbol and language stand inside it. Importing twice changes nothing.

    Example: accede import ~/GAresolutions mtdsg-xml.tar.xz --as-at 2018-01-15 --archive ~/un-archive
    """
    day = _day(as_at)
    try:
        with _bar() as (progress, on_wait):
            report = import_paths(paths, Archive(archive), day, progress, on_wait)
    except (NoSuchPath, NoPlaceForArchive) as error:
        refuse(str(error), WRONG_USE)
    except ArchiveError as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"{error.filename or archive}: {error.strerror or error}")
    except KeyboardInterrupt:
        refuse("interrupted; what was taken so far stays in the archive, import again for the rest", INTERRUPTED)
    summarise(report, archive, verbose)
    if report.undated:
        refuse(f"{report.undated} treaty status files do not say their day: say --as-at YYYY-MM-DD", WRONG_USE)
    if strict and report.faults:
        raise typer.Exit(REFUSED)


def _day(printed: str | None) -> date | None:
    try:
        return date.fromisoformat(printed) if printed else None
    except ValueError:
        refuse(f"--as-at {printed}: no day; write it as 2018-01-15", WRONG_USE)


@contextmanager
def _bar() -> Iterator[tuple[Callable[[int, int], None], Callable[[], None]]]:
    """What to call as bytes are walked over, and what to call when another import must be waited for."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<22}"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("Files to archive", total=None)

        def wait() -> None:
            console.print("accede: another import is filling this archive; waiting for it")

        yield lambda seen, total: bar.update(task, completed=seen, total=total), wait
