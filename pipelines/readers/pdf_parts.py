"""Head, body and lettered parts of a document: which paragraphs stand before the enacting formula, where A ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.readers.pdf_forms import FORMULA
from pipelines.readers.pdf_kinds import is_statement_title
from pipelines.readers.pdf_paragraphs import Paragraph
from pipelines.symbols import Symbol

_LETTER = re.compile(r"[A-Z]\.?")
_HEAD = 40
_TITLE_LINES = 4
_TITLES = 15
_TITLE_SIZE = 1.12


@dataclass(slots=True)
class Part:
    """One resolution of a document: its letter, the paragraphs of its own title, those from its formula on.

    symbol: on the pages of a record, where every resolution has a heading (`title`) of its own. is_fragment: its
    beginning is not in the document. is_cut: its end is not.
    """

    letter: str | None
    title: list[Paragraph]
    body: list[Paragraph]
    symbol: Symbol | None = None
    is_fragment: bool = False
    is_cut: bool = False


def part(paragraphs: Sequence[Paragraph], size: float, *, is_whole: bool = True) -> tuple[list[Paragraph], list[Part]]:
    """The head of the document and its resolutions: one, or those under the letters A, B, C.

    size: type size of the body. is_whole: the document has a cover, so that it is no page from the middle of one.
    """
    letters = _letters(paragraphs)
    if len(letters) > 1:
        ends = [*(place for place, _ in letters[1:]), len(paragraphs)]
        parts = [_lettered(paragraphs, *one, end) for one, end in zip(letters, ends, strict=True)]
        return list(paragraphs[: letters[0][0]]), parts
    place = _beginning(paragraphs, size)
    is_fragment = place == 0 and not is_whole and not (paragraphs and _opens(paragraphs[0]))
    return list(paragraphs[:place]), [Part(None, [], list(paragraphs[place:]), is_fragment=is_fragment)]


def is_letter(text: str) -> bool:
    """True for the letter of a part alone on its line."""
    return _LETTER.fullmatch(text) is not None


def _letters(paragraphs: Sequence[Paragraph]) -> list[tuple[int, str]]:
    """Letters in order, each alone on its line with a title and an enacting formula below it."""
    found: list[tuple[int, str]] = []
    for place, paragraph in enumerate(paragraphs):
        letter = paragraph.first.text.strip(". ")
        is_next = letter == chr(ord("A") + len(found))
        below = paragraphs[place + 1 : place + 1 + _TITLE_LINES]
        if is_next and _LETTER.fullmatch(paragraph.first.text) and any(FORMULA.fullmatch(one.text) for one in below):
            found.append((place, letter))
    return found


def _lettered(paragraphs: Sequence[Paragraph], start: int, letter: str, end: int) -> Part:
    formula = next(at for at in range(start, end) if FORMULA.fullmatch(paragraphs[at].text))
    return Part(letter, list(paragraphs[start + 1 : formula]), list(paragraphs[formula:end]))


def _opens(paragraph: Paragraph) -> bool:
    """True for an enacting formula, and for a preamble that stands before it (A/RES/217(III)A)."""
    return FORMULA.fullmatch(paragraph.text) is not None or paragraph.first.text.startswith("Whereas ")


def _beginning(paragraphs: Sequence[Paragraph], size: float) -> int:
    """The place of the enacting formula; without one, of what follows the last line in title type on page 1.

    A page from the middle of a document has none of these.
    """
    for place, paragraph in enumerate(paragraphs[:_HEAD]):
        if _opens(paragraph):
            return place
        if is_statement_title(paragraph.text):
            return place + 1
    titles = [place for place, one in enumerate(paragraphs[:_TITLES]) if _is_title(one, size)]
    return titles[-1] + 1 if titles else 0


def _is_title(paragraph: Paragraph, size: float) -> bool:
    first = paragraph.first
    return first.page == 1 and first.bold and first.size > size * _TITLE_SIZE
