"""Runs of text to lines: what stands on one base line, with its size, style, cells and links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from pipelines.readers.pdf_runs import Run, Sheet

# Shares of the type size.
_SAME_LINE = 0.45
_RAISED_LINE = 0.55
_WORD_GAP = 0.18
_CELL_GAP = 2.2
_OVERLAP = 0.15
_RAISED = 0.8
"""A run this much smaller than its line is raised or lowered type: note marks, exponents."""
_FIGURE = re.compile(r"\s*(?:\d{1,3}|[*†‡]{1,3})\s*")


@dataclass(slots=True)
class Line:
    """One line of print. `size` is that of most of its letters; `space_before[i]`: a space stands before runs[i].

    `text` is its rough text without raised figures, for telling what the line is.
    """

    page: int
    y: float
    size: float
    runs: list[Run]
    space_before: list[bool] = field(default_factory=list)
    text: str = ""
    x0: float = 0.0
    x1: float = 0.0
    bold: bool = False
    italic: bool = False
    wide_gaps: int = 0
    """Gaps that part cells: a number and its text, columns of a table."""
    ends_blank: bool = False
    """A space stands at its end: a break between words, and not inside one."""
    in_table: bool = False

    def is_raised(self, run: Run) -> bool:
        """True for a run in clearly smaller type than the line."""
        return run.size < self.size * _RAISED

    def cells(self) -> list[str]:
        """The texts of a line that wide gaps part: number and text, symbol and title."""
        found: list[list[str]] = []
        end = 0.0
        for run, spaced in zip(self.runs, self.space_before, strict=True):
            if not found or run.x0 - end > _CELL_GAP * self.size:
                found.append([])
            elif spaced:
                found[-1].append(" ")
            found[-1].append(run.text)
            end = run.x1
        return [" ".join("".join(cell).split()) for cell in found]

    def without_first_cell(self) -> float:
        """Where the text behind a number begins: x of the run after the first wide gap."""
        return self.runs[1].x0 if len(self.runs) > 1 else self.x0


def lines_of(sheet: Sheet) -> list[Line]:
    """The lines of a page from top to bottom, blank ones left out."""
    open_lines: list[Line] = []
    for run in sorted(sheet.runs, key=attrgetter("y"), reverse=True):
        last = open_lines[-1] if open_lines else None
        if last is not None and last.y - run.y <= _rise(last, run) * max(last.size, run.size):
            if run.size > last.size and run.text.strip():
                last.y, last.size = run.y, run.size
            last.runs.append(run)
        elif run.text.strip():
            open_lines.append(Line(sheet.number, run.y, run.size, [run]))
    for line in open_lines:
        _finish(line)
    _link(open_lines, sheet)
    return open_lines


def _rise(line: Line, run: Run) -> float:
    """How far a run may stand below what the line has so far, as a share of the larger type."""
    return _RAISED_LINE if line.size < _RAISED * run.size else _SAME_LINE


def _finish(line: Line) -> None:
    """Order the runs, find the spaces between them, drop blank runs, sum up."""
    if len(line.runs) == 1:
        _finish_single(line, line.runs[0])
        return
    line.runs.sort(key=attrgetter("x0"))
    kept: list[Run] = []
    spaces: list[bool] = []
    sizes: dict[float, int] = {}
    is_blank_before, end = False, 0.0
    letters = bold = italic = 0
    for run in line.runs:
        text, size = run.text, run.size
        if not text or text.isspace():
            is_blank_before = True
            continue
        has_space = False
        if kept:
            gap = run.x0 - end
            if gap > _CELL_GAP * size:
                line.wide_gaps += 1
            elif gap < -_OVERLAP * size and kept[-1].text[-1].isspace():
                # The decoder's own space, where the next letters follow at once: `non- ` `governmental`.
                kept[-1].text = kept[-1].text.rstrip()
            has_space = (is_blank_before or gap > _WORD_GAP * size) and text[0] not in ",.)"
        spaces.append(has_space)
        kept.append(run)
        is_blank_before, end = False, run.x1
        count = len(text)
        sizes[size] = sizes.get(size, 0) + count
        letters += count
        bold += count * run.bold
        italic += count * run.italic
    line.runs, line.space_before = kept, spaces
    line.ends_blank = is_blank_before or kept[-1].text[-1:].isspace()
    line.size = max(sizes, key=lambda size: (sizes[size], size))
    line.x0, line.x1 = kept[0].x0, kept[-1].x1
    line.bold, line.italic = bold * 10 >= letters * 9, italic * 10 >= letters * 9
    pieces = [
        " " + run.text if spaced else run.text
        for run, spaced in zip(kept, spaces, strict=True)
        if run.size >= line.size * _RAISED or not _FIGURE.fullmatch(run.text)
    ]
    line.text = " ".join("".join(pieces).split())


def _finish_single(line: Line, run: Run) -> None:
    """The commonest line: one run."""
    line.space_before = [False]
    line.ends_blank = run.text[-1].isspace()
    line.size, line.x0, line.x1, line.bold, line.italic = run.size, run.x0, run.x1, run.bold, run.italic
    line.text = " ".join(run.text.split())


def _link(lines: list[Line], sheet: Sheet) -> None:
    """Give every run under a link its address; a run that a link covers in part is cut."""
    for (left, bottom, right, top), href in sheet.links:
        for line in lines:
            middle = line.y + line.size * 0.3
            if bottom <= middle <= top and line.x0 < right and line.x1 > left:
                _link_line(line, left, right, href)


def _link_line(line: Line, left: float, right: float, href: str) -> None:
    place = 0
    while place < len(line.runs):
        run = line.runs[place]
        if run.href is None and run.x0 < right and run.x1 > left:
            parts = _cut(run, left, right)
            for part in parts:
                is_word = any(map(str.isalnum, part.text))
                if is_word and left <= (part.x0 + part.x1) / 2 <= right:
                    part.href = href
            line.runs[place : place + 1] = parts
            line.space_before[place + 1 : place + 1] = [False] * (len(parts) - 1)
            place += len(parts) - 1
        place += 1


def _cut(run: Run, left: float, right: float) -> list[Run]:
    """The run in up to three parts, cut at the words nearest to where the link begins and ends."""
    step = (run.x1 - run.x0) / max(len(run.text), 1)
    if step <= 0:
        return [run]
    slack = 1.5 * step
    start = 0 if run.x0 >= left - slack else _word_edge(run.text, (left - run.x0) / step)
    end = len(run.text) if run.x1 <= right + slack else _word_edge(run.text, (right - run.x0) / step)
    bounds = sorted({0, max(0, start), max(start, end), len(run.text)})
    return [
        Run(
            run.text[a:b],
            run.x0 + a * step,
            run.x0 + b * step,
            run.y,
            run.size,
            run.italic,
            run.bold,
        )
        for a, b in pairwise(bounds)
        if b > a
    ] or [run]


def _word_edge(text: str, at: float) -> int:
    """The place between a space or bracket and a word that is nearest to `at`."""
    below = max(0, min(int(at), len(text)))
    above = min(below + 1, len(text))
    while not _is_edge(text, below):
        below -= 1
    while not _is_edge(text, above):
        above += 1
    return below if at - below <= above - at else above


def _is_edge(text: str, place: int) -> bool:
    return place in (0, len(text)) or text[place - 1].isalnum() != text[place].isalnum()
