"""Automatic numbers of a Word file (numbering.xml): the label that Word would print in front of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipelines.readers.word_package import Element, W
from pipelines.readers.word_styles import Number

_PLACE = re.compile(r"%([1-9])")
_ROMAN = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")]
_ROMAN += [(9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
# Bullets set in symbol fonts, at the places where those fonts keep them.
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "–", "o": "○", "\uf06f": "○", "\uf0d8": "•", "\uf0a8": "•"}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: form of its numbers, printed text with %1 … %9, first number."""

    form: str
    text: str
    start: int


Lists = dict[str, tuple[str, dict[int, Level]]]
"""By numId: the definition that lists share their counters by, and the levels."""


class Numbering:
    """The lists of a file with their counters, which run through the document; `load` gives the root of numbering.xml.

    It is loaded with the first paragraph that bears an automatic number: most documents have none.
    """

    def __init__(self, load: Callable[[], Element | None]) -> None:
        self._load = load
        self._lists: Lists | None = None
        self._counters: dict[str, dict[int, int]] = {}

    def label(self, number: Number | None) -> str | None:
        """The next label of a list; None for a paragraph without number."""
        if number is None:
            return None
        if self._lists is None:
            self._lists = _read(self._load())
        if number[0] not in self._lists:
            return None
        shared, levels = self._lists[number[0]]
        depth = number[1]
        level = levels.get(depth)
        if level is None or level.form == "none":
            return None
        counts = self._counters.setdefault(shared, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        if level.form == "bullet":
            return _BULLETS.get(level.text.strip(), level.text.strip()[:1] or "•")
        return _PLACE.sub(lambda place: _printed(levels, counts, int(place[1]) - 1), level.text).strip() or None


def _read(root: Element | None) -> Lists:
    if root is None:
        return {}
    kinds = {one.get(W + "abstractNumId") or "": _levels(one) for one in root.iterfind(W + "abstractNum")}
    lists: Lists = {}
    for one in root.iterfind(W + "num"):
        name = one.get(W + "numId") or ""
        kind = _value(one.find(W + "abstractNumId"))
        changed = {_whole(over.get(W + "ilvl")): over for over in one.iterfind(W + "lvlOverride")}
        levels = {depth: _overridden(level, changed.get(depth)) for depth, level in kinds.get(kind, {}).items()}
        lists[name] = (f"{kind}/{name}" if changed else kind, levels)
    return lists


def _levels(definition: Element) -> dict[int, Level]:
    return {_whole(level.get(W + "ilvl")): _level(level) for level in definition.iterfind(W + "lvl")}


def _level(level: Element) -> Level:
    held = {part.tag: part.get(W + "val") or "" for part in level}
    return Level(held.get(W + "numFmt", "decimal"), held.get(W + "lvlText", ""), _whole(held.get(W + "start"), 1))


def _overridden(level: Level, change: Element | None) -> Level:
    if change is None:
        return level
    own = change.find(W + "lvl")
    level = _level(own) if own is not None else level
    start = change.find(W + "startOverride")
    return Level(level.form, level.text, _whole(_value(start), level.start)) if start is not None else level


def _printed(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    return _FORMS.get(level.form, str)(counts.get(depth, level.start))


def _letters(value: int) -> str:
    """1 a, 26 z, 27 aa, 53 aaa: Word repeats the letter."""
    return chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1) if value > 0 else ""


def _roman(value: int) -> str:
    printed = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        printed += sign * count
    return printed


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
}


def _value(element: Element | None) -> str:
    return (element.get(W + "val") or "") if element is not None else ""


def _whole(value: str | None, otherwise: int = 0) -> int:
    return int(value) if value and value.isdecimal() else otherwise
