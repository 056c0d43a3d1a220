"""Whom a call asks: States that can join, named or not, or somebody who cannot."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from pipelines.clauses.addressees import classify
from pipelines.paths import REFERENCE
from pipelines.treaties.participants import Participants, UnknownParticipant

_STATES = re.compile(
    r"\b(?:[Ss]tates?|Governments?|governments?|countr(?:y|ies)|[Cc]ontracting [Pp]art(?:y|ies)|[Ss]ignator(?:y"
    r"|ies)|nations|authorit(?:y|ies)|Authorit(?:y|ies)|[Mm]embers|those"
    r"|regional (?:economic )?integration organi[sz]ations|Powers)\b"
)
# "Parties" alone may be those to a conflict; these are parties to a treaty.
_PARTIES = re.compile(
    r"\b(?:(?:its|their) parties\b|[Pp]arties to (?:the |that |those |this |any )?(?!(?:[\w-]+ ){0,4}(?:[Pp]eace"
    r"|[Cc]ease))[^,]{0,80}(?:Convention|Protocol|Treat|Statute|Covenant|Agreement|[Ii]nstrument)"
    r"|[Pp]arties (?:that|which) have)"
)
_JOINT = re.compile(r",? (?:and|as well as|or)(?: also)? |, |: ")
# Where the head of an addressee ends: "the Committee | of States parties".
_HEAD_END = re.compile(r",| (?:of|in|to|for|on|from|within|with|that|which|who|including|not|as|whose|under)\b")
_FIGHTING = re.compile(
    r"\bparties to (?:the |armed |any |all )*(?:conflicts?|hostilities|dispute|talks|process)\b|\barmed groups\b",
    re.I,
)
_GOVERNMENT = re.compile(r"^(?:the )?(?:[\w-]+ )*?(?:Government|authorities|Authorities) of (?:the )?(?P<name>.+)$")
_ARTICLE = re.compile(r"^(?:the )?(?:Government of )?(?:the )?")
_REPUBLIC = re.compile(r"^(?:\w+ )?Republic of (?:the )?")
_ASIDE = re.compile(
    r"^(?:(?:in (?:this|that) (?:regard|context|connection|respect)|to this end|in particular|once again|again|also"
    r"|therefore|further|as a matter of priority|upon|on|for),? )+"
)
# What is said between the addressee and what is asked: "States, while bearing in mind …, to".
_CIRCUMSTANCE = re.compile(
    r",? (?:while|when|bearing in mind|taking into|recalling|noting|(?:and )?consistent with|in order to|with a view to"
    r"|including through|as a matter of)\b(?!.*\b(?:that|which) (?:have|has|are|is) not\b).*$"
)
# Classes of clauses.addressee_class that no State or organization which joins treaties can have.
_CANNOT_JOIN = {"secretary_general", "un_organ", "committee", "parties_to_conflict"}
# "the Ivorian Government", "the CAR authorities"
_OF_SHORT = re.compile(r"^(?:the )?(?P<word>[A-Z][\w-]+(?: [A-Z]\w+)?) (?:[a-z]+ )?(?:Government|[Aa]uthorities)$")


@dataclass(frozen=True)
class Addressee:
    """Who is asked: as printed, class of the contract, participant_ids of the States named."""

    printed: str
    cls: str
    named: tuple[str, ...]


def can_join(printed: str) -> bool:
    """True when at least one of those addressed is a State or an organization of the kind that joins treaties."""
    if _FIGHTING.search(printed):
        return False
    if _PARTIES.search(printed):
        return True
    return any(_STATES.search(head) for head in _head_nouns(printed)) or bool(_named(printed))


def _head_nouns(printed: str) -> list[str]:
    return [_HEAD_END.split(part, maxsplit=1)[0] for part in _JOINT.split(printed)]


def addressee(printed: str) -> Addressee | None:
    """The addressee of a call; None when nobody addressed can join."""
    printed = _CIRCUMSTANCE.sub("", _ASIDE.sub("", printed.strip(" ,;:“”"))).strip(" ,")
    if not can_join(printed):
        return None
    named = _named(printed)
    return Addressee(printed, _class(printed, named), named)


def _class(printed: str, named: tuple[str, ...]) -> str:
    if named:
        return "named_states"
    found = classify(printed)
    return "other" if found in _CANNOT_JOIN else found


def _named(printed: str) -> tuple[str, ...]:
    """Participants named outright as addressees ("Iran", "the Governments of X and Y"); class words resolve to none."""
    head = re.split(r",? (?:that|which|who|to which|in)\b", printed, maxsplit=1)[0]
    found = [_participant(_ARTICLE.sub("", part)) for part in [head, *_JOINT.split(head)]]
    government = _GOVERNMENT.match(head)
    if government:
        found += [
            _participant(_ARTICLE.sub("", part)) for part in [government["name"], *_JOINT.split(government["name"])]
        ]
    short = _OF_SHORT.match(head)
    if short:
        found.append(_short_forms().get(short["word"]))
    return tuple(dict.fromkeys(name for name in found if name))


@cache
def _short_forms() -> dict[str, str]:
    """Letters and adjectives for one State's Government (datasets/reference/state_short_forms.csv)."""
    with (REFERENCE / "state_short_forms.csv").open(encoding="utf-8", newline="") as file:
        return {row["printed"]: row["participant_id"] for row in csv.DictReader(file)}


@cache
def _participant(name: str) -> str | None:
    if name in _short_forms():
        return _short_forms()[name]
    if not name or not name[0].isupper() or len(name) > 70:
        return None
    for form in (name, _REPUBLIC.sub("", name)):
        try:
            return Participants.load().resolve(form)[0]
        except UnknownParticipant:
            continue
    return None
