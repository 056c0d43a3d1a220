"""Chart of one treaty over time: parties, States that have only signed, and the days of calls to join it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from pipelines.publish.pictures.chart import Axis, Chart, Line, Point, Series

Row = Mapping[str, Any]
_LONGEST_TITLE = 84


def chart(treaty: Row, steps: Sequence[Row], calls: Sequence[dt.date]) -> Chart:
    """treaty: `treaty_id`, `title`, `concluded_on`, `in_force_on`, `as_at`. steps: `day`, `parties`, `signed_only`.

    calls: days of adoption of clauses that call for joining it.
    """
    as_at: dt.date = treaty["as_at"]
    first = min([_year(steps[0]["day"])] if steps else [_year(as_at)])
    last = max([_year(as_at), *map(_year, calls)])
    begin, end = float(int(first)), float(int(last) + 1)
    most = max((max(row["parties"], row["signed_only"]) for row in steps), default=0)
    title = f"{treaty['treaty_id']} {treaty['title']}"
    return Chart(
        title=title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0] + " …",
        subtitle=f"By deposit, as the depositary counts; status of {as_at}. Nothing is known after that day.",
        words=_words(treaty, steps, calls),
        x=Axis("year", begin, end, _ticks(begin, end, 12)),
        y=Axis("States and organizations", 0.0, max(float(most) * 1.18, 10.0), _ticks(0.0, max(float(most), 10.0), 8)),
        series=[
            Series("parties", "#0072B2", [Point(_year(row["day"]), row["parties"]) for row in steps], _year(as_at)),
            Series(
                "signed only",
                "#D55E00",
                [Point(_year(row["day"]), row["signed_only"]) for row in steps],
                _year(as_at),
                "6 4",
            ),
        ]
        if steps
        else [],
        lines=_lines(treaty, begin),
        foot=[_year(day) for day in calls],
        foot_label="a day on which a resolution called on States to join",
    )


def _lines(treaty: Row, begin: float) -> list[Line]:
    lines = [Line(_year(treaty["as_at"]), f"newest status, {treaty['as_at']}")]
    in_force = treaty["in_force_on"]
    if in_force and begin < _year(in_force) < _year(treaty["as_at"]):
        lines.append(Line(_year(in_force), f"in force, {in_force}"))
    return lines


def _year(day: dt.date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _ticks(first: float, last: float, most: int) -> tuple[float, ...]:
    """Round steps, at most so many."""
    span = last - first
    step = next(size * 10**power for power in range(6) for size in (1, 2, 5) if span / (size * 10**power) <= most)
    start = int(-(-first // step)) * step
    return tuple(float(tick) for tick in range(start, int(last) + 1, step))


def _words(treaty: Row, steps: Sequence[Row], calls: Sequence[dt.date]) -> str:
    if not steps:
        return f"No act on {treaty['treaty_id']} is known."
    last = steps[-1]
    called = f"{len(calls)} days with a call to join it" if calls else "no call to join it"
    return (
        f"On {treaty['as_at']} {treaty['treaty_id']} had {last['parties']} parties, and {last['signed_only']} had only "
        f"signed; {called} in this release."
    )
