"""What is known while the lines of a text are joined: the paragraphs so far, the page's width, where in it we are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from pipelines.archive.records import Opening
from pipelines.readers.text_lines import Page
from pipelines.readers.text_openings import FULL_END, number_of
from pipelines.symbols import Symbol, parse

# A line so much shorter than the others, the next word counted in, ends a paragraph; the second share even without a
# point, as in lists of names.
SHORT, VERY_SHORT = 0.93, 0.8
_FULL_SHARE = 0.9
_FEW = 3
_WORD = 5


@dataclass(slots=True)
class Paragraph:
    """Joined lines; `kind` is text, formula, heading, annex, closing or opening. `pages` are those it stands on."""

    kind: str
    lines: list[str]
    pages: list[Page] = field(default_factory=list)
    is_late_preamble: bool = False
    """Opens as a preambular paragraph does, behind operative ones."""
    opening: Opening | None = None
    """Of the heading of another resolution, whose kind is opening."""

    @property
    def last_line(self) -> str:
        """The line that a following one would go on; with the line above where it is a single short word (`and`)."""
        line = self.lines[-1]
        return f"{self.lines[-2]} {line}" if len(line) < _WORD and len(self.lines) > 1 else line


class State:
    """Paragraphs joined so far (`done`), the last plain number, the next lines (`ahead`), the part of the document.

    `openings` are the headings of other resolutions, by the place of their line among all; `own` is the symbol where
    the document prints it.
    """

    def __init__(
        self,
        pages: list[Page],
        *,
        has_beginning: bool = True,
        openings: Mapping[int, Opening] | None = None,
        own: Symbol | None = None,
    ) -> None:
        self.pages = pages
        self.own = own
        self.openings = openings or {}
        self.opened_until = -1
        self.done: list[Paragraph] = []
        self.number = 0
        self.quoted_number = 0
        self.is_parted = False
        self.in_preamble = has_beginning
        self.in_list = False
        self.in_annex = False
        self.ahead: list[str] = []
        # A blank line at a page's end or start parts nothing; between lines it parts paragraphs.
        self.has_gaps = _has_gaps(pages)
        whole = _width([line for page in pages for line in page.lines if line]) or 1
        self.widths = {id(page): _width([line for line in page.lines if line], whole) for page in pages}
        self.width = whole

    def _may_open(self, opening: Opening) -> bool:
        """True for a heading that another resolution stands under, and not a quotation or a reference.

        A document that prints its symbol holds its own lettered parts; for anything else what stands before must have
        ended with its line of adoption. So must it where no formula follows.
        """
        symbol = parse(opening.symbol) if opening.symbol else None
        is_after_end = bool(self.done) and self.done[-1].kind == "closing"
        if symbol is not None and self.own is not None and symbol.stem == self.own.stem:
            return symbol.letter is not None
        return is_after_end or (symbol is not None and self.own is None)

    def _is_short(self, line: str, last: str, share: float) -> bool:
        """True when the next word would have had room on the line before, were it the same paragraph."""
        return len(last) + 1 + len(line.split(" ", 1)[0]) < self.width * share

    def _in_quotation(self) -> bool:
        """True inside quotation marks that the preamble opened and has not closed: a title with a colon."""
        text = " ".join(self.done[-1].lines) if self.in_preamble else ""
        return text.count("“") > text.count("”")

    def _is_announced(self) -> bool:
        """True below a paragraph that ends with a colon."""
        return bool(self.done) and self.done[-1].last_line.endswith(":")


def _has_gaps(pages: list[Page]) -> bool:
    """Told by the numbered paragraphs, where there are enough: blank lines may stand between blocks of a page alone."""
    starts = [
        not above
        for page in pages
        for before, above, line in zip(["", *page.lines], page.lines, page.lines[1:], strict=False)
        if number_of(line) and FULL_END.search(above or before)
    ]
    if len(starts) >= _FEW:
        return sum(starts) * 2 > len(starts)
    return any("" in page.lines[1:-1] for page in pages)


def _width(lines: list[str], default: int = 0) -> int:
    """Length of a full line: of those that the next one goes on in lower case; the default where these are few."""
    full = sorted(len(line) for line, after in pairwise(lines) if after[:1].islower())
    if len(full) > _FEW:
        return full[int(len(full) * _FULL_SHARE)]
    return default or max(full or map(len, lines), default=0)
