"""`accede refresh`: the archive renewed, the release built anew and published; what the schedule runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipelines.cli.terminal import DEFAULT_RELEASE, WRONG_USE, refuse


def refresh(
    archive: Annotated[Path, typer.Option("--archive", envvar="ACCEDE_ARCHIVE", help="Archive to renew.")] = Path(
        "archive"
    ),
    out: Annotated[
        Path, typer.Option("--out", envvar="ACCEDE_OUT", help="Folder of the release; an earlier release is replaced.")
    ] = DEFAULT_RELEASE,
    text_free: Annotated[
        Path | None,
        typer.Option(
            "--text-free",
            envvar="ACCEDE_TEXT_FREE",
            help="Folder of the text-free edition, made in the same run.",
        ),
    ] = None,
    to: Annotated[
        str, typer.Option("--to", envvar="ACCEDE_STORE", help="Store to publish in: a folder, or s3://bucket/prefix.")
    ] = "",
    contact: Annotated[
        str, typer.Option("--contact", envvar="ACCEDE_CONTACT", help="Your e-mail or web address.")
    ] = "",
    language: Annotated[str, typer.Option("--language", "-l", help="en fr es ru ar zh, with commas.")] = "en",
    max_requests: Annotated[
        int, typer.Option("--max-requests", min=0, help="Stop asking after so many; 0: never.")
    ] = 0,
    base_url: Annotated[
        str, typer.Option("--base-url", envvar="ACCEDE_BASE_URL", help="A double on this machine, to rehearse.")
    ] = "",
) -> None:
    """Fetch what changed since the last time, build the release, and publish it where --to names a store.

    Follows every session and treaty that the archive has a file of, and the sessions under way.

    Example: accede refresh --archive ~/un-archive --to ~/accede-store --contact you@your.org
    """
    from pipelines.archive.errors import ArchiveError
    from pipelines.assets.resources import Folders
    from pipelines.assets.sources import Sources
    from pipelines.cli.job import run
    from pipelines.cli.progress import bars
    from pipelines.cli.summary import summarise
    from pipelines.publish.checks import ChecksFailed
    from pipelines.publish.place import OutRefused
    from pipelines.sources.errors import NoContact, WrongAddress
    from pipelines.sources.fetch import NoListing
    from pipelines.sources.renewal import NothingToRenew
    from pipelines.sources.states import FetchUnderWay
    from pipelines.sources.wishes import NotUnderstood
    from pipelines.treaties.errors import UnknownParticipants
    from pipelines.versions.publishing import PublishRefused
    from pipelines.versions.store import StoreRefused, store
    from pipelines.workers import WrongLimit

    if not (archive / "ledger.jsonl").is_file():
        refuse(f"no archive at {archive}: fill one with  accede fetch ga/78 --archive {archive}", WRONG_USE)
    if text_free and text_free.resolve() == out.resolve():
        refuse("--text-free is a folder beside that of the full edition, --out", WRONG_USE)
    folders = Folders(
        archive=str(archive.resolve()),
        out=str(out.resolve()),
        store=_absolute(to),
        text_free=str(text_free.resolve()) if text_free else "",
    )
    sources = Sources(contact=contact, base_url=base_url, languages=language, max_requests=max_requests)
    try:
        with bars() as listener:
            run("refresh", folders, listener, sources)
    except (NoContact, WrongAddress, NotUnderstood, NothingToRenew, WrongLimit) as error:
        refuse(str(error), WRONG_USE)
    except (NoListing, FetchUnderWay, ArchiveError, ChecksFailed, OutRefused, UnknownParticipants) as error:
        refuse(str(error))
    except (PublishRefused, StoreRefused) as error:
        refuse(f"{error} (the build at {out} is whole: `accede publish --to {to}` goes on from there)")
    summarise(out, is_specimen=False, text_free=text_free)
    if to:
        typer.echo(f"Store  {to}: latest is {store(to).latest()}")


def _absolute(place: str) -> str:
    """A folder from the root; an address as it is."""
    return str(Path(place).resolve()) if place and "://" not in place else place
