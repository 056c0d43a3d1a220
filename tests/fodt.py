"""Documents in official XML laid out as print in other forms of the UN's: flat OpenDocument text for LibreOffice.

Each layout is a form met in real files: what stands in headers and at the foot, how numbers, notes and opening verbs
are set. The words are those of the document that is laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape

from pipelines.readers.document import Block, Document, Role, Statement

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
ORGANS = {
    "ga": "General Assembly",
    "sc": "Security Council",
    "hrc": "Human Rights Council",
    "ecosoc": "Economic and Social Council",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """One form of print. Lengths in cm, type in points.

    header: symbol-title, title-symbol or symbol-page (two lines at the left, as in the 1990s). foot: mark (15/19),
    job-mark (25-00616 15/19), dashed (-15-), continued (/... before a page mark) or none. verbs: how opening words are
    set (italic, underline, plain). number: tab, or alone (on a line of its own). note: what follows the number of a
    note (nothing, or a stroke).
    """

    name: str
    font: str = "Liberation Serif"
    size: float = 10.0
    note_size: float = 8.5
    paper: tuple[float, float] = (21.59, 27.94)
    side: float = 4.0
    indent: float = 0.9
    gap: float = 0.21
    leading: str = "115%"
    header: str = "symbol-title"
    foot: str = "mark"
    verbs: str = "italic"
    number: str = "tab"
    note: str = ""
    justified: bool = True
    hyphenated: bool = False
    hanging: bool = False
    spaced: float = 0.0
    """Letter-spacing of the text."""


LAYOUTS = (
    Layout("new-york"),
    Layout("new-york-2000", header="title-symbol", foot="job-mark", hyphenated=True, spaced=0.1),
    Layout("geneva", size=10, note_size=9, paper=(21.0, 29.7), side=3.5, header="title-symbol", foot="mark"),
    Layout("vienna", "Liberation Sans", 10, 8, (21.0, 29.7), 2.5, hanging=True, foot="dashed", justified=False),
    Layout("courier-1990s", "Liberation Mono", 12, 12, side=2.5, indent=1.6, gap=0.4, leading="100%",
           header="symbol-page", foot="continued", verbs="underline", note="/", justified=False),
    Layout("times-1990s", size=12, note_size=12, side=2.5, header="symbol-page", foot="none", verbs="plain",
           note="/", gap=0.42, leading="100%"),
    Layout("number-alone", size=11, note_size=9, number="alone", foot="job-mark", gap=0.1, leading="100%"),
    Layout("tight", size=10, note_size=8, gap=0.0, leading="100%", indent=1.0, header="title-symbol", side=3.0),
)  # fmt: skip


def fodt(document: Document, layout: Layout) -> str:
    """The first statement of a document as one flat file."""
    return _Writer(document, document.statements[0], layout).file()


@dataclass
class _Writer:
    document: Document
    statement: Statement
    layout: Layout
    notes: int = 0

    def file(self) -> str:
        names = " ".join(f'xmlns:{key}="{value}"' for key, value in NAMES.items())
        body = "".join([*self._head(), *(self._block(block) for block in self.statement.blocks), *self._closing()])
        kind = 'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"'
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} {kind}>{self._styles()}'
            f"<office:body><office:text>{body}</office:text></office:body></office:document>"
        )

    # Styles

    def _styles(self) -> str:
        lay = self.layout
        face = f'style:font-name="{lay.font}" fo:font-family="{lay.font}" fo:font-size="{lay.size}pt"'
        face += f' fo:language="en" fo:country="US" fo:hyphenate="{str(lay.hyphenated).lower()}"'
        face += f' fo:letter-spacing="{lay.spaced}pt"' if lay.spaced else ""
        align = "justify" if lay.justified else "start"
        body = f'fo:text-align="{align}" fo:margin-bottom="{lay.gap}cm" fo:line-height="{lay.leading}"'
        levels = "".join(self._level(level, body) for level in range(4))
        verb = {"italic": 'fo:font-style="italic"', "underline": 'style:text-underline-style="solid"', "plain": ""}
        heading = 'fo:text-align="center" fo:margin-bottom="0.3cm" fo:margin-top="0.3cm" fo:keep-with-next="always"'
        bold, raised = 'fo:font-weight="bold"', 'style:text-position="super 62%"'
        faces = _face("Verb", verb[lay.verbs]) + _face("Bold", bold) + _face("Raised", raised) + _face("Plain", "")
        named = "".join(
            [
                _style("Title", 'fo:margin-bottom="0.4cm"', 'fo:font-weight="bold" fo:font-size="120%"'),
                _style("Heading", heading, 'fo:font-weight="bold"'),
                _style("Right", 'fo:text-align="end"', 'fo:font-style="italic"'),
                _style("Note", "", f'fo:font-size="{lay.note_size}pt"'),
                _style("Small", "", 'fo:font-size="9pt"', self._edge()),
            ]
        )
        return (
            "<office:styles>"
            f'<style:default-style style:family="paragraph"><style:text-properties {face}/></style:default-style>'
            f'<style:style style:name="Standard" style:family="paragraph"/>{levels}'
            f"{named}"
            f"{faces}"
            '<text:notes-configuration text:note-class="footnote" text:citation-body-style-name="Raised" '
            f'text:citation-style-name="{"Plain" if lay.note else "Raised"}" text:default-style-name="Note"/>'
            f"</office:styles><office:automatic-styles>{self._page()}</office:automatic-styles>"
            f"<office:master-styles>{self._master()}</office:master-styles>"
        )

    def _edge(self) -> str:
        """A tab stop at the right edge."""
        place = self.layout.paper[0] - sum(self._sides())
        return f'<style:tab-stops><style:tab-stop style:type="right" style:position="{place:.2f}cm"/></style:tab-stops>'

    def _level(self, level: int, body: str) -> str:
        lay = self.layout
        left = lay.indent * (level + 1 if lay.hanging else level)
        first = -lay.indent if lay.hanging else 0.0
        stops = "".join(
            f'<style:tab-stop style:position="{(place + (0 if lay.hanging else 1)) * lay.indent:.2f}cm"/>'
            for place in range(3)
        )
        return (
            f'<style:style style:name="Body{level}" style:family="paragraph"><style:paragraph-properties {body}'
            f' fo:margin-left="{left:.2f}cm" fo:text-indent="{first:.2f}cm">'
            f"<style:tab-stops>{stops}</style:tab-stops></style:paragraph-properties></style:style>"
        )

    def _page(self) -> str:
        width, height = self.layout.paper
        side, other = self._sides()
        return (
            '<style:page-layout style:name="P"><style:page-layout-properties '
            f'fo:page-width="{width}cm" fo:page-height="{height}cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" '
            f'fo:margin-left="{side}cm" fo:margin-right="{other}cm"/>'
            '<style:header-style><style:header-footer-properties fo:min-height="1.2cm" fo:margin-bottom="0.5cm"/>'
            '</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.6cm" '
            'fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>'
        )

    def _sides(self) -> tuple[float, float]:
        """Left and right margin; the New York layout has a wide left one."""
        side = self.layout.side
        return side, side / 2 if side > 3 else side

    def _master(self) -> str:
        symbol = escape(self.document.symbol)
        title = escape(self.statement.particulars.title or "")[:110]
        page, pages = "<text:page-number/>", "<text:page-count/>"
        heads = {
            "symbol-title": [f'<text:span text:style-name="Bold">{symbol}</text:span><text:tab/>{title}'],
            "title-symbol": [f'{title}<text:tab/><text:span text:style-name="Bold">{symbol}</text:span>'],
            "symbol-page": [symbol, f"Page {page}"],
        }[self.layout.header]
        feet = {
            "mark": f"{page}/{pages}",
            "job-mark": f"25-00616<text:tab/>{page}/{pages}",
            "dashed": f"-{page}-",
            "continued": "<text:tab/>/...",
            "none": "",
        }[self.layout.foot]
        held = "".join(f'<text:p text:style-name="Small">{one}</text:p>' for one in heads)
        footer = f'<style:footer><text:p text:style-name="Small">{feet}</text:p></style:footer>'
        first = '<style:header-first><text:p text:style-name="Small"/></style:header-first>'
        job = '<style:footer-first><text:p text:style-name="Small">25-00616 (E)    020125</text:p></style:footer-first>'
        return (
            '<style:master-page style:name="Standard" style:page-layout-name="P">'
            f"<style:header>{held}</style:header>{first}{footer}{job}</style:master-page>"
        )

    # Text

    def _head(self) -> Iterator[str]:
        told = self.statement.particulars
        yield _p("Small", f"United Nations<text:tab/>{escape(self.document.symbol)}")
        organ = ORGANS.get(self.statement.symbol.body, "General Assembly")
        yield _p("Title", organ)
        on = f"{told.adopted_on.day} {told.adopted_on:%B %Y}" if told.adopted_on else ""
        yield _p("Small", f"Distr.: General<text:line-break/>{on}")
        if told.agenda_item:
            yield _p("Small", f"Agenda item {escape(told.agenda_item)}")
        yield _p("Title", f"Resolution adopted by the {organ} on {on}")

    def _closing(self) -> Iterator[str]:
        told = self.statement.particulars
        if told.meeting and told.adopted_on:
            on = f"{told.adopted_on.day} {told.adopted_on:%B %Y}"
            yield _p("Right", f"{escape(told.meeting)}<text:line-break/>{on}")

    def _block(self, block: Block) -> str:
        runs = self._runs(block)
        if block.role is Role.TITLE:
            return _p("Title", runs)
        if block.role is Role.ANNEX:
            return _p("Title", runs or "Annex")
        if block.role is Role.HEADING:
            label = f"{escape(_closed(block.label))} " if block.label else ""
            return _p("Heading", label + runs)
        if block.role in (Role.CLOSING, Role.MAIN, Role.TABLE):
            return ""
        return self._paragraph(block, runs)

    def _paragraph(self, block: Block, runs: str) -> str:
        level = min(block.level or 0, 3)
        if not block.label:
            return _p(f"Body{level}", f"<text:tab/>{runs}")
        label = escape(_closed(block.label))
        if self.layout.number == "alone" and level == 0:
            return _p(f"Body{level}", f"{label}<text:line-break/>{runs}")
        before = "" if self.layout.hanging else "<text:tab/>"
        return _p(f"Body{level}", f"{before}{label}<text:tab/>{runs}")

    def _runs(self, block: Block) -> str:
        text = self.document.text[block.start : block.end]
        marks = {mark.offset for mark in block.marks if not mark.is_repeat}
        cuts = sorted({0, len(text), *marks, *(place for span in block.italics for place in span)})
        runs = [self._marks(block, 0)]
        for start, end in pairwise(cuts):
            is_italic = any(a <= start and end <= b for a, b in block.italics)
            piece = escape(text[start:end])
            runs += [f'<text:span text:style-name="Verb">{piece}</text:span>' if is_italic else piece]
            runs += [self._marks(block, end)]
        return "".join(runs)

    def _marks(self, block: Block, place: int) -> str:
        made = ""
        for mark in block.marks:
            if mark.offset == place and not mark.is_repeat and mark.note.start is not None:
                self.notes += 1
                held = _p("Note", "<text:s/>" + escape(self.document.text[mark.note.start : mark.note.end]))
                label = f"{self.notes}{self.layout.note}"
                made += (
                    f'<text:note text:note-class="footnote"><text:note-citation text:label="{label}">{label}'
                    f"</text:note-citation><text:note-body>{held}</text:note-body></text:note>"
                )
        return made


def _closed(label: str) -> str:
    return f"{label}." if label[-1:].isalnum() else label


def _p(style: str, held: str) -> str:
    return f'<text:p text:style-name="{style}">{held}</text:p>'


def _style(name: str, paragraph: str, face: str, stops: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {paragraph}>{stops}'
        f"</style:paragraph-properties><style:text-properties {face}/></style:style>"
    )


def _face(name: str, properties: str) -> str:
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'
