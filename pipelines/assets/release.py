"""The release: all tables, checked and published as one folder."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import dagster as dg
import polars as pl

from pipelines.assets.resources import Folders, Progress
from pipelines.assets.tables import released
from pipelines.publish.checks import ChecksFailed
from pipelines.publish.release import release as publish

TITLE = "Accede: calls of United Nations resolutions to join treaties"


@dg.asset(
    group_name="publish",
    ins={name: dg.AssetIn(name) for name in (*released(), "verdict")},
    description="The folder that people download: Parquet, DuckDB, descriptor, README and checksums.",
    kinds={"parquet", "duckdb"},
)
def release_folder(
    folders: Folders, progress: dg.ResourceParam[Progress], verdict: pl.DataFrame, **tables: pl.DataFrame
) -> dg.MaterializeResult[None]:
    """Publish at the folder `out`, in place of an earlier release; what fails leaves that one as it was."""
    report = progress.stage("release")
    if verdict.height:
        raise ChecksFailed(verdict["failure"].to_list())
    report(0, 1)
    published = publish(
        tables,
        Path(folders.out),
        title=TITLE,
        is_specimen=folders.is_specimen,
        software_version=version("accede"),
        is_checked=True,
        edition="text-free" if folders.without_text else "full",
        text_free=Path(folders.text_free) if folders.text_free else None,
    )
    report(1, 1)
    return dg.MaterializeResult(metadata={"folder": str(published.out), "rows": dict(published.rows)})
