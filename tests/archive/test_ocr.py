"""Pages of images: taken with a warning, and read by tesseract where it is installed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipelines.archive.importer import ImportReport, import_paths
from pipelines.archive.ocr import image_pages
from pipelines.archive.store import Archive
from pipelines.clauses.parsed import Parsed
from pipelines.clauses.stage import parse_all
from pipelines.rows import Row
from tests.bad_input import PREAMBLE, SYMBOL
from tests.pdf_writer import PdfWriter, imaged

CLAUSE = "Calls upon all States to keep the wells clean and the water in them"


def printed() -> bytes:
    """A page in type that an engine can read."""
    pdf = PdfWriter()
    page = pdf.page()
    for place, line in enumerate([SYMBOL, "The General Assembly,", PREAMBLE, f"1. {CLAUSE}."]):
        page.text(72, 700 - 40 * place, line, 12)
    return pdf.written()


def taken(folder: Path) -> tuple[ImportReport, list[Parsed], list[Row]]:
    """What an import says of a scan, and what a build reads of it."""
    (folder / "scan.pdf").write_bytes(imaged(printed()))
    archive = Archive(folder / "archive")
    report = import_paths([folder / "scan.pdf"], archive)
    return report, *parse_all(archive)


def test_without_an_engine_a_scan_is_taken_and_what_to_install_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    report, parsed, [fault] = taken(tmp_path)
    assert [entry.format for entry in report.taken] == ["pdf"] and not parsed
    assert (fault["kind"], fault["done"]) == ("image_only", "file not used: install tesseract and import it again")


@pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed (apt: tesseract-ocr)")
def test_an_engine_reads_a_scan_once_and_the_rows_say_so(tmp_path: Path) -> None:
    report, [parsed], [fault] = taken(tmp_path)
    scan, text = report.taken
    assert (text.made_from, text.symbol) == (scan.sha256, SYMBOL) and "(read by tesseract" in text.name
    assert fault["done"] == f"what was made from it is read instead: {text.name}"
    assert [row["text"] for row in parsed.clauses][-1] == f"{CLAUSE}."
    document = parsed.document
    assert (document["ocr_pages"], document["made_from"]) == (1, scan.sha256) and 0.9 < document["confidence"] < 1
    assert [row["kind"] for row in parsed.quality] == ["ocr_text"]
    assert len(import_paths([tmp_path / "scan.pdf"], Archive(tmp_path / "archive")).already) == 2


def test_pages_with_text_are_not_read_off() -> None:
    assert (image_pages(printed()), image_pages(imaged(printed()))) == (0, 1)
