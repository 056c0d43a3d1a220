"""Word files (OOXML) of resolutions and presidential statements: bytes in, Document out.

Straight from zip and XML; what Word shows on the page but keeps outside the body (headers, footers, text boxes,
comments) is no text. Changes under review are read as accepted.
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.archive import languages
from pipelines.readers import Unreadable
from pipelines.readers.document import Document, Fault, Statement, TextBuilder
from pipelines.readers.word_body import Body
from pipelines.readers.word_cover import choose, head_length, printed_symbols
from pipelines.readers.word_head import told
from pipelines.readers.word_inline import Inline
from pipelines.readers.word_notes import Notes
from pipelines.readers.word_numbering import Numbering
from pipelines.readers.word_package import Element, Package, W
from pipelines.readers.word_parts import body_start, parts_of
from pipelines.readers.word_pieces import Piece, pieces
from pipelines.readers.word_styles import styles
from pipelines.symbols import Symbol

READER = "word"
VERSION = "1"
_SAMPLE = 1200
"""Code points that tell the language."""


def read(data: bytes) -> Document:
    """The document in a Word file; raises Unreadable with a reason for everything else."""
    package = Package(data)
    root = package.xml(package.main)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise Unreadable("the Word file has no body")
    relations = package.relations(package.main)
    look = styles(package, _target(relations, "styles"))
    inline = Inline(look, relations, set())
    found = pieces(body, inline, Numbering(lambda: package.xml(_target(relations, "numbering"))))
    symbol = _symbol(package, body, relations, found)
    language = languages.from_text(" ".join(piece.text.text for piece in found[:24])[:_SAMPLE])
    if language is None:
        raise Unreadable("the text is in none of the six official languages")
    builder = TextBuilder()
    statements = _statements(symbol, found, Notes(package, relations, look), builder)
    if not any(statement.blocks for statement in statements):
        raise Unreadable("the document holds no text")
    return Document(
        symbol=symbol.normal,
        language=language,
        format="word",
        reader=READER,
        reader_version=VERSION,
        text=builder.text(),
        statements=statements,
        faults=_faults(inline),
    )


def _target(relations: dict[str, tuple[str, str]], kind: str) -> str:
    return next((target for relation, target in relations.values() if relation == kind), "")


def _symbol(package: Package, body: Element, relations: dict[str, tuple[str, str]], found: list[Piece]) -> Symbol:
    symbol, other = choose(printed_symbols(package, body, relations))
    if symbol is None:
        symbol, also = choose(line for piece in found[:30] for line in piece.lines)
        other = other or also
    if symbol is None and other:
        raise Unreadable(f"symbol {other!r} is not that of a resolution or presidential statement")
    if symbol is None:
        raise Unreadable("no symbol stands in the headers, properties or first lines of the document")
    return symbol


def _statements(symbol: Symbol, found: list[Piece], notes: Notes, builder: TextBuilder) -> tuple[Statement, ...]:
    length = head_length([piece.text.text for piece in found], [piece.rank for piece in found])
    if not length:
        raise Unreadable("neither a title nor the line that opens the preamble was found")
    length = body_start(symbol, found, length)
    head = found[:length]
    statements: list[Statement] = []
    for name, part in parts_of(symbol.resolution(), found[length:]):
        if statements:
            head = [replace(piece, text=replace(piece.text, notes=())) for piece in head]
        own = part[: head_length([piece.text.text for piece in part], ())]
        statements.append(_statement(name, head, own, part[len(own) :], notes, builder))
    return tuple(statements)


def _statement(
    name: Symbol, head: list[Piece], own: list[Piece], rest: list[Piece], notes: Notes, builder: TextBuilder
) -> Statement:
    """One statement; `own` are the titles of a lettered part."""
    body = Body(notes, builder)
    body.titles([*head, *own])
    body.read(rest)
    found = body.closing.add_votes(told(head, body.closing.lines, name.kind))
    title = " ".join(piece.text.text for piece in own)
    return Statement(name, replace(found, title=title or found.title), tuple(body.blocks))


def _faults(inline: Inline) -> tuple[Fault, ...]:
    if not inline.has_changes:
        return ()
    return (Fault("tracked_changes", "The Word file holds changes under review.", "Read as if they were accepted."),)
