"""`accede publish`: a built folder becomes a numbered release of a store."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from pipelines.cli.changes import counted, schema_lines
from pipelines.cli.terminal import DEFAULT_RELEASE, Release, Store, refuse
from pipelines.publish.checks import ChecksFailed
from pipelines.publish.place import OutRefused
from pipelines.versions.described import NoRelease
from pipelines.versions.publishing import Declared, Published, PublishRefused
from pipelines.versions.publishing import publish as publish_at
from pipelines.versions.store import StoreRefused, store


def publish(
    to: Store,
    release: Release = DEFAULT_RELEASE,
    breaking: Annotated[
        str, typer.Option("--breaking", metavar="WHY", help="Say that a breaking change of tables is meant.")
    ] = "",
    accept_loss: Annotated[
        str, typer.Option("--accept-loss", metavar="WHY", help="Say that rows went, or a reader got worse, on purpose.")
    ] = "",
) -> None:
    """Give the built release a version and keep it in a store: a folder, or s3://bucket/prefix.

    It is compared with the store's latest release first. A breaking change makes a major version, new tables or columns
    a minor one, new rows a patch; where nothing changed nothing is published. Rows that went stop it, and so does a
    reader that got worse. Versions never change; `latest` moves last.

    Example: accede publish --to ~/accede-store, or accede publish --to s3://bucket/accede --release ~/accede-release
    """
    try:
        done = publish_at(release, store(to), Declared(breaking, accept_loss))
    except (NoRelease, PublishRefused, ChecksFailed, OutRefused, StoreRefused) as error:
        refuse(str(error))
    tell(done, to)


def tell(done: Published, to: str) -> None:
    """Print what was published."""
    console = Console(highlight=False, soft_wrap=True)
    if not done.is_new:
        console.print(f"Nothing changed since {done.version}; nothing was published.")
        return
    for line in schema_lines(done.schema):
        console.print(line)
    if done.before is not None:
        console.print(counted(done.rows, f"Changes since {done.before}"))
    console.print(f"Release  {done.version} in {escape(to)}")
    console.print(f"Next     accede releases --store {escape(to)}")
