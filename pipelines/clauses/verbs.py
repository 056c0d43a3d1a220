"""Opening verb phrase of a clause: where it begins, how far it is printed, its normal form, and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipelines.clauses.verb_grammar import Phrase, Reader
from pipelines.clauses.verb_words import TextWords

Evidence = Literal["markup", "italic", "lexicon"]

# “The Security Council recalls …”, “It also urges …”, “We reaffirm …”, and the same with an aside between commas.
_SUBJECT = re.compile(
    r"(?:the\s+)?(?:united\s+nations\s+)?"
    r"(?:security\s+council|general\s+assembly|human\s+rights\s+council|economic\s+and\s+social\s+council|council"
    r"|assembly|conference|commission)(?![\w’'])|(?:it|we|i)\b",
    re.IGNORECASE,
)
_OPENING_MARKS = re.compile(
    r"[\s“”„‟\"'‘«\[.…,;:–—▪•*-]*(?:\(\w{1,4}\)\s*)?[\s“\"'‘«(\[]*(?:and\s+(?=[a-z]+ing\b|to\b))?", re.IGNORECASE
)
# “In this regard, urges …”, “Acting under …, decides …”: only words that begin such an aside let the search go on.
_ASIDE = re.compile(
    r"(?:in|on|pursuant|to\s+th\w+|with|for|at|as|after|bearing|acting|taking|having|given|noting|therefore|recalling|under|by"
    r"|however|moreover|furthermore|finally|while|the|we|i)\b",
    re.IGNORECASE,
)
# What stands between a subject and its verb without being part of the phrase.
_BETWEEN = re.compile(
    r"(?:,?\s+(?:in\s+(?:this|that)\s+(?:regard|context|connection|respect)|in\s+particular|inter\s+alia|to\s+(?:this|that)\s+end),?"
    r"(?=\s))?",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s+(?:and\s+)?")
_FINITE = frozenset({"third", "base"})
_MAX_ITALIC_START = 3
_MAX_ASIDE = 320
_MAX_WORDS_PAST_GRAMMAR = 3
# A phrase set in italics ends before these, however far the italics run.
_NEVER_PRINTED = frozenset(
    {"that", "the", "a", "an", "all", "any", "those", "states", "parties", "member", "governments"}
    | {"to", "of", "at", "as", "which", "upon"}
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Opening verb of a clause.

    `phrase` as printed; `verb` its normal form, None where the words are unknown or not English; `intensifier` what
    strengthens or repeats it, in order of print, parted by spaces; `end` the place in the text where the phrase ends.
    """

    phrase: str
    verb: str | None
    intensifier: str | None
    evidence: Evidence
    start: int
    end: int


def opening(
    text: str, italics: Sequence[tuple[int, int]] = (), markup: str | None = None, language: str = "en"
) -> Opening | None:
    """The opening verb phrase of a clause, or None where it has none (a noun phrase in a list).

    `italics` are spans of `text`; `markup` is the name that the official XML gives to the paragraph's container.
    Evidence is tried in that order: markup, italics, word list. Outside English the phrase is known, the verb is not.
    """
    start = _first_letter(text)
    printed = _printed(text, start, italics, markup)
    if language != "en":
        return _as_printed(text, printed)
    words = TextWords(text, start)
    found = _at_start(text, words, start)
    if found is None and (printed is not None or _ASIDE.match(text, start)):
        words = TextWords(text, start, _MAX_ASIDE)
        found = _further_on(text, words, start, printed)
    if found is None:
        return _as_printed(text, printed) if printed is not None and printed.evidence == "markup" else None
    return _opening(text, words, found, printed)


@dataclass(frozen=True, slots=True)
class _Printed:
    start: int
    end: int
    evidence: Evidence


def _first_letter(text: str) -> int:
    match = _OPENING_MARKS.match(text)
    return match.end() if match is not None else 0


def _printed(text: str, start: int, italics: Sequence[tuple[int, int]], markup: str | None) -> _Printed | None:
    """The stretch of the text that markup or italics name as its opening words."""
    if markup and (end := _agrees(text, start, markup)):
        return _Printed(start, end, "markup")
    for first, last in sorted(italics)[:3]:
        begin = first + _first_letter(text[first:last])
        words = text[begin:last].rstrip(" ,.;:")
        if any(map(str.isalpha, words)):
            return _Printed(begin, begin + len(words), "italic")
    return None


