"""The sources as the graph sees them: a resource set by environment, a fetch by session, a renewal before a release.

Two ways in, one function: `fetch` is partitioned by body and session, for those who fill an archive piece by piece and
want to see which piece failed; `refresh` renews all that the archive follows in one step, then builds the release.
"""

import asyncio
import warnings
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import dagster as dg

from pipelines.archive.errors import ArchiveMissing
from pipelines.archive.store import Archive
from pipelines.assets.resources import Folders, Progress
from pipelines.sources import ranges
from pipelines.sources.fetch import fetch_all
from pipelines.sources.http import Client
from pipelines.sources.planner import Wishes
from pipelines.sources.renewal import renewal
from pipelines.sources.report import Report
from pipelines.sources.rights import SOURCES
from pipelines.sources.wishes import wishes_of

# One run for many sessions is what makes partitions cheap; Dagster says at every start that it may change.
warnings.filterwarnings("ignore", message="Parameter `backfill_policy`", category=dg.BetaWarning)

sessions = dg.DynamicPartitionsDefinition(name="body_and_session")
"""`ga/68`, `sc/2013`: grows by itself, see the sensor `new_sessions`."""


class Sources(dg.ConfigurableResource[None]):
    """How the UN's servers are asked: `contact` goes into every request, without it nothing is asked.

    `names`: sources, with commas; those that their terms forbid are only asked when named. `max_requests` 0: no limit.
    """

    contact: str = ""
    base_url: str = ""
    names: str = ",".join(terms.name for terms in SOURCES.values() if terms.is_on)
    languages: str = "en"
    formats: str = "best"
    max_requests: int = 0

    @classmethod
    def from_environment(cls) -> Self:
        """ACCEDE_CONTACT, ACCEDE_BASE_URL, ACCEDE_SOURCES, ACCEDE_LANGUAGES, ACCEDE_MAX_REQUESTS."""
        fields = ("contact", "base_url", "names", "languages", "max_requests")
        variables = ("CONTACT", "BASE_URL", "SOURCES", "LANGUAGES", "MAX_REQUESTS")
        found = {
            field: dg.EnvVar(f"ACCEDE_{variable}").get_value()
            for field, variable in zip(fields, variables, strict=True)
        }
        given: dict[str, Any] = {field: value for field, value in found.items() if value}
        limit = str(given.pop("max_requests", "0"))
        if not limit.isdecimal():
            raise ValueError(f"ACCEDE_MAX_REQUESTS is {limit!r}: give a whole number, 0 for no limit")
        return cls(**given, max_requests=int(limit))

    def client(self) -> Client:
        """A client for one fetch. Raises NoContact, WrongAddress."""
        return Client(self.contact, base_url=self.base_url or None, max_requests=self.max_requests or None)

    def wishes(self, what: Sequence[str]) -> Wishes:
        """Wishes for sessions or symbols, as this resource is set. Raises NotUnderstood."""
        names = [one.strip() for one in self.names.split(",") if one.strip()]
        return wishes_of(what, None, False, self.languages, self.formats, names)


@dg.asset(
    group_name="sources",
    partitions_def=sessions,
    backfill_policy=dg.BackfillPolicy.single_run(),
    kinds={"file"},
    description="Official documents of one session or year, asked for where they are not in the archive yet.",
)
def fetched_documents(
    context: dg.AssetExecutionContext,
    folders: Folders,
    sources: dg.ResourceParam[Sources],
    progress: dg.ResourceParam[Progress],
) -> dg.MaterializeResult[None]:
    """Fetch the documents of the sessions of this run; what could not be had is counted, and asked for next time."""
    wishes = sources.wishes(context.partition_keys)
    return dg.MaterializeResult(metadata=_fetched(wishes, folders, sources, progress))


@dg.asset(
    group_name="archive",
    kinds={"file"},
    description="Content-addressed files and the ledger that says what each is; the whole input of a build. "
    "Materialised, it is renewed from the UN's servers.",
)
def archive(
    folders: Folders, sources: dg.ResourceParam[Sources], progress: dg.ResourceParam[Progress]
) -> dg.MaterializeResult[None]:
    """Ask for what may have changed or appeared since the last fetch."""
    wishes = sources.wishes(renewal(_place(folders), datetime.now(UTC).date()))
    return dg.MaterializeResult(metadata=_fetched(wishes, folders, sources, progress))


fetch_job = dg.define_asset_job(
    "fetch",
    selection=dg.AssetSelection.assets(fetched_documents),
    description="Fill the archive with the documents of some sessions or years. Needs the network.",
)
refresh_job = dg.define_asset_job(
    "refresh",
    selection=dg.AssetSelection.all() - dg.AssetSelection.assets(fetched_documents),
    description="Renew the archive from the UN's servers, build the release, and publish it where a store is named.",
)
OFFLINE = dg.AssetSelection.all() - dg.AssetSelection.assets("archive", "fetched_documents", "published")
"""Everything that a build needs no network for: the selection of the job `release`."""


@dg.sensor(job=fetch_job, minimum_interval_seconds=86_400, description="Makes the list of sessions and years grow.")
def new_sessions(context: dg.SensorEvaluationContext) -> dg.SensorResult:
    """Every session known, and those under way today, as partitions."""
    today = datetime.now(UTC).date()
    names = [str(one) for one in dict.fromkeys([*ranges.known(), *ranges.running(today)])]
    there = set(context.instance.get_dynamic_partitions(str(sessions.name)))
    missing = [name for name in names if name not in there]
    return dg.SensorResult(dynamic_partitions_requests=[sessions.build_add_request(missing)] if missing else [])


def _place(folders: Folders) -> Path:
    if folders.is_specimen:
        raise ArchiveMissing("no archive is named: set ACCEDE_ARCHIVE, or say --archive")
    return Path(folders.archive)


def _fetched(wishes: Wishes, folders: Folders, sources: Sources, progress: Progress) -> Mapping[str, Any]:
    """Fetch; the account as metadata of the asset."""
    tell = progress.stage("fetch")
    report = Report()
    place = Archive(_place(folders))
    asyncio.run(fetch_all(wishes, place, sources.client(), report, lambda done, of, _: tell(done, of)))
    return {
        "saved": report.saved,
        "unchanged": report.unchanged,
        "absent": report.absent.total(),
        "errors": dict(report.by_reason),
        "not asked": report.not_asked,
        "stopped": dict(report.stopped),
        "requests": report.requests,
    }
