"""A whole fetch: listings first, then the plan, then the asks. What the terminal and Dagster both call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pipelines.archive.store import Archive
from pipelines.sources.errors import BudgetSpent, Failed
from pipelines.sources.http import Client
from pipelines.sources.keeper import Keeper, Progress
from pipelines.sources.library import Library
from pipelines.sources.names import REPOSITORIES
from pipelines.sources.planner import Plan, Wishes, plan
from pipelines.sources.report import Report
from pipelines.sources.states import States
from pipelines.sources.tables import Tables
from pipelines.sources.treaty_index import Index
from pipelines.sources.trees import Trees
from pipelines.sources.wishes import ALL


class NoListing(Exception):
    """Which documents there are as XML cannot be had, and was never had before."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan made without network, and the listings that it lacks because they were never had."""

    plan: Plan
    unlisted: tuple[str, ...]


def prepare(wishes: Wishes, archive: Path, today: date) -> Prepared:
    """The plan from what is known on this machine: what `--dry-run` shows."""
    trees = Trees(archive)
    unlisted = [REPOSITORIES[body] for body in wishes.bodies if "unxml" in wishes.sources and not trees.is_known(body)]
    if ALL in wishes.treaties and not Index(archive).treaties():
        unlisted.append("the Treaty Collection")
    return Prepared(_plan(wishes, archive, States(archive), today), tuple(unlisted))


async def fetch_all(
    wishes: Wishes,
    archive: Archive,
    client: Client,
    report: Report,
    progress: Progress | None = None,
    say: Callable[[str], None] | None = None,
) -> Report:
    """Fill the archive with what is wished for and not yet there; `report` counts as it goes, and comes back.

    Raises FetchUnderWay, NoListing, ArchiveError. Stopped at any moment, the next call goes on from there.
    """
    states = States(archive.root)
    keeper = Keeper(archive, states, client, report)
    tell = say or (lambda _: None)
    async with client:
        with keeper.writing(lambda: tell("an import is filling this archive; waiting for it")):
            try:
                await _listings(wishes, archive.root, client, tell)
                planned = _plan(wishes, archive.root, states, client.clock.today())
                report.settled, report.known_absent = planned.settled, planned.known_absent
                report.resting = planned.resting
                await keeper.run(planned.wants, progress)
            except BudgetSpent:
                report.is_budget_spent = True
            finally:
                report.requests = client.requests
    return report


async def _listings(wishes: Wishes, archive: Path, client: Client, say: Callable[[str], None]) -> None:
    """Renew the listings; an old one serves where a new one cannot be had."""
    trees = Trees(archive)
    for body in wishes.bodies if "unxml" in wishes.sources else []:
        try:
            await trees.refresh(client, body)
        except Failed as error:
            if not trees.is_known(body):
                raise NoListing(
                    f"the listing of the official XML cannot be had ({error.detail}); "
                    "try again later, or leave the XML out with --source ods"
                ) from error
            say(f"the listing of the official XML is that of an earlier fetch: {error.detail}")
    if ALL in wishes.treaties and "treaty_collection" in wishes.sources:
        await Index(archive).refresh(client, say)
    if "tables" in wishes.sources:
        await Tables(archive).refresh(client, wishes.partitions, say)
    if "library" in wishes.sources:
        await Library(archive).refresh(client, wishes.partitions, say)


def _plan(wishes: Wishes, archive: Path, states: States, today: date) -> Plan:
    files = list(Trees(archive).files(wishes.bodies))
    if ALL in wishes.treaties:
        named = [treaty for treaty in wishes.treaties if treaty != ALL]
        wishes = replace(wishes, treaties=tuple(dict.fromkeys([*named, *Index(archive).treaties()])))
    listed = Tables(archive).listing.rows(wishes.partitions)
    for partition, rows in Library(archive).listing.rows(wishes.partitions).items():
        listed[partition] = rows | listed.get(partition, {})
    return plan(wishes, states, files, today, listed)
