"""Treaty status files to treaties, participants, actions and standing."""

from __future__ import annotations

from collections.abc import Iterator

import dagster as dg
import polars as pl

from pipelines.assets.resources import Folders, Progress
from pipelines.assets.tables import outputs, outs
from pipelines.treaties.stage import status_frames

TABLES = (
    "treaties",
    "treaty_rules",
    "participants",
    "treaty_actions",
    "treaty_standing",
    "treaty_disagreements",
)
FAULTS = "treaty_faults"


@dg.multi_asset(
    outs=outs("treaties", TABLES, {"status_names": "Names in status files.", FAULTS: "Faults met in status files."}),
    deps=["archive"],
)
def treaty_tables(folders: Folders, progress: dg.ResourceParam[Progress]) -> Iterator[dg.Output[pl.DataFrame]]:
    """Read every status file of the archive; an unknown participant stops the build."""
    report = progress.stage("treaties")
    report(0, 1)
    with folders.open_archive() as archive:
        frames = status_frames(archive, folders.memo("treaties"))
    report(1, 1)
    frames["status_names"] = frames.pop("participant_names")
    frames[FAULTS] = frames.pop("quality")
    yield from outputs(frames)
