"""A chart as a Vega-Lite specification with its data inside: for the catalogue, notebooks and other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pipelines.publish.pictures.chart import Axis, Chart, Series

_LEGEND = {"orient": "bottom", "columns": 1, "labelLimit": 0}
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


def specification(chart: Chart) -> str:
    """The JSON file."""
    layers = [*_bands(chart), _lines(chart), *_rules(chart), *_marks(chart)]
    spec = {
        "$schema": SCHEMA,
        "title": {"text": chart.title, "subtitle": chart.subtitle, "anchor": "start"},
        "description": chart.words,
        "width": 640,
        "height": 300,
        "data": {"values": [row for series in chart.series for row in _rows(series)]},
        "layer": layers,
    }
    return json.dumps(spec, indent=1, ensure_ascii=False) + "\n"


def _rows(series: Series) -> Iterator[dict[str, Any]]:
    """Its steps, and its end."""
    ends = [point.x for point in series.points] + [series.end]
    for x, point in zip(ends, [*series.points, series.points[-1]], strict=True):
        interval = {} if point.low is None else {"low": point.low, "high": point.high}
        yield {"series": series.label, "x": round(x, 4), "y": point.y, **interval}


def _axis(name: str, axis: Axis) -> dict[str, Any]:
    return {
        "field": name,
        "type": "quantitative",
        "title": axis.label,
        "scale": {"domain": [axis.first, axis.last], "nice": False},
        "axis": {"format": "%" if axis.is_percent else "d", "values": list(axis.ticks), "grid": name == "y"},
    }


def _colour(chart: Chart) -> dict[str, Any]:
    scale = {"domain": [one.label for one in chart.series], "range": [one.colour for one in chart.series]}
    return {"field": "series", "type": "nominal", "title": None, "scale": scale, "legend": _LEGEND}


def _lines(chart: Chart) -> dict[str, Any]:
    dashes = [[int(part) for part in one.dashes.split()] or [1, 0] for one in chart.series]
    domain = [one.label for one in chart.series]
    return {
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.5, "clip": True},
        "encoding": {
            "x": _axis("x", chart.x),
            "y": _axis("y", chart.y),
            "color": _colour(chart),
            "strokeDash": {
                "field": "series",
                "type": "nominal",
                "title": None,
                "scale": {"domain": domain, "range": dashes},
                "legend": _LEGEND,
            },
        },
    }


def _bands(chart: Chart) -> Iterator[dict[str, Any]]:
    if any(point.low is not None for series in chart.series for point in series.points):
        yield {
            "transform": [{"filter": "isValid(datum.low)"}],
            "mark": {"type": "area", "interpolate": "step-after", "opacity": 0.15, "clip": True},
            "encoding": {
                "x": _axis("x", chart.x),
                "y": _axis("y", chart.y) | {"field": "low"},
                "y2": {"field": "high"},
                "color": _colour(chart),
            },
        }


def _rules(chart: Chart) -> Iterator[dict[str, Any]]:
    if chart.lines:
        data = {"values": [{"x": round(line.x, 4), "label": line.label} for line in chart.lines]}
        place = {"x": {"field": "x", "type": "quantitative"}}
        yield {"data": data, "mark": {"type": "rule", "strokeDash": [2, 3], "color": "#5b5b5b"}, "encoding": place}
        yield {
            "data": data,
            "mark": {"type": "text", "align": "right", "dx": -5, "baseline": "top", "color": "#5b5b5b"},
            "encoding": place | {"y": {"value": 2}, "text": {"field": "label"}},
        }


def _marks(chart: Chart) -> Iterator[dict[str, Any]]:
    if chart.foot:
        yield {
            "data": {"values": [{"x": round(x, 4), "what": chart.foot_label} for x in chart.foot]},
            "mark": {"type": "tick", "color": "#222", "opacity": 0.7, "size": 9, "y": "height", "yOffset": -4},
            "encoding": {"x": {"field": "x", "type": "quantitative"}, "tooltip": {"field": "what"}},
        }
