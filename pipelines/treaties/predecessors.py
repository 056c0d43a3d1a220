"""Acts of former States and governments, told in notes: "X had signed and ratified … on D1 and D2", "Signed on behalf
of X on D". The depositary lists them apart from the row of the State that stands there today.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from pipelines.treaties import dates
from pipelines.treaties.notes import SENTENCE, Note

_ACTIONS = {
    "signed": "signature",
    "ratified": "ratification",
    "acceded": "accession",
    "accepted": "acceptance",
    "approved": "approval",
    "succeeded": "succession",
}
# The same acts as nouns: "Accession on behalf of X on D".
_NOUNS = {
    "signature": "signed",
    "ratification": "ratified",
    "accession": "acceded",
    "acceptance": "accepted",
    "approval": "approved",
    "succession": "succeeded",
}
_VERB = "|".join(_ACTIONS)
_WORDS = rf"{_VERB}|{'|'.join(_NOUNS)}"
_ACTS = rf"(?:had )?(?P<acts>(?:{_VERB})(?:(?:, and|,| and) (?:{_VERB}))*)\b"
_HEAD = re.compile(
    rf"^(?:(?:The|An) (?P<noun>Convention|Protocol|Agreement|Amendment|Constitution|Statute|Covenant|Charter)s?"
    rf"(?: of [^.;]{{1,60}}?)? (?:was|were|had been|has been) |(?:An )?(?:instrument of )?)"
    rf"(?P<acts>(?:{_WORDS})(?:(?:, and|,| and) (?:{_WORDS}))*)\b",
    re.IGNORECASE,
)
_DEPOSITED = re.compile(
    r"\bdeposited (?:an|its|the) instrument of (?P<act>ratification|accession|acceptance|approval)\b"
)
# "the Protocol of 4 May 1949": a day in a name.
_TITLE = re.compile(r"\bof\s+$")
_BETWEEN_TWO = re.compile(r"\s*,?\s*and(?: on)?\s*")


@dataclass(frozen=True, slots=True)
class FormerAct:
    """An act of a former State: who, under which name, what, when, the day as printed."""

    participant_id: str
    name: str
    action: str
    acted_on: dt.date
    printed: str


def acts(notes: Mapping[str, Note], names: Mapping[str, str], title: str) -> list[FormerAct]:
    """Acts that notes tell of former States and governments, each once, in reading order.

    names: theirs, with their ids. title: that of the treaty; a note may tell of another instrument (IX-1).
    """
    forms = _Forms.of(names)
    found = (
        act
        for note in notes.values()
        for paragraph in note.paragraphs
        for sentence in SENTENCE.split(paragraph)
        for act in _read(sentence, forms, names, title)
    )
    return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Forms:
    """subject: "X had signed …"; behalf: "… on behalf of X …"; instrument: "The instrument of … by X … deposited …"."""

    subject: re.Pattern[str]
    behalf: re.Pattern[str]
    instrument: re.Pattern[str]

    @staticmethod
    def of(names: Mapping[str, str]) -> _Forms:
        name = rf"(?P<name>{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b"
        return _Forms(
            re.compile(rf"^(?:The |It should be noted that the )?{name} {_ACTS}"),
            re.compile(rf"\bon behalf of (?:the )?(?:Government of )?(?:the )?{name}"),
            re.compile(rf"^(?:The|An) instrument of (?P<acts>\w+) (?:by|of) the Government of (?:the )?{name}"),
        )


def _read(sentence: str, forms: _Forms, names: Mapping[str, str], title: str) -> Iterator[FormerAct]:
    found = _by_subject(sentence, forms) or _by_instrument(sentence, forms) or _on_behalf(sentence, forms, title)
    for match, action, day in found:
        acted_on = dates.from_match(day)
        if acted_on is not None:
            yield FormerAct(names[match["name"]], match["name"], action, acted_on, day.group())


_Found = list[tuple[re.Match[str], str, re.Match[str]]]


def _by_subject(sentence: str, forms: _Forms) -> _Found:
    match = forms.subject.match(sentence)
    if match is None:
        return []
    verbs = re.findall(_VERB, match["acts"])
    tail = sentence[match.end() :]
    found = _paired(match, verbs, tail, "definitively" in sentence)
    deposit = _DEPOSITED.search(tail)
    day = dates.DATE.search(tail, deposit.end()) if deposit else None
    return [*found, (match, deposit["act"], day)] if deposit and day else found


def _by_instrument(sentence: str, forms: _Forms) -> _Found:
    match = forms.instrument.match(sentence)
    deposited = sentence.rfind("deposited with")
    if match is None or match["acts"] not in _ACTIONS.values() or deposited < 0:
        return []
    day = dates.DATE.search(sentence, deposited)
    return [(match, match["acts"], day)] if day else []


def _on_behalf(sentence: str, forms: _Forms, title: str) -> _Found:
    """The words before "on behalf of" are the acts alone, or those of this very instrument."""
    found: _Found = []
    head = _HEAD.match(sentence)
    if head is None or (head["noun"] and head["noun"].lower().rstrip("s") not in title.lower()):
        return found
    matches = list(forms.behalf.finditer(sentence))
    for place, match in enumerate(matches):
        end = matches[place + 1].start() if place + 1 < len(matches) else len(sentence)
        verbs = [_NOUNS.get(verb.lower(), verb.lower()) for verb in re.findall(_WORDS, head["acts"], re.IGNORECASE)]
        before = sentence[head.end() : match.start()] if place == 0 else ""
        is_definitive = "without reservation as to" in sentence[: match.start()]
        found.extend(
            _paired(match, verbs, sentence[match.end() : end], is_definitive)
            or _paired(match, verbs, before, is_definitive)
        )
    return found


def _paired(match: re.Match[str], verbs: list[str], text: str, is_definitive: bool) -> _Found:
    actions = ["definitive_signature" if verb == "signed" and is_definitive else _ACTIONS[verb] for verb in verbs]
    return [(match, action, day) for action, day in zip(actions, _days(text, len(verbs)), strict=False)]


def _days(text: str, wanted: int) -> list[re.Match[str]]:
    """The day of each act: as many days in a row as there are acts, else the first day for all of them."""
    found = [match for match in dates.DATE.finditer(text) if not _TITLE.search(text[: match.start()])]
    if not found:
        return []
    row = found[:1]
    for before, after in pairwise(found):
        if len(row) == wanted or not _BETWEEN_TWO.fullmatch(text[before.end() : after.start()]):
            break
        row.append(after)
    return row if len(row) == wanted else [found[0]] * wanted
