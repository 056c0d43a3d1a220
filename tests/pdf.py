"""Documents printed as PDF in the form of the UN's own: for the specimen archive.

    python -m tests.pdf    the PDFs of datasets/specimen, written anew

The same input gives the same bytes. What the specimen has no need of is not printed: headings, annexes, tables.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import pypdfium2.raw as pdfium

from pipelines.paths import SPECIMEN
from pipelines.readers import read
from pipelines.readers.document import Block, Document, Note, Role, Statement
from tests.pdf_prose import FERRIES
from tests.pdf_writer import FONTS, PageWriter, PdfWriter

# Points: left edge of wrapped lines, of what opens a paragraph, of the text behind its number, and the right edge.
LEFT, INDENT, TEXT, RIGHT = 123.4, 147.1, 170.9, 514.0
BODY, PITCH, NOTE, NOTE_PITCH, MARK = 10.0, 12.0, 8.5, 10.5, 6.5
FIRST, TOP, FLOOR = 412.0, 710.0, 76.0
PARTED = 6.0
"""Height of the gap between paragraphs."""


@dataclass(frozen=True)
class Piece:
    """Letters of one face without a blank among them; a mark is raised and brings its note."""

    text: str
    font: str = "roman"
    note: Note | None = None

    @property
    def size(self) -> float:
        return MARK if self.note else BODY


Word = tuple[Piece, ...]


@dataclass
class Line:
    """Words of one line with the place of each, and the notes that must stand on its page."""

    words: list[tuple[float, Word]] = field(default_factory=list)
    above: float = 0.0

    @property
    def notes(self) -> list[Note]:
        return [piece.note for _, word in self.words for piece in word if piece.note]


@cache
def _width_of(char: str, font: str, size: float) -> float:
    document = pdfium.FPDF_CreateNewDocument()
    face = pdfium.FPDFText_LoadStandardFont(document, FONTS[font].encode())
    width = ctypes.c_float()
    pdfium.FPDFFont_GetGlyphWidth(face, ord(char), size, width)
    pdfium.FPDFFont_Close(face)
    pdfium.FPDF_CloseDocument(document)
    return width.value


def width(text: str, font: str = "roman", size: float = BODY) -> float:
    """Points that a text takes."""
    return sum(_width_of(char, font, size) for char in text)


def of_document(document: Document) -> bytes:
    """The pages of a document of one statement."""
    statement = document.statements[0]
    printed = _Print(document)
    _cover(printed.page, document, statement)
    for block in statement.blocks:
        if block.role not in (Role.TITLE, Role.CLOSING):
            printed.block(block)
    printed.close(statement)
    return printed.pdf.written()


def _cover(page: PageWriter, document: Document, statement: Statement) -> None:
    told = statement.particulars
    page.text(LEFT, 734, "SPECIMEN", 14)
    page.text(482, 735.5, document.symbol[0], 20)
    page.text(497, 735.5, document.symbol[1:])
    page.text(LEFT, 706, "General Assembly", 20, "bold")
    page.text(397, 705, "Distr.: SPECIMEN")
    page.text(397, 693, "Never adopted by anybody")
    page.text(60, 570, "Specimen session", font="bold")
    page.text(60, 558, f"Agenda item {told.agenda_item}")
    page.text(LEFT, 502, f"Resolution adopted by the General Assembly on {_day(statement)}", 14, "bold")
    page.text(LEFT, 462, f"[on the report of the {told.committee} ({told.draft})]", font="italic")
    page.text(72, 437, f"{statement.symbol.session}/{statement.symbol.number}.", 12, "bold")
    page.text(LEFT, 437, str(told.title), 12, "bold")


def _day(statement: Statement) -> str:
    day = statement.particulars.adopted_on
    return f"{day.day} {day:%B %Y}" if day else ""


class _Print:
    """Pages under way: blocks are set line by line, notes wait for the foot of their page."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.pdf = PdfWriter()
        self.page = self.pdf.page()
        self.y = FIRST
        self.notes: list[Note] = []

    def block(self, block: Block) -> None:
        """Set one block, over as many pages as it takes."""
        for line in _lines(self._words(block), block):
            needed = sum(map(self._height, [*self.notes, *line.notes]))
            if self.y - line.above < FLOOR + needed + PITCH:
                self._turn()
            elif self.y < TOP:
                self.y -= line.above
            self._draw(line)
            self.notes += line.notes
            self.y -= PITCH

    def close(self, statement: Statement) -> None:
        """Meeting and day at the right, the notes of the last page, and what stands at the edges of all."""
        self.y -= PITCH
        for text in (statement.particulars.meeting or "", _day(statement)):
            self.page.text(RIGHT - width(text, "italic"), self.y, text, font="italic")
            self.y -= PITCH
        self._foot()
        number = f"{statement.symbol.number:05}"
        for place, page in enumerate(self.pdf.pages, 1):
            if place > 1:
                page.text(60, 738, self.document.symbol, NOTE, "bold")
                title = str(statement.particulars.title)
                page.text(RIGHT - width(title, "bold", NOTE), 738, title, NOTE, "bold")
                page.text(60 if place % 2 == 0 else RIGHT, 37, f"{place}/{len(self.pdf.pages)}", NOTE, "bold")
            page.text(460 if place > 1 else 65, 44, f"00-{number} (E)", 7)

    def _turn(self) -> None:
        self._foot()
        self.page, self.y, self.notes = self.pdf.page(), TOP, []

    def _draw(self, line: Line) -> None:
        for place, word in line.words:
            x = place
            for piece in word:
                raised = 4 if piece.note else 0
                self.page.text(x, self.y + raised, piece.text, piece.size, piece.font)
                x += width(piece.text, piece.font, piece.size)

    def _foot(self) -> None:
        """The notes of the page, under their rule."""
        y = FLOOR + sum(map(self._height, self.notes)) - NOTE_PITCH
        if self.notes:
            self.page.text(99.6, y + 9, "_" * 18, 8, "bold")
        for note in self.notes:
            self.page.text(117, y + 3, note.marker, 5.5)
            for text in self._note_lines(note):
                self.page.text(LEFT, y, text, NOTE)
                y -= NOTE_PITCH

    def _height(self, note: Note) -> float:
        return NOTE_PITCH * len(self._note_lines(note))

    def _note_lines(self, note: Note) -> list[str]:
        made = [""]
        for word in self.document.text[note.start : note.end].split():
            wider = f"{made[-1]} {word}".strip()
            made = [*made[:-1], wider] if width(wider, size=NOTE) <= RIGHT - LEFT else [*made, word]
        return made

    def _words(self, block: Block) -> Iterator[Word]:
        """The words of a block, each with the marks right behind it."""
        text = self.document.text[block.start : block.end]
        marks = {mark.offset: mark.note for mark in block.marks}
        word: list[Piece] = []
        for place, char in enumerate(text):
            if char == " ":
                yield tuple(word)
                word = []
            else:
                font = "italic" if any(start <= place < end for start, end in block.italics) else "roman"
                goes_on = bool(word) and word[-1].note is None and word[-1].font == font
                word[-1:] = [Piece(word[-1].text + char, font)] if goes_on else [*word[-1:], Piece(char, font)]
            if place + 1 in marks:
                note = marks[place + 1]
                word.append(Piece(note.marker, note=note))
        yield tuple(word)


