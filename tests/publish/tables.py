"""A small release of invented documents, consistent in every key; other tests build on it.

Two resolutions of a session that never was, one presidential statement, two treaties with status of different days,
one without, five States, one organization. The texts are this project's own.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from pipelines.contracts import contracts
from pipelines.publish import models
from pipelines.rows import quality
from tests.publish.tables_documents import (
    BRIDGE,
    CALL,
    CALL_2,
    CITATIONS,
    CLAUSES,
    DOCUMENTS,
    FOOTNOTES,
    GA,
    GA_2,
    NOT_YET,
    PLAIN,
    RESOLUTIONS,
    SC,
    VERBS,
    hashed,
)
from tests.publish.tables_treaties import (
    ACTIONS,
    COVENANT,
    DISAGREEMENTS,
    NAMES,
    PAPER,
    PARTICIPANT_NAMES,
    PARTICIPANTS,
    PROTOCOL,
    RULES,
    STANDING,
    TREATIES,
)

Row = dict[str, Any]

VOTES = [
    {"symbol": GA, "participant_id": key, "vote": vote, "name_printed": NAMES[key], "document": hashed("ga-7.xml")}
    for key, vote in {"UGA": "yes", "COG": "yes", "FRA": "no"}.items()
]


def _mention(clause: str, text: str, number: int, printed: str, treaty: str | None) -> Row:
    start = text.index(printed)
    return {
        "mention_id": f"{clause}/treaty.{number}",
        "language": "en",
        "symbol": clause.split("#", maxsplit=1)[0],
        "clause_id": clause,
        "treaty_id": treaty,
        "span_start": start,
        "span_end": start + len(printed),
        "printed": printed,
        "evidence": "title" if treaty else "unresolved",
        "footnote_id": None,
        "reason": None if treaty else "the words do not decide",
    }


MENTIONS = [
    _mention(f"{GA}#op.1", CALL, 1, "Protocol on river traffic", PROTOCOL),
    _mention(f"{GA_2}#op.1", CALL_2, 1, "Protocol on river traffic", PROTOCOL),
    _mention(f"{GA_2}#op.1", CALL_2, 2, "Covenant on bridges", COVENANT),
    _mention(f"{SC}#op.1", PLAIN, 1, "Paper on boats", PAPER),
    _mention(f"{GA_2}#op.2", "Recalls resolution 0/7 on bridges.", 1, "bridges", None),
]


def _call(clause: str, text: str, number: int, treaty: str, acts: str) -> Row:
    has_consider = "consider" in text
    return {
        "call_id": f"{clause}/call.{number}",
        "symbol": clause.split("#", maxsplit=1)[0],
        "clause_id": clause,
        "language": "en",
        "call_number": 1,
        "treaty_id": treaty,
        "object": "treaty",
        "object_printed": None,
        "category": "join",
        "acts": acts,
        "strength": VERBS[text.split(maxsplit=1)[0]],
        "has_consider": has_consider,
        "urgency": None,
        "addressee": NOT_YET if has_consider else "all States",
        "addressee_class": "not_yet_party" if has_consider else "all_states",
        "named_states": None,
        "addressee_treaty_id": None,
        "addressee_group": None,
        "treaty_evidence": "title",
        "span_start": 0,
        "span_end": len(text),
        "stem_clause_id": None,
    }


CALLS = [
    _call(f"{GA}#op.1", CALL, 1, PROTOCOL, "ratify, accede"),
    _call(f"{GA_2}#op.1", CALL_2, 1, PROTOCOL, "become_party"),
    _call(f"{GA_2}#op.1", CALL_2, 2, COVENANT, "become_party"),
    _call(f"{SC}#op.1", PLAIN, 1, PAPER, "accede"),
]
QUALITY = [
    quality("document", hashed("prst.txt"), "not_well_formed", "A byte that is no character.", "read on", "prst.txt")
]
EVALUATION = [
    {
        "format": "word",
        "era": era,
        "figure": figure,
        "documents": 1,
        "matched": 3,
        "total": 4,
        "share": 0.75,
        "documents_digest": hashed("ga-7.docx")[:16],
    }
    for era in ("2017 on", "all")
    for figure in ("precision", "recall", "f1")
]
ROWS = {
    "documents": DOCUMENTS,
    "resolutions": RESOLUTIONS,
    "clauses": CLAUSES,
    "footnotes": FOOTNOTES,
    "clause_bridge": BRIDGE,
    "citations": CITATIONS,
    "participants": PARTICIPANTS,
    "participant_names": PARTICIPANT_NAMES,
    "votes": VOTES,
    "treaties": TREATIES,
    "treaty_rules": RULES,
    "treaty_actions": ACTIONS,
    "treaty_standing": STANDING,
    "treaty_disagreements": DISAGREEMENTS,
    "treaty_mentions": MENTIONS,
    "accession_calls": CALLS,
    "quality": QUALITY,
    "evaluation": EVALUATION,
}


def tables() -> dict[str, pl.DataFrame]:
    """Every table of the small release, in the order of the contracts."""
    made = {name: contracts()[name].frame(rows) for name, rows in ROWS.items()}
    for model in models.INPUTS:
        made[model] = models.run(model, made)
    return {name: made[name] for name in contracts()}
