"""Calls to join treaties: directives of the adopting organ to express or widen consent to be bound. English only.

A clause that passes the gate (call_gate) is read behind its stems (call_text). Directives are found by their verbs
(call_directives), what they ask for and of whom by infinitives (call_infinitives) or things (call_nouns). Acts of
consent (call_acts) with a treaty as their object (call_objects) and an addressee that can join (call_addressees) make
a call (call_finder). Here the calls become rows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipelines.links.call_finder import Call, find
from pipelines.links.call_gate import may_call
from pipelines.links.call_groups import group_of, parties_of
from pipelines.links.call_objects import URGENCY
from pipelines.links.call_text import Reading, is_stemless, read
from pipelines.links.index import TreatyIndex
from pipelines.links.source import LinkSource
from pipelines.rows import Row, quality

# Not "to withdraw reservations … and to consider reviewing regularly other reservations": the act itself is asked for.
_CONSIDER = re.compile(r"\bconsider(?:ing|ation)?\b(?! reviewing(?: \w+)? other\b)|\bpossibility of\b", re.I)
# "…, if they have not yet done so", in a call or right after it.
_IF_UNDONE = re.compile(
    r"\b(?:if|where) (?:(?:they|it) (?:have|has) not|not) (?:yet |already )?(?:done so|part|a party|signed|ratified"
    r"|acceded)"
)
_AFTER = 40


def calls(source: LinkSource, mentions: Sequence[Row], index: TreatyIndex) -> tuple[list[Row], list[Row]]:
    """Rows of accession_calls and of quality for one resolution in one language.

    `mentions`: its rows of treaty_mentions; a treaty that `index` does not know is left undecided.
    """
    if source.language != "en":
        return [], []
    by_clause = _by_clause(mentions)
    rows: list[Row] = []
    for clause in source.clauses:
        stems = [row["text"] for row in source.stems(clause)]
        if may_call(clause["text"], stems, is_stemless(source, [clause["text"], *stems][-1])):
            reading = read(source, clause, by_clause)
            rows.extend(_rows(clause, reading, index))
    return rows, [_fault(row) for row in rows if row["object"] == "unresolved"]


def _by_clause(mentions: Sequence[Row]) -> Mapping[str, Sequence[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in mentions:
        found[row["clause_id"]].append(row)
    return found


def _rows(clause: Row, reading: Reading, index: TreatyIndex) -> Iterator[Row]:
    number = 0
    for count, call in enumerate(find(reading), start=1):
        for mention in call.sought.mentions or ({"treaty_id": None, "evidence": None},):
            number += 1
            row = {"call_id": f"{clause['clause_id']}/call.{number}", "call_number": count}
            whom = _whom(reading, call, index)
            yield row | _where(clause, reading, call) | _what(reading, call, mention, index) | whom


def _where(clause: Row, reading: Reading, call: Call) -> Row:
    own = reading.own
    is_stem = call.directive.start < own
    start = call.directive.start if call.directive.verb and not is_stem else call.start
    return {
        "symbol": clause["symbol"],
        "clause_id": clause["clause_id"],
        "language": clause["language"],
        "span_start": max(start, own) - own,
        "span_end": call.end - own,
        "stem_clause_id": clause["parent_id"] if is_stem else None,
    }


def _what(reading: Reading, call: Call, mention: Row, index: TreatyIndex) -> Row:
    treaty_id = mention["treaty_id"] if mention["treaty_id"] in index.titles else None
    return {
        "treaty_id": treaty_id,
        "object": call.sought.kind if treaty_id or call.sought.kind == "generic" else "unresolved",
        "object_printed": reading.text[call.sought.start : call.sought.end].strip() or None,
        "category": call.category,
        "acts": ", ".join(call.acts),
        "strength": call.directive.verb or None,
        "has_consider": _CONSIDER.search(reading.text, call.start, call.end) is not None,
        "urgency": _urgency(reading, call),
        "treaty_evidence": mention["evidence"] if treaty_id else None,
    }


def _whom(reading: Reading, call: Call, index: TreatyIndex) -> Row:
    if call.whom is None:
        empty: Row = dict.fromkeys(("addressee", "named_states", "addressee_treaty_id", "addressee_group"))
        return empty | {"addressee_class": "none"}
    sought = [mention["treaty_id"] for mention in call.sought.mentions]
    parties = parties_of(reading, call.whom_span, call.category, sought) if call.whom_span else None
    is_undone = not call.whom.named and _IF_UNDONE.search(reading.text, call.start, call.end + _AFTER) is not None
    return {
        "addressee": call.whom.printed,
        "addressee_class": "not_yet_party" if is_undone else call.whom.cls,
        "named_states": ", ".join(call.whom.named) or None,
        "addressee_treaty_id": parties if parties in index.titles else None,
        "addressee_group": group_of(call.whom.printed),
    }


def _urgency(reading: Reading, call: Call) -> str | None:
    """Words of urgency in or right after the call, or between its verb and its addressee."""
    tail = re.split(r";|, and|\.", reading.text[call.end : call.end + 80], maxsplit=1)[0]
    lead = reading.text[call.directive.body : call.directive.body + 40].split(" that ")[0]
    found = URGENCY.search(reading.text[call.start : call.end] + tail) or URGENCY.search(lead)
    return found.group() if found else None


def _fault(row: Row) -> Row:
    # Its words stand in the column object_printed, and not here: a text-free edition keeps this table.
    detail = "A call to join names no treaty that is known."
    return quality("call", row["call_id"], "unresolved_treaty", detail, "kept without a treaty")
