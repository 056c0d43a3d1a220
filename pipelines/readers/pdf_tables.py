"""Tables without rules or wide gaps on every line: columns that start at one place over several rows.

A column stands where the cells of several lines start, with a gap before each, and where no line between them runs
across: it ends before the column or starts in it. A number and the gap behind it make no column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipelines.readers.pdf_furniture import Page
from pipelines.readers.pdf_lines import Line
from pipelines.readers.pdf_paragraphs import is_number

_TOLERANCE = 2.5
_GAP = 1.1
"""Narrowest gap before a column, as a share of the type size."""
_PITCH = 1.4
_FEWEST_ROWS = 3
_FEWEST_LINES = 4


def mark_tables(pages: Sequence[Page]) -> None:
    """Set `in_table` on the lines of tables."""
    for page in pages:
        for place in _columns(page.lines):
            for rows in _stretches(page.lines, place):
                for line in rows:
                    line.in_table = True


def _columns(lines: Iterable[Line]) -> list[float]:
    """Where cells start on several lines."""
    starts = sorted(place for line in lines for place in _starts(line))
    found: list[list[float]] = []
    for place in starts:
        if found and place - found[-1][-1] <= _TOLERANCE:
            found[-1].append(place)
        else:
            found.append([place])
    return [group[len(group) // 2] for group in found if len(group) >= _FEWEST_ROWS]


def _starts(line: Line) -> list[float]:
    """Places of the cells of a line, the first one and what follows a number aside."""
    found: list[float] = []
    end = line.runs[0].x1
    for place, run in enumerate(line.runs[1:], start=1):
        is_cell = run.x0 - end > _GAP * line.size
        if is_cell and not (place == 1 and is_number(line.runs[0].text.strip())):
            found.append(run.x0)
        end = max(end, run.x1)
    return found


def _stretches(lines: Sequence[Line], place: float) -> list[list[Line]]:
    """Runs of lines that keep to a column, from the first to the last one that has a cell in it."""
    found: list[list[Line]] = []
    held: list[Line] = []
    for line in [*lines, None]:
        if line is not None and _keeps(line, place):
            held.append(line)
            continue
        rows = [at for at, one in enumerate(held) if _has_cell(one, place)]
        if len(rows) >= _FEWEST_ROWS and rows[-1] - rows[0] + 1 >= _FEWEST_LINES:
            found.append(held[rows[0] : _end_of_row(held, rows[-1])])
        held = []
    return found


def _end_of_row(lines: Sequence[Line], last: int) -> int:
    """The place behind the last row, whose first cell may have more lines."""
    end = last + 1
    while end < len(lines) and lines[end - 1].y - lines[end].y < _PITCH * lines[end].size:
        end += 1
    return end


def _keeps(line: Line, place: float) -> bool:
    """True for a line that has a cell in the column, ends before it, or starts in it."""
    return _has_cell(line, place) or line.x1 < place - _TOLERANCE or line.x0 >= place - _TOLERANCE


def _has_cell(line: Line, place: float) -> bool:
    return any(abs(start - place) <= _TOLERANCE for start in _starts(line))