def _lines(words: Iterator[Word], block: Block) -> list[Line]:
    """The words set in lines: number and first line indented, those of items of items further in."""
    inner = max((block.level or 0) - 1, 0) * (INDENT - LEFT)
    number = block.label or ""
    number += "." if number[-1:].isalnum() else ""
    line = Line(above=PARTED)
    x = INDENT + inner
    if number:
        line.words.append((x, (Piece(number),)))
        x = TEXT + inner
    lines = [line]
    for word in words:
        wide = sum(width(piece.text, piece.font, piece.size) for piece in word)
        if x + wide > RIGHT:
            lines.append(Line())
            x = LEFT + inner
        lines[-1].words.append((x, word))
        x += wide + width(" ")
    return lines


def specimens() -> dict[str, bytes]:
    """The PDFs of the specimen archive by name: one that is there as XML too, and one that is there as PDF alone."""
    official = (SPECIMEN / "documents" / "a_res_0_2_en.xml").read_bytes()
    return {"a_res_0_2_en.pdf": of_document(read(official, "akn")), "a_res_0_8_en.pdf": of_document(FERRIES)}


def main(arguments: Sequence[str] = ()) -> None:
    for name, data in specimens().items():
        (SPECIMEN / "documents" / name).write_bytes(data)


if __name__ == "__main__":
    main()
