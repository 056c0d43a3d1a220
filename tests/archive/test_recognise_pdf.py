"""A PDF is known by its bytes; symbol and language come from its first pages."""

from __future__ import annotations

import pytest

from pipelines.archive.recognise import recognise
from tests.readers.pdf_writer import PdfWriter


@pytest.mark.parametrize(
    ("printed", "symbol"), [("S/RES/0 (2031)*", "S/RES/0(2031)"), ("A/0/412", None)], ids=["resolution", "report"]
)
def test_symbol_and_language_stand_on_the_first_page(printed: str, symbol: str | None) -> None:
    pdf = PdfWriter()
    page = pdf.page()
    page.text(123, 735, "United Nations", 14)
    page.text(482, 735, printed[0], 20)
    page.text(497, 735, printed[1:], 10)
    page.text(123, 500, "Recalling that the wells of the village are all in the valley, and that water is in them,")
    found = recognise(pdf.written(), "a.doc")
    assert (found.format, found.symbol, found.language) == ("pdf", symbol, "en")
