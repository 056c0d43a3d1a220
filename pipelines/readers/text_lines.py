"""Lines of plain text without furniture, page by page, with the notes that stand at the foot of each.

A page ends with its mark (15/19), a form feed, or where the running header of the next one stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipelines.readers.text_foot import foot_notes, notes_start
from pipelines.readers.text_forms import ADOPTED
from pipelines.readers.text_furniture import (
    BREAKS,
    TITLE_LINES,
    Sort,
    bare,
    is_emblem,
    is_rule,
    one_line_header,
    page_number,
    running_titles,
    sorts_of,
)


@dataclass(slots=True)
class Page:
    """Lines of one page without furniture, its notes in order (marker, text), its printed number."""

    lines: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    number: int | None = None


def pages(lines: Sequence[str], symbol: str, head: str = "") -> tuple[list[Page], str | None]:
    """The pages of a text, furniture taken out, and the title of their running headers.

    `lines` are stripped and without the document's head, whose words are `head`; `symbol` is the document's.
    """
    sorts = sorts_of(lines, bare(symbol))
    titles = running_titles(lines, sorts, head)
    title: str | None = None
    raw = [Page()]
    for start, end in _runs(lines, sorts, titles):
        run = range(start, end)
        if not _is_furniture(sorts[start:end]):
            raw[-1].lines += [lines[i] for i in run]
            continue
        marks = [number for i in run if (number := page_number(lines[i])) is not None]
        title = title or next((found for i in run if (found := _title(lines[i], sorts[i], titles))), None)
        if any(sorts[i] in BREAKS for i in run):
            _turn(raw, marks, lines[start:end])
    kept = [page for page in raw if any(page.lines)]
    _take_notes(kept)
    _number(kept)
    _share_end_notes(kept)
    return kept, title


def _share_end_notes(pages: Sequence[Page]) -> None:
    """Notes that stand together behind the line of adoption are those of all pages."""
    if pages and not any(page.notes for page in pages[:-1]) and any(map(ADOPTED.match, pages[-1].lines)):
        for page in pages:
            page.notes = pages[-1].notes


def _runs(lines: Sequence[str], sorts: Sequence[Sort], titles: set[str]) -> list[tuple[int, int]]:
    """Stretches of lines that may be furniture, and the lines between them."""
    runs: list[tuple[int, int]] = []
    was = None
    for place, sort in enumerate(sorts):
        beside = sorts[max(0, place - TITLE_LINES) : place + TITLE_LINES + 1]
        is_title = lines[place] in titles and (Sort.SYMBOL in beside or Sort.HEADER in beside)
        now = is_title or sort is not Sort.TEXT
        if now is not was:
            runs.append((place, place))
        runs[-1] = (runs[-1][0], place + 1)
        was = now
    return runs


def _is_furniture(sorts: Sequence[Sort]) -> bool:
    """True for a run with certain furniture; blanks and bare numbers alone are text."""
    return any(sort not in (Sort.BLANK, Sort.NUMBER, Sort.TEXT) for sort in sorts)


def _title(line: str, sort: Sort, titles: set[str]) -> str | None:
    return one_line_header(line) if sort is Sort.HEADER else line if line in titles else None


def _turn(raw: list[Page], marks: list[int], run: Sequence[str]) -> None:
    """Turn the page; a mark before the symbol is that of the page that ends, one after it that of the next."""
    ends_page = bool(marks) and page_number(next((line for line in run if line), "")) is not None
    if not any(raw[-1].lines) and not ends_page:
        raw[-1].number = marks[0] if marks else raw[-1].number
        return
    following = Page(number=marks[0] if marks and not ends_page else None)
    if ends_page:
        raw[-1].number = marks[0]
    raw.append(following)


def _take_notes(pages: Sequence[Page]) -> None:
    """Take the notes at the foot of each page out of its lines."""
    last = 0
    for page in pages:
        start = notes_start(page.lines, last)
        if start is not None:
            page.notes = foot_notes(page.lines[start:])
            page.lines = page.lines[:start]
            last = max([last, *(int(marker) for marker, _ in page.notes if marker.isdigit())])
        page.lines = [line for line in page.lines if not is_rule(line) and not is_emblem(line)]


def _number(pages: list[Page]) -> None:
    """Numbers of pages that bear none, from those beside them that do."""
    for before, page in pairwise(pages):
        if page.number is None and before.number is not None:
            page.number = before.number + 1
    for page, after in reversed(list(pairwise(pages))):
        if page.number is None and after.number is not None and after.number > 1:
            page.number = after.number - 1
