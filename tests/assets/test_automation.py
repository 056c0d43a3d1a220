"""What runs by itself: off until turned on, and only where there is something to do."""

from __future__ import annotations

from pathlib import Path

import dagster as dg

from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive
from pipelines.assets.automation import archive_changed, daily_refresh
from pipelines.assets.resources import Folders
from pipelines.assets.sources import Sources
from pipelines.definitions import defs
from pipelines.paths import SPECIMEN


def test_nothing_asks_the_servers_or_builds_before_somebody_turns_it_on() -> None:
    assert {one.name: one.default_status.value for one in defs.schedules or []} == {  # type: ignore[union-attr]
        "daily_refresh": "STOPPED", "daily_release": "STOPPED",
    }  # fmt: skip
    assert {one.default_status.value for one in defs.sensors or []} == {"STOPPED"}


def _refresh(folders: Folders, contact: str) -> dg.RunRequest | dg.SkipReason:
    sources = Sources(contact=contact)
    found = daily_refresh(dg.build_schedule_context(resources={"folders": folders, "sources": sources}))
    assert isinstance(found, (dg.RunRequest, dg.SkipReason))
    return found


def test_a_renewal_needs_an_archive_and_a_contact() -> None:
    assert isinstance(_refresh(Folders(), "a@b.org"), dg.SkipReason)
    assert isinstance(_refresh(Folders(archive="x"), ""), dg.SkipReason)
    assert isinstance(_refresh(Folders(archive="x"), "a@b.org"), dg.RunRequest)


def test_a_release_is_built_once_for_each_state_of_the_archive(tmp_path: Path) -> None:
    folders, cursor = Folders(archive=str(tmp_path)), None

    def looks(count: int) -> list[int]:
        """How many runs each look asks for."""
        nonlocal cursor
        runs = []
        for _ in range(count):
            context = dg.build_sensor_context(cursor=cursor, resources={"folders": folders})
            found = archive_changed(context)
            is_result = isinstance(found, dg.SensorResult)
            cursor = found.cursor if is_result and found.cursor else cursor
            runs.append(len(found.run_requests or []) if is_result else 0)
        return runs

    assert looks(1) == [0]
    import_paths([SPECIMEN / "treaties"], Archive(tmp_path))
    assert looks(3) == [0, 1, 0]
    import_paths([SPECIMEN / "documents"], Archive(tmp_path))
    assert looks(3) == [0, 1, 0]
