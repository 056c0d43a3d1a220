"""Clauses to links: documents cited, treaties named, calls to join."""

from __future__ import annotations

from collections.abc import Iterator

import dagster as dg
import polars as pl

from pipelines.assets.resources import Folders, Progress
from pipelines.assets.tables import framed, outputs, outs, with_faults
from pipelines.batch import process_pool
from pipelines.links.frames import cut
from pipelines.links.stage import link_all
from pipelines.publish.held import Held
from pipelines.publish.sieve import RESOLUTION, broken, without

TABLES = ("citations", "treaty_mentions", "accession_calls")


@dg.multi_asset(outs=outs("links", TABLES, {"link_faults": "What the links could not decide."}))
def link_tables(
    folders: Folders,
    progress: dg.ResourceParam[Progress],
    resolutions: pl.DataFrame,
    clauses: pl.DataFrame,
    footnotes: pl.DataFrame,
    hyperlinks: pl.DataFrame,
    treaties: pl.DataFrame,
) -> Iterator[dg.Output[pl.DataFrame]]:
    """Link every resolution, in every language it is read in."""
    total = clauses.select("symbol", "language").n_unique()
    report = progress.stage("links")
    report(0, total)
    with process_pool() as executor:
        tables = link_all(
            cut(resolutions, clauses, footnotes, hyperlinks),
            treaties.to_dicts(),
            executor=executor,
            memo=folders.memo("links"),
            progress=lambda done: report(done, total),
        )
    frames = framed(tables, TABLES, "link_faults")
    judged = {name: frames[name] for name in TABLES}
    beside = {"resolutions": resolutions, "clauses": clauses, "footnotes": footnotes, "treaties": treaties}
    held = Held(folders.memo("rules"), "links")
    faults = broken(RESOLUTION, "The resolution is released without links and calls.", judged, beside, held)
    kept = without(judged, RESOLUTION, faults)
    yield from outputs(frames | kept | {"link_faults": with_faults(frames["link_faults"], faults)})
