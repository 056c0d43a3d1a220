"""Pages set in two columns, as the volumes of old resolutions are: each column is read as a page of its own."""

from __future__ import annotations

from dataclasses import replace

from pipelines.readers.pdf_furniture import Page
from pipelines.readers.pdf_lines import lines_of
from pipelines.readers.pdf_runs import Run, Sheet

_FEWEST_RUNS = 30
_CROSSING = 0.06
_SIDE = 0.3
_NARROWEST_GUTTER = 10.0
_MARGIN = 4.0
"""Points on both sides of the middle that a run must reach over to cross it."""


def pages_of(sheet: Sheet) -> list[Page]:
    """The page, or its columns from left to right with what stands above them in the first."""
    sides = _sides(sheet)
    if sides is None:
        return [_page(sheet)]
    left, right = sides
    shift = _left_edge(right) - _left_edge(left)
    columns = [_page(replace(sheet, runs=left)), _page(replace(sheet, runs=right))]
    for line in columns[1].lines:
        # Both columns get one left edge, so that indents can be compared.
        line.x0, line.x1 = line.x0 - shift, line.x1 - shift
        for run in line.runs:
            run.x0, run.x1 = run.x0 - shift, run.x1 - shift
    return columns


def _page(sheet: Sheet) -> Page:
    return Page(sheet.number, sheet.width, sheet.height, lines_of(sheet))


def _sides(sheet: Sheet) -> tuple[list[Run], list[Run]] | None:
    """The runs of both columns; None for a page set in one."""
    runs = [run for run in sheet.runs if run.text.strip()]
    if len(runs) < _FEWEST_RUNS:
        return None
    middle = (min(run.x0 for run in runs) + max(run.x1 for run in runs)) / 2
    crossing = [run for run in runs if run.x0 < middle - _MARGIN and run.x1 > middle + _MARGIN]
    if len(crossing) > _CROSSING * len(runs):
        return None
    right = [run for run in runs if run.x0 >= middle - _MARGIN]
    if not _is_balanced(right, runs) or _is_torn(runs, middle):
        return None
    return [run for run in runs if run.x0 < middle - _MARGIN], right


def _is_balanced(right: list[Run], runs: list[Run]) -> bool:
    total = sum(len(run.text) for run in runs)
    share = sum(len(run.text) for run in right) / max(total, 1)
    return _SIDE <= share <= 1 - _SIDE


def _is_torn(runs: list[Run], middle: float) -> bool:
    """True where text goes on over the middle with no more than a space: one column in words, not two columns."""
    ends: dict[int, float] = {}
    starts: dict[int, float] = {}
    for run in runs:
        line = round(run.y)
        if run.x0 < middle - _MARGIN:
            ends[line] = max(ends.get(line, 0.0), run.x1)
        else:
            starts[line] = min(starts.get(line, run.x0), run.x0)
    both = ends.keys() & starts.keys()
    close = sum(starts[line] - ends[line] < _NARROWEST_GUTTER for line in both)
    return close * 4 > len(both)


def _left_edge(runs: list[Run]) -> float:
    places = sorted(run.x0 for run in runs)
    return places[len(places) // 20]
