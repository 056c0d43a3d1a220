"""Furniture of printed pages: running headers and footers, page marks, job numbers, taken off top and bottom.

Told by place, by type smaller than the document's own, by the document's symbol, and by what repeats from page to
page; none of it by one document's words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines import symbols
from pipelines.readers.pdf_lines import Line
from pipelines.readers.text_forms import VOLUME_HEAD

# A page mark, alone or glued to the job number: 15/19, 4, Page 3, 11-393742, 14-555952/23.
_PAGE_MARK = re.compile(r"(?:Page\s*)?[–-]?\s*(\d{1,3})(?:\s*/\s*\d{1,3})?\s*[–-]?", re.IGNORECASE)
_JOB = r"(?:GE\.)?\d{2}-\d{5,6}(?:\s*\([A-Z\d]\))?(?:\s+\d{6})*"
_FOOT = re.compile(
    rf"(?:{_JOB}|\*\d{{6,9}}\*|/\s?\.\s?\.\s?\.|Please recycle\W*|\W+)(?:\s*{_PAGE_MARK.pattern})?"
    rf"|{_PAGE_MARK.pattern}\s*{_JOB}",
    re.IGNORECASE,
)
_TOP = re.compile(r"English|French|Spanish|Russian|Chinese|Arabic|page\s+\d{1,3}|\d{1,3}", re.IGNORECASE)
_COVER = re.compile(
    r"Distr\b.*|UNITED.*|United Nations.{0,30}|Nations Unies.{0,30}|Naciones Unidas.{0,30}|.{0,20}Объединенных Наций"
    r"|联合国.{0,20}|.{0,20}الأمم المتحدة"
)
_COVER_LINES = 20
_LARGE = 1.3
_SMALL = 0.93
_HEADER_LINES = 5
_FOOTER_LINES = 4
_DIGITS = re.compile(r"\d+")
_PARAGRAPH = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,4}\))(?:\s|$)")
_ANY_SYMBOL = re.compile(r"[AESTC]/[A-Z\d][^\s,;]*(?: \((?:\d{1,4}|[IVXLES-]+)\))?\**")

_BESIDE_SYMBOL = re.compile(rf"({_ANY_SYMBOL.pattern})\s(.+)|(.+)\s({_ANY_SYMBOL.pattern})")


@dataclass(slots=True)
class Page:
    """The lines of a page between its header and footer; its notes come off later."""

    number: int
    width: float
    height: float
    lines: list[Line]
    notes: list[Line] = field(default_factory=list)


def body_size(pages: Sequence[Page]) -> float:
    """The type size that most letters of a document are set in."""
    letters: dict[float, int] = {}
    for page in pages:
        for line in page.lines:
            letters[line.size] = letters.get(line.size, 0) + len(line.text)
    counts: Counter[float] = Counter()
    for size, count in letters.items():
        counts[round(size * 4) / 4] += count
    return max(counts, key=lambda size: (counts[size], size)) if counts else 10.0


def take_furniture(pages: Sequence[Page], size: float) -> str | None:
    """Take headers and footers off the pages; the title that the running headers bear."""
    tops = _repeated([_texts(page.lines[:_HEADER_LINES]) for page in pages[1:]])
    feet = _repeated([_texts(page.lines[-_FOOTER_LINES:]) for page in pages])
    titles: Counter[str] = Counter()
    for page in pages:
        while page.lines and _is_footer(page.lines[-1], page, size, feet):
            page.lines.pop()
        if page.number > 1 or not has_cover(page, size):
            for text in _take_header(page, size, tops):
                titles[text] += 1
    return titles.most_common(1)[0][0] if titles else None


def has_cover(page: Page, size: float) -> bool:
    """True for the first page of a document of its own, which has a head in large type or with its distribution."""
    return any(
        line.size > size * _LARGE or any(map(_COVER.fullmatch, line.cells())) for line in page.lines[:_COVER_LINES]
    )


def _texts(lines: Sequence[Line]) -> set[str]:
    """The cells of lines, numbers aside; paragraphs that a budget repeats under every section are none of them."""
    return {_DIGITS.sub("#", cell) for line in lines for cell in line.cells() if not _PARAGRAPH.match(cell)}


def _repeated(pages: Sequence[set[str]]) -> set[str]:
    """What stands, numbers aside, in the same zone of at least a third of the pages, and of three."""
    counts = Counter(text for page in pages for text in page)
    return {text for text, count in counts.items() if count >= max(3, len(pages) / 3)}


def _is_footer(line: Line, page: Page, size: float, repeated: set[str]) -> bool:
    if line.y > page.height * 0.12:
        return False
    cells = line.cells()
    if all(_FOOT.fullmatch(cell) or _PAGE_MARK.fullmatch(cell) for cell in cells):
        return True
    if len(cells) > 1 and any(cell.startswith(f"{page.number}/") and _PAGE_MARK.fullmatch(cell) for cell in cells):
        return True
    return line.y < page.height * 0.07 and all(_DIGITS.sub("#", cell) in repeated for cell in cells)


def _take_header(page: Page, size: float, repeated: set[str]) -> list[str]:
    """Take the header's lines off; the texts in it that are no symbols or page marks."""
    zone = [line for line in page.lines[:_HEADER_LINES] if line.y >= page.height * 0.85]
    count = _header_length(zone, size, repeated)
    has_symbol = False
    title: list[str] = []
    for line in zone[:count]:
        for cell in _cells(line):
            has_symbol = has_symbol or symbols.parse(cell) is not None
            if not _is_known(cell):
                title.append(cell)
    del page.lines[:count]
    return [" ".join(title)] if title and has_symbol else []


def _header_length(zone: Sequence[Line], size: float, repeated: set[str]) -> int:
    """How many of the lines at the top are header: those that look it, and the small ones above and between them."""
    count = 0
    for place, line in enumerate(zone):
        cells = _cells(line)
        is_small = line.size < size * _SMALL
        is_header = all(map(_is_known, cells)) or (is_small and (line.bold or any(map(_is_known, cells))))
        is_header = is_header or (len(cells) == 2 and any(map(symbols.parse, cells)))  # title and symbol, far apart
        if is_header or any(_DIGITS.sub("#", cell) in repeated for cell in cells):
            # A long title runs over two lines, and the symbol stands on either.
            count = place + 1 if count == place or _are_small(zone[count:place], size) else count
        elif count == place and count and _goes_on(zone[place - 1], line, size):
            count += 1
    return count


def _cells(line: Line) -> list[str]:
    """The cells of a line, a symbol apart from the title that it is close to."""
    cells = line.cells()
    if len(cells) == 1 and (found := _BESIDE_SYMBOL.fullmatch(cells[0])):
        return [part for part in found.groups() if part]
    return cells


def _is_known(cell: str) -> bool:
    return bool(_ANY_SYMBOL.fullmatch(cell) or _TOP.fullmatch(cell) or VOLUME_HEAD.fullmatch(cell))


def _are_small(lines: Sequence[Line], size: float) -> bool:
    return all(line.size < size * _SMALL for line in lines)


def _goes_on(above: Line, line: Line, size: float) -> bool:
    return _are_small((above, line), size) and abs(above.size - line.size) < 0.3 and above.y - line.y < 1.4 * line.size
