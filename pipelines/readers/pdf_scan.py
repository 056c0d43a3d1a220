"""Pages whose text was read off an image by a machine: which they are, and how far their words look like words.

A scan with a text layer shows a picture of the whole page and holds the text unseen beneath it; a font made for such
text gives it away too. The layers of the 1990s (ABBYY, Paper Capture) are set in usual fonts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pypdfium2  # type: ignore[import-untyped]

from pipelines.readers.document import Fault
from pipelines.readers.pdf_runs import Sheet

HIGHEST = 0.99
"""Of text read off an image, however well it looks."""
_IMAGE = 3
_WIDTH = re.compile(rb"/Width\s+(\d+)")
_WIDE = 800
"""Dots: a page scanned at 100 per inch; emblems and codes are smaller."""
_SHARE = 0.6
_FEW_LETTERS = 200
"""A picture with less text beside it is a picture: a map, say."""
_SOUND = re.compile(
    r"[A-Z]?[a-zà-öø-ÿ]+(?:[-’'][A-Za-zà-öø-ÿ]+)*|[A-ZÀ-ÖØ-Þ]+(?:[-’'][A-ZÀ-ÖØ-Þ]+)*|[\d.,:%-]+|[AESTC]/[\w./()-]+"
    r"|\d+(?:st|nd|rd|th|er|e)|(?:[A-Z]\.)+|[IVXLC]+|[А-Яа-яЁё-]+|[\u0600-\u06ff]+|[\u3000-\u9fff\uff00-\uffef]+"
)
_VOWEL = re.compile(r"[aeiouyà-öø-ÿ]", re.IGNORECASE)
_EDGE = "“”\"‘’'()[]«».,;:!?*-–—…/"


def read_off(sheets: Sequence[Sheet], data: bytes) -> list[Sheet]:
    """The sheets whose text a machine read off an image."""
    by_font = [sheet.is_ocr for sheet in sheets]
    if not all(by_font) and max((int(width) for width in _WIDTH.findall(data)), default=0) >= _WIDE:
        pictured = _pictured(sheets, data)
        return [sheet for sheet, font in zip(sheets, by_font, strict=True) if font or sheet.number in pictured]
    return [sheet for sheet, font in zip(sheets, by_font, strict=True) if font]


def _pictured(sheets: Sequence[Sheet], data: bytes) -> set[int]:
    """The pages that one picture fills."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            return {
                sheet.number
                for sheet in sheets
                if sheet.letters >= _FEW_LETTERS and _is_filled(document[sheet.number - 1])
            }
    except pypdfium2.PdfiumError:
        return set()


def _is_filled(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    for shown in page.get_objects(filter=[_IMAGE], max_depth=3):
        left, bottom, right, top = shown.get_bounds()
        if (right - left) * (top - bottom) >= _SHARE * width * height:
            return True
    return False


def confidence(sheets: Sequence[Sheet]) -> float:
    """The share of words on these pages that have the form of a word or a figure, at most HIGHEST.

    No word list is asked, so a word misread as another one counts as sound: an upper bound.
    """
    words = [word for sheet in sheets for run in sheet.runs for part in run.text.split() if (word := part.strip(_EDGE))]
    if not words:
        return HIGHEST
    return min(HIGHEST, round(sum(map(_is_sound, words)) / len(words), 3))


def _is_sound(word: str) -> bool:
    if not _SOUND.fullmatch(word):
        return False
    return len(word) < 4 or word.isupper() or not word.isascii() or not word.isalpha() or bool(_VOWEL.search(word))


def faults(scanned: Sequence[Sheet], sheets: Sequence[Sheet]) -> tuple[Fault, ...]:
    """What the quality table says of pages read off images, and of pages that are images without text."""
    said = []
    if scanned:
        detail = (
            f"The text of {len(scanned)} of {len(sheets)} pages was read off a scan by a machine: letters may be wrong "
            f"(confidence {confidence(scanned):.3f})."
        )
        said.append(Fault("ocr_text", detail, "The text is used as it is, without correction."))
    blank = [str(sheet.number) for sheet in sheets if not sheet.letters]
    if blank:
        detail = f"No text stands on page {', '.join(blank[:12])} of {len(sheets)}: an image, or empty."
        said.append(Fault("image_pages", detail, "The pages are left out."))
    return tuple(said)
