"""Footnotes of a page: the area in smaller type at its foot, cut into notes by their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.readers.pdf_furniture import Page
from pipelines.readers.pdf_lines import Line
from pipelines.readers.text_openings import ABBREVIATION

_RULE = re.compile(r"[_—–\-\s]{5,}")
_MARKER = re.compile(r"\d{1,3}|[*†‡]{1,4}|[a-z]")
# In type of one size a note's number stands first on its line: 1/ See …, 3 Ibid., * Reissued ….
_PLAIN_START = re.compile(r"\s*(\d{1,3}|\*{1,4})(?:/(?!\d)|\s)\s*(?=\S)")
_SLASHED_ALONE = re.compile(r"(\d{1,3}|\*{1,3})/")
_ENDED = re.compile(r"[.…][”’\"]?$")
_SLASHED = re.compile(r"(\d{1,3}|\*{1,3})/(?:\s+\S|$)")
_SMALL = 0.93
_GAP = 1.5
_LONGEST_REST = 6
_TOLERANCE = 2.5


@dataclass(slots=True)
class FootNote:
    """A note under way: its marker and its lines; of the first line, the runs and letters before its text."""

    marker: str
    page: int
    lines: list[Line]
    skip: tuple[int, int]

    @property
    def is_plain(self) -> bool:
        """True for a marker in the type of its text: `3/ See …`."""
        return self.skip[1] > 0


def take_notes(pages: Sequence[Page], size: float) -> list[FootNote]:
    """Take the notes off the pages' lines; a note that runs over onto the next page is joined."""
    found: list[FootNote] = []
    is_raised = False
    for page in pages:
        start = _area(page, size, found[-1] if found and _runs_on(found[-1], page) else None)
        area, page.lines = page.lines[start:], page.lines[:start]
        is_raised = is_raised or any(_starts_raised(line) for line in area)
        for line in area:
            if not _RULE.fullmatch(line.text):
                _take(line, found, page.number, is_raised)
    return found


def _runs_on(note: FootNote, page: Page) -> bool:
    """True for a note of the page before that has not ended there."""
    last = note.lines[-1]
    return last.page == page.number - 1 and not _has_ended(last.text) and not last.text.endswith("*")


def _has_ended(text: str) -> bool:
    """True for a line that ends as notes do, and not with `vol.` or `No.`."""
    return _ENDED.search(text) is not None and ABBREVIATION.search(text) is None


def _area(page: Page, size: float, unfinished: FootNote | None) -> int:
    """Where the notes begin: at the rule above them, or at the first note of the small type at the foot.

    unfinished: a note whose rest may stand before that.
    """
    lines = page.lines
    found = _in_small_type(lines, size, unfinished is not None)
    if found < len(lines):
        return found
    found = _in_body_type(lines)
    return _rest_of(unfinished, lines[:found]) if unfinished else found


def _rest_of(note: FootNote, lines: Sequence[Line]) -> int:
    """Where the rest of a note begins in the type of the body: below the last gap, if only a few lines stand there."""
    for place in range(len(lines) - 1, max(0, len(lines) - 1 - _LONGEST_REST), -1):
        line = lines[place]
        if lines[place - 1].y - line.y > _GAP * line.size:
            is_flush = abs(line.x0 - note.lines[-1].x0) < _TOLERANCE
            return place if is_flush and not line.runs[0].italic else len(lines)
    return len(lines)


def _in_small_type(lines: Sequence[Line], size: float, runs_on: bool) -> int:
    start = len(lines)
    while start and (lines[start - 1].size < size * _SMALL or _RULE.fullmatch(lines[start - 1].text)):
        start -= 1
    if runs_on and start < len(lines):
        return start
    for place in range(start, len(lines)):
        if _RULE.fullmatch(lines[place].text):
            return place
    # A rule may stand above notes in the type of the body.
    for place in range(len(lines) - 1, 0, -1):
        if _RULE.fullmatch(lines[place].text):
            is_note = place + 1 < len(lines) and _start(lines[place + 1]) is not None
            return place if is_note else _unruled(lines, start)
    return _unruled(lines, start)


def _in_body_type(lines: Sequence[Line]) -> int:
    """Where notes in the type of the body begin: 1/ See … below a gap, as typewritten documents have them."""
    for place in range(1, len(lines)):
        line = lines[place]
        has_gap = lines[place - 1].y - line.y > _GAP * line.size
        slashed = _SLASHED.match(line.text)
        if has_gap and (slashed or _starts_raised(line)):
            return place
        if slashed and any(_bears(above, slashed[1]) for above in lines[:place]):
            return place
    return len(lines)


def _bears(line: Line, marker: str) -> bool:
    """True where the mark of that note stands behind a word: `Protocol, 1/`."""
    return any(
        piece.rstrip(",.;:)").endswith(f"{marker}/") and not piece.rstrip(",.;:)")[: -len(marker) - 1][-1:].isdigit()
        for place, piece in enumerate(line.text.split())
        if place
    )


def _starts_raised(line: Line) -> bool:
    first = line.runs[0]
    return len(line.runs) > 1 and line.is_raised(first) and _MARKER.fullmatch(first.text.strip()) is not None


def _unruled(lines: Sequence[Line], start: int) -> int:
    return next((place for place in range(start, len(lines)) if _start(lines[place])), len(lines))


def _take(line: Line, found: list[FootNote], page: int, is_raised: bool) -> None:
    """Begin a note or go on with the last; where markers are raised, a plain figure is text (`17 May 2019.`)."""
    started = _start(line)
    if started and started[0].isdigit() and not _starts_raised(line) and (is_raised or not _follows(started[0], found)):
        started = None
    if started is None:
        if found:
            found[-1].lines.append(line)
        return
    marker, skip = started
    found.append(FootNote(marker, page, [line], skip))


def _follows(marker: str, found: Sequence[FootNote]) -> bool:
    """False for a figure in the middle of a note: `Cairo, 5–` `9 March 2023`."""
    if not found or not found[-1].marker.isdigit() or int(marker) == int(found[-1].marker) + 1:
        return True
    return _has_ended(found[-1].lines[-1].text)


def _start(line: Line) -> tuple[str, tuple[int, int]] | None:
    """The marker, and the runs and letters that it takes up, when a note starts on this line."""
    first = line.runs[0]
    text = first.text.strip()
    rest = line.runs[1] if len(line.runs) > 1 else None
    is_gapped = rest is None or rest.x0 - first.x1 > 0 or line.space_before[1] or rest.text[:1].isspace()
    if _MARKER.fullmatch(text) and (line.is_raised(first) or (is_gapped and not text.isalpha())):
        return text, (1, 0)
    if alone := _SLASHED_ALONE.fullmatch(text):
        return alone[1], (1, 0)
    if found := _PLAIN_START.match(first.text):
        return found[1], (0, found.end())
    return None
