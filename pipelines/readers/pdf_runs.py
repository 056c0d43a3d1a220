"""Opens a PDF and gives the runs of text on its pages: what they say, where they stand, in which type face.

Positions are in points, counted from the lower left corner of the page. Decoding is by pdf_oxide's spans (never its
own text, which loses some); the counts of characters are checked against PDFium in pdf_guard.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pdf_oxide

from pipelines.readers import Unreadable
from pipelines.readers.pdf_fonts import with_fonts_apart

MAX_PAGES = 1_000
MAX_CHARACTERS = 4_000_000
MAX_CHARACTERS_OF_PAGE = 200_000
# Share of the type size: a space of Times is 0.25 wide, what letter-spacing leaves between letters up to 0.13.
_NARROWEST_SPACE = 0.16
_NARROWEST_BEFORE_HYPHEN = 0.21
_MEDIA_BOX = re.compile(rb"/MediaBox\s*\[\s*\S+\s+\S+\s+(\d+(?:\.\d+)?)\s+(\d+(?:\.\d+)?)\s*\]")
_ENCRYPTED = "the PDF is encrypted and needs a password"
_BAR_CODE = re.compile(r"code ?3 ?of ?9|3of9|code39|bar ?code", re.IGNORECASE)
_OCR = re.compile(r"OCR|GlyphLess", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SLANTED = re.compile(r"italic|oblique", re.IGNORECASE)


@dataclass(slots=True)
class Run:
    """Characters of one face drawn in one go; `y` is the base line, `href` the target of a link over it."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    italic: bool
    bold: bool
    href: str | None = None


@dataclass(slots=True)
class Sheet:
    """One page; `links` are rectangles (x0, y0, x1, y1) with the address they lead to; `letters` counts all signs.

    `is_ocr`: its font is one that text read off a scan is laid in.
    """

    number: int
    width: float
    height: float
    runs: list[Run]
    links: list[tuple[tuple[float, float, float, float], str]]
    letters: int
    is_ocr: bool


def open_pdf(data: bytes) -> Any:
    """The document behind the bytes; raises Unreadable for what cannot or need not be opened."""
    pdf_oxide.disable_logging()
    if not data.strip():
        raise Unreadable("the file is empty")
    if b"%PDF-" not in data[:1024]:
        raise Unreadable("the bytes are no PDF")
    if b"%%EOF" not in data[-2048:]:
        raise Unreadable("the PDF is truncated: its end is missing")
    try:
        document = pdf_oxide.PdfDocument.from_bytes(with_fonts_apart(data))
        count = document.page_count()
        is_locked = b"/Encrypt" in data and not document.authenticate("")
    except (
        BaseException
    ) as error:  # its panics are no Exceptions; other faults come as RuntimeError, OSError, ValueError
        raise _unreadable(data, error) from None
    if is_locked:
        raise Unreadable(_ENCRYPTED)
    if count == 0:
        raise Unreadable("the PDF has no pages")
    if count > MAX_PAGES:
        raise Unreadable(f"the PDF has {count:,} pages; no resolution comes near the limit of {MAX_PAGES:,}")
    return document


def _unreadable(data: bytes, error: BaseException) -> BaseException:
    """Unreadable for any fault of the decoder, a panic too; what is not its fault (Ctrl-C, no memory) as it is."""
    if isinstance(error, MemoryError):
        return error
    is_fault = isinstance(error, Exception) or type(error).__name__ == "PanicException"
    return Unreadable(_reason(data, error)) if is_fault else error


def _reason(data: bytes, error: BaseException) -> str:
    if b"/Encrypt" in data and re.search("encrypt|password|decrypt", str(error), re.IGNORECASE):
        return _ENCRYPTED
    return f"the PDF is damaged: {' '.join(str(error).split())[:120]}"


def sheets(document: Any, data: bytes) -> Iterator[Sheet]:
    """The pages in order; raises Unreadable for pages that hold too much or cannot be decoded."""
    total = 0
    width, height = 0.0, 0.0
    for place in range(document.page_count()):
        try:
            spans = document.extract_spans(place)
            if place == 0:
                width, height = _printed_size(data) or document.page_media_box(0)[2:]
            elif _is_of_other_size(spans, width, height):
                width, height = document.page_media_box(place)[2:]
            links = _links(document.get_annotations(place))
        except BaseException as error:
            raise _unreadable(data, error) from None
        texts = [span.text for span in spans]
        drawn = "".join(texts)
        letters = len(drawn) - drawn.count(" ")
        total += letters
        if letters > MAX_CHARACTERS_OF_PAGE or total > MAX_CHARACTERS:
            raise Unreadable(f"page {place + 1} of the PDF holds more characters than any page of a resolution")
        yield _sheet(Sheet(place + 1, width, height, [], links, letters, False), spans, texts)


