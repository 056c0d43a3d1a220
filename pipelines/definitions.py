"""What Dagster loads: `dagster dev` with workspace.yaml, `dg`, and the commands of the terminal, all the same graph.

`release` is one job, offline and unpartitioned: a partition costs some 30 ms in a single run and 420 ms as a run of its
own, so reading is spread over documents inside the fat assets. Only `fetch` is partitioned, by body and session, since
a session can fail by itself; `refresh` renews the archive and then does what `release` does. Jobs run in one process;
the assets use a pool of processes where there is enough to do.
"""

from __future__ import annotations

import dagster as dg

from pipelines.assets.automation import archive_changed, daily_refresh, release_job
from pipelines.assets.checks import contract_checks, verdict
from pipelines.assets.clauses import clause_tables
from pipelines.assets.evaluation import evaluation
from pipelines.assets.joins import (
    accession_call_states,
    joining_curves,
    joining_spells,
    participant_names,
    quality,
)
from pipelines.assets.links import link_tables
from pipelines.assets.published import published
from pipelines.assets.release import release_folder
from pipelines.assets.resources import Folders, Progress
from pipelines.assets.sources import (
    Sources,
    archive,
    fetch_job,
    fetched_documents,
    new_sessions,
    refresh_job,
)
from pipelines.assets.staging import Staging
from pipelines.assets.treaties import treaty_tables
from pipelines.paths import DATASETS

daily_release = dg.ScheduleDefinition(
    name="daily_release",
    job=release_job,
    cron_schedule="30 4 * * *",
    description="Every day at 04:30 UTC: build the release anew from what the archive holds by then.",
)


def definitions(
    folders: Folders, staging: Staging, progress: Progress, sources: Sources | None = None
) -> dg.Definitions:
    """The graph bound to folders; the terminal and Dagster's own processes bind different ones."""
    return dg.Definitions(
        assets=[
            fetched_documents,
            archive,
            treaty_tables,
            clause_tables,
            evaluation,
            link_tables,
            accession_call_states,
            joining_spells,
            joining_curves,
            participant_names,
            quality,
            verdict,
            release_folder,
            published,
        ],
        asset_checks=[contract_checks],
        jobs=[release_job, fetch_job, refresh_job],
        schedules=[daily_release, daily_refresh],
        sensors=[new_sessions, archive_changed],
        resources={
            "folders": folders,
            "staging": staging,
            "progress": progress,
            "sources": sources or Sources.from_environment(),
        },
        executor=dg.in_process_executor,
    )


defs = definitions(
    folders=Folders(
        archive=dg.EnvVar("ACCEDE_ARCHIVE").get_value("") or "",
        out=dg.EnvVar("ACCEDE_OUT").get_value(str(DATASETS / "release")) or "",
        text_free=dg.EnvVar("ACCEDE_TEXT_FREE").get_value("") or "",
        store=dg.EnvVar("ACCEDE_STORE").get_value("") or "",
    ),
    staging=Staging(folder=str(DATASETS / "staging")),
    progress=Progress(),
)
