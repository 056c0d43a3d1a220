"""What runs by itself once somebody turns it on: a renewal by the clock, a release when the archive has changed.

Everything here is off until it is turned on in the browser (Automation) or with `dg`: asking the UN's servers, and
replacing a release, are for a person to decide.
"""

import hashlib
import json
from pathlib import Path

import dagster as dg

from pipelines.archive.store import Archive
from pipelines.assets.resources import Folders
from pipelines.assets.sources import OFFLINE, Sources, refresh_job

REFRESH_CRON = "17 3 * * *"
"""03:17 UTC, after the working day of New York and away from the full hour at which everybody's jobs start."""

release_job = dg.define_asset_job(
    "release",
    selection=OFFLINE,
    description="The whole build: archive to release. Offline; the same archive gives the same release.",
)


@dg.schedule(
    job=refresh_job,
    cron_schedule=REFRESH_CRON,
    execution_timezone="UTC",
    default_status=dg.DefaultScheduleStatus.STOPPED,
    description="Every day at 03:17 UTC: ask the UN's servers for what is new, then build the release. Off by default.",
)
def daily_refresh(folders: Folders, sources: dg.ResourceParam[Sources]) -> dg.RunRequest | dg.SkipReason:
    """A run a day, unless there is no archive to renew or nobody to answer for the requests."""
    if folders.is_specimen:
        return dg.SkipReason("no archive is named: set ACCEDE_ARCHIVE")
    if not sources.contact:
        return dg.SkipReason("nobody is named who can be reached: set ACCEDE_CONTACT")
    return dg.RunRequest()


@dg.sensor(
    job=release_job,
    minimum_interval_seconds=300,
    default_status=dg.DefaultSensorStatus.STOPPED,
    description="Builds the release when files have come into the archive, by import or fetch. Off by default.",
)
def archive_changed(context: dg.SensorEvaluationContext, folders: Folders) -> dg.SensorResult | dg.SkipReason:
    """A run for each state of the archive, once it has stayed the same from one look to the next."""
    if folders.is_specimen or not Archive(Path(folders.archive)).exists:
        return dg.SkipReason("there is no archive yet: set ACCEDE_ARCHIVE, then  accede import  or  accede fetch")
    now = hashlib.sha256(Archive(Path(folders.archive)).ledger.path.read_bytes()).hexdigest()
    before = json.loads(context.cursor or "{}")
    if now == before.get("built"):
        return dg.SkipReason("nothing has come into the archive since the last release")
    if now != before.get("seen"):
        return dg.SensorResult(cursor=json.dumps({**before, "seen": now}), skip_reason="the archive is still growing")
    cursor = json.dumps({"seen": now, "built": now})
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=now)], cursor=cursor)
