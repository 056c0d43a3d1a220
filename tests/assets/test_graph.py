"""The graph as Dagster sees it: a change in it shows in review as a change of graph.txt."""

from __future__ import annotations

from pathlib import Path

import dagster as dg

from pipelines.contracts import contracts
from pipelines.definitions import daily_release, defs

SNAPSHOT = Path(__file__).with_name("graph.txt")


def _lines() -> list[str]:
    """group / asset <- dependencies, one line an asset."""
    graph = defs.resolve_asset_graph()
    return [
        f"{node.group_name} / {node.key.to_user_string()} <- "
        f"{' '.join(sorted(parent.to_user_string() for parent in node.parent_keys)) or '-'}"
        for node in sorted(graph.asset_nodes, key=lambda node: (node.group_name or "", node.key))
    ]


def test_every_asset_stands_as_in_the_snapshot() -> None:
    """After a change that is meant: python -m tests.assets.test_graph writes graph.txt anew."""
    assert _lines() == SNAPSHOT.read_text(encoding="utf-8").splitlines()


def test_definitions_load() -> None:
    dg.Definitions.validate_loadable(defs)


def test_every_released_table_has_checks() -> None:
    checked = {spec.asset_key.to_user_string() for check in defs.asset_checks or [] for spec in check.check_specs}
    assert checked == set(contracts())


def test_the_schedule_runs_the_release_job_every_day() -> None:
    assert daily_release.job_name == "release"
    assert daily_release.cron_schedule == "30 4 * * *"


if __name__ == "__main__":
    SNAPSHOT.write_text("\n".join(_lines()) + "\n", encoding="utf-8")
