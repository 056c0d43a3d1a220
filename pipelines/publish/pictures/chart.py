"""What a picture shows, before it is drawn: steps over an axis of numbers, vertical lines, marks at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Point:
    """A step: from x on the value is y, within low and high where an interval is known."""

    x: float
    y: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One line of steps, in order of x; it ends at `end`. dashes: as SVG's stroke-dasharray, "" for a full line."""

    label: str
    colour: str
    points: Sequence[Point]
    end: float
    dashes: str = ""

    def at(self, x: float) -> float:
        """The value at x."""
        return next((point.y for point in reversed(self.points) if point.x <= x), 0.0)


@dataclass(frozen=True, slots=True)
class Line:
    """A vertical line and what it stands for."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From `first` to `last`, with ticks; percent: shares from 0 to 1, shown as per cent."""

    label: str
    first: float
    last: float
    ticks: Sequence[float]
    is_percent: bool = False

    def text(self, tick: float) -> str:
        """A tick as it is printed."""
        return f"{100 * tick:.0f} %" if self.is_percent else f"{tick:g}"


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture. words: the picture in words, for who cannot see it. foot: places of small marks, and what they are.

    counts: rows of a small table below the axis, as (label, values at the ticks of x).
    """

    title: str
    subtitle: str
    words: str
    x: Axis
    y: Axis
    series: Sequence[Series]
    lines: Sequence[Line] = ()
    foot: Sequence[float] = ()
    foot_label: str = ""
    counts: Sequence[tuple[str, Sequence[int]]] = field(default=())
