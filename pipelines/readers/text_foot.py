"""Notes at the foot of a page or the end of a text: below a rule, or numbered lines after the line of adoption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.readers.months import MONTH
from pipelines.readers.text_forms import CLOSING
from pipelines.readers.text_notes import find_mark

_RULE = re.compile(r"_{3,}|—{3,}|-{3,}")
_NOTE = re.compile(r"(\d{1,3}|\*{1,3})(?:/|\.)?\s+(?=\S)")
# Typewritten pages have a stroke behind the mark, in the text and at the foot: "1/ S/1994/62."
_STRUCK_NOTE = re.compile(r"\d{1,2}/\s+\S")
# Notes of scans, above which no rule is read: by how they cite, at the end of a page.
_CITING = re.compile(r"\d{1,3}[.)]?\s+(?:Ibid\b|United Nations, |See |Official Records|[AES]/[A-Z\d])")
_BARE_MARKER = re.compile(r"\d{1,3}|\*{1,3}")
_ADOPTED = re.compile(r"(?:Adopted|Adapted|Approved) (?:unanimously|at|by|without|on)\b")
# How a note begins whose number an extraction lost, after the point of the one before it.
_NEXT_NOTE = re.compile(r"(?<=\.) (?=Ibid\.|United Nations, |See |Resolution \d|Official Records|[AES]/[A-Z\d])")
# What no note begins with: formula, line of adoption, opening words.
_TEXT = re.compile(
    r"The (?:General Assembly|Security Council|Economic and Social)|\d+(?:st|nd|rd|th) plenary|[A-Z][a-z]+ing "
)
_TWICE = re.compile(r"(\d{1,3}) \1(?=\s+[A-Z“]|$)")
_LONGEST_MARKER = 4
_MOST_LINES = 80
"""Lines of a page that are looked at from its end."""
# A line that begins with a day goes on with a sentence: "until / 1 March 2000;" (S/RES/1279).
_DAY = re.compile(rf"\d{{1,2}} (?:{MONTH})\b")
_ITEM_LABEL = re.compile(r"\((?:[a-z]{1,2}|[ivx]{1,5})\)|\d{1,3}\.\s")


def notes_start(lines: Sequence[str], last: int = 0) -> int | None:
    """Where the notes of a page start: below a rule with a note under it, or after the line of adoption.

    last: the number of the last note on the pages before.
    """
    for place, line in enumerate(lines):
        if _RULE.fullmatch(line) and (_is_note(_first(lines[place + 1 :])) or _are_displaced(lines[place + 1 :])):
            return place + 1
    struck = next((i for i, line in enumerate(lines) if _STRUCK_NOTE.match(line)), None)
    if struck is not None:
        return struck
    adopted = max((i for i, line in enumerate(lines) if _ADOPTED.match(line)), default=len(lines))
    after = range(adopted + 1, len(lines))
    below = next((i for i in after if not lines[i - 1] and _NOTE.match(lines[i])), None)
    if below is not None:
        return below
    marked = _marked_start(lines, last)
    return _citing_start(lines) if marked is None else marked


def _marked_start(lines: Sequence[str], last: int) -> int | None:
    """Where notes begin above which no rule is read: numbered in order up to the page's end, their marks above them.

    Below a blank line the number that follows the last note's needs no mark that is found.
    """
    for place in range(max(0, len(lines) - _MOST_LINES), len(lines)):
        rest = [_once(line) for line in lines[place:]]
        number = _number_of_note(rest[0], rest[1:])
        if number is None or not _are_notes(number, rest[1:]):
            continue
        above = lines[max(0, place - _MOST_LINES) : place]
        is_next = number == last + 1 and place > 0 and not lines[place - 1]
        if is_next or find_mark(" ".join(line for line in above if line), str(number)):
            return place
    return None


def _once(line: str) -> str:
    """The line without a marker that is printed twice: `2 2 See …`."""
    found = _TWICE.match(line)
    return line[found.end(1) + 1 :] if found else line


def _number_of_note(line: str, after: Sequence[str]) -> int | None:
    """The number of a note that begins on this line: alone, or before words that begin as those of notes do."""
    if line.isdigit() and len(line) < _LONGEST_MARKER:
        return int(line) if re.match(r"[A-Z“]", _first(after)) else None
    found = _NOTE.match(line)
    if found is None or not found[1].isdigit() or any(form.match(line) for form in (_ITEM_LABEL, _DAY)):
        return None
    if CLOSING.fullmatch(line):
        return None
    return int(found[1]) if re.match(r"[A-Z“]", line[found.end() :]) else None


def _are_notes(number: int, lines: Sequence[str]) -> bool:
    """True for lines that hold the rest of this note, and the notes after it."""
    for place, line in enumerate(lines):
        if _ITEM_LABEL.match(line) or _TEXT.match(line):
            return False
        following = _number_of_note(line, lines[place + 1 :])
        if following == number + 1:
            number += 1
        elif line.isdigit():
            return False
    return True


def _first(lines: Sequence[str]) -> str:
    return next((line for line in lines if line), "")


def _are_displaced(lines: Sequence[str]) -> bool:
    """True for notes some of whose markers stand alone, below their texts: they end the page."""
    held = [line for line in lines if line]
    markers = sum(_BARE_MARKER.fullmatch(line) is not None for line in held)
    return markers > 0 and not any(_ITEM_LABEL.match(line) or _TEXT.match(line) for line in held)


def _citing_start(lines: Sequence[str]) -> int | None:
    """Where lines begin that cite as notes do, numbered in order, with nothing of the text after them."""
    start: int | None = None
    last, before = 0, ""
    for place, line in enumerate(lines):
        number = int(found[0]) if (found := re.match(r"\d{1,3}", line)) and _NOTE.match(line) else None
        is_next = start is not None and number == last + 1 and not _ITEM_LABEL.match(line)
        if is_next or (_CITING.match(line) and not _ITEM_LABEL.match(line) and _has_ended(before)):
            start = place if start is None or not is_next else start
            last = number or last
        elif start is not None and (_ITEM_LABEL.match(line) or _TEXT.match(line)):
            start = None
        before = line or before
    return start


def _has_ended(before: str) -> bool:
    return before[-1:] in ";.,:" or before[-4:].isdigit()


def foot_notes(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Marker and text of each note; markers that stand in a column of their own are dealt out to the texts."""
    held = [_once(line) for line in lines if line]
    count = next((i for i, line in enumerate(held) if not _BARE_MARKER.fullmatch(line)), len(held))
    alone = sum(_BARE_MARKER.fullmatch(line) is not None for line in held)
    if count and count == alone:
        return _dealt_out(held[:count], held[count:])
    if alone:
        return _displaced(held)
    found: list[tuple[str, str]] = []
    for line in held:
        start = _NOTE.match(line)
        if start:
            found.append((start[1], line[start.end() :]))
        elif found:
            marker, text = found[-1]
            found[-1] = (marker, f"{text}{'' if text.endswith('-') else ' '}{line}")
    return [part for place, one in enumerate(found) for part in _parted(*one, found[place + 1 : place + 2])]


