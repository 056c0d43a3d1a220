"""The pictures of a release, from its database: name of each file without ending -> chart."""

from __future__ import annotations

from typing import Any

import duckdb

from pipelines.publish import sql
from pipelines.publish.pictures import joining, participation
from pipelines.publish.pictures.chart import Chart
from pipelines.publish.pictures.svg import draw
from pipelines.publish.pictures.vega_lite import specification

Row = dict[str, Any]


def files(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Every picture as SVG and as Vega-Lite: file name -> text."""
    return {
        name + ending: write(chart)
        for name, chart in charts(connection).items()
        for ending, write in ((".svg", draw), (".vl.json", specification))
    }


def treaty(connection: duckdb.DuckDBPyConnection, treaty_id: str) -> Chart | None:
    """Participation in one treaty over time; None where the release has no status of it."""
    found = _rows(connection, "pictures/treaty.sql", treaty=treaty_id)
    if not found:
        return None
    steps = _rows(connection, "pictures/participation.sql", treaty=treaty_id)
    calls = [row["day"] for row in _rows(connection, "pictures/calls.sql", treaty=treaty_id)]
    return participation.chart(found[0], steps, calls)


def charts(connection: duckdb.DuckDBPyConnection) -> dict[str, Chart]:
    """The charts of a release by the names of their files."""
    curves = _rows(connection, "pictures/joining.sql")
    everywhere = [row for row in curves if row["regional_group"] is None]
    regions = [row for row in curves if row["regional_group"] and row["series"] == "after_first_call"]
    shares = {
        "share_joined": joining.chart(
            everywhere, "Share of States that joined a treaty after resolutions asked, and before", joining.CALLS
        ),
        "share_joined_repeated": joining.chart(
            everywhere, "Share of States that joined after a first call, and after a repeated one", joining.REPEATED
        ),
        "share_joined_regions": joining.chart(
            regions,
            "Share of States that joined since the first call, by regional group",
            joining.REGIONS,
            "regional_group",
        ),
    }
    called = [row["treaty_id"] for row in _rows(connection, "pictures/treaties.sql")]
    drawn = {f"participation_{treaty_id}": treaty(connection, treaty_id) for treaty_id in called}
    return shares | {name: chart for name, chart in drawn.items() if chart}


def _rows(connection: duckdb.DuckDBPyConnection, file: str, **values: object) -> list[Row]:
    answer = connection.execute(sql.text(file), values or None)
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
