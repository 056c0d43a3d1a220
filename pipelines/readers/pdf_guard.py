"""Checks the decoding of pages against PDFium: letters counted by both, on doubtful pages and on a sample.

PDFium takes about as long as the decoding itself, so it looks at one page in 32, chosen by its own text
(the same pages in every build), and at pages that look as if something were lost. Where a page differs, all of its
document are counted.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from statistics import median

import pypdfium2  # type: ignore[import-untyped]

from pipelines.readers.document import Fault
from pipelines.readers.pdf_runs import Sheet

_SAMPLE = 32
_TOLERANCE = 0.02
_FEW = 0.4
_SLACK = 10
_DONE = "The text of the first decoder is used; it may lack something."


def faults(sheets: Sequence[Sheet], data: bytes) -> tuple[Fault, ...]:
    """A fault that names the pages on which the two decoders disagree; none where they agree."""
    chosen = [sheet for sheet in sheets if _is_doubtful(sheet, sheets) or _is_sampled(sheet)]
    if not chosen:
        return ()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return (Fault("decoders_disagree", f"A second decoder cannot open the file ({error}).", _DONE),)
    try:
        if all(_agrees(sheet, document) for sheet in chosen):
            return ()
        pages = [sheet for sheet in sheets if not _agrees(sheet, document)]
    finally:
        document.close()
    listed = ", ".join(f"{sheet.number} ({sheet.letters:,} letters)" for sheet in pages[:8])
    detail = f"A second decoder finds over {_TOLERANCE:.0%} more or fewer letters, or none, on page {listed}."
    return (Fault("decoders_disagree", detail, _DONE),)


def _is_sampled(sheet: Sheet) -> bool:
    return zlib.crc32("".join(run.text for run in sheet.runs).encode("utf-8", "replace")) % _SAMPLE == 0


def _is_doubtful(sheet: Sheet, sheets: Sequence[Sheet]) -> bool:
    """Signs that stand for no letter, or an inner page with far less text than the others have."""
    if any("\ufffd" in run.text for run in sheet.runs):
        return True
    if not 1 < sheet.number < len(sheets) - 1:
        return False
    return sheet.letters < _FEW * median(other.letters for other in sheets)


def _agrees(sheet: Sheet, document: pypdfium2.PdfDocument) -> bool:
    try:
        text = document[sheet.number - 1].get_textpage().get_text_range()
    except pypdfium2.PdfiumError:
        return False
    count = len("".join(text.split()))
    return abs(count - sheet.letters) <= max(_SLACK, _TOLERANCE * max(count, sheet.letters))
