"""Acts of former States, told in notes to the rows of their successors: "X had signed and ratified … on D1 and D2"."""

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
_VERB = "|".join(_ACTIONS)
_ACTS = rf"(?:had )?(?P<acts>(?:{_VERB})(?:(?:, and|,| and) (?:{_VERB}))*)\b"
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


def acts(notes: Mapping[str, Note], names: Mapping[str, str]) -> list[FormerAct]:
    """Acts that notes tell of former States; `names` are theirs, with their ids. Each act once, in reading order."""
    subject = re.compile(
        rf"^(?:The )?(?P<name>{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))}) {_ACTS}"
    )
    found = (
        act
        for note in notes.values()
        for paragraph in note.paragraphs
        for sentence in SENTENCE.split(paragraph)
        for act in _read(sentence, subject, names)
    )
    return list(dict.fromkeys(found))


def _read(sentence: str, subject: re.Pattern[str], names: Mapping[str, str]) -> Iterator[FormerAct]:
    match = subject.match(sentence)
    if match is None:
        return
    verbs = re.findall(_VERB, match["acts"])
    days = _days(sentence[match.end() :], len(verbs))
    for verb, found in zip(verbs, days, strict=False):
        day = dates.from_match(found)
        if day is not None:
            is_definitive = verb == "signed" and "definitively" in sentence
            action = "definitive_signature" if is_definitive else _ACTIONS[verb]
            yield FormerAct(names[match["name"]], match["name"], action, day, found.group())


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
