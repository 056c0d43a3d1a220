"""Footnotes and endnotes of a Word file: the text of each by the id that its mark bears."""

from __future__ import annotations

from pipelines.readers.document import Link, Note, Span, TextBuilder
from pipelines.readers.word_fold import Text, fold
from pipelines.readers.word_inline import Inline, NoteMark
from pipelines.readers.word_package import Element, Package, W
from pipelines.readers.word_styles import Styles

_KINDS = {"f": ("footnotes", "footnote"), "e": ("endnotes", "endnote")}


class Notes:
    """The notes of a file; footnotes and endnotes are loaded when the first mark of their kind is met."""

    def __init__(self, package: Package, parts: dict[str, tuple[str, str]], styles: Styles) -> None:
        self._package = package
        self._parts = parts
        self._styles = styles
        self._elements: dict[str, Element] = {}
        self._inline: dict[str, Inline] = {}

    def _load(self, sign: str) -> None:
        kind, name = _KINDS[sign]
        links: dict[str, tuple[str, str]] = {}
        for part in [target for relation, target in self._parts.values() if relation == kind]:
            root = self._package.xml(part)
            links = self._package.relations(part)
            for element in root.iterchildren(W + name) if root is not None else ():
                if element.get(W + "type") in (None, "normal"):
                    self._elements[sign + (element.get(W + "id") or "")] = element
        self._inline[sign] = Inline(self._styles, links, set())

    def note(self, mark: NoteMark, builder: TextBuilder) -> Note:
        """The note of a mark, its text added to the reader's; without text when the file does not hold it."""
        if mark.id[0] not in self._inline:
            self._load(mark.id[0])
        marker = mark.printed or "?"
        element = self._elements.get(mark.id)
        if element is None:
            return Note(marker)
        texts = [text for p in element.iter(W + "p") if (text := self._text(p, mark, marker)).text]
        start, end = builder.add(" ".join(text.text for text in texts), marker)
        italics: list[Span] = []
        links: list[Link] = []
        passed = 0
        for text in texts:
            italics += [(a + passed, b + passed) for a, b in text.italics]
            links += [Link(link.start + passed, link.end + passed, link.href) for link in text.links]
            passed += len(text.text) + 1
        return Note(marker, start, end, tuple(links), tuple(italics))

    def _text(self, element: Element, mark: NoteMark, marker: str) -> Text:
        """A paragraph of a note; a mark typed in front of it is no text."""
        paragraph = self._inline[mark.id[0]].paragraph(element)
        raw = paragraph.raw
        bare = raw.lstrip()
        if not marker.isdigit() and bare.startswith(marker):
            return fold(paragraph, marker, len(raw) - len(bare) + len(marker))
        return fold(paragraph, "")
