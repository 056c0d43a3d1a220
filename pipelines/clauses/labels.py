"""Printed numbers of paragraphs: what sort of number it is, its place in its sequence, its form in an id.

The same paragraph has the same id in every language, so the letters and numerals of all six are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

ARABIC, ALPHA, ROMAN, UPPER_ALPHA, UPPER_ROMAN, DECIMAL, BULLET = "1", "a", "i", "A", "I", "1.1", "-"
_ROMAN_FORM = re.compile(r"(?:x{0,4})(?:ix|iv|v?i{0,3})|(?:l?x{0,4}|xl)(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CYRILLIC_LOOKS = str.maketrans("асеорхуіАВСЕНКМОРТХІ", "aceopxyiABCEHKMOPTXI")
_CHINESE_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_CHINESE_BRACKETED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_BULLETS = re.compile(r"[–—\-•·▪●○*]")
# A number printed at the start of a paragraph's text: (a), (iv), (12), a), 3., 3.2, a dash or a bullet.
_IN_TEXT = re.compile(
    r"(?P<label>\((?:[a-z]{1,2}|[ivxl]{1,7}|\d{1,2}|[أ-ي]ـ?(?: ?[أ-ي])?|[一二三四五六七八九十]{1,3})\)"
    r"|[a-z]{1,2}\)|[ivxl]{3,7}\)|\d{1,2}\)(?=\s)"
    r"|[㈠-㈩]|’\d{1,2}‘|[–—•●▪·○]|o(?=\s+[A-Z]))\s*(?=\S)"
    r"|(?P<number>\d{1,3}(?:\.\d{1,2})*)(?:\.\s+(?=\S)|\s[–-]\s+(?=[أ-ي])|(?<=\.\d)\s+(?=[A-Z]))"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a label: sort of number with its brackets, and place in the sequence (0 for bullets)."""

    style: str
    ordinal: int
    slug: str | None


# What is left of a decimal number whose beginning is coded: num 1.1 and text "2. …" for 1.1.2 (S/RES/2231).
_REST_OF_DECIMAL = re.compile(r"\.?(?P<rest>\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\S)")
_REST_OF_POINT = re.compile(r"\.\s+(?=\S)")


def complete(label: str, text: str) -> tuple[str, int]:
    """A coded number with what the source left of it at the start of the text, and the offset of what follows."""
    if "." in label and (found := _REST_OF_DECIMAL.match(text)):
        return f"{label}.{found['rest']}", found.end()
    found = _REST_OF_POINT.match(text)
    return label, found.end() if found else 0


def split(text: str) -> tuple[str, int] | None:
    """The label at the start of a text and the offset of what follows it; None where there is none."""
    found = _IN_TEXT.match(text)
    if not found:
        return None
    return found["label"] or found["number"], found.end()


@lru_cache(maxsize=4096)
def readings(label: str) -> tuple[Reading, ...]:
    """The ways to read a label, likeliest first; (i) is roman 1 and letter 9. Empty for what is no number."""
    if _BULLETS.fullmatch(label):
        return (Reading(BULLET + label, 0, None),)
    if label == "o":
        # A bullet of Word as text, or the letter after n.
        return (Reading(BULLET + label, 0, None), *_plain(label, ""))
    bare = label.strip("()’‘'.\u200f\u200e ").translate(_CYRILLIC_LOOKS)
    brackets = "" if label[:1].isalnum() and not label.endswith(")") else "("
    if "’" in label or "‘" in label:
        return tuple(Reading("(" + ROMAN, int(bare), _roman(int(bare))) for _ in "1" if bare.isdigit())
    return tuple(_plain(bare, brackets)) or tuple(_other_script(bare)) or tuple(_decimal(bare))


def _plain(bare: str, brackets: str) -> list[Reading]:
    if bare.isdigit():
        return [Reading(brackets + ARABIC, int(bare), str(int(bare)))]
    lower = bare.lower()
    if not re.fullmatch(r"[a-z]{1,8}", lower) or bare not in (lower, bare.upper()):
        return []
    found = []
    is_upper = bare != lower
    if value := _roman_value(lower):
        found.append(Reading(brackets + (UPPER_ROMAN if is_upper else ROMAN), value, bare))
    if len(set(lower)) == 1 and len(lower) <= 2:
        ordinal = ord(lower[0]) - 96 + 26 * (len(lower) - 1)
        found.append(Reading(brackets + (UPPER_ALPHA if is_upper else ALPHA), ordinal, bare))
    return found


def _other_script(bare: str) -> list[Reading]:
    letter = bare.replace("ـ", "").replace("ا", "أ").replace(" ", "")
    if letter[:1] in _ABJAD and len(set(letter)) == 1 and len(letter) <= 2:
        place = _ABJAD.index(letter[0]) + 1 + 26 * (len(letter) - 1)
        return [Reading("(" + ALPHA, place, _letters(place))]
    if len(bare) == 1 and bare in _CHINESE_BRACKETED:
        value = _CHINESE_BRACKETED.index(bare) + 1
        return [Reading("(" + ROMAN, value, _roman(value))]
    if value := chinese(bare):
        return [Reading("(" + ROMAN, value, _roman(value))]
    return []


def _decimal(bare: str) -> list[Reading]:
    if not re.fullmatch(r"\w{1,4}(?:\.\w{1,3})+", bare):
        return []
    last = readings(bare.rpartition(".")[2])
    return [Reading(f"{DECIMAL}:{bare.rpartition('.')[0]}", last[0].ordinal if last else 0, bare)]


def chinese(numeral: str) -> int:
    """一 … 九十九 as a number; 0 for anything else."""
    if not numeral or not all(sign in _CHINESE_DIGITS or sign == "十" for sign in numeral):
        return 0
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return _CHINESE_DIGITS[tens] if len(tens) == 1 else 0
    return (_CHINESE_DIGITS[tens] if tens else 1) * 10 + (_CHINESE_DIGITS[ones] if ones else 0)


def _roman_value(lower: str) -> int:
    if not lower or not _ROMAN_FORM.fullmatch(lower):
        return 0
    values = [_ROMAN_VALUES[sign] for sign in lower]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _roman(value: int) -> str:
    tens, ones = divmod(value, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


def upper_roman(value: int) -> str:
    """4 -> IV."""
    return _roman(value).upper()


def _letters(place: int) -> str:
    return chr(96 + place) if place <= 26 else chr(96 + place - 26) * 2
