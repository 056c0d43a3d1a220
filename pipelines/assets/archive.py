"""The archive as the graph sees it: filled outside (accede import), read by every other asset."""

import dagster as dg

archive = dg.AssetSpec(
    "archive",
    group_name="archive",
    description="Content-addressed files and the ledger that says what each is; the whole input of a build.",
    kinds={"file"},
)
