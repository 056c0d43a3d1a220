"""The document side of the small release: files, resolutions, clauses and what hangs on them. All invented."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

GA, GA_2, SC = "A/RES/0/7", "A/RES/0/8", "S/PRST/1995/1"
FIRST_DAY, SECOND_DAY, SC_DAY = date(2005, 12, 16), date(2017, 12, 19), date(1995, 5, 2)
NEW, OLD = date(2018, 1, 15), date(2014, 7, 10)
Row = dict[str, Any]


def hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _document(name: str, format: str, symbol: str | None = None, as_at: date | None = None) -> Row:
    return {
        "sha256": hashed(name),
        "symbol": symbol,
        "language": "en" if symbol else None,
        "format": format,
        "source": "import",
        "url": None,
        "name": name,
        "as_at": as_at,
        "pages": None,
        "ocr_pages": None,
        "confidence": None,
        "made_from": None,
        "reader": format,
        "reader_version": "1",
        "text_sha256": hashed(f"text of {name}") if symbol else None,
        "is_used": True,
        "rights": "SPECIMEN, written for this project.",
    }


DOCUMENTS = [
    _document("ga-7.xml", "akn", GA),
    _document("ga-8.xml", "akn", GA_2),
    _document("prst.txt", "text", SC),
    _document("XVIII-12-a.xml", "status", as_at=NEW),
    _document("IV-4.csv", "status_table", as_at=OLD),
]


FILES = {GA: "ga-7.xml", GA_2: "ga-8.xml", SC: "prst.txt"}


def _resolution(symbol: str, number: int, day: date, title: str) -> Row:
    is_statement = symbol == SC
    return {
        "symbol": symbol,
        "kind": "presidential_statement" if is_statement else "resolution",
        "document_symbol": symbol,
        "body": "sc" if is_statement else "ga",
        "session": "1995" if is_statement else "0",
        "number": number,
        "letter": None,
        "title": title,
        "adopted_on": day,
        "meeting": None,
        "committee": None,
        "agenda_item": None,
        "agenda_title": None,
        "draft": None,
        "adoption": "recorded_vote" if symbol == GA else "without_vote",
        "votes_yes": 2 if symbol == GA else None,
        "votes_no": 1 if symbol == GA else None,
        "votes_abstain": 0 if symbol == GA else None,
        "document": hashed(FILES[symbol]),
        "is_fragment": False,
        "is_specimen": not is_statement,
    }


RESOLUTIONS = [
    _resolution(GA, 7, FIRST_DAY, "Safe crossing of imaginary rivers"),
    _resolution(GA_2, 8, SECOND_DAY, "Ferries on imaginary rivers"),
    _resolution(SC, 1, SC_DAY, "The situation on the imaginary river"),
]
VERBS = {
    "Recalling": "recall",
    "Recalls": "recall",
    "Urges": "urge",
    "Decides": "decide",
    "Requests": "request",
    "Calls": "call_upon",
    "Invites": "invite",
}


NOT_YET = "the States that have not joined it so far"
CALL = f"Urges {NOT_YET} to consider ratifying or acceding to the Protocol on river traffic;"
CALL_2 = "Calls upon all States to become parties to the Protocol on river traffic and to the Covenant on bridges;"
PLAIN = "Invites all States to accede to the Paper on boats;"


def _clause(symbol: str, place: str, ordinal: int, label: str | None, text: str) -> Row:
    """A clause by its place in the document (op.1.a); a place with three parts is a subparagraph."""
    steps = place.split(".")
    part = {"pp": "preamble", "op": "operative"}[steps[0]]
    addressees = {NOT_YET: "not_yet_party", "all States": "all_states", "the Secretary-General": "secretary_general"}
    addressee = next((printed for printed in addressees if printed in text), None)
    verb = VERBS.get(text.split(maxsplit=1)[0])
    return {
        "clause_id": f"{symbol}#{place}",
        "language": "en",
        "symbol": symbol,
        "parent_id": f"{symbol}#{'.'.join(steps[:-1])}" if len(steps) > 2 else None,
        "part": part,
        "annex": None,
        "label": label,
        "depth": len(steps) - 2,
        "ordinal": ordinal,
        "heading_path": "Bridges" if part == "operative" else None,
        "verb": verb,
        "verb_intensifier": None,
        "verb_phrase": text.split(maxsplit=1)[0] if verb else None,
        "verb_evidence": "lexicon" if verb else None,
        "addressee": addressee,
        "addressee_class": addressees.get(addressee or ""),
        "text": text,
        "text_sha256": hashed(text),
        "document": hashed(FILES[symbol]),
        "page_from": None,
        "page_to": None,
        "span_start": ordinal * 1000,
        "span_end": ordinal * 1000 + len(text),
    }


CLAUSES = [
    _clause(GA, "pp.1", 1, None, "Recalling its resolution 0/6 on bridges,"),
    _clause(GA, "op.1", 2, "1", CALL),
    _clause(GA, "op.2", 3, "2", "Decides that each bridge shall:"),
    _clause(GA, "op.2.a", 4, "(a)", "Be painted in a colour that boatmen can see;"),
    _clause(GA, "op.2.b", 5, "(b)", "Carry a lamp at night;"),
    _clause(GA, "op.3", 6, "3", "Requests the Secretary-General to count them."),
    _clause(GA_2, "op.1", 1, "1", CALL_2),
    _clause(GA_2, "op.2", 2, "2", "Recalls resolution 0/7 on bridges."),
    _clause(SC, "op.1", 1, "1", PLAIN),
]
NOTE = "See the register of river treaties, volume 1, number 1."
FOOTNOTES = [
    {
        "footnote_id": f"{GA}#op.1/note.1",
        "language": "en",
        "symbol": GA,
        "ordinal": 1,
        "clause_id": f"{GA}#op.1",
        "marker": "1",
        "offset": len(CALL) - 1,
        "text": NOTE,
        "text_sha256": hashed(NOTE),
        "document": hashed("ga-7.xml"),
        "span_start": 9000,
        "span_end": 9055,
    }
]
BRIDGE = [
    {"clause_id": f"{GA}#op.1", "language": "en", "symbol": GA, "scheme": "akn_eid", "other_id": "para_1"},
    {"clause_id": f"{GA}#op.2", "language": "en", "symbol": GA, "scheme": "akn_eid", "other_id": "para_2"},
]


def _citation(clause: str, text: str, printed: str, cited: str) -> Row:
    start = text.index(printed)
    return {
        "citation_id": f"{clause}/cite.1",
        "language": "en",
        "symbol": clause.split("#", maxsplit=1)[0],
        "clause_id": clause,
        "footnote_id": None,
        "cited_symbol": cited,
        "cited_paragraph": None,
        "span_start": start,
        "span_end": start + len(printed),
        "evidence": "pattern",
    }


CITATIONS = [
    _citation(f"{GA}#pp.1", "Recalling its resolution 0/6 on bridges,", "0/6", "A/RES/0/6"),
    _citation(f"{GA_2}#op.2", "Recalls resolution 0/7 on bridges.", "0/7", GA),
]
