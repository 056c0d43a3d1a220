"""One `paragraph`, `point` or `item` of the XML: its number, headings, text, list and what follows the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.readers.akn_blocks import label_of, local, rank
from pipelines.readers.akn_headings import (
    ITALIC_RANK,
    is_annex_heading,
    is_formula,
    is_heading,
    is_italic_heading,
    is_reissue,
)
from pipelines.readers.akn_inline import AKN, Element, Line, add_child
from pipelines.readers.document import Role

if TYPE_CHECKING:
    from pipelines.readers.akn_body import Body

_HEADINGS = frozenset({"docType", "docTitle", "subheading", "heading", "num"})
_STRUCTURES = frozenset({"embeddedStructure", "mod"})


class Paragraph:
    """One `paragraph`, `point` or `item`: number, headings, text, list and what follows the list."""

    def __init__(self, body: Body, element: Element, level: int, role: Role) -> None:
        self.body = body
        self.element = element
        self.level = level
        self.role = role
        self.label: str | None = None
        self.style = element.get("class")
        self.is_begun = False

    def walk(self) -> None:
        has_text = any(local(part) in ("content", "list", "p", "intro") for part in self.element)
        for part in self.element:
            name = local(part)
            if name == "num":
                self.label = label_of(part)
            elif name in ("heading", "subheading"):
                self.body.heading(part, self.level, None if has_text else self._take_label(), self.style)
            elif name in ("content", "intro"):
                self._texts(part)
            elif name == "p":
                self._text(part)
            elif name == "list":
                self._own_list(part)
            elif name in ("alinea", "wrapUp"):
                self._after(part)
            elif name in ("point", "sublist", "blockList"):
                self.body.element(part, self.level + 1)
            elif name:
                self.body.element(part, self.level)
        if self.label:
            self._add(Line())

    def _take_label(self) -> str | None:
        label, self.label = self.label, None
        return label

    def _texts(self, content: Element) -> None:
        for part in content:
            if local(part) == "p":
                self._text(part)
            else:
                self.body.element(part, self.level)

    def _own_list(self, element: Element) -> None:
        for part in element:
            name = local(part)
            if name == "intro":
                self._texts(part)
            elif name == "wrapUp":
                self._after(part)
            else:
                self.body.element(part, self.level + 1)

    def _after(self, element: Element) -> None:
        for p in element.iter(AKN + "p"):
            self.body.blocks.add(
                Role.CONTINUATION, self.body.blocks.line(p), level=self.level, source_id=element.get("eId")
            )

    def _text(self, p: Element) -> None:
        """A `p` with text; headings, embedded drafts and quoted structures inside it are blocks of their own."""
        headings = [part for part in p if local(part) in _HEADINGS]
        if headings and not (p.text or "").strip():
            for part in headings:
                self.body.heading(part, self.level, None, self.style or "HCh")
            return
        inner = [part for part in p if local(part) in _STRUCTURES]
        if not inner:
            self._add(self.body.blocks.line(p))
            return
        line = Line()
        line.add(p.text)
        for part in p:
            if part in inner:
                if line.length:
                    self._add(line)
                self._structure(part)
                line = Line()
            else:
                add_child(part, line, self.body.blocks.markers)
            line.add(part.tail)
        if line.length:
            self._add(line)

    def _structure(self, structure: Element) -> None:
        for part in structure:
            if local(part) == "quotedStructure":
                for quoted in part:
                    self.body.element(quoted, self.level + 1)
            else:
                self.body.element(part, 0)

    def _add(self, line: Line) -> None:
        label = self._take_label()
        text = line.text()
        role = self._role(line, text, label)
        blocks = self.body.blocks
        if role is Role.ANNEX or (role is Role.HEADING and rank(self.style) is not None):
            self.body.add_heading(line, label, self.style)
        elif role is Role.HEADING:
            blocks.add(role, line, label=label, rank=None if line.is_bold else ITALIC_RANK)
        elif role in (Role.FORMULA, Role.TABLE):
            blocks.add(role, line)
        else:
            source, style = self.element.get("eId"), rank(self.style)
            blocks.add(role, line, label=label, level=self.level, rank=style, source_id=source)
        self.is_begun = True

    def _role(self, line: Line, text: str, label: str | None) -> Role:
        """What a line of text is: mostly what its element says."""
        if self.is_begun:
            return self.role if label else Role.CONTINUATION
        if label is None and self.role is Role.TEXT and is_annex_heading(text):
            return Role.ANNEX
        if is_heading(line, text, label, self.style) and (self.level == 0 or rank(self.style) is not None):
            return Role.HEADING
        if label is None and is_formula(line, text):
            return Role.FORMULA
        if label is None and self.level == 0 and is_italic_heading(line, text):
            return Role.HEADING
        is_note = label is None and (self.style == "FootnoteText" or is_reissue(text))
        return Role.TABLE if is_note else self.role
