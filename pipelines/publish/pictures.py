"""Pictures of a release as SVG: drawn from rows alone, so that the same rows give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

Row = Mapping[str, Any]

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 56, 64
YEARS = 10
DAYS_A_YEAR = 365.25
# Distinct for the colour-blind, and dark enough on white.
SERIES = {
    "after_first_call": ("since the first call", "#0072B2", ""),
    "before_call": ("before any call", "#D55E00", "6 4"),
}


def share_joined(rows: Sequence[Row], title: str) -> str:
    """Share of States that joined by years since the start: steps of `series`, `days`, `share_joined`, `spells`.

    Rows stand by series and days, as sql/readme/share_joined.sql gives them. A curve ends where nobody was seen longer.
    """
    present = {name: [row for row in rows if row["series"] == name] for name in SERIES}
    drawn = {name: steps for name, steps in present.items() if steps}
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            'font-family="sans-serif" font-size="13" fill="#222">',
            f"<title>{escape(title)}</title>",
            f"<desc>{escape(_described(drawn))}</desc>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
            f'<text x="{LEFT}" y="24" font-size="15" font-weight="bold">{escape(title)}</text>',
            *_axes(),
            *(line for name, steps in drawn.items() for line in _curve(name, steps)),
            *_legend(drawn),
            "</svg>\n",
        ]
    )


def _x(days: float) -> float:
    return round(float(LEFT) + (WIDTH - LEFT - RIGHT) * days / (YEARS * DAYS_A_YEAR), 1)


def _y(share: float) -> float:
    return round(float(HEIGHT - BOTTOM) - (HEIGHT - TOP - BOTTOM) * share, 1)


def _axes() -> Iterator[str]:
    for percent in range(0, 101, 20):
        y = _y(percent / 100)
        yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}" stroke="#ddd"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{percent} %</text>'
    for year in range(0, YEARS + 1, 2):
        yield f'<text x="{_x(year * DAYS_A_YEAR)}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{year}</text>'
    yield f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 24}" text-anchor="middle">years since the start</text>'


def _curve(name: str, steps: Sequence[Row]) -> Iterator[str]:
    _, colour, dashes = SERIES[name]
    points, share = [f"M{_x(0)} {_y(0)}"], 0.0
    for row in steps:
        days = min(row["days"], YEARS * DAYS_A_YEAR)
        points.append(f"H{_x(days)}")
        if row["days"] > YEARS * DAYS_A_YEAR:
            break
        if row["share_joined"] != share:
            share = row["share_joined"]
            points.append(f"V{_y(share)}")
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    yield f'<path d="{"".join(points)}" fill="none" stroke="{colour}" stroke-width="2.5"{dashed}/>'


def _legend(drawn: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    for place, (name, steps) in enumerate(drawn.items()):
        label, colour, dashes = SERIES[name]
        x, y = LEFT + 16, TOP + 8 + 20 * place
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        yield f'<line x1="{x}" x2="{x + 32}" y1="{y}" y2="{y}" stroke="{colour}" stroke-width="2.5"{dashed}/>'
        counted = f"{label} ({steps[0]['spells']:,} times a State outside a treaty)"
        yield f'<text x="{x + 40}" y="{y + 4}">{escape(counted)}</text>'


def _described(drawn: Mapping[str, Sequence[Row]]) -> str:
    """The picture in words, for who cannot see it."""
    if not drawn:
        return "No State was seen outside a treaty that a resolution asks States to join."
    parts = []
    for name, steps in drawn.items():
        share = max((row["share_joined"] for row in steps if row["days"] <= 5 * DAYS_A_YEAR), default=0.0)
        parts.append(f"{SERIES[name][0]}: {100 * share:.1f} per cent had joined after five years")
    return "; ".join(parts) + ". Kaplan-Meier estimate."
