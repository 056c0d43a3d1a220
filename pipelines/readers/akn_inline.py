"""Text inside a paragraph of the XML: folded white space, italics, links and the places of note marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from pipelines.readers.document import Link, Span

Element = etree._Element
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_LINE_BREAKS = frozenset({AKN + "eol", AKN + "br"})
_MARKS = re.compile(r"\d+(?:\s*[,–-]\s*\d+)*")


@dataclass(slots=True)
class Line:
    """Folded text under way; `notes` holds (offset, element) of each authorialNote, `repeats` (offset, marker)."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    gap: bool = False
    italics: list[Span] = field(default_factory=list)
    bold: int = 0
    links: list[Link] = field(default_factory=list)
    notes: list[tuple[int, Element]] = field(default_factory=list)
    repeats: list[tuple[int, str]] = field(default_factory=list)

    def add(self, piece: str | None) -> None:
        """Append raw text; runs of white space count as one space, at the ends as none."""
        if not piece:
            return
        words = piece.split()
        if not words:
            self.gap = True
            return
        if self.length and (self.gap or piece[0].isspace()):
            words[0] = " " + words[0]
        folded = " ".join(words)
        self.parts.append(folded)
        self.length += len(folded)
        self.gap = piece[-1].isspace()

    def text(self) -> str:
        return "".join(self.parts)

    @property
    def is_italic(self) -> bool:
        """True when all of the text but its last sign is in italics: a subheading set as a paragraph."""
        return len(self.italics) == 1 and self.italics[0][0] == 0 and self.italics[0][1] >= self.length - 1

    @property
    def is_bold(self) -> bool:
        """True when (nearly) all of the text is bold: a heading set as a paragraph."""
        return self.length > 0 and self.bold >= self.length - 1


def flatten(element: Element, line: Line, known: frozenset[str] | set[str] = frozenset()) -> None:
    """Add the inline content of an element; `known` are the markers of notes already met, for repeated marks."""
    line.add(element.text)
    for child in element:
        add_child(child, line, known)
        line.add(child.tail)


def add_child(child: Element, line: Line, known: frozenset[str] | set[str]) -> None:
    """Add one inline element, without the text behind it."""
    tag = child.tag
    if not isinstance(tag, str):
        return
    if tag == AKN + "authorialNote":
        line.notes.append((line.length, child))
    elif tag == AKN + "sup" and _is_repeat(child, line, known):
        line.repeats.append((line.length, "".join(map(str, child.itertext())).strip()))
    elif tag in _LINE_BREAKS:
        line.gap = True
    elif tag == AKN + "span":
        _span(child, line, known)
    elif tag == AKN + "a":
        _link(child, line, known)
    else:
        flatten(child, line, known)


def _span(child: Element, line: Line, known: frozenset[str] | set[str]) -> None:
    start, face = line.length, child.get("class") or ""
    flatten(child, line, known)
    start = _skip_space(line, start)
    if line.length <= start:
        return
    if "italic" in face:
        _extend(line, start)
    if "bold" in face:
        line.bold += line.length - start


def _extend(line: Line, start: int) -> None:
    """Note an italic run; one that only a space parts from the run before it goes on with that."""
    if line.italics and start - line.italics[-1][1] <= 1:
        line.italics[-1] = (line.italics[-1][0], line.length)
    else:
        line.italics.append((start, line.length))


def _link(child: Element, line: Line, known: frozenset[str] | set[str]) -> None:
    start = line.length
    flatten(child, line, known)
    start = _skip_space(line, start)
    if line.length > start:
        line.links.append(Link(start, line.length, child.get("href") or ""))


def _skip_space(line: Line, start: int) -> int:
    """The first visible character at or after start: folding puts the space of a gap in front of the next word."""
    passed = line.length
    for part in reversed(line.parts):
        passed -= len(part)
        if passed <= start:
            return start + (part[start - passed : start - passed + 1] == " ")
    return start


def _is_repeat(child: Element, line: Line, known: frozenset[str] | set[str]) -> bool:
    """A raised number that an earlier note bears is that note's mark again; others (m², 6123rd) are text."""
    text = "".join(map(str, child.itertext())).strip()
    if not _MARKS.fullmatch(text) or not line.length:
        return False
    own = {note.get("marker") for _, note in line.notes}
    return all(marker in known or marker in own for marker in re.findall(r"\d+", text))
