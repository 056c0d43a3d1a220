"""Directives of the adopting organ: where a verb that asks for something stands, and how far its words reach."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ADVERB = (
    r"(?:\w+ly|also|again|further|therefore|thus|hereby|once (?:again|more)|in particular|as well|in this (?:regard"
    r"|connection|context|respect)|in that (?:regard|connection|context|respect)|to (?:this|that|these) ends?"
    r"|in the same vein|in addition|with concern|for this purpose|instead|accordingly|at the same time"
    r"|in the meantime)"
)
_REPEATED = (
    r"(?:reiterat|reaffirm|renew|repeat|emphasi[sz]|underlin|underscor|stress|echo|restat)(?:e?s|ing)(?: \w+ly"
    r"| also| again| once again)* (?:its|their|the) (?:[\w-]+ ){0,3}?(?:call|appeal|invitation|request|demand"
    r"|encouragement)s?(?: \w+ly| once (?:again|more)| made [^,;]{1,60}?)*"
)
# Verb (normal form) and its finite and participle forms.
_DIRECTIVES = {
    "reiterate": _REPEATED + r"(?: (?:up)?on| to(?= (?:all|those|the|[A-Z])[\w ])| for|(?= that))",
    "again": r"(?<=as well as )its (?:[\w-]+ )?calls? (?:up)?on|(?<=and )its (?:[\w-]+ )?calls? (?:up)?on",
    "call_upon": rf"call(?:s|ing)?,?(?: {_ADVERB},?)* (?:up)?on",
    "call_for": rf"call(?:s|ing)?,?(?: {_ADVERB},?)* for",
    "urge": r"urg(?:es?|ing)",
    "encourage": r"encourag(?:es?|ing)",
    "invite": r"invit(?:es?|ing)",
    "request": r"request(?:s|ing)?",
    "appeal": rf"appeal(?:s|ing)?(?: {_ADVERB})* (?:to|for)",
    "recommend": r"recommend(?:s|ing)?(?= that)",
    "exhort": r"exhort(?:s|ing)?",
    "ask": r"ask(?:s|ing)?",
    "demand": r"demand(?:s|ing)?",
    "implore": r"(?:implor|beseech)(?:es?|ing)",
}
# Verbs that end a directive's words. As participles only those that never name what is asked for.
_ATTITUDES = (
    "welcom|not|recall|recogni[sz]|acknowledg|stress|emphasi[sz]|underlin|underscor|highlight|reaffirm|reiterat"
    "|express|commend|affirm|condemn|deplor|regret|remind|applaud|appreciat|believ"
)
_OTHER = (
    rf"(?:{_ATTITUDES})(?:e?s|ing)|(?:decid|support|endors|declar|remain|confirm|congratulat|determin|direct|observ"
    rf"|proclaim"
    r"|reject|resolv|undertak|warn|agree|approv|authori[sz]|adopt|hop|reserv|accept|striv|intend|requir|propos)e?s"
    r"|tak(?:es|ing) (?:note|into (?:account|consideration))|look(?:s|ing) forward|pay(?:s|ing) tribute|considers"
    r"|draws (?:the )?attention|bear(?:s|ing) in mind|mindful|aware|convinced|concerned|conscious|cognizant"
)
_VERB = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{name}>{form})" for name, form in _DIRECTIVES.items())
    + rf"|(?P<other>{_OTHER}))(?![\w-])",
    re.I,
)
# What may stand before an operative verb: the start of a sentence, a point, a conjunction, the organ itself.
_BEFORE = re.compile(
    r"(?:^[\s“\"‘]*(?:\(?\w{1,5}[.)]\s+|\d+\s+)?|[,;:.“”–—]\s*|\b(?:and|while|but|we|it|council|assembly|commission"
    r"|as well as)\s+"
    rf"|—)(?:(?:and|while|but|we|it)\s+)?(?:the (?:security |human rights |economic and social )?(?:council"
    rf"|assembly)\s+)?(?:{_ADVERB},?\s+)*$",
    re.I,
)
# "in which the Council urges", "a report which notes X and calls upon": the words of somebody else.
_RELATIVE = re.compile(
    r"\b(?:which|that|who|whom|when|where) (?:it|we|the (?:[\w ]{1,30} )?(?:council|assembly"
    r"|commission))\s+(?:\w+ )?$|\b(?:which|who) (?:\w+ly |also )?\w+s\b[^,;]*\band\s+$",
    re.I,
)
_WE = re.compile(r"\b[Ww]e\b")
_BASE = re.compile(
    r"(?:call|urge|encourage|invite|request|appeal|recommend|exhort|ask|demand|implore|beseech)\b(?!s|ing)", re.I
)
_TO = re.compile(r"\bto\b")
_REACH = 90


@dataclass(frozen=True)
class Directive:
    """One directive: normal verb, first code point of the verb, where its words begin and where they end."""

    verb: str
    start: int
    body: int
    end: int


def directives(text: str, spans: list[tuple[int, int]], opening: int = -1) -> list[Directive]:
    """Directives of a text whose sentences are given, in order; one reaches to the next operative verb or the end.

    At `opening` the plural of a declaration may stand without its subject ("Encourage States to…").
    """
    found = []
    for start, end in spans:
        verbs = [
            match
            for match in _VERB.finditer(text, start, end)
            if match.start() == opening or _is_operative(text, match, start)
        ]
        for place, match in enumerate(verbs):
            if match.lastgroup != "other":
                following = next((verb for verb in verbs[place + 1 :] if not _is_aside(text, match, verb)), None)
                reach = _lead(text, following.start()) if following else end
                name = "reiterate" if match.lastgroup == "again" else match.lastgroup or ""
                found.append(Directive(name, match.start(), match.end(), reach))
    return found


def _is_operative(text: str, match: re.Match[str], start: int) -> bool:
    before = text[max(start, match.start() - _REACH) : match.start()]
    if not _BEFORE.search(before) or _RELATIVE.search(before):
        return False
    if _BASE.fullmatch(match.group().split()[0]) is None:
        return True
    # "We call upon": the plural of a declaration; without "we" it is a noun or an infinitive.
    return _WE.search(text, start, match.start()) is not None


def _is_aside(text: str, match: re.Match[str], following: re.Match[str]) -> bool:
    """True for what stands between a directive and its addressee ("Urges, bearing in mind the theme, States to…")."""
    if match.group().split()[0].endswith("ing") or following.lastgroup != "other":
        return False
    if not following.group().split()[0].lower().endswith("ing"):
        return False
    return _TO.search(text, match.end(), following.start()) is None


def _lead(text: str, place: int) -> int:
    """Where the words end that lead over to the verb at `place` (", and further ")."""
    before = text[max(0, place - _REACH) : place]
    match = _BEFORE.search(before)
    return place - len(before) + (match.start() if match else len(before))
