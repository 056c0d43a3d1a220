"""Collects the blocks of one statement of the XML: text, notes and cues into Blocks over the reader's text."""

from __future__ import annotations

import re
import sys
from functools import cache

from pipelines.readers.akn_inline import AKN, Element, Line, flatten
from pipelines.readers.document import Block, Mark, Note, Role, TextBuilder

# Paragraph styles of the Word original, outermost first.
_RANKS = {"HCh": 0, "HChG": 0, "H1": 1, "H1G": 1, "Heading1": 1, "H23": 2, "H23G": 2, "BLUEHeadingH2": 2}
_RANKS |= {"H4": 3, "H4G": 3, "H56": 4, "H56G": 4}
_ORNAMENT = re.compile(r"[\s*_–—\-=.]*")


def rank(style: str | None) -> int | None:
    """Rank of a heading by the style that the XML names; None for a style of running text."""
    return _RANKS.get(style or "")


class Blocks:
    """The blocks under way; `markers` are the note marks met so far in the statement."""

    def __init__(self, builder: TextBuilder) -> None:
        self.builder = builder
        self.blocks: list[Block] = []
        self.markers: set[str] = set()
        self.is_annex_due = False

    def line(self, element: Element) -> Line:
        """The inline content of an element."""
        line = Line()
        flatten(element, line, self.markers)
        return line

    def empty(self, role: Role) -> None:
        """A block without text: the start of an annex, the return from it."""
        self.blocks.append(Block(role, self.builder.length, self.builder.length))

    def add(
        self,
        role: Role,
        line: Line,
        *,
        label: str | None = None,
        level: int | None = None,
        rank: int | None = None,
        markup: str | None = None,
        source_id: str | None = None,
    ) -> None:
        """Take a line in as a block with its notes; what bears no text and no number is dropped."""
        text = line.text()
        if _ORNAMENT.fullmatch(text):
            if not line.notes and not label:
                return
            text = text if line.notes else ""
        if self.is_annex_due:
            self.is_annex_due = False
            if role is not Role.ANNEX:
                self.empty(Role.ANNEX)
        start, end = self.builder.add(text, label)
        self.blocks.append(
            Block(
                role=role,
                start=start,
                end=end,
                label=label,
                level=level,
                rank=rank,
                markup=markup,
                source_id=source_id,
                italics=tuple(line.italics),
                links=tuple(line.links),
                marks=self._marks(line),
            )
        )

    def _marks(self, line: Line) -> tuple[Mark, ...]:
        marks = [Mark(offset, self._note(element)) for offset, element in line.notes]
        for offset, printed in line.repeats:
            marks += [Mark(offset, Note(marker), is_repeat=True) for marker in re.findall(r"\d+", printed)]
        return tuple(sorted(marks, key=lambda mark: mark.offset))

    def _note(self, element: Element) -> Note:
        marker = (element.get("marker") or "").strip() or "?"
        self.markers.add(marker)
        line = Line(gap=True)
        for child in element:
            flatten(child, line)
            line.gap = True
        start, end = self.builder.add(line.text(), marker)
        return Note(marker, start, end, tuple(line.links), tuple(line.italics))


def label_of(num: Element) -> str | None:
    """The number as printed, white space folded, without its closing point."""
    return clean_label("".join(map(str, num.itertext())))


def clean_label(printed: str) -> str | None:
    """`44.` -> `44`; `(d)` and bullets stay; Arabic `3 -` -> `3`."""
    label = " ".join(printed.split())
    return re.sub(r"(?<=\w)\s*[.\-–]+$", "", label).rstrip(".") or None


def local(element: Element) -> str:
    """The element's name without namespace; empty for comments and other nodes that are no elements."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@cache
def _local(tag: str) -> str:
    return sys.intern(tag.rpartition("}")[2])


def child(element: Element, name: str) -> Element | None:
    """The first child of that name."""
    return element.find(AKN + name)
