"""Paragraphs to the blocks of a Document: text with its cues, and every note behind the block that bears its mark."""

from __future__ import annotations

from pipelines.readers.document import Block, Fault, Mark, Note, Role, TextBuilder
from pipelines.readers.pdf_compose import Composed, Composer
from pipelines.readers.pdf_marks import take_repeated, take_unraised
from pipelines.readers.pdf_notes import FootNote
from pipelines.readers.pdf_paragraphs import Paragraph
from pipelines.readers.pdf_words import Vocabulary


class Maker:
    """Makes the blocks of a statement; every note stands behind the first block that bears its mark."""

    def __init__(self, builder: TextBuilder, notes: list[FootNote], words: Vocabulary) -> None:
        self.builder = builder
        self.words = words
        self.notes: dict[str, list[FootNote]] = {}
        for note in notes:
            self.notes.setdefault(note.marker, []).append(note)
        self.met: set[str] = set()

    def faults(self) -> tuple[Fault, ...]:
        """Notes whose mark was not found; stars belong to the cover (a reissue)."""
        lost = [f"{marker} (page {note.page})" for marker, left in self.notes.items() for note in left]
        lost = [one for one in lost if one[0].isdigit()]
        if not lost:
            return ()
        return (Fault("unplaced_note", f"No mark was found of note {', '.join(lost[:12])}.", "The note is left out."),)

    def titles(self, head: list[Paragraph]) -> tuple[Block, ...]:
        """What bears note marks in the head of the document."""
        pairs = [(one, self._compose(one)) for one in head]
        return tuple(self._block(one, composed, Role.TITLE, None) for one, composed in pairs if composed.marks)

    def blocks(self, found: list[Paragraph], given: list[tuple[Role, int | None]]) -> tuple[Block, ...]:
        """The blocks of paragraphs in reading order with their roles."""
        composed = [self._compose(paragraph) for paragraph in found]
        self._find_unraised(found, composed)
        return tuple(
            self._block(paragraph, text, *role) for paragraph, text, role in zip(found, composed, given, strict=True)
        )

    def _compose(self, paragraph: Paragraph) -> Composed:
        return Composer(self.notes, self.words).compose(paragraph.lines, (1 if paragraph.label else 0, 0))

    def _find_unraised(self, found: list[Paragraph], composed: list[Composed]) -> None:
        """Marks in the type of the text, of notes whose raised mark stands nowhere on their page."""
        for marker, notes in self.notes.items():
            for note in notes:
                there = [one for one, text in zip(found, composed, strict=True) if note.page in one.pages]
                texts = [text for one, text in zip(found, composed, strict=True) if one in there]
                if not any(name == marker for text in texts for _, name in text.marks):
                    take_unraised(texts, marker)
                    # The same note may be marked again: `3/` on a later page.
                    while note.is_plain and take_repeated(composed, marker):
                        pass

    def _block(self, paragraph: Paragraph, composed: Composed, role: Role, rank: int | None) -> Block:
        start, end = self.builder.add(composed.text, paragraph.label)
        return Block(
            role=role,
            start=start,
            end=end,
            label=paragraph.label and paragraph.label.rstrip("."),
            rank=rank,
            italics=tuple(composed.italics),
            links=tuple(composed.links),
            marks=tuple(self._mark(offset, marker, paragraph) for offset, marker in composed.marks),
            pages=(paragraph.first.page, paragraph.last.page),
        )

    def _mark(self, offset: int, marker: str, paragraph: Paragraph) -> Mark:
        waiting = self.notes.get(marker, [])
        chosen = next((note for note in waiting if note.page in paragraph.pages), None)
        if chosen is None and marker not in self.met:
            # A note without room on its page stands on the next one.
            chosen = next((note for note in waiting if note.page == paragraph.last.page + 1), None)
        if chosen is None:
            return Mark(offset, Note(marker), is_repeat=marker in self.met)
        waiting.remove(chosen)
        self.met.add(marker)
        composed = Composer((), self.words).compose(chosen.lines, chosen.skip)
        start, end = self.builder.add(composed.text, marker)
        return Mark(offset, Note(marker, start, end, tuple(composed.links), tuple(composed.italics)))
