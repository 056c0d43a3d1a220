"""The body of a Word file as pieces in reading order: paragraphs and tables with their text and their cues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.readers.akn_blocks import clean_label
from pipelines.readers.akn_headings import is_annex_heading
from pipelines.readers.document import Link
from pipelines.readers.word_fold import Text, fold, split
from pipelines.readers.word_inline import Inline, Paragraph
from pipelines.readers.word_numbering import Numbering
from pipelines.readers.word_package import Element, W

_PARAGRAPH, _TABLE = W + "p", W + "tbl"
_HOLDERS = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"})
_PART = re.compile(r"(?:\w+ )?(?:[IVXLC]{1,7}|[A-Z]|\d{1,3})\.?")
_NOTHING = Text("", None, (), (), (), (), False, False)


@dataclass(slots=True)
class Piece:
    """A paragraph or a table. `rank`: of a heading by its style; `raw`: with the line ends of the file."""

    text: Text
    raw: str
    rank: int | None = None
    style: str | None = None
    align: str | None = None
    is_table: bool = False

    @property
    def lines(self) -> list[str]:
        """The printed lines that the file itself parts, white space folded."""
        return [line for part in self.raw.split("\n") if (line := " ".join(part.split()))]


_EMPTY = Piece(_NOTHING, "")


def pieces(body: Element, inline: Inline, numbering: Numbering) -> list[Piece]:
    """What stands in the body; paragraphs without text are left out."""
    return [
        piece for piece in _pieces(body, inline, numbering) if piece.text.text or piece.text.notes or piece.text.label
    ]


def _pieces(holder: Element, inline: Inline, numbering: Numbering) -> Iterator[Piece]:
    for part in holder:
        tag = part.tag
        if tag == _PARAGRAPH:
            yield from _paragraphs(part, inline, numbering)
        elif tag == _TABLE:
            yield _table(part, inline, numbering)
        elif tag in _HOLDERS:
            yield from _pieces(part, inline, numbering)


def _paragraphs(element: Element, inline: Inline, numbering: Numbering) -> Iterator[Piece]:
    """A paragraph; a heading whose first line is the label of a part (Rule 5, II, Annex) is two."""
    paragraph = inline.paragraph(element)
    raw = paragraph.raw
    place = raw.find("\n", len(raw) - len(raw.lstrip()))
    if place > 0 and raw[place:].strip() and _is_heading(paragraph):
        first = " ".join(raw[:place].split())
        if _PART.fullmatch(first) or is_annex_heading(first, True):
            for text, own in zip(split(paragraph, place), (raw[:place], raw[place:]), strict=True):
                yield _piece(paragraph, text, own)
            return
    yield _whole(paragraph, numbering)


def _is_heading(paragraph: Paragraph) -> bool:
    """True for a paragraph set as a heading, in the middle, or in bold."""
    return (
        paragraph.style.rank is not None
        or paragraph.align == "center"
        or paragraph.bold >= len(paragraph.raw.strip()) - 2
    )


def _whole(paragraph: Paragraph, numbering: Numbering) -> Piece:
    if not paragraph.raw and not paragraph.notes:
        return _EMPTY
    label = numbering.label(paragraph.number) if paragraph.number and paragraph.raw.strip() else None
    return _piece(paragraph, fold(paragraph, clean_label(label) if label else None), paragraph.raw)


def _piece(paragraph: Paragraph, text: Text, raw: str) -> Piece:
    return Piece(text, raw, paragraph.style.rank, paragraph.style_id, paragraph.align)


def _table(element: Element, inline: Inline, numbering: Numbering) -> Piece:
    cells = [_whole(inline.paragraph(p), numbering) for p in element.iter(_PARAGRAPH)]
    whole = _NOTHING
    for cell in cells:
        whole = _joined(whole, cell.text)
    return Piece(whole, "\n".join(cell.raw for cell in cells), is_table=True)


def _joined(one: Text, other: Text) -> Text:
    """Two texts as one, with a space between them; number and text of a cell stay together."""
    printed = f"{other.label} {other.text}" if other.label else other.text
    text = f"{one.text} {printed}".strip()
    passed = len(text) - len(other.text)
    return replace(
        one,
        text=text,
        links=(*one.links, *(Link(a.start + passed, a.end + passed, a.href) for a in other.links)),
        notes=(*one.notes, *((place + passed, note) for place, note in other.notes)),
        repeats=(*one.repeats, *((place + passed, printed) for place, printed in other.repeats)),
    )
