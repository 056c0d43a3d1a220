"""Charts of joining_curves: the share of States that joined, by years since the start of their spell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from pipelines.publish.pictures.chart import Axis, Chart, Point, Series

Row = Mapping[str, Any]
YEARS = 10
_DAYS_A_YEAR = 365.25
_TICKS = tuple(float(year) for year in range(0, YEARS + 1, 2))
# Distinct for the colour-blind, and dark enough on white (Okabe and Ito).
_BLUE, _RED, _GREEN, _PINK, _OCHRE = "#0072B2", "#D55E00", "#00785A", "#AA4499", "#8C6D00"
CALLS = {"after_first_call": ("since the first call", _BLUE, ""), "before_call": ("before any call", _RED, "6 4")}
REPEATED = {
    "until_second_call": ("first call, until the second", _BLUE, ""),
    "after_repeated_call": ("a later call, until the next", _RED, "6 4"),
}
REGIONS = {
    "African States": ("African States", _BLUE, ""),
    "Asia-Pacific States": ("Asia-Pacific States", _RED, "6 4"),
    "Eastern European States": ("Eastern European States", _GREEN, "2 3"),
    "Latin American and Caribbean States": ("Latin American and Caribbean States", _PINK, "10 3"),
    "Western European and other States": ("Western European and other States", _OCHRE, "10 3 2 3"),
}


def chart(rows: Sequence[Row], title: str, styles: Mapping[str, tuple[str, str, str]], key: str = "series") -> Chart:
    """Steps of joining_curves (`days`, `share_joined`, `share_low`, `share_high`, `at_risk`, `spells`), by `key`.

    styles: label, colour and dashes of each curve, in the order of the legend. A curve ends where nobody was seen.
    """
    curves = {name: [row for row in rows if row[key] == name] for name in styles}
    curves = {name: steps for name, steps in curves.items() if steps}
    series = [_series(steps, styles[name]) for name, steps in curves.items()]
    top = max((point.high or point.y for one in series for point in one.points), default=1.0)
    last = min(1.0, -(-top // 0.2) * 0.2) if top > 0 else 1.0
    vintage = max((row["observed_until"] for row in rows), default=None)
    seen = f"; status of treaties until {vintage}" if vintage else ""
    return Chart(
        title=title,
        subtitle=f"Kaplan-Meier estimate with 95 per cent interval{seen}. After is not because of.",
        words=_words(curves, styles),
        x=Axis("years since the start", 0.0, float(YEARS), _TICKS),
        y=Axis(
            "share that has joined", 0.0, last, tuple(round(0.2 * n, 1) for n in range(round(last / 0.2) + 1)), True
        ),
        series=series,
        counts=[(styles[name][0], [_at_risk(steps, tick) for tick in _TICKS]) for name, steps in curves.items()],
    )


def _series(steps: Sequence[Row], style: tuple[str, str, str]) -> Series:
    label, colour, dashes = style
    shown = [row for row in steps if row["days"] <= YEARS * _DAYS_A_YEAR]
    end = min(float(YEARS), steps[-1]["days"] / _DAYS_A_YEAR)
    counted = f"{label} ({steps[0]['spells']:,} times a State outside a treaty)"
    return Series(counted, colour, list(_points(shown)), end, dashes)


def _points(steps: Sequence[Row]) -> Iterator[Point]:
    """The last step of every week: what lies between is finer than the line is thick."""
    for row, following in zip_longest(steps, steps[1:]):
        if row["days"] == 0 or following is None or following["days"] // 7 != row["days"] // 7:
            yield Point(row["days"] / _DAYS_A_YEAR, row["share_joined"], row["share_low"], row["share_high"])


def _at_risk(steps: Sequence[Row], year: float) -> int:
    """Spells still seen and outside after so many years: those at risk at the next step, none after the last."""
    return next((row["at_risk"] for row in steps if row["days"] >= year * _DAYS_A_YEAR), 0)


def _words(curves: Mapping[str, Sequence[Row]], styles: Mapping[str, tuple[str, str, str]]) -> str:
    """The picture in words, for who cannot see it."""
    if not curves:
        return "No State was seen outside a treaty that a resolution asks States to join."
    parts = []
    for name, steps in curves.items():
        share = max((row["share_joined"] for row in steps if row["days"] <= 5 * _DAYS_A_YEAR), default=0.0)
        parts.append(f"{styles[name][0]}: {100 * share:.1f} per cent had joined after five years")
    words = "; ".join(parts) + ". Kaplan-Meier estimate."
    return words[0].upper() + words[1:]
