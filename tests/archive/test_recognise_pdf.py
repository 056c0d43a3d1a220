"""A PDF is known by its bytes; symbol and language come from its first pages."""

from __future__ import annotations

import pytest

from pipelines.archive import guarded
from pipelines.archive.recognise import recognise
from pipelines.workers import Died
from tests.pdf_writer import PdfWriter


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


def test_a_pdf_that_cannot_be_opened_is_taken_with_a_warning() -> None:
    found = recognise(b"%PDF-1.7\n%\xe2\xe3", "a.pdf")
    assert (found.format, found.symbol) == ("pdf", None) and "cannot be opened" in str(found.reason)


def test_a_file_that_brings_its_process_down_is_taken_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise Died("it takes more than 60 seconds of processor time")

    monkeypatch.setattr(guarded, "guarded", die)
    found = guarded.recognised(b"%PDF-1.7", "a.pdf")
    said = "stopped while it was looked at: it takes more than 60 seconds of processor time"
    assert (found.format, found.reason) == ("pdf", said)
