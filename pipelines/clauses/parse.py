"""One file of the archive to rows: read, outline, ids, opening verbs, addressees, notes."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Protocol

from pipelines.clauses import addressees, verbs
from pipelines.clauses.ids import assign
from pipelines.clauses.items import Item
from pipelines.clauses.notes import Notes
from pipelines.clauses.outline import Outline
from pipelines.clauses.parsed import Parsed
from pipelines.readers import read
from pipelines.readers.document import Document, Span, Statement
from pipelines.rows import Row, quality

RIGHTS = "United Nations document; acknowledge the United Nations as the source."
SPECIMEN_RIGHTS = "SPECIMEN written for this project, never adopted by anybody; may be used freely."


class Source(Protocol):
    """What is known of a file beside its bytes; an entry of the archive is one."""

    @property
    def sha256(self) -> str: ...
    @property
    def format(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def url(self) -> str | None: ...
    @property
    def as_at(self) -> date | None: ...


def parse(data: bytes, entry: Source) -> Parsed:
    """The rows of one file. Raises readers.Unreadable with a reason when the bytes are no document."""
    document = read(data, entry.format)
    parsed = Parsed(document=_document(document, entry))
    for fault in document.faults:
        parsed.quality.append(quality("document", entry.sha256, fault.kind, fault.detail, fault.done, entry.name))
    for statement in document.statements:
        parsed.resolutions.append(_resolution(statement, document, entry.sha256))
        _votes(statement, parsed)
        _clauses(statement, document, entry.sha256, parsed)
    return parsed


def _document(document: Document, entry: Source) -> Row:
    is_specimen = all(statement.symbol.is_specimen for statement in document.statements)
    return {
        "sha256": entry.sha256,
        "symbol": document.symbol,
        "language": document.language,
        "format": document.format,
        "source": entry.source,
        "url": entry.url,
        "name": entry.name,
        "as_at": entry.as_at,
        "pages": document.pages,
        "ocr_pages": None if document.pages is None else document.ocr_pages,
        "confidence": document.confidence,
        "made_from": None,
        "reader": document.reader,
        "reader_version": document.reader_version,
        "text_sha256": _digest(document.text),
        "is_used": True,
        "rights": SPECIMEN_RIGHTS if is_specimen else RIGHTS,
    }


def _resolution(statement: Statement, document: Document, sha256: str) -> Row:
    symbol, told = statement.symbol, statement.particulars
    return {
        "symbol": symbol.normal,
        "kind": symbol.kind,
        "document_symbol": document.symbol,
        "body": symbol.body,
        "session": symbol.session,
        "number": symbol.number,
        "letter": symbol.letter,
        "title": told.title,
        "adopted_on": told.adopted_on,
        "meeting": told.meeting,
        "committee": told.committee,
        "agenda_item": told.agenda_item,
        "agenda_title": told.agenda_title,
        "draft": told.draft,
        "adoption": told.adoption,
        "votes_yes": told.votes_yes,
        "votes_no": told.votes_no,
        "votes_abstain": told.votes_abstain,
        "document": sha256,
        "is_fragment": statement.is_fragment or statement.is_cut,
        "is_specimen": symbol.is_specimen,
    }


def _votes(statement: Statement, parsed: Parsed) -> None:
    symbol = statement.symbol.normal
    for vote in statement.particulars.votes:
        parsed.printed_votes.append({"symbol": symbol, "vote": vote.vote, "name_printed": vote.name})


def _clauses(statement: Statement, document: Document, sha256: str, parsed: Parsed) -> None:
    symbol = statement.symbol.normal
    outline = Outline(document.text, statement.is_fragment)
    items = outline.read(statement.blocks)
    names, repeated = assign(items)
    ids = [f"{symbol}#{name}" for name in names]
    openings: list[verbs.Opening | None] = []
    for place, item in enumerate(items):
        text = document.text[item.block.start + item.cut : item.block.end]
        openings.append(_opening(item, text, document.language))
        parsed.clauses.append(_clause(place, text, items, ids, openings, symbol, document, sha256))
        _bridge(item, ids[place], symbol, document, parsed)
    for place in repeated:
        detail = f"Number {items[place].label} is printed more than once under the same paragraph or part"
        parsed.quality.append(
            quality("clause", ids[place], "duplicate_label", f"{detail} ({document.language}).", "~ in the id")
        )
    _notes(statement, items, ids, Notes(document, symbol, sha256, parsed))


def _notes(statement: Statement, items: list[Item], ids: list[str], notes: Notes) -> None:
    clause_of = {id(item.block): (ids[place], item.cut) for place, item in enumerate(items)}
    for block in statement.blocks:
        clause = clause_of.get(id(block))
        if clause:
            notes.of_clause(block, *clause)
        else:
            notes.of_loose(block)


def _opening(item: Item, text: str, language: str) -> verbs.Opening | None:
    if item.is_rest:
        return None
    italics: list[Span] = [(a - item.cut, b - item.cut) for a, b in item.block.italics if a >= item.cut]
    return verbs.opening(text, italics, item.block.markup, language)


def _clause(
    place: int,
    text: str,
    items: list[Item],
    ids: list[str],
    openings: list[verbs.Opening | None],
    symbol: str,
    document: Document,
    sha256: str,
) -> Row:
    item, opening = items[place], openings[place]
    parent = openings[item.parent] if item.parent is not None else None
    whom = addressees.addressee(text, opening, parent, document.language)
    pages = item.block.pages
    return {
        "clause_id": ids[place],
        "language": document.language,
        "symbol": symbol,
        "parent_id": ids[item.parent] if item.parent is not None else None,
        "part": item.part,
        "annex": item.annex,
        "label": item.label,
        "depth": item.depth,
        "ordinal": place + 1,
        "heading_path": item.heading_path,
        "verb": opening.verb if opening else None,
        "verb_intensifier": opening.intensifier if opening else None,
        "verb_phrase": opening.phrase if opening else None,
        "verb_evidence": opening.evidence if opening else None,
        "addressee": whom.printed if whom else None,
        "addressee_class": whom.cls if whom else None,
        "text": text,
        "text_sha256": _digest(text),
        "document": sha256,
        "page_from": pages[0] if pages else None,
        "page_to": pages[1] if pages else None,
        "span_start": item.block.start + item.cut,
        "span_end": item.block.end,
    }


def _bridge(item: Item, clause_id: str, symbol: str, document: Document, parsed: Parsed) -> None:
    if item.block.source_id:
        parsed.clause_bridge.append(
            {
                "clause_id": clause_id,
                "language": document.language,
                "symbol": symbol,
                "scheme": "akn_eid",
                "other_id": item.block.source_id,
            }
        )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
