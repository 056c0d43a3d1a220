"""Akoma Ntoso XML of resolutions and presidential statements: bytes in, Document out."""

from __future__ import annotations

import re

from lxml import etree

from pipelines.readers import Unreadable
from pipelines.readers.akn_blocks import Blocks, child, local
from pipelines.readers.akn_body import Body
from pipelines.readers.akn_inline import AKN, Element
from pipelines.readers.akn_mend import mend
from pipelines.readers.akn_particulars import fold, language, particulars, symbol
from pipelines.readers.document import Document, Fault, Statement, TextBuilder
from pipelines.symbols import Symbol, parse

READER = "akn"
VERSION = "1"
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read(data: bytes) -> Document:
    """The document in official XML; raises Unreadable with a reason for everything else."""
    root, faults = _parse(data)
    main = _main(root)
    printed = symbol(root)
    if printed is None:
        raise Unreadable("no symbol stands in the document")
    found = parse(printed)
    if found is None:
        raise Unreadable(f"symbol {printed!r} is not that of a resolution or presidential statement")
    tongue = language(root)
    if tongue is None:
        raise Unreadable("the document does not name one of the six official languages")
    builder = TextBuilder()
    statements = tuple(_statement(part, root, name, builder) for part, name in _parts(root, main, found.resolution()))
    if not any(statement.blocks for statement in statements):
        raise Unreadable("the document holds no text")
    return Document(
        symbol=found.normal,
        language=tongue,
        format="akn",
        reader=READER,
        reader_version=VERSION,
        text=builder.text(),
        statements=statements,
        faults=faults,
    )


def _parse(data: bytes) -> tuple[Element, tuple[Fault, ...]]:
    """The root, mended where only tags do not match; no entity is ever resolved, nothing loaded from anywhere."""
    if _DOCTYPE.search(data):
        raise Unreadable("the XML declares a document type or entities, which official documents never do")
    try:
        return _tree(data), ()
    except etree.XMLSyntaxError as error:
        reason = f"XML is not well-formed: {error.msg}"
    mended = mend(data)
    if mended is None:
        raise Unreadable(reason)
    try:
        return _tree(mended[0]), (Fault("not_well_formed", f"{reason}.", f"Mended: {'; '.join(mended[1])}."),)
    except etree.XMLSyntaxError:
        raise Unreadable(reason) from None


def _tree(data: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def _main(root: Element) -> Element:
    if root.tag != AKN + "akomaNtoso":
        raise Unreadable(f"XML is not Akoma Ntoso 3.0 (its root is {local(root)!r})")
    for part in root:
        if local(part) in ("statement", "documentCollection"):
            return part
    raise Unreadable("Akoma Ntoso XML without a statement or a collection of statements")


def _parts(root: Element, main: Element, found: Symbol) -> list[tuple[Element, Symbol]]:
    """The statements of a file with their symbols: one, or the lettered parts of a collection."""
    if local(main) == "statement":
        return [(main, found)]
    parts = [part for holder in root.findall(AKN + "components") for part in holder.iter(AKN + "statement")]
    named = [(part, _letter(part)) for part in parts]
    if not named or any(letter is None for _, letter in named):
        raise Unreadable("a collection whose parts are not lettered")
    return [(part, found.part(letter)) for part, letter in named if letter]


def _letter(statement: Element) -> str | None:
    preface = child(statement, "preface")
    number = fold(preface.find(f".//{AKN}docNumber")) if preface is not None else None
    letter = (number or "").strip(" .").upper()
    return letter if re.fullmatch("[A-Z]", letter) else None


def _statement(element: Element, root: Element, name: Symbol, builder: TextBuilder) -> Statement:
    blocks = Blocks(builder)
    Body(blocks).statement(element)
    return Statement(name, particulars(element, root, name.kind), tuple(blocks.blocks))
