"""Whom a clause addresses: the noun phrase after a directive verb, as printed, and its class."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.clauses import addressee_bounds as bounds
from pipelines.clauses.addressee_classes import classify, is_party
from pipelines.clauses.addressee_words import addressee_words
from pipelines.clauses.verbs import Opening

__all__ = ["Addressee", "addressee", "classify"]

_MAX = 700
_MAX_PRINTED = 400
# A note mark that the source prints as plain figures.
_NOTE = re.compile(r"(?<=[a-z]),?\d{1,3}$")
_STATES = frozenset(
    {
        "all_states",
        "member_states",
        "states_parties",
        "states_some",
        "named_states",
        "regional_group",
        "parties_to_conflict",
    }
)
# A second directive in the same sentence ends the phrase of the first.
_SECOND = re.compile(
    r",?\s+(?:and|or|but)\s+(?:also\s+|further\s+)?"
    r"(?:encourag|invit|request|urg|call|authoriz|demand|direct|ask)(?:e?s|ing)\b",
    re.IGNORECASE,
)
_PARTIES = (
    r"(?:(?:all|those|the|other|each|every|any|both|relevant)\s+)*(?:member\s+)?"
    r"(?:states|governments|parties|countries|donors)\b"
)
_PARTIES_FIRST = re.compile(_PARTIES, re.IGNORECASE)
# “…, and, for those States that have not yet done so, to consider …”.
_FOR = re.compile(rf"(?:^|[,;]\s+(?:and,?\s+)?|\band,?\s+)for\s+(?={_PARTIES})", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:shall|must|should|may|will|is|are)\b")
_VAGUE = re.compile(r"\bdo(?:ne)? so\b")


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a clause addresses: the noun phrase as printed, with its relative clause, and its class."""

    printed: str
    cls: str


def addressee(
    text: str, opening: Opening | None, parent: Opening | None = None, language: str = "en"
) -> Addressee | None:
    """The party that a clause directs something to, or None.

    `opening` is the clause's own opening verb, `parent` that of the paragraph above it. A subparagraph inherits
    nothing: it has an addressee only where it names one (`For those States that …, to consider …`).
    """
    if language != "en":
        return None
    directive = opening if opening is not None and opening.verb is not None else None
    found = _of_directive(text, directive) if directive is not None else None
    is_under_directive = parent is not None and parent.verb in addressee_words().object_verbs
    if found is None and (directive is None or is_under_directive or directive.phrase.lower().startswith("to ")):
        found = _named_inside(text)
    if found is None and directive is None and is_under_directive:
        found = _at_start(text)
    return found


def _of_directive(text: str, opening: Opening) -> Addressee | None:
    """The addressee after the clause's own verb, where that verb takes one."""
    rest = text[opening.start : opening.start + _MAX]
    begin = bounds.start(rest, opening)
    if begin is None:
        return None
    at, is_clause = begin
    at = bounds.after_adverbials(rest, bounds.after_aside(rest, at))
    end = _end(rest, at, opening.verb or "", is_clause)
    found = _clean(rest[at:end], text) if end is not None else _doubtful(rest, at, text)
    is_duty = is_clause and opening.verb in addressee_words().states_only_verbs
    return None if is_duty and found is not None and found.cls not in _STATES else found


def _end(rest: str, at: int, verb: str, is_clause: bool) -> int | None:
    """Where the phrase ends; `Demands all parties cease` is a that-clause without its `that`."""
    end = None if is_clause else bounds.infinitive_end(rest, at, verb)
    if end is None and (is_clause or verb in addressee_words().that_verbs):
        end = bounds.clause_end(rest, at)
    return end


def _doubtful(rest: str, at: int, text: str) -> Addressee | None:
    """The phrase where no known verb ends it, taken only if its class is plain.

    It ends before `to` and a word that may be a verb (`all States to foo`), or before a comma and a long aside
    (`Member States, in order to …`).
    """
    end = bounds.likely_infinitive(rest, at, bounds.sentence_end(rest, at))
    if end is None:
        end = rest.find(",", at, at + bounds.MAX_UNFINISHED)
        if end < 0 or addressee_words().adverbials.match(rest[end + 1 :].lstrip()) is None:
            return None
        if bounds.RELATIVE.search(rest, at, end):
            return None
    found = _clean(rest[at:end], text)
    return found if found is not None and found.cls != "other" else None


def _named_inside(text: str) -> Addressee | None:
    """`For those States that have not yet done so, to consider …`, at the start of what is asked or further on."""
    rest = text[:_MAX]
    for match in _FOR.finditer(rest):
        end = bounds.infinitive(rest, match.end(), bounds.sentence_end(rest, match.end()))
        found = _clean(rest[match.end() : end], text) if end is not None else None
        if found is not None and found.cls != "other":
            return found
    return None


def _at_start(text: str) -> Addressee | None:
    """`All States to …` in a list under `Calls upon:`."""
    rest = text[:_MAX]
    if _PARTIES_FIRST.match(rest) is None:
        return None
    limit = bounds.sentence_end(rest, 0)
    end = bounds.infinitive(rest, 0, limit) or bounds.likely_infinitive(rest, 0, limit)
    if end is None or _FINITE.search(rest, 0, end) is not None:
        return None
    return _clean(rest[:end], text)


def _clean(phrase: str, text: str) -> Addressee | None:
    """The phrase without what is said of the request; None where its head is no party."""
    parts = re.split(r"(,\s+)", phrase.strip(" ,"))
    kept = parts[0]
    for comma, part in zip(parts[1::2], parts[2::2], strict=False):
        if addressee_words().adverbials.match(part):
            break
        kept += comma + part
    kept = _SECOND.split(_without_adverbials(kept), maxsplit=1)[0]
    kept = _NOTE.sub("", kept)
    while (trailing := addressee_words().trailing.search(kept)) and trailing.start() < len(kept):
        kept = kept[: trailing.start()]
    if not kept or len(kept) > _MAX_PRINTED or not kept[0].isalnum() or not is_party(kept):
        return None
    return Addressee(kept, _class(kept, text))


def _without_adverbials(phrase: str) -> str:
    """Cuts what belongs to the request off the end, never inside a relative clause."""
    relative = bounds.RELATIVE.search(phrase)
    cut = addressee_words().adverbials_inside.search(phrase)
    if cut is None or (relative is not None and relative.start() < cut.start()):
        return phrase
    return phrase[: cut.start()]


def _class(printed: str, text: str) -> str:
    """The class in its clause: who `have not yet done so` are not yet party only where it is about joining."""
    found = classify(printed)
    if (
        found == "not_yet_party"
        and _VAGUE.search(printed) is not None
        and addressee_words().joining.search(text) is None
    ):
        return "states_some"
    return found
