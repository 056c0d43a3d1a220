"""The pieces of one statement as blocks: what the styles of a Word file say each of them is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.readers.akn_headings import is_annex_heading
from pipelines.readers.document import Block, Mark, Note, Role, TextBuilder
from pipelines.readers.word_closing import Closing
from pipelines.readers.word_cover import is_formula
from pipelines.readers.word_notes import Notes
from pipelines.readers.word_pieces import Piece

_SENTENCE_END = (";", ",", ":", "…", "；", "，", "：", "؛", "،")
_ORNAMENT = re.compile(r"[\s*_–—\-=.]*")
_LONGEST_HEADING = 600
_SHORT = 160
_SHORT_TITLE = 80
_ITALIC_RANK = 3
_NOTE_STYLES = frozenset({"FootnoteText", "EndnoteText"})
_CENTRED = frozenset({"center", "centre"})


class Body:
    """Collects the blocks of one statement; `closing` gathers the lines that end it."""

    def __init__(self, notes: Notes, builder: TextBuilder) -> None:
        self.notes = notes
        self.builder = builder
        self.blocks: list[Block] = []
        self.closing = Closing()

    def titles(self, head: Sequence[Piece]) -> None:
        """The lines of the head: no clauses, but notes may hang on them."""
        for piece in head:
            self._add(Role.TITLE, piece)

    def read(self, found: Sequence[Piece]) -> None:
        """The text after the head."""
        for piece in found:
            self._add(self._role(piece), piece)

    def _role(self, piece: Piece) -> Role:
        text = piece.text.text
        if piece.is_table or (piece.style in _NOTE_STYLES and piece.text.label is None):
            return Role.TABLE
        if is_formula(text):
            return Role.FORMULA
        if piece.text.label is None and (self.closing.takes(piece) or _ORNAMENT.fullmatch(text)):
            return Role.CLOSING
        is_set_off = piece.rank is not None or piece.align in _CENTRED or piece.text.is_bold
        if piece.text.label is None and is_annex_heading(text, is_set_off):
            return Role.ANNEX
        if self._is_inner_formula(piece):
            return Role.FORMULA
        return Role.HEADING if self._is_heading(piece) else Role.PLAIN

    def _is_heading(self, piece: Piece) -> bool:
        """A heading's style without a sentence; (a) set as a heading is still an item of its list."""
        text, label = piece.text.text, piece.text.label
        if (label and label.endswith(")")) or len(text) > _LONGEST_HEADING:
            return False
        if piece.rank is not None and not label and text.endswith(":"):
            return len(text) < _SHORT_TITLE
        if text.endswith(_SENTENCE_END):
            return False
        if piece.rank is not None:
            return not text.endswith(".") or len(text) < _SHORT_TITLE
        if label or text.endswith((".", "。")):
            return False
        is_set_off = piece.align in _CENTRED or (piece.text.is_italic and text[:1].isupper())
        return piece.text.is_bold or (is_set_off and len(text) <= _SHORT)

    def _is_inner_formula(self, piece: Piece) -> bool:
        """An organ's name in italics and a comma: the formula of a draft quoted in an annex."""
        text = piece.text.text
        is_name = len(text) < 120 and text.startswith("The ") and text.endswith(",") and text.count(",") == 1
        return is_name and piece.text.is_italic and piece.text.label is None

    def _rank(self, role: Role, piece: Piece) -> int | None:
        if role is Role.HEADING and piece.rank is None and piece.text.is_italic:
            return _ITALIC_RANK
        return piece.rank

    def _add(self, role: Role, piece: Piece) -> None:
        text = piece.text
        start, end = self.builder.add(text.text, text.label)
        self.blocks.append(
            Block(
                role=role,
                start=start,
                end=end,
                label=text.label,
                rank=self._rank(role, piece),
                italics=text.italics,
                links=text.links,
                marks=self._marks(piece),
            )
        )

    def _marks(self, piece: Piece) -> tuple[Mark, ...]:
        if not (piece.text.notes or piece.text.repeats):
            return ()
        marks = [Mark(place, self.notes.note(mark, self.builder)) for place, mark in piece.text.notes]
        for place, printed in piece.text.repeats:
            marks += [Mark(place, Note(marker), is_repeat=True) for marker in re.findall(r"\d+", printed)]
        return tuple(sorted(marks, key=lambda mark: mark.offset))
