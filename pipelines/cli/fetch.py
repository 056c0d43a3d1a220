"""`accede fetch`: the archive filled from the UN's own servers."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from pipelines.archive.errors import ArchiveError, NoPlaceForArchive
from pipelines.archive.store import Archive
from pipelines.cli.terminal import REFUSED, WRONG_USE, refuse
from pipelines.sources.planner import Wishes
from pipelines.sources.report import Report
from pipelines.sources.rights import SOURCES, Terms
from pipelines.sources.wishes import NotUnderstood, wishes_of

INTERRUPTED = 130


def fetch(
    what: Annotated[
        list[str] | None, typer.Argument(help="Symbols (A/RES/68/147) and sessions or years (ga/68, sc/2013).")
    ] = None,
    treaties: Annotated[
        str | None, typer.Option("--treaties", metavar="IDS", help="Treaties, as XVIII-12-a,IV-11; or all.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every session and year known, and every treaty.")] = False,
    language: Annotated[str, typer.Option("--language", "-l", help="en fr es ru ar zh, with commas.")] = "en",
    format_: Annotated[
        str, typer.Option("--format", help="best: XML, else Word, else PDF; all; or one of xml, word, pdf.")
    ] = "best",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be asked; ask nothing.")] = False,
    max_requests: Annotated[int | None, typer.Option("--max-requests", min=1, help="Stop after so many.")] = None,
    source: Annotated[
        list[str] | None, typer.Option("--source", help="Only from this source (again for more); turns it on.")
    ] = None,
    archive: Annotated[
        Path, typer.Option("--archive", envvar="ACCEDE_ARCHIVE", help="Archive to fill; made if there is none.")
    ] = Path("archive"),
    contact: Annotated[
        str | None,
        typer.Option("--contact", envvar="ACCEDE_CONTACT", help="Your e-mail or web address; every request says it."),
    ] = None,
    base_url: Annotated[
        str | None, typer.Option("--base-url", envvar="ACCEDE_BASE_URL", help="A double on this machine, to rehearse.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when anything could not be had.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name every ask that failed.")] = False,
) -> None:
    """Fetch documents and treaty status from the UN, politely; what is there already is not asked for again.

    Stopped at any moment (Ctrl-C), the next call goes on from there. Without contact nothing is asked.

    Example: accede fetch ga/68 sc/2013 --treaties XVIII-12-a,IV-11 --contact you@your.org
    """
    terms = _sources(source or [])
    try:
        wishes = wishes_of(what or [], treaties, all_, language, format_, [one.name for one in terms])
    except NotUnderstood as error:
        refuse(str(error), WRONG_USE)
    if dry_run:
        _dry_run(wishes, archive)
        return
    _announce(terms, is_named=bool(source))
    report = _run(wishes, archive, contact, base_url, max_requests, verbose)
    if report.stopped or (strict and not report.is_complete):
        raise typer.Exit(REFUSED)


def _sources(named: Sequence[str]) -> list[Terms]:
    """The sources to ask: those named, or all that are on."""
    names = [one.strip().replace("-", "_") for name in named for one in name.split(",") if one.strip()]
    for name in names:
        if name not in SOURCES:
            refuse(f"--source {name}: no such source; there are {', '.join(SOURCES)}", WRONG_USE)
    return [terms for terms in SOURCES.values() if terms.name in names or (not names and terms.is_on)]


def _announce(terms: Sequence[Terms], is_named: bool) -> None:
    """Which sources are off and why; under which terms one that was off has been turned on."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for one in SOURCES.values():
        if not one.is_on and one in terms:
            console.print(f"Turned on: {one.title}: {one.reason}", style="yellow", markup=False)
        elif not one.is_on and not is_named:
            console.print(f"Off: {one.title}: {one.reason}", style="dim", markup=False)


def _dry_run(wishes: Wishes, archive: Path) -> None:
    from pipelines.cli.fetch_summary import show_plan
    from pipelines.sources.fetch import prepare

    show_plan(prepare(wishes, archive, datetime.now(UTC).date()), wishes)


def _run(
    wishes: Wishes, archive: Path, contact: str | None, base_url: str | None, max_requests: int | None, verbose: bool
) -> Report:
    from pipelines.cli.fetch_progress import bar
    from pipelines.cli.fetch_summary import summarise
    from pipelines.sources.errors import NoContact, WrongAddress
    from pipelines.sources.fetch import NoListing, fetch_all
    from pipelines.sources.http import Client
    from pipelines.sources.states import FetchUnderWay

    report = Report()
    try:
        client = Client(contact, base_url=base_url, max_requests=max_requests)
        with bar() as (progress, say):
            asyncio.run(fetch_all(wishes, Archive(archive), client, report, progress, say))
    except (NoContact, WrongAddress, NoPlaceForArchive) as error:
        refuse(str(error), WRONG_USE)
    except (NoListing, FetchUnderWay, ArchiveError) as error:
        refuse(str(error))
    except KeyboardInterrupt:
        summarise(report, archive, verbose)
        _interrupted()
    except OSError as error:
        refuse(f"{error.filename or archive}: {error.strerror or error}")
    summarise(report, archive, verbose)
    return report


def _interrupted() -> NoReturn:
    refuse("interrupted; the same command goes on from here", INTERRUPTED)
