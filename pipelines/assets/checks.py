"""The contracts as asset checks: every rule is run once, over the frames as staged, before the release is made.

A rule that is known to hold over the same rows, from the sieve or an earlier build, is not asked again.

The checks themselves only report: a blocking check on clauses that also reads their links would wait for what waits for
it. It is the verdict that the release waits for.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import groupby

import dagster as dg
import duckdb
import polars as pl

from pipelines.assets.resources import Folders
from pipelines.assets.staging import Staging
from pipelines.assets.tables import released
from pipelines.publish import sql
from pipelines.publish.checks import Check, Failure, all_checks, each, failure_of
from pipelines.publish.connection import connect
from pipelines.publish.held import Held

SCHEMA = {"table": pl.String(), "kind": pl.String(), "failure": pl.String()}


def _group(check: Check) -> tuple[str, str]:
    return check.table, check.kind


GROUPS: dict[tuple[str, str], list[Check]] = {
    key: list(checks) for key, checks in groupby(sorted(all_checks(), key=_group), key=_group)
}


@dg.asset(
    group_name="publish",
    deps=list(released()),
    io_manager_key="staging",
    description="Rules of the contracts, and of this project, that the tables break; the release needs it empty.",
    kinds={"duckdb"},
)
def verdict(folders: Folders, staging: dg.ResourceParam[Staging]) -> pl.DataFrame:
    """One row for each broken rule: table, kind of rule, and what was found."""
    held = Held(folders.memo("rules"), "verdict", "treaties", "clauses", "links")
    for table in released():
        held.read(table, pl.read_parquet(staging.path(dg.AssetKey(table)), memory_map=False))
    checks = all_checks()
    asked = [check for check in checks if check not in held]
    found = dict(zip(asked, each(partial(_opened, staging), failure_of, asked), strict=True))
    held.keep(check for check in checks if found.get(check) is None)
    return pl.DataFrame([_row(failure) for failure in found.values() if failure], schema=SCHEMA, orient="row")


@contextmanager
def _opened(staging: Staging) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that knows the tables as they are staged."""
    with connect() as connection:
        for table in released():
            path = sql.literal(staging.path(dg.AssetKey(table)))
            connection.execute(sql.fill("release/name_parquet.sql", table=sql.identifier(table), path=path))
        yield connection


def _row(failure: Failure) -> tuple[str, str, str]:
    return failure.table, failure.kind, str(failure)


def _spec(table: str, kind: str, checks: list[Check]) -> dg.AssetCheckSpec:
    rules = " ".join(dict.fromkeys(check.rule for check in checks))
    return dg.AssetCheckSpec(kind, asset=table, description=rules, additional_deps=["verdict"])


@dg.multi_asset_check(
    name="contracts",
    specs=[_spec(*key, checks) for key, checks in GROUPS.items()],
    ins={"verdict": dg.AssetIn("verdict")},
)
def contract_checks(verdict: pl.DataFrame) -> Iterator[dg.AssetCheckResult]:
    """The verdict, told to each table."""
    broken = {
        key: rows["failure"].to_list() for key, rows in verdict.partition_by("table", "kind", as_dict=True).items()
    }
    for (table, kind), checks in GROUPS.items():
        found = broken.get((table, kind), [])
        yield dg.AssetCheckResult(
            asset_key=table,
            check_name=kind,
            passed=not found,
            metadata={"rules": len(checks), "failures": "\n".join(found)},
        )
