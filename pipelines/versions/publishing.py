"""A built folder becomes a numbered release in a store: compared, numbered, described anew, kept, then latest."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import polars as pl

from pipelines.contracts import Edition, of_edition
from pipelines.publish import checksums, database, parquet
from pipelines.publish.checks import ChecksFailed
from pipelines.publish.connection import connect, register
from pipelines.publish.describe import DATABASE, Said, describe, read
from pipelines.publish.digest import digest
from pipelines.publish.metadata.notice import notice
from pipelines.versions import news
from pipelines.versions.described import CHANGES, Described, described
from pipelines.versions.difference import changes_contract, difference, no_changes, parquet_of
from pipelines.versions.losses import losses
from pipelines.versions.news import News
from pipelines.versions.numbers import FIRST, Version, following
from pipelines.versions.schema import SchemaChange, schema_changes
from pipelines.versions.store import Store

NEWS = "CHANGES.md"


class PublishRefused(Exception):
    """This folder cannot become a release of this store; one line."""


@dataclass(frozen=True)
class Declared:
    """What the publisher says on purpose, each with a reason: that something breaks, that something is lost."""

    breaking: str = ""
    loss: str = ""

    def reasons(self) -> dict[str, str]:
        """What was declared, by what it allows."""
        stated = {"breaking change": self.breaking, "loss": self.loss}
        return {what: why for what, why in stated.items() if why}


@dataclass(frozen=True)
class Published:
    """What publishing did: the version that is latest now, the one before, and what differs between the two.

    `is_new` is false where nothing had changed: then nothing was published, and `version` is the one before.
    """

    version: Version
    before: Version | None
    is_new: bool
    schema: Sequence[SchemaChange]
    rows: pl.DataFrame


def publish(folder: Path, store: Store, declared: Declared | None = None) -> Published:
    """Publish the built `folder`; Parquet files stay as they are to the byte.

    Raises NoRelease, PublishRefused, ChecksFailed (what was lost, by table) and StoreRefused; `latest` then names what
    it named before. It moves last, after every byte of the new release was proved where it lies.
    """
    declared = declared or Declared()
    built = described(folder)
    _whole(folder)
    _made_here(built)
    with store.publishing() as work, TemporaryDirectory(prefix="accede-before-") as temporary:
        last = store.latest()
        before = described(store.fetch(last, Path(temporary))) if last else None
        told = _compare(before, built, declared)
        if last and told.rows.is_empty() and not told.schema:
            return Published(last, last, False, told.schema, told.rows)
        number = following(last, told.schema) if last else FIRST
        _make(work, built, told, str(number))
        store.put(number, work)
        store.point(number)
    return Published(number, last, True, told.schema, told.rows)


def _whole(folder: Path) -> None:
    wrong = checksums.differing(folder)
    if wrong:
        raise PublishRefused(f"{folder} is not what its checksums say ({', '.join(wrong[:3])}); build it again")


def _compare(before: Described | None, built: Described, declared: Declared) -> News:
    if before is None:
        return News(None, built, (), no_changes(), declared.reasons())
    for word, mine, theirs in (
        ("specimen", built.is_specimen, before.is_specimen),
        ("edition", built.edition, before.edition),
    ):
        if mine != theirs:
            raise PublishRefused(
                f"the store's releases and this one differ in kind ({word}: {theirs} there, {mine} here); "
                "use a store of its own"
            )
    schema = schema_changes(before, built)
    breaking = [change.said for change in schema if change.is_breaking]
    if breaking and not declared.breaking:
        raise PublishRefused(
            f"this breaks what users of {before.version} rely on: {'; '.join(breaking)}. "
            "Declare it with --breaking 'why', or mend it"
        )
    rows = difference(before, built)
    lost = losses(before, built, rows)
    if lost and not declared.loss:
        raise ChecksFailed([*lost, "Declare it with --accept-loss 'why', or mend it."])
    return News(before, built, schema, rows, declared.reasons())


def _make(work: Path, built: Described, told: News, version: str) -> None:
    """The release in `work`: tables as built, and all that describes them made anew."""
    said = read(built.folder)
    about = replace(said.about, version=version)
    (work / "parquet").mkdir()
    for name in built.tables:
        shutil.copyfile(built.parquet(name), work / "parquet" / f"{name}.parquet")
    shutil.copyfile(built.folder / DATABASE, work / DATABASE)
    database.restate(work / DATABASE, about)
    changes = changes_contract()
    parquet.write(told.rows, changes, parquet_of(work), about)
    rows, digests = dict(said.rows), dict(said.digests)
    rows[CHANGES], digests[CHANGES] = told.rows.height, _digest(told.rows)
    describe(work, Said(about, rows, digests), [changes])
    text = news.render(told, version, notice(about))
    (work / NEWS).write_text(text, encoding="utf-8")
    checksums.write(work)


def _made_here(built: Described) -> None:
    """Refuse a folder that was made with other contracts: what describes its tables is made from those of today."""
    wanted = of_edition(cast(Edition, built.edition)) if built.edition in ("full", "text-free") else {}
    stated = {name: tuple(table.columns) for name, table in built.tables.items()}
    if not wanted:
        raise PublishRefused(f"{built.folder} is no whole release ({built.edition}); publish what `accede build` makes")
    if stated != {name: contract.columns for name, contract in wanted.items()}:
        raise PublishRefused(f"{built.folder} was built by another version of this software; build it again")


def _digest(rows: pl.DataFrame) -> str:
    with connect() as connection:
        register(connection, {CHANGES: rows})
        return digest(connection, changes_contract())
