"""`accede facts`: of a release, the facts alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipelines.cli.terminal import DEFAULT_RELEASE, WRONG_USE, refuse


def facts(
    out: Annotated[Path, typer.Option("--out", help="Folder of the facts; earlier facts are replaced.")],
    release: Annotated[
        Path, typer.Option("--release", envvar="ACCEDE_OUT", help="Folder of a release, full or text-free.")
    ] = DEFAULT_RELEASE,
) -> None:
    """Take from a release the facts alone: calls, treaties called for, acts, standing, answers; no words of documents.

    Example: accede facts --release ~/accede-release --out datasets/facts
    """
    from pipelines.publish import editions
    from pipelines.publish.checks import ChecksFailed
    from pipelines.publish.facts import make
    from pipelines.publish.place import OutRefused

    try:
        made = make(release, out)
    except editions.NotTextFree as error:
        refuse(str(error), WRONG_USE)
    except (ChecksFailed, OutRefused) as error:
        refuse(str(error))
    for name, count in made.rows.items():
        typer.echo(f"{name:<24}{count:>10,}")
    typer.echo(f"\n{made.size / 1e6:.2f} MB of Parquet in {made.out}")
