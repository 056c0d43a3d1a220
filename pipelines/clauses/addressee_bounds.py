"""Where the phrase that names an addressee begins and ends in the text after a directive verb."""

from __future__ import annotations

import re

from pipelines.clauses.addressee_words import addressee_words
from pipelines.clauses.lexicon import lexicon
from pipelines.clauses.verbs import Opening

MAX_UNFINISHED = 60
# “Reiterates its strong call upon”, “Renews its request that”: the earlier directive is named by a noun.
_REPEATED = re.compile(
    r"(?:[\w-]+\s+){0,3}?\w+\s+"
    r"(?:(?:its|their|the|our|previous|earlier|strong|urgent|repeated|earnest|and|once|again|also|further)\s+)*"
    r"(?:calls?|requests?|appeals?|invitations?|demands?|encouragements?|recommendations?)"
    r"(?:\s+and\s+\w+)?(?:\s+once\s+again|\s+again|,[^,]{3,60},)?\s+(?P<to>upon|on|to|that)\s+",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"(?:upon|on|to)\s+(?=[\w“])", re.IGNORECASE)
_THAT = re.compile(r"that\s+")
_OF = re.compile(r"of\s+")
_TO_ALONE = re.compile(r"\sto\s")
_TO = re.compile(
    r",?\s+(?:not\s+)?to\s+(?P<next>(?:\w+ly\s+(?:and\s+\w+ly\s+)?|also\s+|not\s+|further\s+|so\s+)*)(?P<verb>[a-zé-]+)",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"([\w’-]+)\W*$")
