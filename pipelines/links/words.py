"""Words of a text with their places, normalised so that a title is found however it is printed.

Case, punctuation, spaces, apostrophes and hyphens (also U+2011) do not count.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
_APOSTROPHES = str.maketrans("", "", "’'")


class Word(NamedTuple):
    """One word: normal form, first code point, one past the last."""

    key: str
    start: int
    end: int


def words(text: str, breaks: Collection[int] = ()) -> list[Word]:
    """Words of `text` in order; one that runs over a place of `breaks` is two (the blank lost at a note mark)."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters (İ) grow when lowered and would shift every place after them
        lowered = "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in text)
    found = [
        Word(match.group().translate(_APOSTROPHES), match.start(), match.end()) for match in _WORD.finditer(lowered)
    ]
    return [piece for word in found for piece in _pieces(word, breaks)] if breaks else found


def _pieces(word: Word, breaks: Collection[int]) -> list[Word]:
    for place in breaks:
        if word.start < place < word.end and word.end - word.start == len(word.key):
            cut = place - word.start
            return [Word(word.key[:cut], word.start, place), Word(word.key[cut:], place, word.end)]
    return [word]


def key(name: str) -> tuple[str, ...]:
    """Normal form of a name: its words without a leading article."""
    found = tuple(word.key for word in words(name))
    return found[1:] if found[:1] == ("the",) else found
