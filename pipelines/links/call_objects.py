"""What is to be joined: the treaties named after an act, or a class of treaties."""

from __future__ import annotations

import re

from pipelines.links.call_antecedents import (
    NOUN,
    PRONOUN,
    Sought,
    antecedent,
    distinct,
    is_loose,
    is_plural_word,
    is_supplemented,
    kind_of,
)
from pipelines.links.call_text import COVER, Reading
from pipelines.rows import Row

_URGENCY = (
    r"as soon as (?:possible|practicable|feasible)|as a matter of (?:\w+ )?(?:priority|urgency)|without (?:further "
    r"|undue |any )?delay|at the earliest (?:possible )?(?:date|opportunity|time|convenience)"
    r"|at their earliest (?:convenience|opportunity)|at an early (?:date|stage)|as early as possible|as a priority"
    r"|(?:urgently|promptly|swiftly|expeditiously|immediately|speedily)|with(?:out)? urgency|on an urgent basis"
    r"|by the end of \d{4}|in a timely manner|without conditions?"
)
URGENCY = re.compile(rf"\b(?:{_URGENCY})\b", re.I)
_TOKEN = re.compile(rf"{COVER}+|\b{NOUN}\b(?! of (?:ratif|accept|access|approv|consent))")
_CLASS = re.compile(
    r"\b(?:instruments?|conventions|protocols|treat(?:ies|y)|covenants|agreements|amendments"
    r"|International Conventions)\b"
)
# Between an act and its treaty these words show that the treaty is not what is to be joined.
_APART = re.compile(
    r"\b(?:accordance|pursuant|(?<!procedure )under|line with|consistent|conform\w*|required|reports?|within"
    r"|between|among|peace|cease-?fire|by|plans?|declarations? of|code|measures|results?|terms|provisions"
    r"|principles|obligations|commitments|recommendations|decisions?|secretariat|Conference|Committee|meeting"
    r"|network|coalition|initiative|process|efforts?|work|forces?|and (?:fully |effectively )?(?:ensure|promote"
    r"|strengthen|take|continue|support|provide|cooperate|address|prevent|adopt|develop)|charts?|drafts?|roadmap"
    r"|applicability|bring|application|compliance|memorand\w+|dialogue|status of forces)\b"
)
_LEAD = re.compile(
    rf"(?:[\s,]+|(?:{_URGENCY}|to|of|in|also|and (?:(?:fully|effectively) )?(?:implement(?:ing)?|enforc(?:e|ing))"
    rf"|as appropriate"
    r"|where applicable|and (?:strict |full |effective )?(?:observance|implementation) of)\b)*",
    re.I,
)
_TAIL = re.compile(r"(?:[\s,;.”]|\b(?:and|or|as well as|upon|on)(?=[\s,]*$))+$")
_EXAMPLES = re.compile(r",? (?:including|in particular|notably|such as|especially)\b(?! by\b| through\b)")
# "… as soon as possible, and, where applicable, to the Optional Protocols"
_AND_TO = re.compile(
    rf"[^,;.]{{0,40}},? (?:and|as well as),?(?: (?:where|if|as) \w+,)? to (?:the |their |its )?(?={COVER})"
)
_SETTLEMENT = re.compile(
    r"\b(?:[Pp]eace|[Cc]ease-?[Ff]ire|[Cc]essation|[Hh]ostilities|[Pp]olitical|[Rr]econciliation|[Rr]evitali[sz]ed"
    r"|[Pp]ower-sharing|[Dd]isengagement|[Ss]ecurity [Aa]rrangements|[Ss]tatus.of.[Ff]orces|[Ss]ettlement"
    r"|safeguards agreement|Accords?)\b"
)
_WIDEST_GAP = 160
_STOP = re.compile(
    r";|,? (?:with a view|in order|so as|thereby|thus|on the basis|taking (?:into|note)|in accordance"
    r"|bearing in mind|recogni[sz]ing|noting|if not|pending|pursuant|to (?:fully |effectively |take|ensure"
    r"|implement|enact|adopt|promote|strengthen|achieve|make|withdraw|cooperate)|as a (?:means|first step|way"
    r"|contribution)|which (?:is|are|would|will|could|contribut)|in particular by|including (?:by|through)"
    r"|and (?:(?:fully|effectively|then|subsequently|also|thereafter) )*(?:to |implement|ensur|enact|adopt|comply"
    r"|promot|incorporat|harmoni|mak|align|giv|tak|us[ei]|continu|strengthen|in this (?:regard|context)|for States"
    r"|withdraw))"
    rf"|,? (?:{_URGENCY})\b"
)


