"""Acts of consent in what a directive asks for: to sign, ratify, accede, deposit, declare, withdraw reservations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.links.call_infinitives import HELPING, Asked

_ADVERB = (
    r"(?:\w+ly|also|further|either|even|not|in particular|once|then|(?:as|where|if) [\w ]{3,25}|inter alia"
    r"|at (?:the|an|their) [\w ]{4,22}|without (?:further )?delay|in this (?:regard|context)|that opportunity|both)"
)
_PARTY = (
    r"(?:(?:a|an|full|States?|contracting|Contracting|member|early)[ -])*(?:part(?:y|ies)|signator(?:y|ies)|bound"
    r"|members? of the treaty)"
)
_CONSENT = r"(?:their|its|the) (?:formal )?consent to be bound(?: by)?"
_INSTRUMENT = (
    r"(?:(?:its|their|the|an?|requisite|respective|necessary) )*instruments?(?: of (?:ratification|acceptance"
    r"|approval|accession|consent|adherence|succession|formal confirmation)(?:(?:,| or| and|, or|,? and/or"
    r"|,? as well as)? ?(?:of |thereof|thereto)?(?:ratification|acceptance|approval|accession|formal confirmation"
    r"|succession)\b)*)?"
)
# Act -> base form, gerund, noun.
_FORMS = {
    "sign": ("sign", "signing", "(?:signature|signing)"),
    "ratify": ("(?:re-?)?ratify", "(?:re-?)?ratifying", "ratifications?"),
    "accede": ("(?:re-?)?accede", "(?:re-?)?acceding", "accessions?"),
    "accept": ("accept", "accepting", "acceptance"),
    "approve": ("approve", "approving", "approval"),
    "become_party": (
        rf"(?:become,? (?:{_ADVERB},? )*{_PARTY}|express {_CONSENT})",
        rf"(?:becoming,? (?:{_ADVERB},? )*{_PARTY}|expressing {_CONSENT})",
        "(?:participation as parties|membership in)",
    ),
    "adhere": ("adhere(?! to its)", "adhering", "adherence"),
    "deposit": (rf"deposit {_INSTRUMENT}", rf"depositing {_INSTRUMENT}", rf"(?:the )?deposit of {_INSTRUMENT}"),
    "join": ("(?:re-?)?join", "(?:re-?)?joining", "joining"),
    "return": (rf"return,? (?:{_ADVERB},? )*to", rf"returning,? (?:{_ADVERB},? )*to", "return to"),
}
_ACT = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(
        f"(?P<{act}__{form}>{pattern})"
        for act, forms in _FORMS.items()
        for form, pattern in zip(("base", "gerund", "noun"), forms, strict=True)
    )
    + r")(?![\w-])",
    re.I,
)
_JOINT = r"(?:,|;|:|—|–|/|\band|\bor|\band/or|\bas well as|\bthen|\bto)"
_BEFORE_BASE = re.compile(rf"(?:^|{_JOINT}|(?<![\w ])\bto:)\s*(?:{_ADVERB},?\s+)*$", re.I)
_BEFORE_GERUND = re.compile(
    r"(?:(?<!States )(?<!countries )(?<!those )\bconsider(?:ing)?,?|\bconsideration (?:to|of|for)|\bpossibility of"
    r"|\bby|\btowards?"
    rf"|\bview to|\baim of|\bstart|\bbegin|\bprocess of|\bpriority to|{_JOINT})\s*(?:{_ADVERB},?\s+)*$",
    re.I,
)
# What even a phrase about helping others may go on with ("to strengthen their efforts, including by acceding").
_BY = re.compile(rf"(?:\bby|:)\s*(?:{_ADVERB},?\s+)*(?:consider(?:ing)?\s+)?(?:{_ADVERB},?\s+)*$", re.I)
_DETERMINERS = (
    r"(?:(?:the|their|its|an?|any|early|prompt|swift|speedy|rapid|full|timely|final|process(?:es)?|procedures?|of"
    r"|for|domestic|national|internal|possible|eventual|legal|parliamentary|constitutional|necessary|expeditious"
    r"|formal|universal)\s+)*"
)
_BEFORE_NOUN = re.compile(
    r"(?:\bconsider(?:ing)?|\bconsideration (?:to|of)|\bpossibility of|\bexpedit\w+|\baccelerat\w+|\bhasten"
    r"|\bcomplet\w+|\bfinali[sz]\w+|\bconclud\w+|\bpursu\w+|\bspeed(?:ing)? up|\bproceed\w* (?:with|to|towards?)"
    r"|\binitiat\w+|\badvanc\w+|\bsteps? (?:towards?|for)|\bprioriti[sz]\w+|\beffect|\bundertake|\bfast-track\w*"
    r"|\bprogress (?:in|on|towards?)"
    rf"|\bby|\bnotify(?:ing)? [^,;]{{0,50}} of|\bthrough|\bachieve|\bensure|\bseek"
    rf"|\bcontinue)\s+(?:{_ADVERB},?\s+)*{_DETERMINERS}$",
    re.I,
)
# "take all measures to become parties": what may stand before an infinitive inside a verb phrase.
_LEADING_TO = re.compile(
    r"(?:\b(?:continue|steps?|measures?|actions?|efforts?|effort|agree|seek|work|strive|undertake|commit|endeavour"
    r"|begin|start|proceed|possibility|opportunity|necessary|required|needed|appropriate|prepare|decide|position"
    r"|decision|process(?:es)?|procedures?|arrangements|committed|order|so as|view|ready|willingness|intention"
    r"|commitments?|pledges?|promises?|priority|delay|[,;:–—]|and|or))\s*"
    rf"(?:{_ADVERB},?\s*)*$",
    re.I,
)
_TO_BEFORE = re.compile(rf"\bto:?(?:,? {_ADVERB},?)*\s*$", re.I)
_SO = re.compile(
    r"(?<!able )(?<!position )(?<!wish )(?<!wishing )(?<!willing )\b(?:to|consider(?:ing)?|consideration to"
    r"|possibility of|by) (?:\w+ly )?(?:do|doing) so\b",
    re.I,
)
_DECLARE = re.compile(
    r"\b(?:mak(?:e|ing) (?:the|a|an|their|such|its)? ?(?:[\w-]+ ){0,3}?declarations?|(?:accept|recogni[sz])(?:e"
    r"|ing)? (?:the )?(?:compulsory |mandatory |individual )?(?:competence|jurisdiction|(?:individual "
    r"|inquiry )?(?:communications?|complaints?|inquiry) procedure)|declarations? (?:under|provided for"
    r"|recogni[sz]ing|accepting)|the options? provided for in articles?)",
    re.I,
)
_RESERVE = re.compile(
    r"\b(?:withdraw(?:ing|al)?|lift(?:ing)?|remov(?:e|ing|al)|review(?:ing)?|reconsider(?:ing)?|re-?examin(?:e|ing)"
    r"|limit(?:ing)?|narrow(?:ing)?)(?:\s+(?!States\b)[\w-]+,?){0,12}?\s+reservations?\b"
    r"|\breservations?\b[^;]{0,250}?\b(?:withdraw(?:ing)?|lift(?:ing)?|remov(?:e|ing)) (?:them|it|such|these|those"
    r"|their)\b",
    re.I,
)
_WITHDRAW_THEM = re.compile(
    r"\b(?:withdraw(?:ing)?|lift(?:ing)?|remov(?:e|ing)|review(?:ing)?) (?:them|it|such|these|those)\b"
)
_DONE = re.compile(
    r"(?<![\w-])(?:(?P<sign>sign(?:ed)?)|(?P<ratify>ratif(?:y|ied))|(?P<accede>acced(?:e|ed))"
    r"|(?P<accept>accept(?:ed)?)"
    rf"|(?P<approve>approved?)|(?P<become_party>bec[ao]me,? (?:{_ADVERB},? )*{_PARTY}|(?:not|non-) ?part(?:y|ies))"
    rf"|(?P<adhere>adhered?)"
    r"|(?P<deposit>deposited)|(?P<join>join(?:ed)?))(?![\w-])"
)


@dataclass(frozen=True)
class Act:
    """One act as printed: normal form and span."""

    name: str
    start: int
    end: int


def acts_asked(text: str, phrase: Asked) -> list[Act]:
    """Acts of joining in one verb phrase, in order of print."""
    found: list[Act] = []
    for match in _ACT.finditer(text, phrase.start, phrase.end):
        name, _, form = (match.lastgroup or "").partition("__")
        if _is_asked(text, match.start(), form, phrase, found):
            found.append(Act(name, match.start(), match.end()))
    return found


def _is_asked(text: str, place: int, form: str, phrase: Asked, before: list[Act]) -> bool:
    words = text[max(phrase.start, place - 100) : place]
    if form == "base":
        return bool(_BEFORE_BASE.search(words)) and _is_own_infinitive(text, place, phrase)
    if form == "gerund":
        match = _BEFORE_GERUND.search(words)
        if match is None:
            return False
        if re.match(r"[,;/—–]|and|or", match.group()):
            return bool(before) or "consider" in text[phrase.start : place]
        return phrase.verb not in HELPING or _BY.search(words[: match.end()]) is not None
    if before and _follows(text, before[-1].end, place):
        return True
    return bool((_BY if phrase.verb in HELPING else _BEFORE_NOUN).search(words))


def _follows(text: str, end: int, place: int) -> bool:
    """True when only small words stand between two acts ("accession to and ratification")."""
    return (
        re.fullmatch(r"(?:,| (?:of|to|and|or|and/or|the|universal|early|as well as)\b)*\s*", text[end:place])
        is not None
    )


def _is_own_infinitive(text: str, place: int, phrase: Asked) -> bool:
    own = _TO_BEFORE.search(text, max(phrase.start, place - 100), place)
    if own is None:
        return phrase.verb not in HELPING or ":" in text[place - 3 : place]
    if own.start() <= phrase.start:
        return True
    return _LEADING_TO.search(text, max(phrase.start, own.start() - 100), own.start()) is not None


def doing_so(text: str, phrase: Asked) -> tuple[Act, ...]:
    """The acts that "do so" stands for: those of the addressee's relative clause, at the place of "do so"."""
    match = None if phrase.verb in HELPING else _SO.search(text, phrase.start, phrase.end)
    if match is None:
        return ()
    names = dict.fromkeys(found.lastgroup or "" for found in _DONE.finditer(text, *phrase.whom))
    return tuple(Act(name, match.start(), match.end()) for name in names)


def declaring(text: str, phrase: Asked) -> Act | None:
    """A declaration under an article, or a competence or jurisdiction to be accepted."""
    match = None if phrase.verb in HELPING else _DECLARE.search(text, phrase.start, phrase.end)
    return Act("declare", match.start(), match.end()) if match else None


def unreserving(text: str, phrase: Asked) -> Act | None:
    """Reservations to be withdrawn, reviewed or lifted."""
    if phrase.verb in HELPING:
        return None
    match = _RESERVE.search(text, phrase.start, phrase.end)
    if match is None and "reservations" in text[slice(*phrase.whom)]:
        match = _WITHDRAW_THEM.search(text, phrase.start, phrase.end)
    if match is None:
        return None
    return Act("withdraw_reservations", match.start(), match.end())
