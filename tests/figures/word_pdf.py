"""Word files rendered to PDF by LibreOffice: does the PDF read as the Word file does?

    python -m tests.figures.word_pdf [--shared DIR] [--pdfs DIR] [--show FILE] [--half 0|1]

The Word files of ../shared hold paragraphs, numbers and notes as such; their PDFs hold lines on pages. What is read
from the Word file is the measure for what is read from the PDF. PDFs that are not in DIR yet are rendered there first
(LibreOffice; some minutes). --half takes the documents whose name has an even or odd hash: rules were made while
looking at half 0, so half 1 says what to expect of documents that nobody looked at.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.clauses.parsed import Parsed
from pipelines.evaluation.difference import differences, note_differences, pieces
from pipelines.evaluation.score import Score, score
from pipelines.readers import Unreadable
from tests.figures.pdf import rows
from tests.figures.word import members

ASKED = {"f1": 0.985, "notes": 0.99}
HALVES = {0: "looked at", 1: "held out"}


@dataclass
class Twin:
    """One document from both files; `pdf` has the reason where it could not be read."""

    name: str
    half: int
    word: Parsed
    pdf: Parsed | str


def render(files: dict[str, bytes], folder: Path) -> None:
    """The PDF of every Word file that is not in the folder yet, in one run of LibreOffice."""
    lacking = {name: data for name, data in files.items() if not pdf_of(folder, name).is_file()}
    if not lacking:
        return
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit(f"{len(lacking)} PDFs are not in {folder} and LibreOffice is not installed to render them")
    with TemporaryDirectory() as work:
        paths = [Path(work) / pdf_of(Path(), name).with_suffix(Path(name).suffix) for name in lacking]
        for path, data in zip(paths, lacking.values(), strict=True):
            path.write_bytes(data)
        profile = f"-env:UserInstallation=file://{work}/profile"
        command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)]
        subprocess.run(command, check=True, capture_output=True)


def pdf_of(folder: Path, name: str) -> Path:
    return folder / Path(Path(name).name).with_suffix(".pdf")


def twins(files: dict[str, bytes], folder: Path) -> Iterator[Twin]:
    """Every Word file that can be read, with its PDF."""
    for name, data in sorted(files.items()):
        try:
            word = rows(data, "word", name)
        except Unreadable:
            continue
        try:
            pdf: Parsed | str = rows(pdf_of(folder, name).read_bytes(), "pdf", name)
        except Unreadable as error:
            pdf = error.reason
        yield Twin(name, zlib.crc32(name.encode()) % 2, word, pdf)


def measure(twin: Twin) -> Score:
    """The counts of one document."""
    if isinstance(twin.pdf, str):
        return score(twin.word.clauses, [], (twin.word.footnotes, []))
    return score(twin.word.clauses, twin.pdf.clauses, (twin.word.footnotes, twin.pdf.footnotes))


def show(twin: Twin) -> Iterator[str]:
    """What differs, Word first; only the words around what differs of a long text."""
    if isinstance(twin.pdf, str):
        yield f"  not read: {twin.pdf}"
        return
    for one in differences(twin.word.clauses, twin.pdf.clauses):
        yield f"  {', '.join(one.columns)}"
        texts = [row["text"] if row else "" for row in (one.official, one.other)]
        for side, row, cut in zip(("word", "pdf "), (one.official, one.other), pieces(*texts), strict=True):
            told = "" if row is None else f"{row['clause_id'].partition('#')[2]} {row['label']} {row['verb']}"
            yield f"    {side} {told}: {' '.join(_short(text, differs) for text, differs in cut)}"
    for left, right in note_differences(twin.word.footnotes, twin.pdf.footnotes):
        yield f"  note\n    word {_note(left)}\n    pdf  {_note(right)}"


def _short(text: str, differs: bool) -> str:
    if differs:
        return f"[{text}]"
    return text if len(text) < 60 else f"{text[:25]} … {text[-25:]}"


def _note(row: dict[str, object] | None) -> str:
    return "" if row is None else f"{row['marker']} {row['text']}"


def line(found: Score) -> str:
    """The figures of one document, or of many."""
    shares = {name: f"{part / whole:.4f}" if whole else "-" for name, (part, whole) in found.figures().items()}
    return "  ".join(f"{name} {share}" for name, share in shares.items() if name != "citations")


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared/data"))
    options.add_argument("--pdfs", type=Path, default=Path("word-pdf"), help="folder of the rendered PDFs")
    options.add_argument("--show", default="", help="print what differs in this file (or: all)")
    options.add_argument("--half", type=int, choices=HALVES, help="only this half")
    chosen = options.parse_args(arguments)
    files = {name.removeprefix("./"): data for name, data in members(chosen.shared / "resolutions" / "word.tar.xz")}
    chosen.pdfs.mkdir(exist_ok=True)
    render(files, chosen.pdfs)
    sums = {half: Score() for half in HALVES}
    read = 0
    for twin in twins(files, chosen.pdfs):
        if chosen.half not in (None, twin.half):
            continue
        found = measure(twin)
        sums[twin.half] += found
        read += not isinstance(twin.pdf, str)
        if chosen.show in ("all", Path(twin.name).name) and (found.missed or found.found_notes < found.official_notes):
            print(f"{twin.name}: {found.missed} paragraphs", *show(twin), sep="\n")
    print(f"{read} of {len(files)} read")
    for half, name in HALVES.items():
        print(f"{name:10} {sums[half].official:6} paragraphs {sums[half].official_notes:5} notes  {line(sums[half])}")
    print(f"{'all':10} {line(sum(sums.values(), Score()))}")
    print(f"{'asked':10} " + "  ".join(f"{name} {share}" for name, share in ASKED.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
