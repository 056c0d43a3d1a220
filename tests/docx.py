"""Word files made from scratch, in the form of the UN's own: for tests, and for the specimen archive.

    python -m tests.docx FILE.xml FILE.docx    the Word form of a document in official XML

The same input gives the same bytes. Nothing of a Word file that nobody reads is written.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from pipelines.readers import read
from pipelines.readers.document import Block, Document, Role

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
STYLES = (
    ("SingleTxt", "__Single Txt", None, ""),
    ("HCh", "_ H _Ch", None, "<w:b/>"),
    ("H1", "_ H_1", None, "<w:b/>"),
    ("H23", "_ H_2/3", None, "<w:b/>"),
    ("H4", "_ H_4", None, "<w:i/>"),
    ("TitleH1", "Title_H1", "H1", ""),
    ("TitleHCH", "Title_H_CH", "HCh", ""),
)
MARK = (
    '<w:style w:type="character" w:styleId="Mark"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
RAISED = '<w:rStyle w:val="Mark"/>'
SPECIMEN = "SPECIMEN – written for the Accede project, never adopted"
RANKS = ("HCh", "H1", "H23", "H4", "H4")


def run(text: str, properties: str = "") -> str:
    """One run; tabs and line ends in the text become Word's own."""
    pieces = escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    pieces = pieces.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    face = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{face}<w:t xml:space="preserve">{pieces}</w:t></w:r>'


def italic(text: str) -> str:
    """A run in italics."""
    return run(text, "<w:i/>")


def paragraph(*runs: str, style: str = "SingleTxt", properties: str = "") -> str:
    """A paragraph of runs; plain strings that are no XML are runs of their own."""
    held = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{held}</w:p>'


def note_mark(number: int) -> str:
    """The mark of a footnote."""
    return f'<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def repeated(marker: str) -> str:
    """The mark of a note that stands elsewhere, as Word's cross-references give it."""
    code = f"<w:r><w:instrText> NOTEREF _Ref{marker} \\f </w:instrText></w:r>"
    return _field("begin") + code + _field("separate") + run(marker, RAISED) + _field("end")


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


@dataclass
class Docx:
    """A Word file under way: paragraphs and notes as XML; `extra` are parts beside the usual ones."""

    symbol: str = "A/RES/0/9"
    notice: str = "United Nations"
    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)

    def add(self, *runs: str, style: str = "SingleTxt", properties: str = "") -> None:
        """Add a paragraph."""
        self.body.append(paragraph(*runs, style=style, properties=properties))

    def note(self, *runs: str) -> str:
        """Add a footnote; its mark."""
        self.notes.append(paragraph("<w:r><w:footnoteRef/></w:r>", "\t", *runs, style="FootnoteText"))
        return note_mark(len(self.notes))

    def link(self, href: str, *runs: str) -> str:
        """Runs as a hyperlink."""
        self.links.append(href)
        return f'<w:hyperlink r:id="link{len(self.links)}">{"".join(runs)}</w:hyperlink>'

    def bytes(self) -> bytes:
        """The file."""
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in {**self._parts(), **self.extra}.items():
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(info, HEAD + text)
        return made.getvalue()

    def _parts(self) -> dict[str, str]:
        section = '<w:sectPr><w:headerReference w:type="first" r:id="header"/><w:titlePg/></w:sectPr>'
        notes = "".join(f'<w:footnote w:id="{n}">{text}</w:footnote>' for n, text in enumerate(self.notes, 1))
        rule = f'<w:footnote w:type="separator" w:id="-1">{paragraph("____")}</w:footnote>'
        first, _, rest = self.symbol.partition("/")
        cells = [paragraph(self.notice), paragraph(run(first), run("/" + rest))]
        header = f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"
        return {
            "[Content_Types].xml": _types(),
            "_rels/.rels": _relations([("main", "officeDocument", "word/document.xml", False)]),
            "word/document.xml": f"<w:document {NAMES}><w:body>{''.join(self.body)}{section}</w:body></w:document>",
            "word/footnotes.xml": f"<w:footnotes {NAMES}>{rule}{notes}</w:footnotes>",
            "word/header1.xml": f"<w:hdr {NAMES}>{header}</w:hdr>",
            "word/styles.xml": f"<w:styles {NAMES}>{''.join(map(_style, STYLES))}{MARK}</w:styles>",
            "word/_rels/document.xml.rels": _relations(self._relations()),
            "word/_rels/footnotes.xml.rels": _relations(self._relations()),
        }

    def _relations(self) -> list[tuple[str, str, str, bool]]:
        parts = [("header", "header", "header1.xml", False), ("notes", "footnotes", "footnotes.xml", False)]
        parts += [("styles", "styles", "styles.xml", False)]
        parts += [(f"link{n}", "hyperlink", href, True) for n, href in enumerate(self.links, 1)]
        return [*parts, *(_extra(name) for name in self.extra if name.startswith("word/"))]


