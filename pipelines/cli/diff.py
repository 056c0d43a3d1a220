"""`accede diff`: what changed from one release to another."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console

from pipelines.cli.changes import counted, schema_lines
from pipelines.cli.formats import Format, write
from pipelines.cli.output import put
from pipelines.cli.terminal import WRONG_USE, refuse, release_folder
from pipelines.versions.described import Described, NoRelease, described
from pipelines.versions.difference import changes_contract, difference
from pipelines.versions.numbers import parse
from pipelines.versions.schema import schema_changes
from pipelines.versions.store import StoreRefused, store

ReleaseName = Annotated[str, typer.Argument(help="A folder of a release or of a store, or a version with --store.")]


def diff(
    before: ReleaseName,
    after: ReleaseName,
    place: Annotated[
        str, typer.Option("--store", envvar="ACCEDE_STORE", help="Where versions lie: a folder, or s3://bucket/prefix.")
    ] = "",
    rows: Annotated[bool, typer.Option("--rows", help="Print every row that differs, not their counts.")] = False,
    form: Annotated[Format, typer.Option("--format", help="How to print rows.")] = Format.CSV,
) -> None:
    """Compare two releases by key: rows added, removed, changed, and those that only come from another file or page.

    Example: accede diff 1.0.0 1.0.1 --store ~/accede-store, or accede diff ~/accede-store datasets/release --rows
    """
    try:
        with ExitStack() as stack:
            old, new = (_release(name, place, stack) for name in (before, after))
            schema, found = schema_changes(old, new), difference(old, new)
    except (NoRelease, StoreRefused) as error:
        refuse(str(error))
    if rows:
        write(form, list(changes_contract().columns), found.iter_rows(), sys.stdout)
        return
    console = Console(highlight=False, soft_wrap=True)
    for line in schema_lines(schema):
        console.print(line)
    if found.is_empty():
        console.print("No row differs.")
    else:
        put([counted(found, f"From {old.version} to {new.version}")])


def _release(name: str, place: str, stack: ExitStack) -> Described:
    version = parse(name)
    if version is None:
        return described(release_folder(Path(name)))
    if not place:
        refuse(f"{name} is a version: name the store that keeps it with --store", WRONG_USE)
    kept = store(place)
    if version not in kept.versions():
        refuse(f"{place} keeps no release {name}; `accede releases --store {place}` lists them")
    folder = stack.enter_context(TemporaryDirectory(prefix="accede-release-"))
    return described(kept.fetch(version, Path(folder)))
