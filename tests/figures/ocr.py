"""Images of real pages read by tesseract, beside the official XML of the same documents.

    python -m tests.figures.ocr [--shared DIR] [--documents N] [--dpi 200]

The PDFs that also exist as official XML are turned into PDFs of grey images, read as an import reads them, and parsed.
Printed: paragraphs to the letter, words that are the same in order, and the confidence that the reader states.
"""

from __future__ import annotations

import argparse
import sys
import time
from difflib import SequenceMatcher
from pathlib import Path

from pipelines.archive import ocr
from pipelines.readers import Unreadable, read
from tests.figures.pdf import documents, rows
from tests.pdf_writer import imaged


def words(data: bytes, format: str) -> list[str]:
    return read(data, format).text.split()


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared/data"))
    options.add_argument("--documents", type=int, default=17)
    options.add_argument("--dpi", type=int, default=200)
    options.add_argument("--keep", type=Path, help="folder for the PDFs of images and of text")
    chosen = options.parse_args(arguments)
    exact = official = same = total = pages = 0
    start = time.monotonic()
    for symbol, pdf, _ in list(documents(chosen.shared))[: chosen.documents]:
        scan = imaged(pdf, chosen.dpi)
        text = ocr.read_off(scan)
        if text is None:
            print(f"{symbol}: nothing was read (is tesseract installed?)")
            return 1
        if chosen.keep:
            chosen.keep.mkdir(parents=True, exist_ok=True)
            name = symbol.replace("/", "_")
            (chosen.keep / f"{name}.scan.pdf").write_bytes(scan)
            (chosen.keep / f"{name}.text.pdf").write_bytes(text)
        try:
            found, true = rows(text, "pdf", symbol), rows(pdf, "pdf", symbol)
        except Unreadable as error:
            print(f"{symbol}: {error.reason}")
            continue
        texts = [row["text"] for row in found.clauses]
        held = sum(row["text"] in texts for row in true.clauses)
        one, other = words(pdf, "pdf"), words(text, "pdf")
        alike = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
        document = read(text, "pdf")
        print(
            f"{symbol:18} {held} of {len(true.clauses)} paragraphs to the letter ({len(found.clauses)} read), words"
            f" {alike / len(one):.4f}, confidence {document.confidence:.3f} ({document.ocr_pages} pages)",
            flush=True,
        )
        exact, official, same, total = exact + held, official + len(true.clauses), same + alike, total + len(one)
        pages += document.pages or 0
    took = time.monotonic() - start
    print(
        f"all: {exact} of {official} paragraphs, words {same / total:.4f}; {took / pages:.1f} s a page, {ocr.version()}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
