"""`accede rehydrate`: the words of a text-free edition, filled in from the user's own archive."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipelines.cli.terminal import WRONG_USE, refuse

NAMED = 10
"""How many documents or clauses are named where there are more."""


def rehydrate(
    release: Annotated[Path, typer.Option("--release", help="Folder of the text-free edition.")],
    out: Annotated[Path, typer.Option("--out", help="Folder of the filled edition; an earlier release is replaced.")],
    archive: Annotated[
        Path | None,
        typer.Option(
            "--archive",
            envvar="ACCEDE_ARCHIVE",
            help="Archive with the documents. Without one: ./archive where it exists, else the specimen archive.",
        ),
    ] = None,
) -> None:
    """Fill the words into a text-free edition from your own archive, and prove each clause by its hash.

    Every document is read anew. Where the archive lacks some, their rows are counted and stay without words. Exit code
    1, and nothing written, when a hash differs: the filled edition is the full one, table by table, or it is not made.

    Example: accede rehydrate --release ~/accede-bare --archive ~/un-archive --out ~/accede-full
    """
    from pipelines.archive import specimen
    from pipelines.archive.errors import ArchiveError
    from pipelines.batch import guarded_pool
    from pipelines.cli.progress import bars
    from pipelines.cli.terminal import chosen_archive
    from pipelines.evidence.rehydrate import rehydrate as fill
    from pipelines.publish import editions
    from pipelines.publish.place import OutRefused
    from pipelines.publish.release import release as publish
    from pipelines.workers import WrongLimit

    folder = chosen_archive(archive)
    try:
        about, tables = editions.about(release), editions.read(release)
    except editions.NotTextFree as error:
        refuse(str(error), WRONG_USE)
    try:
        with specimen.opened(folder) as held, bars() as progress, guarded_pool() as executor:
            filled = fill(tables, held, executor, progress)
        if filled.other:
            refuse(
                f"the words of {len(filled.other)} rows have another hash than the release says: {_few(filled.other)}"
            )
        is_whole = not filled.missing and not any(filled.empty.values())
        if is_whole and (other := editions.differing(filled.tables, release)):
            refuse(
                f"{', '.join(other)}: every text has its hash, but what is drawn from them is not that of the full "
                f"edition; Accede {about.software_version} made it"
            )
        publish(
            filled.tables,
            out,
            title=about.title,
            is_specimen=about.is_specimen,
            software_version=about.software_version,
            # The release was checked when it was made, and each text filled in has the hash that it had then.
            is_checked=True,
            edition="full" if is_whole else "partial",
        )
    except WrongLimit as error:
        refuse(str(error), WRONG_USE)
    except (ArchiveError, OutRefused) as error:
        refuse(str(error))
    _tell(tables["clauses"].height, filled.empty, filled.missing, out)


def _tell(clauses: int, empty: dict[str, int], missing: dict[str, str], out: Path) -> None:
    console = Console(highlight=False, soft_wrap=True)
    proved = clauses - empty["clauses"]
    console.print(f"{proved:,} of {clauses:,} clauses filled in, each proved by its hash", markup=False)
    if missing:
        said = _few(f"{name} ({reason})" for name, reason in sorted(missing.items()))
        console.print(f"{len(missing):,} documents gave nothing: {said}", style="yellow", markup=False)
    for name, count in empty.items():
        if count:
            console.print(f"{count:,} rows of {name} stay without words", style="yellow", markup=False)
    if not missing and not any(empty.values()):
        console.print("The content of every table is that of the full edition.")
    console.print(f"Files  {out}", markup=False)


def _few(names: Iterable[str]) -> str:
    every = list(names)
    return "; ".join(every[:NAMED]) + (f"; and {len(every) - NAMED:,} more" if len(every) > NAMED else "")
