"""The symbol that a printed document bears, or why it is none that is read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines import symbols
from pipelines.archive.records import symbol_in
from pipelines.readers import Unreadable
from pipelines.readers.pdf_furniture import Page

_PAGES = 3
_TOP_LINES = 14
_FOOT_LINES = 3
_OTHER_SYMBOL = re.compile(r"[AEST]/(?:[A-Z\d][\w.-]*/)*[\w.-]*\d[\w.-]*(?:/[\w.-]+)*(?: ?\(Part \w+\))?\**")
_ABSENT = re.compile(r"document\b.{0,80}\b(?:does not exist|not found|not available|unavailable)", re.IGNORECASE)


def symbol_of(pages: Sequence[Page]) -> tuple[symbols.Symbol, bool]:
    """The symbol on the first page, else in the running headers, and whether it is printed.

    On the pages of a record none is: the first heading makes one, with the organ that speaks below it. Raises
    Unreadable when it is no resolution's.
    """
    others: list[str] = []
    for page in pages[:_PAGES]:
        for line in [*page.lines[:_TOP_LINES], *page.lines[-_FOOT_LINES:]]:
            for cell in line.cells():
                if found := symbols.parse(cell):
                    return found, True
                if _OTHER_SYMBOL.fullmatch(cell):
                    others.append(cell.rstrip("*"))
    made = None if others else symbol_in([line.text for page in pages for line in page.lines])
    if made is not None and (symbol := symbols.parse(made)):
        return symbol, False
    raise Unreadable(_why_not(pages, others))


def _why_not(pages: Sequence[Page], others: list[str]) -> str:
    text = " ".join(line.text for line in pages[0].lines)
    if len(pages) == 1 and _ABSENT.search(text):
        return "the PDF only says that the document does not exist"
    if not others:
        return "no symbol of a resolution or presidential statement stands on the first pages"
    if re.search(r"/L\.\d", others[0]):
        return f"{others[0]} is a draft, not an adopted resolution"
    return f"{others[0]} is no resolution or presidential statement"
