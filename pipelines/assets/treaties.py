"""Treaty status files to treaties, participants, actions and standing."""

from __future__ import annotations

from collections.abc import Iterator

import dagster as dg
import polars as pl

from pipelines.assets.resources import Folders, Progress
from pipelines.assets.tables import outputs, outs, with_faults
from pipelines.publish.held import Held
from pipelines.publish.sieve import TREATY, broken, without, without_status
from pipelines.treaties.stage import status_frames

TABLES = (
    "treaties",
    "treaty_rules",
    "participants",
    "treaty_actions",
    "treaty_standing",
    "treaty_disagreements",
)
STATUS = ("treaty_actions", "treaty_standing", "treaty_disagreements")
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
        frames = _sifted(status_frames(archive, folders.memo("treaties")), Held(folders.memo("rules"), "treaties"))
    report(1, 1)
    frames["status_names"] = frames.pop("participant_names")
    frames[FAULTS] = frames.pop("quality")
    yield from outputs(frames)


def _sifted(frames: dict[str, pl.DataFrame], held: Held) -> dict[str, pl.DataFrame]:
    """The frames without the status of treaties whose rows break a rule; the treaties themselves stay."""
    judged = {name: frames[name] for name in TABLES}
    beside = {name: frames[name] for name in ("quality", "participant_names")}
    faults = broken(TREATY, "The treaty is released without its status.", judged, beside, held)
    if not faults:
        return frames
    kept = without({name: judged[name] for name in STATUS}, TREATY, faults)
    kept["treaties"] = without_status(frames["treaties"], faults)
    return frames | kept | {"quality": with_faults(frames["quality"], faults)}
