from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from lxml import etree

from pipelines.publish.pictures import joining, participation
from pipelines.publish.pictures.chart import Chart
from pipelines.publish.pictures.svg import draw
from pipelines.publish.pictures.vega_lite import specification

SVG = "{http://www.w3.org/2000/svg}"


def step(series: str, days: int, share: float, at_risk: int) -> dict[str, Any]:
    seen = {"observed_until": dt.date(2018, 1, 15), "spells": 9, "at_risk": at_risk, "regional_group": None}
    return seen | {"series": series, "days": days, "share_joined": share, "share_low": share / 2, "share_high": share}


CURVES = [
    step("after_first_call", 0, 0.0, 9),
    step("after_first_call", 400, 0.25, 6),
    step("after_first_call", 9000, 0.5, 2),
    step("before_call", 0, 0.0, 9),
    step("before_call", 700, 0.1, 3),
]
TREATY = {
    "treaty_id": "XVIII-99-a",
    "title": "Protocol on Lanterns & Lamps",
    "concluded_on": dt.date(2000, 3, 1),
    "in_force_on": dt.date(2003, 12, 25),
    "as_at": dt.date(2018, 1, 15),
}
STEPS = [
    {"day": dt.date(2000, 12, 12), "parties": 0, "signed_only": 3},
    {"day": dt.date(2004, 4, 3), "parties": 2, "signed_only": 1},
]
CALLS = [dt.date(2010, 3, 19), dt.date(2020, 1, 2)]


def curves(rows: list[dict[str, Any]] = CURVES) -> Chart:
    return joining.chart(rows, "Joined & not", joining.CALLS)


def treaty() -> Chart:
    return participation.chart(TREATY, STEPS, CALLS)


@pytest.mark.parametrize(("chart", "paths"), [(curves(), 4), (treaty(), 2), (curves([]), 0)])
def test_picture_is_xml_with_a_path_for_each_line_and_interval(chart: Chart, paths: int) -> None:
    root = etree.fromstring(draw(chart).encode())
    assert root.findtext(f"{SVG}title") == chart.title
    assert root.findtext(f"{SVG}desc") == chart.words
    assert len(root.findall(f"{SVG}path")) == paths


def test_curve_goes_in_steps_and_ends_with_the_years_shown() -> None:
    paths = etree.fromstring(draw(curves()).encode()).findall(f"{SVG}path")
    line = next(path for path in paths if path.get("fill") == "none").get("d")
    assert line is not None
    assert line.startswith("M64.0 ")
    assert line.count("V") == 1
    assert line.endswith("H732.0")


def test_curve_of_those_nobody_saw_longer_ends_there() -> None:
    assert curves().series[1].end == pytest.approx(700 / 365.25)


def test_who_is_still_seen_stands_below_the_years() -> None:
    assert dict(curves().counts) == {"since the first call": [9, 2, 2, 2, 2, 2], "before any call": [9, 0, 0, 0, 0, 0]}


def test_picture_says_in_words_what_it_shows() -> None:
    assert "Since the first call: 25.0 per cent" in curves().words
    assert "before any call: 10.0 per cent" in curves().words
    assert "had 2 parties, and 1 had only signed; 2 days with a call" in treaty().words


def test_nothing_seen_is_said() -> None:
    assert "No State was seen" in curves([]).words
    assert "No act" in participation.chart(TREATY, [], []).words


def test_participation_ends_with_the_newest_status_and_calls_go_on() -> None:
    chart = treaty()
    assert all(int(series.end) == TREATY["as_at"].year for series in chart.series)
    assert (int(chart.x.first), int(chart.x.last), int(max(chart.foot))) == (2000, 2021, 2020)
    assert [line.label for line in chart.lines] == ["newest status, 2018-01-15", "in force, 2003-12-25"]


@pytest.mark.parametrize("chart", [curves(), treaty()])
def test_specification_holds_the_same_steps(chart: Chart) -> None:
    spec = json.loads(specification(chart))
    for series in chart.series:
        rows = [row for row in spec["data"]["values"] if row["series"] == series.label]
        assert [row["y"] for row in rows[:-1]] == [point.y for point in series.points]
        assert rows[-1]["x"] == pytest.approx(series.end, abs=1e-3)
    assert spec["description"] == chart.words


def test_same_rows_give_the_same_bytes() -> None:
    assert (draw(curves()), specification(treaty())) == (draw(curves()), specification(treaty()))
