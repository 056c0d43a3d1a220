"""What a directive asks for, and of whom: its infinitives, and addressees that change on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pipelines.clauses.lexicon import lexicon

_ADVERB = (
    r"(?:(?!(?:ap|re|com|multi|sup)p?ly\b)\w+ly|also|further|either|still|even|not|in particular|(?:as|where"
    r"|if) [\w ]{3,25}|inter alia|without (?:further )?delay|at (?:the|an|their) [\w ]{4,22}|in this (?:regard"
    r"|context)|in good faith)"
)
_TO = re.compile(rf"\b(?:to|(?:^|(?<=[:;] ))To|to:)(?:,? {_ADVERB},?(?: and {_ADVERB})?)* (?P<verb>[A-Za-z][\w-]*)")
# A word after "to" is a verb, known or not, when one of these follows it: "to finish their work".
_OBJECT = re.compile(r" (?:their|its|the|every|any)\b")
_NO_VERBS = frozenset(["both", "each", "such", "which", "whom", "that", "some", "most", "only", "half", "with", "from"])
# "have yet to ratify", "wish to join": these infinitives are not what is asked.
_NOT_ASKED = frozenset(
    [
        "yet",
        "need",
        "needs",
        "needed",
        "wish",
        "wishes",
        "wishing",
        "willing",
        "able",
        "unable",
        "position",
        "ready",
        "continue",
        "continued",
        "intend",
        "intends",
        "have",
        "has",
        "had",
        "failed",
        "seek",
        "seeks",
        "seeking",
        "used",
        "order",
        "refuse",
        "refused",
        "committed",
        "inability",
        "ability",
        "capacity",
        "decide",
        "decided",
        "choose",
        "required",
        "free",
        "right",
        "going",
    ]
)
_JOINED = re.compile(
    r"(?:[,;:–—]|\b(?:and|or|as well as|but|and/or))(?: (?:also|further|in particular|in this regard|\w+ly),?)*\s*$"
)
_STATES = (
    r"(?:(?!(?:to|of|in|by|with|for|from|between|among|on|that|which|and|or"
    r"|other than)\b)[\w’'-]+ ){0,5}?(?:[Ss]tates?(?: [Pp]arties)?|Governments?|countries|[Pp]arties|[Ss]ignatories"
    r"|those(?= that| which| who| in)|nations)\b"
)
_CHANGE = re.compile(
    rf"(?P<joint>[,;](?: and| while| as well as)?|\b(?:and|while|as well as))(?: also| further)?(?P<for>,? for"
    rf"| (?:up)?on)? (?P<whom>{_STATES})"
)
# "Urges that Member States consider ratifying".
_WISHED = re.compile(rf"[\w ,]{{0,60}}?\bthat (?P<whom>{_STATES})(?:,? {_ADVERB},?)* (?P<verb>[a-z][\w-]+)")
HELPING = frozenset(
    [
        "encourage",
        "promote",
        "assist",
        "help",
        "support",
        "facilitate",
        "invite",
        "urge",
        "enable",
        "advocate",
        "request",
        "persuade",
        "allow",
        "permit",
        "remind",
        "raise",
        "provide",
        "build",
        "offer",
        "foster",
        "call",
        "inform",
        "advise",
        "contribute",
        "cooperate",
        "work",
        "engage",
        "strengthen",
        "share",
        "include",
        "address",
        "report",
        "develop",
        "enhance",
        "increase",
        "organize",
        "convene",
        "monitor",
    ]
)

# Where a verb phrase begins, its verb, and where its addressee begins (none: that of the phrase before).
_Phrase = tuple[int, str, int | None]


@dataclass(frozen=True)
class Asked:
    """One verb phrase that is asked for: its span from "to" on, its verb, and the span of whom it is asked."""

    start: int
    end: int
    verb: str
    whom: tuple[int, int]


@cache
def _base_forms() -> frozenset[str]:
    forms = lexicon().forms
    return frozenset(word for word, found in forms.items() if any(form.form == "base" for form in found)) | {"do"}


def is_base(word: str) -> bool:
    """True for the infinitive of a known verb."""
    return word.lower().removeprefix("re-") in _base_forms()


def infinitives(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Infinitives between two places: "to", adverbs, a verb."""
    return [match for match in _TO.finditer(text, start, end) if _is_infinitive(text, match, start)]


def _is_infinitive(text: str, match: re.Match[str], start: int) -> bool:
    verb = match["verb"]
    is_opening = match.group().startswith("to:") or text[max(match.start() - 2, 0) : match.start() - 1] in {":", ";"}
    if not (is_base(verb) or _is_verb_by_form(text, match)) or (verb[0].isupper() and not is_opening):
        return False
    before = text[max(start, match.start() - 40) : match.start()].split()
    return not before or before[-1].strip(",").lower() not in _NOT_ASKED


def _is_verb_by_form(text: str, match: re.Match[str]) -> bool:
    verb = match["verb"]
    is_other = len(verb) < 4 or verb.endswith("ing") or verb in _NO_VERBS
    return not is_other and _OBJECT.match(text, match.end()) is not None


def asked(text: str, start: int, end: int) -> list[Asked]:
    """Verb phrases asked for in the words of a directive; empty where it has no infinitive."""
    wished = _WISHED.match(text, start, end)
    if wished and is_base(wished["verb"]):
        whom = (wished.start("whom"), wished.end("whom"))
        return [Asked(wished.start("verb"), end, wished["verb"].lower(), whom)]
    found = infinitives(text, start, end)
    if not found:
        return []
    phrases: list[_Phrase] = [(found[0].start(), found[0]["verb"], start)]
    changes = list(_CHANGE.finditer(text, found[0].end(), end))
    for previous, match in pairwise(found):
        change = _change_before(text, changes, previous.end(), match.start(), phrases[-1][1])
        if change is not None or _JOINED.search(text, max(start, match.start() - 60), match.start()):
            phrases.append((match.start(), match["verb"], change))
    return _with_ends(phrases, end)


def _change_before(text: str, changes: list[re.Match[str]], start: int, end: int, verb: str) -> int | None:
    """Where a new addressee begins between two infinitives, if one does."""
    if _JOINED.search(text, max(start, end - 60), end) and text[end - 2 : end] != ", ":
        return None
    between = [match for match in changes if start <= match.start() and match.end() <= end]
    between = [match for match in between if ";" not in text[match.end() : end]]
    if verb.lower() in HELPING:
        between = [match for match in between if match["joint"] in {";", ", and", "; and"} or match["for"]]
    return between[0].start("whom") if between else None


def _with_ends(phrases: list[_Phrase], end: int) -> list[Asked]:
    found: list[Asked] = []
    whom = (0, 0)
    stops = [place if new is None else new for place, _, new in phrases[1:]]
    for (place, verb, new), stop in zip(phrases, [*stops, end], strict=True):
        whom = whom if new is None else (new, place)
        found.append(Asked(place, stop, verb.lower(), whom))
    return found
