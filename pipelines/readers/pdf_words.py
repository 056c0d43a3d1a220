"""The words of a document, by which a hyphen at a line's end is told from one that belongs to the word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from pipelines.readers.pdf_lines import Line

_FIRST_PART = re.compile(r"(?<![^\W\d_])(?<![^\W\d_]-)[^\W\d_]++(?=-[^\W\d_])")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_HYPHENS = ("-", "\u2010", "\u2011")
_ALWAYS = frozenset({"non", "self"})
"""Have their hyphen in the spelling of the United Nations."""
_SHORTEST_PART = 4
"""Letters; shorter first parts (re-, co-) begin whole words as well."""


class Vocabulary:
    """The words that a document prints inside a line, hyphened ones too; looked up in its text when asked for."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines

    def is_parted(self, before: str, after: str) -> bool:
        """True where the hyphen between a line that ends with `before` and `after` only parts a word.

        Where lines end with a space, a hyphen without one belongs to the word, unless the document parts words.
        """
        first, second = _LAST_WORD.search(before), _FIRST_WORD.match(after)
        if not first or not second or (self._has_blank_ends and not self._parts_words):
            return False
        one, two = _folded(first[0]), second[0].lower()
        if self._prints(f"{one}-{two}"):
            return False
        if self._prints(one + two):
            return True
        return self._parts_words and second[0][0].islower() and not self._is_compound(one, two)

    def _prints(self, word: str) -> bool:
        at = self._text.find(word)
        while at >= 0:
            if _is_whole(self._text, at, at + len(word)):
                return True
            at = self._text.find(word, at + 1)
        return False

    @cached_property
    def _text(self) -> str:
        # A line ends in the middle of a word as far as anybody can tell: what stands before `_` is no whole word.
        return _folded("_".join(self._whole()))

    def _whole(self) -> Iterator[str]:
        """The lines without what their ends may have parted."""
        is_parted = False
        for line in self.lines:
            text = _FIRST_WORD.sub("", line.text, count=1) if is_parted else line.text
            is_parted = text.endswith(_HYPHENS)
            yield _LAST_WORD.sub("", text[:-1]) if is_parted else text

    @cached_property
    def _first_parts(self) -> frozenset[str]:
        return _ALWAYS | {first for first in _FIRST_PART.findall(self._text) if len(first) >= _SHORTEST_PART}

    @cached_property
    def _has_blank_ends(self) -> bool:
        return sum(line.ends_blank for line in self.lines) * 2 > len(self.lines)

    @cached_property
    def _parts_words(self) -> bool:
        """The document parts words at line ends: of those it also prints inside lines, most have no hyphen there."""
        whole = hyphened = 0
        for above, line in pairwise(self.lines):
            if not above.text.endswith(_HYPHENS):
                continue
            first, second = _LAST_WORD.search(above.text[:-1]), _FIRST_WORD.match(line.text)
            if first and second:
                one, two = _folded(first[0]), second[0].lower()
                whole += self._prints(one + two)
                hyphened += self._prints(f"{one}-{two}")
        return whole > 1 and whole > hyphened

    def _is_compound(self, one: str, two: str) -> bool:
        """True where the document has other words with a hyphen after `one`, or prints both by themselves."""
        return one in self._first_parts or (self._prints(one) and self._prints(two))


def _folded(word: str) -> str:
    return word.lower().replace("\u2011", "-").replace("\u2010", "-")


def _is_whole(text: str, start: int, end: int) -> bool:
    """True where no letter, and no hyphen with a letter behind it, stands beside a stretch; what follows is no `_`."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if before[-1:].isalpha() or (before[-1:] == "-" and before[:-1].isalpha()):
        return False
    return after[:1] not in ("", "_") and not after[0].isalnum() and not (after[0] == "-" and after[1:].isalpha())