def _extra(name: str) -> tuple[str, str, str, bool]:
    file = name.removeprefix("word/")
    return file.removesuffix(".xml"), file.removesuffix(".xml"), file, False


def _style(style: tuple[str, str, str | None, str]) -> str:
    name, printed, base, face = style
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    names = f'w:styleId="{name}"><w:name w:val="{printed}"/>'
    return f'<w:style w:type="paragraph" {names}{based}<w:rPr>{face}</w:rPr></w:style>'


def _types() -> str:
    kinds = {"document": "document.main", "footnotes": "footnotes", "header1": "header", "styles": "styles"}
    stem = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{stem}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    default += '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{default}{parts}</Types>'


def _relations(relations: Sequence[tuple[str, str, str, bool]]) -> str:
    held = ""
    for name, kind, target, is_outside in relations:
        mode = ' TargetMode="External"' if is_outside else ""
        held += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}{mode}/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{held}</Relationships>'


# A document that another reader has read, in the form of Word


def of_document(document: Document) -> bytes:
    """A Word file with the print of a document of one statement: what its XML codes is left to the styles of Word."""
    statement = document.statements[0]
    made = Docx(document.symbol, SPECIMEN if statement.symbol.is_specimen else "United Nations")
    told = statement.particulars
    made.add("Specimen session" if statement.symbol.is_specimen else "A session", style="Normal")
    if told.agenda_item:
        made.add(f"Agenda item {told.agenda_item}", style="Normal")
    on = f"{told.adopted_on.day} {told.adopted_on:%B %Y}" if told.adopted_on else ""
    made.add(f"\t\tResolution adopted by the {_organ(statement.symbol.body)} on {on}", style="TitleHCH")
    if told.draft:
        where = f"on the report of the {told.committee}" if told.committee else "without reference to a Main Committee"
        made.add("\t\t[", italic(f"{where} ({told.draft})"), "]", style="H4")
    written = Writer(made, document)
    for block in statement.blocks:
        written.block(block, f"{statement.symbol.session}/{statement.symbol.number}.")
    if told.meeting and on:
        made.add(italic(f"{told.meeting}\n{on}"), properties='<w:jc w:val="right"/>')
    return made.bytes()


def _organ(body: str) -> str:
    names = {"sc": "Security Council", "hrc": "Human Rights Council", "ecosoc": "Economic and Social Council"}
    return names.get(body, "General Assembly")


@dataclass
class Writer:
    """Writes the blocks of a document as paragraphs of a Word file."""

    made: Docx
    document: Document
    is_titled: bool = False

    def block(self, block: Block, number: str) -> None:
        """One block; what stands in no print (the return from an annex) is passed over."""
        runs = self._runs(block)
        if block.role is Role.TITLE:
            self.made.add(f"\t{number}\t" if not self.is_titled else "\t\t", *runs, style="TitleH1")
            self.is_titled = True
        elif block.role is Role.ANNEX:
            self.made.add("\t\t", *(runs or [run("Annex")]), style="HCh")
        elif block.role is Role.HEADING:
            rank = 2 if block.rank is None else block.rank
            self.made.add(f"\t{self._number(block)}\t", *runs, style=RANKS[rank])
        elif block.role is Role.TABLE:
            cell = paragraph(*runs) if runs else paragraph("")
            self.made.body.append(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>")
        elif block.role not in (Role.CLOSING, Role.MAIN):
            number = self._number(block)
            self.made.add(f"\t{number}\t" if number else "\t", *runs)

    def _number(self, block: Block) -> str:
        label = block.label or ""
        return f"{label}." if label[-1:].isalnum() else label

    def _runs(self, block: Block) -> list[str]:
        text = self.document.text[block.start : block.end]
        marks = {mark.offset for mark in block.marks}
        cuts = {0, len(text), *marks, *(place for span in block.italics for place in span)}
        cuts |= {place for link in block.links for place in (link.start, link.end)}
        places = sorted(cuts)
        runs = self._marks(block, 0)
        for start, end in pairwise(places):
            is_italic = any(a <= start and end <= b for a, b in block.italics)
            made = run(text[start:end], "<w:i/>" if is_italic else "")
            link = next((one for one in block.links if one.start <= start and end <= one.end), None)
            runs.append(self.made.link(link.href, made) if link else made)
            runs += self._marks(block, end)
        return runs

    def _marks(self, block: Block, place: int) -> list[str]:
        made: list[str] = []
        for mark in block.marks:
            if mark.offset == place and mark.is_repeat:
                made.append(repeated(mark.note.marker))
            elif mark.offset == place:
                note = mark.note
                made.append(self.made.note(run(self.document.text[note.start : note.end])))
        return made


def main(arguments: Sequence[str]) -> int:
    """Write the Word form of a file in official XML."""
    source, target = map(Path, arguments)
    target.write_bytes(of_document(read(source.read_bytes(), "akn")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
