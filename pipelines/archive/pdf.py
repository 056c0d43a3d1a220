"""The symbol and the language of a PDF, from its first pages, for the ledger; the reader says more."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pdf_oxide

from pipelines import symbols
from pipelines.archive import languages
from pipelines.archive.records import symbol_in

_PAGES = 2
_CELL_GAP = 20.0
"""Points between two texts on one line that belong apart, as symbol and title in a running header."""


def is_pdf(data: bytes) -> bool:
    """True for a PDF, also with a few stray bytes before its head."""
    return b"%PDF-" in data[:1024]


class Damaged(Exception):
    """The bytes start as a PDF and cannot be opened."""


def symbol_and_language(data: bytes) -> tuple[str | None, str | None, str | None]:
    """Symbol in normal form and language, each None where nothing tells; and a warning or None. Raises Damaged."""
    pdf_oxide.disable_logging()
    try:
        document = pdf_oxide.PdfDocument.from_bytes(data)
        pages = [document.extract_spans(place) for place in range(min(_PAGES, document.page_count()))]
    except BaseException as error:  # pdf_oxide has no exception of its own, and its panics are no Exceptions
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        raise Damaged(f"PDF that cannot be opened: {' '.join(str(error).split())[:80]}") from None
    cells = [cell for spans in pages for cell in _cells(spans)]
    language = languages.from_text(" ".join(cells))
    found = next((symbol for cell in cells if (symbol := symbols.parse(cell))), None)
    made = symbol_in(cells) if found is None else None
    if made is not None:
        return made, language, None
    if found is None:
        return None, language, "names no symbol of a resolution" if cells else "has no text on its first pages"
    return found.normal, language, None


def _cells(spans: list[Any]) -> Iterator[str]:
    """What stands together on a line, from top to bottom."""
    placed = sorted((-round(span.bbox[1] / 3), span.bbox[0], span.bbox[2], span.text) for span in spans)
    for _, line in groupby(placed, key=lambda one: one[0]):
        cell, end = "", 0.0
        for _, left, width, text in line:
            if cell and left - end > _CELL_GAP:
                yield " ".join(cell.split())
                cell = ""
            cell, end = cell + text, left + width
        yield " ".join(cell.split())
