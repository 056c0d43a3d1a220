"""The Document: what every reader gives, whatever the format, and all that the one grammar in clauses/ sees.

A reader says what stands on the paper and which cues the format offers (type face, official number, nesting,
links, place of note marks). It does not decide what is a clause of what: that is the grammar's work. Offsets and
spans are counted in code points. `Document.text` is the reader's text; a block's or note's own text is the slice
[start:end] of it: white space folded, number and note marks left out. Everything inside a block is counted from
the block's start.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pipelines.symbols import Symbol

Span = tuple[int, int]


class Role(StrEnum):
    """What the format says a block is. A format without such cues gives PLAIN, and the grammar decides."""

    TITLE = "title"
    FORMULA = "formula"
    """Enacting formula; a second one opens a draft resolution or declaration inside the first."""
    PREAMBULAR = "preambular"
    TEXT = "text"
    """A paragraph or subparagraph, numbered or not, that the format does not call preambular."""
    PLAIN = "plain"
    """A paragraph of a format that does not tell preambular from operative ones."""
    CONTINUATION = "continuation"
    """Text of the paragraph before it that follows on its list."""
    HEADING = "heading"
    ANNEX = "annex"
    """Start of an annex; its text, where it has one, is the printed heading (Annex II)."""
    MAIN = "main"
    """Return from an annex to the body of a resolution; without text."""
    TABLE = "table"
    CLOSING = "closing"
    """Meeting, date and vote at the end, or an ornament: never a clause."""


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink over [start:end) of the block's or note's text."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; text is None when the page that holds it is not in the document."""

    marker: str
    start: int | None = None
    end: int | None = None
    links: tuple[Link, ...] = ()
    italics: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A note mark after `offset` code points of the block's text. `is_repeat`: the note stands at an earlier mark."""

    offset: int
    note: Note
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of print with its cues.

    label: official number as coded, else None (the grammar may still find one at the start of the text).
    level: nesting as coded: 0 a paragraph, 1 an item of its list, and so on; None where the format has none. A heading
    with a level above 0 stands over the next item of that level alone.
    rank: rank of a heading by its style, 0 outermost; None unknown.
    markup: opening words that the format names as such (`container name`).
    source_id: identifier in the source (eId). pages: first and last page, None where there are none.
    """

    role: Role
    start: int
    end: int
    label: str | None = None
    level: int | None = None
    rank: int | None = None
    markup: str | None = None
    source_id: str | None = None
    italics: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()
    pages: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """The vote of one State as printed; vote is yes, no, abstain or absent."""

    name: str
    vote: str


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a document says about its adoption; None where it says nothing."""

    title: str | None = None
    adopted_on: date | None = None
    meeting: str | None = None
    committee: str | None = None
    agenda_item: str | None = None
    agenda_title: str | None = None
    draft: str | None = None
    adoption: str | None = None
    votes_yes: int | None = None
    votes_no: int | None = None
    votes_abstain: int | None = None
    votes: tuple[Vote, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One resolution, lettered part or presidential statement. Blocks stand in reading order.

    A fragment has no beginning: what stands before its first number began on an earlier page. What is cut has no end.
    """

    symbol: Symbol
    particulars: Particulars
    blocks: tuple[Block, ...]
    is_fragment: bool = False
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the document that does not stop the reading."""

    kind: str
    detail: str
    done: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read.

    ocr_pages: pages whose text a machine read off an image. confidence: 1, and less where letters may be misread.
    """

    symbol: str
    language: str
    format: str
    reader: str
    reader_version: str
    text: str
    statements: tuple[Statement, ...]
    pages: int | None = None
    faults: tuple[Fault, ...] = ()
    ocr_pages: int = 0
    confidence: float = 1.0


@dataclass(slots=True)
class TextBuilder:
    """The reader's text while it grows: one line per block or note, numbers and marks in front of their text."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, before: str | None = None) -> Span:
        """Append a line; the span of `text` in the whole, without what stands before it."""
        if before:
            self._append(before + " ")
        start = self.length
        self._append(text + "\n")
        return start, start + len(text)

    def _append(self, piece: str) -> None:
        self.parts.append(piece)
        self.length += len(piece)

    def text(self) -> str:
        return "".join(self.parts)
