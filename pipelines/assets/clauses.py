"""Documents to clauses: read and parse every file, choose among witnesses, add the metadata published beside them."""

from __future__ import annotations

from collections.abc import Iterator

import dagster as dg
import polars as pl

from pipelines.assets.resources import Folders, Progress
from pipelines.assets.tables import framed, outputs, outs, with_faults
from pipelines.batch import guarded_pool
from pipelines.clauses.stage import assemble_all, read_all
from pipelines.contracts import contract
from pipelines.publish.held import Held
from pipelines.publish.sieve import RESOLUTION, broken, documented, without

TABLES = ("documents", "resolutions", "clauses", "footnotes", "clause_bridge", "votes")
INTERMEDIATE = {
    "hyperlinks": "Official hyperlinks in clauses and notes, with their place.",
    "clause_faults": "Faults met in documents.",
}


@dg.multi_asset(outs=outs("clauses", TABLES, INTERMEDIATE), deps=["archive"])
def clause_tables(
    folders: Folders, progress: dg.ResourceParam[Progress], participants: pl.DataFrame
) -> Iterator[dg.Output[pl.DataFrame]]:
    """Every document of the archive as rows; a document that cannot be read is a row of the quality table."""
    memo = folders.memo("clauses")
    with folders.open_archive() as archive:
        with guarded_pool() as executor:
            readings = read_all(archive, executor=executor, memo=memo, progress=progress.stage("clauses"))
        # The workers have gone by now: they and the tables together would be the most that a build needs of memory.
        tables, bulk = assemble_all(archive, readings, memo)
    del readings  # as large as the tables made from it
    hyperlinks = bulk.pop("hyperlinks")
    frames = framed(tables, [name for name in TABLES if name in tables], "clause_faults")
    frames |= {name: contract(name).sorted(bulk.pop(name)) for name in list(bulk)}
    frames["hyperlinks"] = hyperlinks.sort("symbol", "language", maintain_order=True)
    yield from outputs(_sifted(frames, participants, Held(folders.memo("rules"), "clauses")))


def _sifted(frames: dict[str, pl.DataFrame], participants: pl.DataFrame, held: Held) -> dict[str, pl.DataFrame]:
    """The frames without the resolutions whose rows break a rule; they are rows of the quality table instead."""
    judged = {name: frames[name] for name in TABLES}
    beside = {"quality": frames["clause_faults"], "participants": participants}
    faults = broken(RESOLUTION, "The resolution is not released; its document is listed.", judged, beside, held)
    if not faults:
        return frames
    documents = judged.pop("documents")
    kept = without(judged, RESOLUTION, faults)
    kept["documents"] = documented(documents, kept["resolutions"], kept["clauses"])
    return frames | kept | {"clause_faults": with_faults(frames["clause_faults"], faults)}