_MODAL = re.compile(r",?\s+(?:(?:also|both|each|all)\s+)?(?:shall|should|must|may|will|be|not)\b", re.IGNORECASE)
# “Reminds States of their obligation”, “Warns the parties against …”.
_COMPLEMENT = re.compile(
    r",?\s+(?:that\b|about\b|against\b|of\s+(?:its|their"
    r"|the\s+(?:obligation|need|importance|responsibilit|relevan|provision|commitment|requirement)))",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[;:.](?=\s|$)")
_NEXT_WORD = re.compile(r"[\s,]+([a-z-]+)\b")
_ADVERBS_AT_END = re.compile(r"(?:[\s,]+(?:\w+ly|also|further))+$")
_OBJECT = re.compile(
    r"\s+(?:the|their|its|his|her|all|a|an|any|to|that|these|this|those|full|fully|down|up|out|with|from|on)\b"
)
_NOT_BEFORE_VERB = frozenset(
    {"to", "and", "or", "that", "which", "who", "not", "will", "the", "have", "can", "of", "for", "in", "by", "a", "an"}
    | {"all", "any", "these", "those", "their", "its"}
)
_LIKELY_VERB = re.compile(
    r"(?!armed|such|which|this|other|both|each|more)[a-z]{3,}"
    r"(?<!ion)(?<!ment)(?<!ity)(?<!ing)(?<!ism)(?<!s)(?<!al)(?<!ed)"
)
_PRONOUN = re.compile(r",?\s+(?:that\s+(?:he|she|it|they)\b|(?:has|have|is|are|was|were)\b)", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:that|which|who|whose|where)\b")


def start(rest: str, opening: Opening) -> tuple[int, bool] | None:
    """Where the phrase begins in the text from the verb on, and whether it is the subject of a that-clause."""
    words, verb = addressee_words(), opening.verb
    if verb in words.repeating_verbs:
        match = _REPEATED.match(rest)
        return (match.end(), match["to"] == "that") if match is not None else None
    if verb not in words.that_verbs and verb not in words.object_verbs and verb != "draw_attention":
        return None
    at = after_aside(rest, opening.end - opening.start)
    if verb in words.that_verbs and (that := _THAT.match(rest, at)):
        return that.end(), True
    if verb == "draw_attention":
        of = _OF.match(rest, at)
        return (of.end(), False) if of is not None else None
    if verb not in words.object_verbs:
        return None
    preposition = _PREPOSITION.match(rest, at)
    return (preposition.end() if preposition is not None else at), False


def after_aside(rest: str, at: int) -> int:
    """Passes `, in this regard,` after the verb."""
    match = addressee_words().asides.match(rest, at)
    return match.end() if match is not None else at


def after_adverbials(rest: str, at: int) -> int:
    """Passes `in accordance with …,` before the phrase."""
    while (match := addressee_words().adverbials.match(rest, at)) and match.group().lower() not in {
        "both",
        "each",
        "all",
    }:
        comma = rest.find(", ", at, at + 200)
        if comma < 0:
            break
        at = comma + 2
    return at


def infinitive_end(rest: str, at: int, verb: str) -> int | None:
    """Where the phrase ends before `to do`, `that …` (reminders), a colon, or the end of an unfinished sentence."""
    stop = _CLAUSE_END.search(rest, at)
    limit = stop.start() if stop is not None else len(rest)
    if verb == "draw_attention":
        cut = _TO_ALONE.search(rest, at, limit)
        return cut.start() if cut is not None else None
    if verb in {"remind", "warn", "advise"} and (cut := _COMPLEMENT.search(rest, at, limit)):
        limit = cut.start()
        if (end := infinitive(rest, at, limit)) is None:
            return limit
        return end
    end = infinitive(rest, at, limit)
    if end is None and rest.endswith(",") and limit - at < MAX_UNFINISHED:
        return limit
    if end is None and stop is not None and stop.group() == ":" and not rest[stop.end() :].strip():
        return limit
    return end


def infinitive(rest: str, at: int, limit: int) -> int | None:
    """Where the infinitive begins that says what is asked, passing those that belong to the phrase itself."""
    words, forms = addressee_words(), lexicon()
    for match in _TO.finditer(rest, at, limit):
        before = _WORD_BEFORE.search(rest, at, match.start())
        if before is not None and before[1].lower() in words.governing and "," not in match.group():
            continue
        if match["next"] or any(entry.form == "base" for entry in forms.inflected(match["verb"].lower())):
            return match.start()
    return None


def likely_infinitive(rest: str, at: int, limit: int) -> int | None:
    """Where `to` stands before a word that no list knows, but that can be a verb by its form."""
    for match in _TO.finditer(rest, at, limit):
        if _LIKELY_VERB.fullmatch(match["verb"]) and match["verb"] not in _NOT_BEFORE_VERB:
            return match.start()
    return None


def clause_end(rest: str, at: int) -> int | None:
    """Where the subject of a that-clause ends: before `shall`, or before a bare verb (`that all parties cease`)."""
    stop = _CLAUSE_END.search(rest, at)
    limit = stop.start() if stop is not None else len(rest)
    if (modal := _MODAL.search(rest, at, limit)) is not None:
        limit = modal.start()
    pronoun = _PRONOUN.search(rest, at, limit)
    if pronoun is not None and RELATIVE.search(rest, at, pronoun.start()) is None:
        return pronoun.start()
    bare = _bare_verb(rest, at, limit)
    return bare if bare is not None else limit if modal is not None else None


def _bare_verb(rest: str, at: int, limit: int) -> int | None:
    """Where the first bare verb stands, with the adverbs before it.

    A word that is also a noun counts with an object or an adverb beside it, or failing all else after a name or plural.
    """
    doubtful = None
    for match in _NEXT_WORD.finditer(rest, at, limit):
        before = _WORD_BEFORE.search(rest, at, match.start())
        entries = [entry for entry in lexicon().inflected(match[1]) if entry.form == "base"]
        if not entries or before is None or before[1].lower() in _NOT_BEFORE_VERB:
            continue
        adverb = _ADVERBS_AT_END.search(rest, at, match.start())
        if not entries[0].is_also_noun or adverb is not None or _OBJECT.match(rest, match.end()):
            return adverb.start() if adverb is not None else match.start()
        if doubtful is None and (before[1][0].isupper() or before[1].endswith("s") or before[1] == "conflict"):
            doubtful = match.start()
    return doubtful


def sentence_end(rest: str, at: int) -> int:
    """Where the first sentence or its introduction ends."""
    stop = _CLAUSE_END.search(rest, at)
    return stop.start() if stop is not None else len(rest)