def _sheet(sheet: Sheet, spans: list[Any], texts: list[str]) -> Sheet:
    """The page with its runs, bar codes left out."""
    # An OCR engine sets every word where it saw it: its spaces are as narrow as they come.
    is_read_off = any(_face(span.font_name)[3] for span in spans[:1])
    narrow = {} if is_read_off else _narrow_spaces(spans, texts)
    for place, (span, text) in enumerate(zip(spans, texts, strict=True)):
        bold, slanted, is_code, is_ocr = _face(span.font_name)
        if is_code or _is_hidden(text):
            continue
        mended = _mended(text, narrow.get(place, [])) if place in narrow or " ," in text else text
        x, y, width, _ = span.bbox
        if text.endswith("  ") and not text.isspace():
            # What a converter leaves behind a link: spaces that the next letters are drawn over.
            mended = mended.rstrip()
            width -= sum(span.char_widths[len(text.rstrip()) - len(text) :])
        sheet.is_ocr = sheet.is_ocr or is_ocr
        sheet.runs.append(Run(mended, x, x + width, y, span.font_size, slanted or span.is_italic, bold))
    return sheet


def _is_hidden(text: str) -> bool:
    """True for the trace of a link that a converter left beside it: 0H, 21F."""
    return len(text) < 5 and text[-1:] in ("F", "H") and text[:-1].isdigit()


def _mended(text: str, false_spaces: list[int]) -> str:
    for at in reversed(false_spaces):
        text = text[:at] + text[at + 1 :]
    return text.replace(" ,", ",")


def _printed_size(data: bytes) -> tuple[float, float] | None:
    """Width and height where all boxes that stand in the file are one: asking for a page's opens the file once more."""
    boxes = set(_MEDIA_BOX.findall(data))
    if len(boxes) != 1:
        return None
    width, height = map(float, boxes.pop())
    return width, height


def _is_of_other_size(spans: list[Any], width: float, height: float) -> bool:
    """True for pages that seem turned or of another size than the page before: asking for the size takes time."""
    if not spans:
        return False
    top = max(span.bbox[1] for span in (spans[0], spans[-1], spans[len(spans) // 2]))
    return bool(top < 0.85 * height or top > height or spans[-1].bbox[0] > width)


def _narrow_spaces(spans: list[Any], texts: list[str]) -> dict[int, list[int]]:
    """Spaces that the decoder reads into letter-spacing (`March 2 024`, `low -risk`): spans and places in them.

    Empty for a page whose font has spaces of no width, where the gaps themselves tell nothing.
    """
    found: dict[int, list[int]] = {}
    count = 0
    for place, (span, text) in enumerate(zip(spans, texts, strict=True)):
        if " " not in text[1:-1]:
            continue
        count += text.count(" ")
        widths = span.char_widths
        size = span.font_size
        if len(widths) == len(text) and min(widths) < size * _NARROWEST_BEFORE_HYPHEN:
            inner = range(1, len(text) - 1)
            found[place] = [at for at in inner if text[at] == " " and _is_false(text, at, widths[at] / size)]
    return {} if sum(map(len, found.values())) * 8 > count else found


def _is_false(text: str, at: int, width: float) -> bool:
    """True for a space that is too narrow to be one; before a hyphen and a letter there is hardly ever one."""
    is_before_hyphen = text[at + 1] in "-\u2010\u2011" and text[at + 2 : at + 3].isalnum()
    limit = _NARROWEST_BEFORE_HYPHEN if is_before_hyphen else _NARROWEST_SPACE
    return width < limit and text[at - 1] != " " != text[at + 1]


@lru_cache(maxsize=1024)
def _face(name: str) -> tuple[bool, bool, bool, bool]:
    """Bold, slanted, draws bar codes (its name says BoldItalic), holds text read off a scan."""
    return tuple(bool(form.search(name)) for form in (_BOLD, _SLANTED, _BAR_CODE, _OCR))  # type: ignore[return-value]


def _links(annotations: list[dict[str, Any]]) -> list[tuple[tuple[float, float, float, float], str]]:
    return [
        (tuple(one["rect"]), one["action_uri"])
        for one in annotations
        if one.get("subtype") == "Link" and one.get("action_uri") and one.get("rect")
    ]
