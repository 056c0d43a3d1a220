"""Dated acts that stand only in notes: withdrawals, and what a participant had done before it withdrew and came back.

Prose is read by its form: each date of a sentence belongs to the nearest word that names an act, unless the words
before it say that it is a day of effect. Only notes to which a row points are read, and only sentences that name no
other participant of the table than the row's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.treaties import dates
from pipelines.treaties.effect_rules import delay
from pipelines.treaties.status import Note

__all__ = ["SENTENCE", "Note", "NotedAct", "acts", "tells_of_withdrawal"]


@dataclass(frozen=True, slots=True)
class NotedAct:
    """An act read in a note: its day (None when only its effect is dated), its day of effect, the day as printed."""

    action: str
    acted_on: dt.date | None
    effective_on: dt.date | None
    printed: str


_WITHDRAWAL = re.compile(r"\b(?:denounc|denunciation|withdr[ae]w)", re.IGNORECASE)
_REVOKED = re.compile(
    r"\b(?:revok|revoc|rescind|annul|suspend|supersed|cancel)\w*"
    r"|\bwithdr\w+ (?:of )?(?:its|the|this|that|such|said) (?:above-mentioned |said |earlier )?"
    r"(?:notif\w+|notice|decision|(?:instrument|letter|communication) of (?:denun|withdr))",
    re.IGNORECASE,
)
# What such a sentence says to be withdrawn is not the participation (III-2, Czechoslovakia).
_RESERVATION = re.compile(r"\breservation|\bdeclaration|\bobjection", re.IGNORECASE)
# "constantly denounced and condemned them since …" (IV-1), "the effective date of the withdrawal" of a reservation
# (XVIII-7): only these forms say that a participant leaves a treaty. One reads "form" for "from" (XIX-46).
_LEAVING = re.compile(
    r"\bdenounc\w+ (?:the|this|that|these|said|both|it)\b"
    r"|\bdenunciations? (?:of|by|from)\b|\b(?:its|of|a|the) denunciation\b"
    r"|\bwithdr\w+ (?:(?:of|by) (?:the (?:Government|Republic|Kingdom|State)\b|(?-i:[A-Z]))[^.;]{0,80}? )?"
    r"(?:from|form)\b"
    r"|\bwithdr\w+ (?:by [^.;]{1,80}? )?(?:of )?(?:its|the) "
    r"(?:instruments? of (?!denun|withdr)|ratif|accept|access|approv)"
    r"|\b(?:notifications?|instruments?|notices?|letters?) of (?:its )?withdrawal\b"
    r"|\bwithdr[ae]w(?= *(?:[.,;:(]|$)| on \d| with effect| effective| as (?:of|from))",
    re.IGNORECASE,
)
# A treaty named with the place where it was made is another than the table's own.
_OTHER_TREATY = re.compile(r"\bdone at\b", re.IGNORECASE)
_ACTS = (
    ("provisional_application", r"provisional(?:ly)? appl\w+"),
    ("withdrawal", r"denounc\w*|denunciation|withdr[ae]w\w*"),
    ("accession", r"re-?acce(?:ded|ssion)|acce(?:ded|ssion)"),
    ("ratification", r"ratifi(?:ed|cation)"),
    ("acceptance", r"accepted|acceptance"),
    ("approval", r"approved|approval"),
    ("signature", r"signed|signature"),
)
_ACT = re.compile("|".join(rf"(?P<{name}>\b(?:{pattern})\b)" for name, pattern in _ACTS), re.IGNORECASE)
_EFFECT = re.compile(r"(?:\beffect\b|\beffective\b|\bas from\b|that is to say|\bi\.\s?e\.)[^.;]{0,40}$", re.IGNORECASE)
_DELAYED = re.compile(
    r"\b(?:denunciation|withdrawal)\b[^.;]{0,40}? (?:takes?|took) effect\b|\beffective\b", re.IGNORECASE
)
# "the Protocol of 12 November 1947": a day in a name.
_TITLE = re.compile(r"\bof\s+$")
# A blank may be lost before the next one (IX-1-a).
SENTENCE = re.compile(r"(?<=[.;:])\s+(?=[\"\u201c(]?[A-Z])|(?<=[0-9a-z]\.)(?=The )")
_NOTIFIED = re.compile(r"notif|receipt|received|deposit", re.IGNORECASE)
_EFFECTIVE = re.compile(r"effect", re.IGNORECASE)


def tells_of_withdrawal(note: Note) -> bool:
    """Whether a note is worth reading for acts."""
    return any(_WITHDRAWAL.search(paragraph) for paragraph in note.paragraphs)


def acts(note: Note, is_participant: Callable[[str], bool], is_about_another: Callable[[str], bool]) -> list[NotedAct]:
    """Acts of one participant that a note tells, in its order, each once; none if it tells of no withdrawal.

    is_participant: whether a name printed in a table of the note is the participant's.
    is_about_another: whether a sentence names other participants and not this one.
    """
    if not tells_of_withdrawal(note):
        return []
    found = [*tabled(note, is_participant), *_from_prose(note.paragraphs, is_about_another)]
    if not any(act.action == "withdrawal" for act in found):
        return []
    return list(dict.fromkeys(found))


def tabled(note: Note, is_participant: Callable[[str], bool]) -> Iterator[NotedAct]:
    """Withdrawals of one participant in the tables of a note; none if the note tells of no withdrawal."""
    for table in note.tables if tells_of_withdrawal(note) else ():
        header, *rows = table or ((),)
        notified = next((place for place, cell in enumerate(header) if _NOTIFIED.search(cell)), None)
        effective = next((place for place, cell in enumerate(header) if _EFFECTIVE.search(cell)), None)
        for row in rows:
            if row and is_participant(row[0]):
                act = NotedAct("withdrawal", _at(row, notified), _at(row, effective), " ".join(row[1:3]))
                if act.acted_on or act.effective_on:
                    yield act


def _at(row: Sequence[str], place: int | None) -> dt.date | None:
    return dates.day(row[place]) if place is not None and place < len(row) else None


def _from_prose(paragraphs: Sequence[str], is_about_another: Callable[[str], bool]) -> list[NotedAct]:
    found: list[NotedAct] = []
    for paragraph in paragraphs:
        for sentence in SENTENCE.split(paragraph):
            if is_about_another(sentence):
                continue
            told = _before_revocation(sentence)
            if dates.DATE.search(told):
                _read_sentence(told, found)
            _add_delay(told, found)
            if told != sentence:
                _add_revocation(sentence[len(told) :], found)
    return found


def _before_revocation(sentence: str) -> str:
    """The sentence without the part that takes a withdrawal back, from its day on: "… and, on D, it revoked …"."""
    words = _REVOKED.search(sentence)
    if words is None:
        return sentence
    days = [match for match in _days(sentence) if match.start() < words.start()]
    return sentence[: days[-1].start()] if days else ""


def _add_revocation(words: str, found: list[NotedAct]) -> None:
    """It takes back the withdrawal told last."""
    day = next(iter(_days(words)), None)
    revoked_on = dates.from_match(day) if day else None
    if day and revoked_on and found and found[-1].action == "withdrawal":
        found.append(NotedAct("withdrawal_revoked", revoked_on, None, day.group()))


def _days(sentence: str) -> list[re.Match[str]]:
    """Days of acts: those in a name, "the Protocol of 12 November 1947", left out."""
    return [match for match in dates.DATE.finditer(sentence) if not _TITLE.search(sentence[: match.start()])]


def _read_sentence(sentence: str, found: list[NotedAct]) -> None:
    matches = list(dates.DATE.finditer(sentence))
    words = list(_ACT.finditer(sentence))
    if _RESERVATION.search(sentence) or _OTHER_TREATY.search(sentence) or not _LEAVING.search(sentence):
        words = [word for word in words if word.lastgroup != "withdrawal"]
    for place, match in enumerate(matches):
        day = dates.from_match(match)
        if day is None or _TITLE.search(sentence[: match.start()]):
            continue
        start = matches[place - 1].end() if place else 0
        if _EFFECT.search(sentence[start : match.start()]):
            _add_effect(day, found)
        elif action := _respective(sentence, place, matches, words) or _nearest(place, matches, words):
            found.append(NotedAct(action, day, None, match.group()))


def _add_effect(day: dt.date, found: list[NotedAct]) -> None:
    """A day of effect belongs to the withdrawal told last; only withdrawals are told with theirs."""
    if found and found[-1].action == "withdrawal" and found[-1].effective_on is None:
        found[-1] = replace(found[-1], effective_on=day)


def _add_delay(sentence: str, found: list[NotedAct]) -> None:
    """ "will take effect sixty days after the date of receipt": counted from the withdrawal told last."""
    words = _DELAYED.search(sentence)
    rule = delay(sentence[words.end() :]) if words else None
    last = found[-1] if found else None
    if rule and last and last.action == "withdrawal" and last.acted_on and last.effective_on is None:
        found[-1] = replace(last, effective_on=rule.day(last.acted_on))


Matches = Sequence[re.Match[str]]


def _respective(sentence: str, place: int, matches: Matches, words: Matches) -> str | None:
    """The act of a day in "signed and ratified … on D1 and D2, respectively": acts and days in the same order."""
    if "respectively" not in sentence or len(words) != len(matches):
        return None
    return words[place].lastgroup


def _nearest(place: int, matches: Matches, words: Matches) -> str | None:
    """The act of a day: where a day opens the sentence the first word after it, else the last word before it."""
    match = matches[place]
    start = matches[place - 1].end() if place else 0
    end = matches[place + 1].start() if place + 1 < len(matches) else None
    before = [word for word in words if start <= word.start() < match.start()][-1:]
    after = [word for word in words if match.end() <= word.start() and (end is None or word.start() < end)][:1]
    leads = bool(words) and matches[0].start() < words[0].start()
    chosen = after or before if leads else before or after
    return chosen[0].lastgroup if chosen else None