def _agrees(text: str, start: int, markup: str) -> int:
    """Where the words of the markup end in the text, 0 where the text does not begin with them."""
    wanted = markup.split()
    if not wanted:
        return 0
    pattern = r"\W+".join(re.escape(word.strip(",;:.")) for word in wanted)
    match = re.compile(pattern + r"(?!\w)", re.IGNORECASE).match(text, start)
    return match.end() if match is not None else 0


def _at_start(text: str, words: TextWords, start: int) -> Phrase | None:
    """The phrase at the start of the clause or after its subject."""
    reader = Reader(words)
    if (found := _after_subject(text, words, start, reader)) is not None:
        return found
    return reader.phrase(0) if words.reaches(0) and not text.startswith("States", start) else None


def _further_on(text: str, words: TextWords, start: int, printed: _Printed | None) -> Phrase | None:
    """The phrase where the italics begin, else after an aside."""
    reader = Reader(words)
    if printed is not None and printed.start - start > _MAX_ITALIC_START:
        place = words.first_from(printed.start)
        found = reader.phrase(place) if place is not None and words[place].start == printed.start else None
        if found is not None and found.is_opening:
            return _with_adverbs_before(reader, found)
    return _after_aside(text, words, start, reader) if _ASIDE.match(text, start) else None


def _after_subject(text: str, words: TextWords, start: int, reader: Reader) -> Phrase | None:
    """The finite verb after `The Security Council`, `It`, `We`, where one of these stands at the place."""
    subject = _SUBJECT.match(text, start)
    if subject is None:
        return None
    between = _BETWEEN.match(text, subject.end())
    first = words.first_from(between.end() if between is not None else subject.end())
    found = reader.phrase(first, has_subject=True) if first is not None else None
    return found if found is not None and found.form in _FINITE else None


def _with_adverbs_before(reader: Reader, found: Phrase) -> Phrase:
    """Takes in an adverb that the italics left out where it opens the clause (`Further` in roman type)."""
    whole = reader.phrase(0)
    return whole if whole is not None and whole.core >= found.core else found


def _after_aside(text: str, words: TextWords, start: int, reader: Reader) -> Phrase | None:
    for comma in _COMMA.finditer(text, start, words.end()):
        if (found := _after_subject(text, words, comma.end(), reader)) is not None and found.is_opening:
            return found
        place = words.first_from(comma.end())
        found = reader.phrase(place) if place is not None else None
        if found is not None and found.is_opening and found.form in _FINITE:
            before = text[: comma.start()].lower()
            if found.form == "third" or before.startswith(("we", "i ")):
                return found
    return None


def _opening(text: str, words: TextWords, found: Phrase, printed: _Printed | None) -> Opening:
    start = words[found.first].start
    first_verb = words[found.core - 1]
    if printed is None or printed.end <= start or printed.start > first_verb.end:
        end, evidence = words[found.last - 1].end, "lexicon"
    else:
        end, evidence = _printed_end(words, found, printed), printed.evidence
    intensifier = " ".join(found.intensifiers) or None
    return Opening(text[start:end], found.verb, intensifier, evidence, start, end)  # type: ignore[arg-type]


def _printed_end(words: TextWords, found: Phrase, printed: _Printed) -> int:
    """How far the phrase is printed: never within its core, and beyond the grammar's phrase only for a few words."""
    end = words[found.core - 1].end
    place = found.core
    while words.reaches(place) and words[place].end <= printed.end:
        if place >= found.last and _leaves(words, found, place):
            break
        end = words[place].end
        place += 1
    return end


def _leaves(words: TextWords, found: Phrase, place: int) -> bool:
    return place - found.last >= _MAX_WORDS_PAST_GRAMMAR or words[place].text in _NEVER_PRINTED


def _as_printed(text: str, printed: _Printed | None) -> Opening | None:
    if printed is None or printed.start > _first_letter(text) + _MAX_ITALIC_START:
        return None
    return Opening(text[printed.start : printed.end], None, None, printed.evidence, printed.start, printed.end)