def after_act(reading: Reading, place: int, end: int, *, is_shared: bool = False) -> Sought | None:
    """The treaties named after an act, before the words that lead elsewhere; None where nothing of the kind follows.

    `is_shared`: the object stands after another verb ("to ratify, and States parties to implement, the Convention").
    """
    token = _TOKEN.search(reading.covered, place, end)
    if token is None or token.start() - place > _WIDEST_GAP:
        return None
    if not is_shared and _APART.search(reading.covered, place, token.start()):
        return None
    last = _stop(reading.covered, token.end(), end)
    start = token.start() if is_shared else _first_word(reading.text, place, token.start())
    last = start + len(_TAIL.sub("", reading.text[start:last]))
    return named(reading, start, last) if last > start else None


def _stop(covered: str, place: int, end: int) -> int:
    """Where the words lead elsewhere; "as soon as possible, including the Convention" goes on, ", and to" as well."""
    stop = _STOP.search(covered, place, end)
    if stop is None:
        return end
    more = _EXAMPLES.match(covered, stop.end(), end) or _AND_TO.match(covered, stop.end(), end)
    return _stop(covered, more.end(), end) if more else stop.start()


def named(reading: Reading, start: int, end: int) -> Sought:
    """The mentions in a stretch of text that is known to name what is to be joined."""
    found = tuple(row for row in reading.within(start, end) if not is_supplemented(reading, row, start))
    found = _pointed_at(reading, _without_echoes(reading, found), start)
    decided = distinct([row for row in found if row["treaty_id"] is not None])
    if decided:
        return Sought(kind_of(decided), decided, start, end)
    pronoun = PRONOUN.search(reading.text, start, end)
    if pronoun and pronoun.start() - start < 25:
        earlier = antecedent(reading, start, is_plural=is_plural_word(pronoun.group()))
        if earlier:
            return Sought(kind_of(earlier), earlier, start, end)
    printed = reading.text[start:end]
    return Sought("generic" if _CLASS.search(printed) else "unresolved", found, start, end)


def _without_echoes(reading: Reading, found: tuple[Row, ...]) -> tuple[Row, ...]:
    """Without "that Agreement" where the object has named a treaty outright before."""
    first = next((row["span_end"] for row in found if not is_loose(row)), None)
    if first is None:
        return found
    return tuple(row for row in found if not (row["span_start"] > first and _points(reading, row)))


def _points(reading: Reading, row: Row) -> bool:
    words = reading.text[max(0, row["span_start"] - 6) : row["span_end"]]
    return is_loose(row) and re.search(r"\b(?:that|those|these)\b", words, re.I) is not None


def _pointed_at(reading: Reading, found: tuple[Row, ...], start: int) -> tuple[Row, ...]:
    """Mentions decided by the document at large give way to what "that Convention" points at in its own clause."""
    if not found or any(not is_loose(row) for row in found):
        return found
    if not _points(reading, found[0]):
        return found
    words = reading.text[max(0, found[0]["span_start"] - 6) : found[0]["span_end"]]
    better = antecedent(reading, start, is_plural=is_plural_word(words), is_named=True)
    if better or _TOKEN.search(reading.covered, reading.own, start - 6) is None:
        return better or found
    return tuple({**row, "treaty_id": None} for row in found)


def is_settlement(reading: Reading, sought: Sought, acts: tuple[str, ...]) -> bool:
    """True for an agreement that ends a conflict, which no treaty of the index answers to."""
    if sought.kind in {"treaty", "set"}:
        return False
    printed = reading.text[sought.start : sought.end]
    if re.search(r"[Cc]onvention|[Tt]reat(?:y|ies)|[Cc]ovenant|instruments", printed):
        return False
    if _SETTLEMENT.search(printed):
        return True
    # Agreements that are only signed are as a rule those between the parties to a conflict (S/RES/1706).
    is_weak = set(acts) <= {"sign", "adhere", "join"}
    return is_weak and "greement" in printed and "rotocol" not in printed


def court(reading: Reading, start: int, end: int) -> Sought | None:
    """The declarations under Article 36 of the Court's Statute, where the Court's jurisdiction is to be accepted."""
    words = reading.text[start:end]
    if "jurisdiction" not in words or "Criminal" in words or "International Court of Justice" not in reading.text:
        return None
    printed = re.search(r"jurisdiction of the (?:International )?Court(?: of Justice)?", words)
    span = (start + printed.start(), start + printed.end()) if printed else (start, end)
    row = {"treaty_id": "I-4", "evidence": "context", "printed": words, "span_start": span[0], "span_end": span[1]}
    return Sought("treaty", (row,), *span)


def _first_word(text: str, start: int, token: int) -> int:
    """Where the object begins: after "to", "of" and words of urgency that follow the act."""
    lead = _LEAD.match(text, start, token)
    return lead.end() if lead else token
