"""Note marks in plain text: a number after a word or a point that a note at the foot of the page bears."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.readers.months import MONTH

_LONGEST_GAP = 3
_UNIT = re.compile(rf"\s+(?:{MONTH}|per cent|\d{{3}}\b)")
# 26 October 41: the day stands before the month already, and a year has four figures.
_AFTER_DAY = re.compile(rf"\b\d{{1,2}} (?:{MONTH})\s*$")
# Numbers after these words are no marks: paragraph 1, article 3, No. 5, 20 November.
_NO_MARK = re.compile(
    r"(?<![^\W\d_])(?:(?:sub-?)?paragraphs?|articles?|sections?|chapters?|rules?|items?|resolutions?|decisions?"
    r"|regulations?|annex|parts?|No\.|Add\.|Rev\.|Corr\."
    rf"|vol\.|chap\.|para\.|paras\.|art\.|arts\.|pp?\.|{MONTH}|and|to|of|in|or|by|than|target|[Gg]oal|least|about|some"
    r"|over)\s*$"
)
_AT_END = re.compile(r"(?<=[;,.:”)])\s?(\d{1,3})/?$")
_GLUED = re.compile(r"(?<=[a-z]{3})\d{1,2}(?=[\s,;.]|$)")
_RAISED, _RAISE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"), str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_MARK = re.compile(r"[⁰¹²³⁴-⁹]+")
# An extraction breaks the line behind a raised mark.
_GLUED_END = re.compile(r"(?:(?<=[a-z]{3})|(?<=[^\d\s][,;:”)])|(?<=[a-z)”]\.))\d{1,3}$")


# What a mark without a space before it stands behind: a word or a year, and perhaps its comma.
_GLUED_TO = re.compile(r"(?:[^\W\d_]|[”)]|\b(?:19|20)\d\d)[,;.:]?$")


@dataclass(frozen=True, slots=True)
class Found:
    """A mark found: place in the text without marks."""

    offset: int
    marker: str


def take_marks(text: str, known: list[str], is_cut: bool = False) -> tuple[str, list[Found], list[str]]:
    """The text without note marks, the marks, and the known markers that are still to be found.

    `known` are the markers of the notes on the page, in order; without them only a number after the closing point of
    the paragraph is taken (the page that holds the note may be missing). `is_cut`: the page ends amid its notes, so
    numbers that follow on the last known one are marks too.
    """
    text, marks = _take_raised(text)
    seen = {mark.marker for mark in marks}
    rest = [marker for marker in _with_gaps_filled(known) if marker not in seen]
    at = 0
    while rest:
        found = find_mark(text, rest[0], at)
        if found is None:
            break
        at = found.start()
        text = _cut(text, found, rest.pop(0), marks)
    if is_cut and marks and not rest:
        text = _take_following(text, marks)
    if not known:
        text = _without_known(text, marks)
    # The mark of one note printed again behind the stop.
    if (last := _AT_END.search(text)) and last[1] in {mark.marker for mark in marks}:
        text = text[: last.start()]
    return text, sorted(marks, key=lambda mark: mark.offset), rest


def raised(line: str) -> str:
    """The line with a number glued to its end set as the raised mark that it is: `Convention,3` before a line end."""
    return _GLUED_END.sub(lambda found: found[0].translate(_RAISE), line)


def _take_raised(text: str) -> tuple[str, list[Found]]:
    marks: list[Found] = []
    while found := _RAISED_MARK.search(text):
        text = _cut(text, found, found[0].translate(_RAISED), marks)
    return text, marks


def _cut(text: str, found: re.Match[str], marker: str, marks: list[Found]) -> str:
    """The text without the mark, which is added to the marks; those behind it move up."""
    length = found.end() - found.start()
    marks[:] = [Found(mark.offset - length, mark.marker) if mark.offset > found.start() else mark for mark in marks]
    marks.append(Found(found.start(), marker))
    return text[: found.start()] + text[found.end() :]


def _with_gaps_filled(known: list[str]) -> list[str]:
    """The markers with those between them whose notes lost their number (1 and 3 printed, 2 not)."""
    if not all(marker.isdigit() for marker in known):
        return list(known)
    filled: list[str] = []
    for marker in known:
        if filled and 1 < int(marker) - int(filled[-1]) <= _LONGEST_GAP:
            filled += map(str, range(int(filled[-1]) + 1, int(marker)))
        filled.append(marker)
    return filled


def _take_following(text: str, marks: list[Found]) -> str:
    """Take out the marks that go on counting where those with notes end."""
    while marks[-1].marker.isdigit():
        marker = str(int(marks[-1].marker) + 1)
        found = find_mark(text, marker, marks[-1].offset)
        if found is None:
            break
        text = _cut(text, found, marker, marks)
    return text


def _without_known(text: str, marks: list[Found]) -> str:
    """Take out what must be a mark by its form: a number after the closing point, or glued to a word."""
    if last := _AT_END.search(text):
        marks.append(Found(last.start(), last[1]))
        text = text[: last.start()]
    while glued := _GLUED.search(text):
        text = _cut(text, glued, glued[0], marks)
    return text


def find_mark(text: str, marker: str, at: int = 0) -> re.Match[str] | None:
    """Where a note mark stands in a text, from a place on: a number that counts nothing and names nothing."""
    # Behind a year it may be glued to it: 27 May 20164.
    behind = r"(?:(?<=[\w,.;:”’)\]*])\s?(?<!\d)(?<!\d\.)|(?<=\b(?:19|20)\d\d))"
    form = re.compile(rf"{behind}{re.escape(marker)}/?(?=[\s,.;:)]|$)")
    for found in form.finditer(text, at):
        before = text[: found.start() + 1].rstrip()
        is_named = _NO_MARK.search(before) and not _AFTER_DAY.search(before)
        is_glued = not found[0][:1].isspace() and _GLUED_TO.search(text[: found.start()]) is not None
        if not is_named and (is_glued or not _counts_something(text, found.end())):
            return found
    return None


def _counts_something(text: str, end: int) -> bool:
    """True for a day of a month, a percentage, a figure in groups of three."""
    return _UNIT.match(text, end) is not None
