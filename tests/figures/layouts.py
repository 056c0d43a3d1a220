"""Documents in official XML laid out in other forms of print and read again as PDF: what to expect of unseen layouts.

    python -m tests.figures.layouts [--shared DIR] [--pdfs DIR] [--sample WORD] [--documents N] [--layout NAME]
                                    [--show NAME] [--text raw|layout]

Each layout of tests.fodt gets N documents of its own, taken by hash from all bodies and sessions; LibreOffice makes the
PDFs that are not in DIR yet. The measure is the official XML itself. Another word takes other documents: one that
nobody has used says what to expect of documents that nobody looked at. --text reads what pdftotext makes of the PDFs.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.clauses.parsed import Parsed
from pipelines.evaluation.score import Score
from pipelines.readers import Unreadable, read
from tests.figures.pdf import rows
from tests.figures.word_pdf import Twin, line, measure, show
from tests.fodt import LAYOUTS, Layout, fodt

ARCHIVES = ("unxml-ga", "unxml-sc", "unxml-hrc", "unxml-ecosoc")
_AT_ONCE = 32
_PDFTOTEXT: dict[str, list[str]] = {"raw": [], "layout": ["-layout"]}
_LARGEST = 150_000
"""Bytes of XML: longer documents would be most of every figure."""


def chosen_documents(shared: Path, count: int, sample: str) -> Iterator[tuple[Layout, str, bytes]]:
    """(layout, name, XML): of every body the documents whose hash comes first, dealt out to the layouts in turn."""
    each = -(-count // len(ARCHIVES))
    for archive in ARCHIVES:
        held: list[tuple[str, str, bytes]] = []
        with tarfile.open(shared / "resolutions" / f"{archive}.tar.xz") as tar:
            for member in tar:
                file = tar.extractfile(member) if member.name.endswith(".xml") and member.size < _LARGEST else None
                if file is not None:
                    name = Path(member.name).stem
                    held.append((hashlib.sha256((sample + name).encode()).hexdigest(), name, file.read()))
        for place, (_, name, data) in enumerate(sorted(held)[: each * len(LAYOUTS)]):
            yield LAYOUTS[place % len(LAYOUTS)], name, data


def render(wanted: list[tuple[Layout, str, bytes]], folder: Path) -> None:
    """The PDFs that are not in the folder yet, by LibreOffice."""
    with TemporaryDirectory() as work:
        paths = []
        for layout, name, data in wanted:
            target = pdf_of(folder, layout, name)
            if not target.is_file():
                paths.append(Path(work) / target.with_suffix(".fodt").name)
                paths[-1].write_text(fodt(read(data, "akn"), layout), encoding="utf-8")
        if not paths:
            return
        office = shutil.which("soffice")
        if office is None:
            raise SystemExit(f"{len(paths)} PDFs are not in {folder} and LibreOffice is not installed to render them")
        profile = f"-env:UserInstallation=file://{work}/profile"
        command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
        # LibreOffice breaks off in the middle of some hundred documents.
        for start in range(0, len(paths), _AT_ONCE):
            subprocess.run([*command, *map(str, paths[start : start + _AT_ONCE])], check=True, capture_output=True)


def pdf_of(folder: Path, layout: Layout, name: str) -> Path:
    return folder / f"{layout.name}--{name}.pdf"


def read_back(pdf: Path, text: str | None) -> Parsed:
    """The rows of a PDF, or those of the text that pdftotext makes of it."""
    if text is None:
        return rows(pdf.read_bytes(), "pdf", pdf.name)
    command = ["pdftotext", *_PDFTOTEXT[text], str(pdf), "-"]
    return rows(subprocess.run(command, check=True, capture_output=True).stdout, "text", pdf.name)


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared/data"))
    options.add_argument("--pdfs", type=Path, default=Path("layouts-pdf"), help="folder of the rendered PDFs")
    options.add_argument("--documents", type=int, default=32, help="how many for each layout")
    options.add_argument("--layout", choices=[layout.name for layout in LAYOUTS])
    options.add_argument("--show", default="", help="print what differs in this document (or: all)")
    options.add_argument("--sample", default="", help="a word that decides which documents are taken")
    options.add_argument("--text", choices=_PDFTOTEXT, help="read the text by pdftotext, as it stands or laid out")
    chosen = options.parse_args(arguments)
    chosen.pdfs.mkdir(exist_ok=True)
    wanted = [one for one in chosen_documents(chosen.shared, chosen.documents, chosen.sample) if _is_single(one[2])]
    render(wanted, chosen.pdfs)
    sums = {layout.name: Score() for layout in LAYOUTS}
    for layout, name, data in wanted:
        if chosen.layout not in (None, layout.name):
            continue
        twin = Twin(name, 0, rows(data, "akn", name), "")
        try:
            twin.pdf = read_back(pdf_of(chosen.pdfs, layout, name), chosen.text)
        except Unreadable as error:
            twin.pdf = error.reason
        found = measure(twin)
        sums[layout.name] += found
        if chosen.show in ("all", name) and (found.missed or found.found_notes < found.official_notes):
            print(f"{layout.name} {name}: {found.missed} paragraphs", *show(twin), sep="\n")
    for name, found in [*sums.items(), ("all", sum(sums.values(), Score()))]:
        if found.official:
            print(f"{name:14} {found.official:5} paragraphs {found.official_notes:4} notes  {line(found)}")
    return 0


def _is_single(data: bytes) -> bool:
    try:
        return len(read(data, "akn").statements) == 1
    except Unreadable:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
