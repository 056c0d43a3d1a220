"""Fonts of one name and other widths: the decoder keeps the first one, and may not give it to the next document."""

from __future__ import annotations

import pytest

from pipelines.readers.pdf_runs import open_pdf, sheets
from tests.pdf_writer import PdfWriter

TYPED, UNTYPED = b"/Type /Font /Subtype", b"/Subtype"


def printed(width: int, start: bytes) -> bytes:
    """One word in a font whose letters are all as wide as that, in thousandths of their size."""
    pdf = PdfWriter()
    pdf.page().text(100, 700, "wells", 10)
    face = b"%s /TrueType /BaseFont /Stone /FirstChar 32 /LastChar 255 /Widths %%d 0 R" % start
    file = pdf.written().replace(b"/Type /Font /Subtype /Type1 /BaseFont /Times-Roman", face % 90)
    widths = b"\n90 0 obj\n[%s]\nendobj\n" % (b"%d " % width * 224)
    # The places in the file are wrong now; the decoder looks for its objects itself.
    return file.replace(b"xref\n", widths + b"xref\n", 1)


def width_of(data: bytes) -> float:
    (sheet,) = sheets(open_pdf(data), data)
    return round(sheet.runs[0].x1 - sheet.runs[0].x0, 1)


@pytest.mark.parametrize("start", [TYPED, UNTYPED], ids=["told apart", "pushed out"])
def test_a_font_is_never_that_of_the_document_before(start: bytes) -> None:
    assert [width_of(printed(width, start)) for width in (300, 900, 600)] == [15.0, 45.0, 30.0]
