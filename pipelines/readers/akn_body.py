"""Walks the body of the XML in reading order and hands every paragraph of print to Blocks with its cues.

The XML's nesting is a cue, not the truth: (a) items stand as `paragraph` beside their parent in hundreds of files.
"""

from __future__ import annotations

from collections.abc import Callable

from pipelines.readers.akn_blocks import Blocks, child, local, rank
from pipelines.readers.akn_headings import SENTENCE_END, is_annex_heading
from pipelines.readers.akn_inline import AKN, Element, Line, flatten
from pipelines.readers.akn_paragraph import Paragraph
from pipelines.readers.document import Role


class Body:
    """Walks one statement; `in_preamble` is where it stands."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.in_preamble = False
        self._walkers: dict[str, Callable[[Element, int], None]] = {
            "formula": self._formula,
            "container": self._container,
            "crossHeading": self._cross_heading,
            "paragraph": self._paragraph,
            "point": self._paragraph,
            "item": self._paragraph,
            "alinea": self._paragraph,
            "heading": self.heading,
            "subheading": self.heading,
            "block": self.heading,
            "num": self.heading,
            "p": self._loose,
            "table": self._table,
            "blockList": self._block_list,
            "list": self._list,
            "sublist": self._sublist,
            "preamble": self._preamble,
            "conclusions": self._conclusions,
            "attachment": self._attachment,
            "component": self._component,
            "wrapUp": self._wrap_up,
            "docTitle": self._title,
        }

    def statement(self, statement: Element) -> None:
        """The parts of a statement in reading order, meta and cover page left out."""
        for part in statement:
            name = local(part)
            if name == "preface":
                self._preface(part)
            elif name not in ("meta", "coverPage"):
                self.element(part, 0)

    def element(self, element: Element, level: int) -> None:
        """Any element: what is no paragraph of print is a container of such."""
        name = local(element)
        if name and name not in ("meta", "documentRef"):
            walker = self._walkers.get(name)
            if walker:
                walker(element, level)
            else:
                self._children(element, level)

    def _children(self, element: Element, level: int) -> None:
        for part in element:
            self.element(part, level)

    def _preface(self, preface: Element) -> None:
        for p in preface.iter(AKN + "p"):
            self.blocks.add(Role.TITLE, self.blocks.line(p))

    def _title(self, title: Element, level: int) -> None:
        self.blocks.add(Role.TITLE, self.blocks.line(title))

    def _preamble(self, preamble: Element, level: int) -> None:
        self.in_preamble = True
        self._children(preamble, level)
        self.in_preamble = False

    def _formula(self, formula: Element, level: int) -> None:
        for p in formula.iter(AKN + "p"):
            role = Role.FORMULA if p is formula[0] else Role.PREAMBULAR
            self.blocks.add(role, self.blocks.line(p), source_id=formula.get("eId"))

    def _container(self, container: Element, level: int) -> None:
        markup, source = container.get("name"), container.get("eId")
        if markup == "formula":
            self._formula(container, level)
            return
        for part in container:
            name = local(part)
            if name == "p":
                self.blocks.add(Role.PREAMBULAR, self.blocks.line(part), markup=markup, source_id=source)
                markup = None
            elif name == "blockList":
                self._block_list(part, level, markup, source)
                markup = None
            else:
                self.element(part, level)

    def _block_list(self, blocks: Element, level: int, markup: str | None = None, source: str | None = None) -> None:
        role = Role.PREAMBULAR if self.in_preamble or markup else Role.TEXT
        for part in blocks:
            if local(part) == "listIntroduction":
                self.blocks.add(role, self.blocks.line(part), markup=markup, source_id=source)
            elif local(part) == "item":
                self._paragraph(part, level + 1, role)
            else:
                self.element(part, level + 1)

    def _cross_heading(self, heading: Element, level: int) -> None:
        if heading.get("refersTo") == "#preamble":
            self.blocks.add(Role.PREAMBULAR, self.blocks.line(heading), source_id=heading.get("eId"))
        else:
            self.heading(heading, level)

    def heading(self, heading: Element, level: int, label: str | None = None, style: str | None = None) -> None:
        self.add_heading(self.blocks.line(heading), label, style, level)

    def add_heading(self, line: Line, label: str | None, style: str | None, level: int = 0) -> None:
        text = line.text()
        if is_annex_heading(text, True) and not label:
            self.blocks.add(Role.ANNEX, line)
            return
        self.blocks.add(Role.HEADING, line, label=label, level=level or None, rank=rank(style))

    def _table(self, table: Element, level: int) -> None:
        line = Line()
        for cell in table.iter(AKN + "p"):
            flatten(cell, line)
            line.gap = True
        self.blocks.add(Role.TABLE, line)

    def _loose(self, p: Element, level: int) -> None:
        """A `p` beside paragraphs: the title of a presidential statement, a heading, an ornament."""
        if child(p, "docTitle") is not None:
            self.blocks.add(Role.TITLE, self.blocks.line(p))
            return
        line = self.blocks.line(p)
        text = line.text()
        if not text.endswith(SENTENCE_END) and not text.endswith("."):
            self.add_heading(line, None, None)
        else:
            self.blocks.add(Role.PREAMBULAR if self.in_preamble else Role.TEXT, line, level=level)

    def _list(self, element: Element, level: int) -> None:
        for part in element:
            self.element(part, level if local(part) == "wrapUp" else level + 1)

    def _sublist(self, element: Element, level: int) -> None:
        for part in element:
            self.element(part, level + 1)

    def _wrap_up(self, element: Element, level: int) -> None:
        for p in element.iter(AKN + "p"):
            self.blocks.add(Role.CONTINUATION, self.blocks.line(p), level=level, source_id=element.get("eId"))

    def _conclusions(self, conclusions: Element, level: int) -> None:
        for p in conclusions.iter(AKN + "p"):
            self.blocks.add(Role.CLOSING, self.blocks.line(p))

    def _attachment(self, attachment: Element, level: int) -> None:
        self.blocks.is_annex_due = True
        self._children(attachment, 0)
        self.blocks.empty(Role.MAIN)

    def _component(self, component: Element, level: int) -> None:
        """A draft resolution inside the statement (E/RES/2021/20): read on, its formula tells."""
        for part in component:
            if local(part) == "statement":
                self.statement(part)

    def _paragraph(self, element: Element, level: int, role: Role = Role.TEXT) -> None:
        Paragraph(self, element, level, role).walk()
