"""PDF of resolutions and presidential statements: bytes in, Document out.

pdf_runs      pages to runs of text with place, size and face; what cannot be opened; limits
pdf_lines     runs to lines; pdf_furniture takes headers and footers off, pdf_notes the footnotes
pdf_measure, pdf_paragraphs, pdf_kinds, pdf_parts    lines to paragraphs; what each is; lettered parts
pdf_compose, pdf_words, pdf_marks, pdf_blocks   paragraphs to text with italics, links and note marks; blocks
pdf_guard     a second decoder counts letters; pdf_scan tells text that was read off images
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.archive import languages
from pipelines.readers import Unreadable
from pipelines.readers.document import Block, Document, Fault, Role, Statement, TextBuilder
from pipelines.readers.pdf_blocks import Maker
from pipelines.readers.pdf_columns import pages_of
from pipelines.readers.pdf_furniture import Page, body_size, has_cover, take_furniture
from pipelines.readers.pdf_guard import faults
from pipelines.readers.pdf_head import told
from pipelines.readers.pdf_kinds import roles
from pipelines.readers.pdf_measure import Measure
from pipelines.readers.pdf_notes import take_notes
from pipelines.readers.pdf_paragraphs import Paragraph, paragraphs
from pipelines.readers.pdf_parts import Part, part
from pipelines.readers.pdf_records import records
from pipelines.readers.pdf_runs import open_pdf, sheets
from pipelines.readers.pdf_scan import confidence, read_off
from pipelines.readers.pdf_scan import faults as scan_faults
from pipelines.readers.pdf_symbol import symbol_of
from pipelines.readers.pdf_tables import mark_tables
from pipelines.readers.pdf_votes import with_votes
from pipelines.readers.pdf_words import Vocabulary
from pipelines.symbols import Symbol

READER = "pdf"
VERSION = "2"


@dataclass(frozen=True, slots=True)
class Layout:
    """A document without its furniture: title of the running headers, head, resolutions, what was left out."""

    running: str | None
    measure: Measure
    head: list[Paragraph]
    parts: list[Part]
    faults: tuple[Fault, ...] = ()


def read(data: bytes) -> Document:
    """The document in a PDF; raises Unreadable with a reason."""
    opened = open_pdf(data)
    decoded = list(sheets(opened, data))
    pages = [page for sheet in decoded for page in pages_of(sheet)]
    if not any(page.lines for page in pages):
        raise Unreadable("the PDF has no text layer", "image_only")
    symbol, is_printed = symbol_of(pages)
    scanned = read_off(decoded, data)
    layout, maker = _lay_out(pages, is_record=not is_printed, is_read_off=bool(scanned))
    titles = maker.titles(layout.head)
    statements = tuple(_statement(one, layout, titles, symbol, maker) for one in layout.parts)
    if not any(block.role is Role.PLAIN for statement in statements for block in statement.blocks):
        raise Unreadable("the document holds no text")
    text = maker.builder.text()
    return Document(
        symbol=symbol.normal,
        language=_language(text),
        format="pdf",
        reader=f"{READER}, text read off images" if scanned else READER,
        reader_version=VERSION,
        text=text,
        statements=statements,
        pages=len(decoded),
        ocr_pages=len(scanned),
        confidence=confidence(scanned) if scanned else 1.0,
        faults=(*faults(decoded, data), *scan_faults(scanned, decoded), *layout.faults, *maker.faults()),
    )


def _lay_out(pages: Sequence[Page], *, is_record: bool, is_read_off: bool) -> tuple[Layout, Maker]:
    size = body_size(pages)
    is_whole = has_cover(pages[0], size)
    running = take_furniture(pages, size)
    notes = take_notes(pages, size)
    mark_tables(pages)
    measure = Measure.of(pages, size, is_read_off=is_read_off)
    words = Vocabulary([line for page in pages for line in page.lines])
    maker = Maker(TextBuilder(), notes, words)
    found = paragraphs(pages, measure)
    if is_record:
        parts, said = records(found)
        return Layout(running, measure, [], parts, said), maker
    head, parts = part(found, size, is_whole=is_whole)
    return Layout(running, measure, head, parts), maker


def _language(text: str) -> str:
    language = languages.from_text(text)
    if language is None:
        raise Unreadable("the text is in none of the six official languages")
    return language


def _statement(one: Part, layout: Layout, titles: tuple[Block, ...], symbol: Symbol, maker: Maker) -> Statement:
    given = roles(one.body, layout.measure)
    name = one.symbol or (symbol.part(one.letter) if one.letter else symbol.resolution())
    head = one.title if one.symbol else layout.head
    blocks = maker.blocks(one.body, given)
    if one.body and one.body[0].first.text.startswith("Whereas "):
        start, end = maker.builder.add("")
        blocks = (Block(role=Role.FORMULA, start=start, end=end), *blocks)
    closing = [p for p, (role, _) in zip(one.body, given, strict=True) if role is Role.CLOSING]
    lines = [line.text for p in closing for line in p.lines]
    found = with_votes(told([*head, *_opening(name, one)], lines, layout.running), "\n".join(p.text for p in closing))
    if one.symbol:
        found = replace(found, title=found.title or " ".join(p.text for p in one.title) or None)
        return Statement(name, found, (*maker.titles(one.title), *blocks), is_cut=one.is_cut)
    if one.title:
        found = replace(found, title=" ".join(p.text for p in one.title))
    return Statement(name, found, (*(titles if one.letter in (None, "A") else ()), *blocks), one.is_fragment)


def _opening(name: Symbol, one: Part) -> list[Paragraph]:
    """The first paragraph of a presidential statement, which tells its meeting and day."""
    return one.body[:1] if name.kind == "presidential_statement" else []
