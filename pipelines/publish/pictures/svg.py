"""A chart as SVG. Text is never measured, so that no font of a machine has a say in the bytes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from pipelines.publish.pictures.chart import Axis, Chart, Series

WIDTH, PLOT = 760, 300
LEFT, RIGHT, HEAD = 64, 28, 68
_ROW = 20
_GREY, _INK = "#5b5b5b", "#222"


def _top(chart: Chart) -> int:
    """Where the plot begins: below title and legend, with a line for the label of its axis."""
    return HEAD + _ROW * (len(chart.series) + bool(chart.foot)) + 24


def draw(chart: Chart) -> str:
    """The SVG file."""
    return "\n".join([*_head(chart), *_axes(chart), *_body(chart), *_legend(chart), *_counts(chart), "</svg>\n"])


def _head(chart: Chart) -> Iterator[str]:
    height = _top(chart) + PLOT + 60 + (_ROW * (len(chart.counts) + 1) if chart.counts else 0)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="Helvetica, Arial, sans-serif" font-size="13" fill="{_INK}">'
    )
    yield f"<title>{escape(chart.title)}</title>"
    yield f"<desc>{escape(chart.words)}</desc>"
    yield f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    yield f'<text x="16" y="26" font-size="16" font-weight="bold">{escape(chart.title)}</text>'
    yield f'<text x="16" y="46" fill="{_GREY}">{escape(chart.subtitle)}</text>'


def _place(axis: Axis, value: float, start: float, length: float) -> float:
    return round(start + length * (value - axis.first) / (axis.last - axis.first), 1)


def _x(chart: Chart, value: float) -> float:
    return _place(chart.x, value, float(LEFT), float(WIDTH - LEFT - RIGHT))


def _y(chart: Chart, value: float) -> float:
    return _place(chart.y, value, float(_top(chart) + PLOT), float(-PLOT))


def _axes(chart: Chart) -> Iterator[str]:
    for tick in chart.y.ticks:
        y = _y(chart, tick)
        yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}" stroke="#e2e2e2"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end" fill="{_GREY}">{chart.y.text(tick)}</text>'
    yield f'<text x="{LEFT}" y="{_top(chart) - 10}" fill="{_GREY}">{escape(chart.y.label)}</text>'
    foot = _top(chart) + PLOT
    yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{foot}" y2="{foot}" stroke="{_GREY}"/>'
    for tick in chart.x.ticks:
        x = _x(chart, tick)
        yield f'<text x="{x}" y="{foot + 20}" text-anchor="middle" fill="{_GREY}">{chart.x.text(tick)}</text>'
    middle = (LEFT + WIDTH - RIGHT) // 2
    yield f'<text x="{middle}" y="{foot + 40}" text-anchor="middle" fill="{_GREY}">{escape(chart.x.label)}</text>'


def _body(chart: Chart) -> Iterator[str]:
    foot = _top(chart) + PLOT
    for series in chart.series:
        if any(point.low is not None for point in series.points):
            yield f'<path d="{_band(chart, series)}" fill="{series.colour}" fill-opacity="0.15"/>'
    for place, line in enumerate(chart.lines):
        x, y = _x(chart, line.x), _top(chart) + 14 + 16 * place
        is_right = x > (LEFT + WIDTH - RIGHT) / 2
        side = f'x="{x - 6}" text-anchor="end"' if is_right else f'x="{x + 6}"'
        yield f'<line x1="{x}" x2="{x}" y1="{_top(chart)}" y2="{foot}" stroke="{_GREY}" stroke-dasharray="2 3"/>'
        yield f'<text {side} y="{y}" font-size="12" fill="{_GREY}">{escape(line.label)}</text>'
    for mark in chart.foot:
        x = _x(chart, mark)
        yield f'<line x1="{x}" x2="{x}" y1="{foot - 9}" y2="{foot}" stroke="{_INK}" stroke-opacity="0.7"/>'
    for series in chart.series:
        dashed = f' stroke-dasharray="{series.dashes}"' if series.dashes else ""
        path = _steps(chart, series, [point.y for point in series.points])
        yield f'<path d="{path}" fill="none" stroke="{series.colour}" stroke-width="2.5"{dashed}/>'


def _steps(chart: Chart, series: Series, values: list[float]) -> str:
    pieces = [f"M{_x(chart, series.points[0].x)} {_y(chart, values[0])}"]
    before = values[0]
    for point, value in zip(series.points[1:], values[1:], strict=True):
        if value != before:
            pieces.append(f"H{_x(chart, point.x)}V{_y(chart, value)}")
            before = value
    return "".join([*pieces, f"H{_x(chart, series.end)}"])


def _band(chart: Chart, series: Series) -> str:
    """Out along the upper bound, back along the lower one."""
    points = [point for point in series.points if point.low is not None and point.high is not None]
    steps = list(zip(points, [*(point.x for point in points[1:]), series.end], strict=True))
    out = [f"{_x(chart, point.x)} {_y(chart, point.high or 0)}H{_x(chart, end)}" for point, end in steps]
    back = [f"{_x(chart, end)} {_y(chart, point.low or 0)}H{_x(chart, point.x)}" for point, end in steps]
    return f"M{'L'.join(out)}L{'L'.join(reversed(back))}Z"


def _legend(chart: Chart) -> Iterator[str]:
    for place, series in enumerate(chart.series):
        x, y = 16, HEAD + _ROW * place
        dashed = f' stroke-dasharray="{series.dashes}"' if series.dashes else ""
        yield f'<line x1="{x}" x2="{x + 30}" y1="{y}" y2="{y}" stroke="{series.colour}" stroke-width="2.5"{dashed}/>'
        yield f'<text x="{x + 38}" y="{y + 4}">{escape(series.label)}</text>'
    if chart.foot:
        x, y = 16, HEAD + _ROW * len(chart.series)
        yield f'<line x1="{x + 15}" x2="{x + 15}" y1="{y - 5}" y2="{y + 5}" stroke="{_INK}" stroke-opacity="0.7"/>'
        yield f'<text x="{x + 38}" y="{y + 4}">{escape(chart.foot_label)}</text>'


def _counts(chart: Chart) -> Iterator[str]:
    top = _top(chart) + PLOT + 64
    if chart.counts:
        yield f'<text x="16" y="{top}" font-size="12" fill="{_GREY}">Still outside and observed</text>'
    for row, (series, (_, values)) in enumerate(zip(chart.series, chart.counts, strict=False), 1):
        y = top + _ROW * row - 2
        for tick, value in zip(chart.x.ticks, values, strict=True):
            x = _x(chart, tick)
            yield f'<text x="{x}" y="{y}" text-anchor="middle" font-size="12" fill="{series.colour}">{value:,}</text>'
