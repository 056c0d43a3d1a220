"""How well the readers read, on the documents that the archive holds twice."""

from __future__ import annotations

import dagster as dg
import polars as pl

from pipelines.assets.resources import Folders, Progress
from pipelines.batch import guarded_pool
from pipelines.contracts import contract
from pipelines.evaluation import documents, table


@dg.asset(
    group_name="evaluation",
    deps=["archive", "clauses"],
    io_manager_key="staging",
    kinds={"parquet"},
    description=contract("evaluation").description,
)
def evaluation(folders: Folders, progress: dg.ResourceParam[Progress]) -> pl.DataFrame:
    """Every other format against the official XML; the memo has what the asset `clauses` has just parsed."""
    with folders.open_archive() as archive, guarded_pool() as executor:
        pairs = documents.read_pairs(
            archive, executor=executor, memo=folders.memo("clauses"), progress=progress.stage("evaluation")
        )
    results = documents.results(pairs, folders.memo("evaluation"))
    return contract("evaluation").frame(table.evaluation(results))
