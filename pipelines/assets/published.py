"""The built release as a numbered one in a store."""

from __future__ import annotations

from pathlib import Path

import dagster as dg

from pipelines.assets.release import release_folder
from pipelines.assets.resources import Folders
from pipelines.versions.publishing import publish
from pipelines.versions.store import store


@dg.asset(
    group_name="publish",
    deps=[release_folder],
    description="The release with a version, compared with the one before, where a store is named (ACCEDE_STORE).",
    kinds={"parquet", "duckdb"},
)
def published(folders: Folders) -> dg.MaterializeResult[None]:
    """Publish what was built; what was lost, or breaks, stops it, and `latest` stays as it was."""
    if not folders.store:
        return dg.MaterializeResult(metadata={"published": "no store is named"})
    done = publish(Path(folders.out), store(folders.store))
    return dg.MaterializeResult(metadata={"version": str(done.version), "published": done.is_new})
