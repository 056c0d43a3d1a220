"""Pages that are only images, read by tesseract where it is installed: a PDF of the text, every word in its place.

Done once, at import: the archive holds what was read, so that a build depends on the archive alone.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2  # type: ignore[import-untyped]

from pipelines.archive import languages
from pipelines.archive.guarded import guarded
from pipelines.archive.outside import run
from pipelines.workers import Died

PROGRAM = "tesseract"
DOTS = 300
"""Per inch: what tesseract's models were trained on."""
MOST_PAGES = 300
_SECONDS_A_PAGE = 60
_LARGEST = 6_000
"""Dots on the longer side of a page, so that a map of two metres does not fill the memory."""
_FEW_LETTERS = 20
_IMAGE = 3
_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "ara", "zh": "chi_sim"}


def read_off(data: bytes) -> bytes | None:
    """The text of a PDF whose pages are images, as a PDF; None where pages have text, or nothing could be read."""
    try:
        pages = guarded(image_pages, data)
        if not 0 < pages <= MOST_PAGES or not shutil.which(PROGRAM):
            return None
        with TemporaryDirectory(prefix="accede-ocr-") as name:
            return _read(data, pages, Path(name))
    except Died:
        return None


def image_pages(data: bytes) -> int:
    """How many pages the PDF has, when most of them show something and hold no text; else 0."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            blank = [_is_image(document[place]) for place in range(min(len(document), MOST_PAGES + 1))]
    except pypdfium2.PdfiumError:
        return 0
    return len(blank) if sum(blank) * 2 > len(blank) else 0


def _is_image(page: pypdfium2.PdfPage) -> bool:
    letters = "".join(page.get_textpage().get_text_range().split())
    return len(letters) < _FEW_LETTERS and next(iter(page.get_objects(filter=[_IMAGE], max_depth=3)), None) is not None


def _read(data: bytes, pages: int, folder: Path) -> bytes | None:
    source = folder / "source.pdf"
    source.write_bytes(data)
    images = [folder / f"{place:04}.pgm" for place in range(pages)]
    for place, image in enumerate(images):
        guarded(draw, source, place, image)
    chosen = _chosen(images, folder)
    if chosen is None:
        return None
    (folder / "pages.txt").write_text("\n".join(map(str, images)))
    command = [PROGRAM, "pages.txt", "text", "-l", chosen, "--dpi", str(DOTS), "-c", "textonly_pdf=1", "pdf"]
    made = folder / "text.pdf"
    done = run(command, folder, _SECONDS_A_PAGE * pages)
    return _undated(made.read_bytes()) if done is not None and made.is_file() else None


def draw(source: Path, place: int, image: Path) -> None:
    """One page as a grey picture (PGM), which needs no library to be written."""
    with pypdfium2.PdfDocument(source) as document:
        page = document[place]
        scale = min(DOTS / 72, _LARGEST / max(page.get_size()))
        drawn = page.render(scale=scale, grayscale=True, fill_color=(255, 255, 255, 255))
        rows = bytes(drawn.buffer)
    with image.open("wb") as file:
        file.write(b"P5 %d %d 255\n" % (drawn.width, drawn.height))
        for row in range(drawn.height):
            file.write(rows[row * drawn.stride : row * drawn.stride + drawn.width])


def _chosen(images: list[Path], folder: Path) -> str | None:
    """The model for the language of the first page with text; None where none is there for an official language."""
    models = _models()
    if len(models) < 2:
        return models[0] if models else None
    for image in images[:3]:
        command = [PROGRAM, str(image), "-", "-l", "+".join(models), "--dpi", str(DOTS)]
        printed = run(command, folder, _SECONDS_A_PAGE * len(models))
        language = languages.from_text((printed or b"").decode("utf-8", "replace"))
        if language and _LANGUAGES[language] in models:
            return _LANGUAGES[language]
    return models[0]


@cache
def _models() -> tuple[str, ...]:
    """Models of the six official languages that are installed."""
    listed = subprocess.run([PROGRAM, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    return tuple(model for model in _LANGUAGES.values() if model in listed.stdout.split())


@cache
def version() -> str:
    """The program's name and version, as `tesseract 5.3.0`."""
    said = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, timeout=30, check=False)
    return " ".join((said.stdout or said.stderr).partition("\n")[0].split()) or PROGRAM


def _undated(pdf: bytes) -> bytes:
    """The same without the time at which it was made, so that the same pages give the same bytes."""
    return re.sub(rb"(/CreationDate \(D:)\d{14}", lambda found: found[1] + b"0" * 14, pdf)
