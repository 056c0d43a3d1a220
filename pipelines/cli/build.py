"""`accede build`: an archive becomes a release."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipelines.cli.terminal import DEFAULT_RELEASE, REFUSED, WRONG_USE, chosen_archive, refuse


def build(
    archive: Annotated[
        Path | None,
        typer.Option(
            "--archive",
            envvar="ACCEDE_ARCHIVE",
            help="Archive to build from. Without one: ./archive where it exists, else the specimen archive.",
        ),
    ] = None,
    out: Annotated[
        Path, typer.Option("--out", envvar="ACCEDE_OUT", help="Folder of the release; an earlier release is replaced.")
    ] = DEFAULT_RELEASE,
    text_free: Annotated[
        Path | None,
        typer.Option(
            "--text-free",
            envvar="ACCEDE_TEXT_FREE",
            help="Folder of the text-free edition, made in the same run: same rows and keys, no words of documents.",
        ),
    ] = None,
    without_text: Annotated[
        bool, typer.Option("--without-text", help="Make the text-free edition alone, at --out.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when a document could not be used.")] = False,
) -> None:
    """Build the datasets from an archive: clauses, treaties, calls to join, and what States did.

    Offline and repeatable: the same archive gives the same release. A release appears whole or not at all.

    Example: accede build --archive ~/un-archive --out ~/accede-release --text-free ~/accede-text-free
    """
    # Dagster takes most of a second to import; commands that do not run a job do without it.
    from pipelines.archive.errors import ArchiveError
    from pipelines.assets.resources import Folders
    from pipelines.cli.job import run
    from pipelines.cli.progress import bars
    from pipelines.cli.summary import summarise
    from pipelines.publish.checks import ChecksFailed
    from pipelines.publish.place import OutRefused
    from pipelines.treaties.errors import UnknownParticipants
    from pipelines.workers import WrongLimit

    if text_free and (without_text or text_free.resolve() == out.resolve()):
        refuse("--text-free is a folder beside that of the full edition, --out", WRONG_USE)
    chosen = chosen_archive(archive)
    folders = Folders(
        archive=str(chosen.resolve()) if chosen else "",
        out=str(out.resolve()),
        without_text=without_text,
        text_free=str(text_free.resolve()) if text_free else "",
    )
    try:
        with bars() as listener:
            run("release", folders, listener)
    except WrongLimit as error:
        refuse(str(error), WRONG_USE)
    except (ArchiveError, ChecksFailed, OutRefused, UnknownParticipants) as error:
        refuse(str(error))
    faults = summarise(out, is_specimen=chosen is None, text_free=text_free)
    if strict and faults:
        raise typer.Exit(REFUSED)
