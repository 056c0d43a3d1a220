"""`accede releases`: what a store keeps."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from pipelines.cli.output import put, put_json, table
from pipelines.cli.terminal import Store, refuse
from pipelines.publish import checksums
from pipelines.versions.described import NoRelease, described
from pipelines.versions.numbers import Version
from pipelines.versions.store import Store as Kept
from pipelines.versions.store import StoreRefused, store


def releases(
    place: Store,
    verify: Annotated[bool, typer.Option("--verify", help="Read every file and prove its checksum.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """List the releases of a store, newest first.

    Example: accede releases --store ~/accede-store --verify
    """
    try:
        kept = store(place)
        latest = kept.latest()
        rows = [_row(kept, version, version == latest, verify) for version in reversed(kept.versions())]
    except (StoreRefused, NoRelease) as error:
        refuse(str(error))
    if as_json:
        put_json(rows)
        return
    if not rows:
        refuse(f"no release in {place}: publish one with `accede publish --to {place}`")
    columns = ["version", "latest", "tables", "clauses", "calls", *(["files"] if verify else [])]
    put([table(f"Releases in {place}", columns, rows)])
    if any(row.get("files") == "damaged" for row in rows):
        raise typer.Exit(1)


def _row(kept: Kept, version: Version, is_latest: bool, verify: bool) -> dict[str, object]:
    with TemporaryDirectory(prefix="accede-release-") as temporary:
        folder = kept.fetch(version, Path(temporary))
        said = described(folder).tables
        proved = {"files": "damaged" if checksums.differing(folder) else "proved"} if verify else {}
    clauses, calls = (said[name].rows if name in said else None for name in ("clauses", "accession_calls"))
    return {
        "version": str(version),
        "latest": "latest" if is_latest else "",
        "tables": len(said),
        "clauses": clauses,
        "calls": calls,
        **proved,
    }