def _displaced(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Notes whose first texts stand above all markers, and whose first markers stand alone below the last text."""
    first = next((place for place, line in enumerate(lines) if _BARE_MARKER.fullmatch(line)), len(lines))
    last = max((place for place, line in enumerate(lines) if not _BARE_MARKER.fullmatch(line)), default=-1)
    found = _dealt_out(lines[last + 1 :], lines[:first])
    for line in lines[first : last + 1]:
        if _BARE_MARKER.fullmatch(line):
            found.append((line, ""))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line}".strip())
    return [one for one in found if one[1]]


def _parted(marker: str, text: str, following: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The note, and those run together with it: 1 is followed by 3, and its text has two beginnings."""
    if not (marker.isdigit() and following and following[0][0].isdigit()):
        return [(marker, text)]
    parts = _NEXT_NOTE.split(text)
    count = int(following[0][0]) - int(marker)
    if len(parts) != count:
        return [(marker, text)]
    return [(str(int(marker) + place), part) for place, part in enumerate(parts)]


def _dealt_out(markers: Sequence[str], lines: Sequence[str]) -> list[tuple[str, str]]:
    """Notes whose markers stand before all their texts; a text ends with a point at the end of a line."""
    texts: list[str] = []
    is_open = False
    for line in lines:
        if is_open:
            texts[-1] += f" {line}"
        else:
            texts.append(line)
        is_open = not line.endswith((".", ".”"))
    if len(texts) > len(markers):
        return []
    return list(zip(markers, texts, strict=False))


def _is_note(line: str) -> bool:
    return bool((_NOTE.match(line) or _BARE_MARKER.fullmatch(line)) and not _ITEM_LABEL.match(line))
