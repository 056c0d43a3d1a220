"""The words at the start of a clause, and the small steps over them that every part of the grammar takes."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipelines.clauses.lexicon import Words, lexicon

_WORD = re.compile(r"\s*([^\W\d_]+(?:[-’'][^\W\d_]+)*)")


class Word(NamedTuple):
    """One word in lower case with its place in the text; `is_joined`: only blanks stand before it."""

    text: str
    start: int
    end: int
    is_joined: bool
    is_capital: bool


class TextWords(list[Word]):
    """The words of a text from a place on, as far as `limit` code points after it; each is read when asked for."""

    def __init__(self, text: str, start: int = 0, limit: int = 130) -> None:
        super().__init__()
        self._unread = _WORD.finditer(text, start, start + limit)
        self._end = start

    def reaches(self, at: int) -> bool:
        """True where there is a word at that place."""
        while len(self) <= at:
            match = next(self._unread, None)
            if match is None:
                return False
            word = match[1]
            begin, end = match.span(1)
            self.append(Word(word.lower(), begin, end, match.start() == self._end, word[0].isupper()))
            self._end = end
        return True

    def first_from(self, place: int) -> int | None:
        """The first word that begins at or after a place in the text."""
        at = 0
        while self.reaches(at) and self[at].start < place:
            at += 1
        return at if at < len(self) else None

    def end(self) -> int:
        """The place in the text where the last word ends."""
        while self.reaches(len(self)):
            pass
        return self._end


class Cursor:
    """Looks at words by their place; a phrase goes on as long as only blanks stand between its words."""

    def __init__(self, words: TextWords) -> None:
        self.words = words
        self.lexicon = lexicon()

    def word(self, at: int, first: int = -1) -> str:
        """The word at a place, or an empty one where the text or the run of joined words ends."""
        words = self.words
        if at >= len(words) and not words.reaches(at):
            return ""
        word = words[at]
        return word.text if word.is_joined or at == first else ""

    def stands(self, at: int, wanted: Words) -> bool:
        return all(self.word(at + step, at if step == 0 else -1) == word for step, word in enumerate(wanted))

    def intensifiers(self, at: int, first: int = -1) -> tuple[int, list[str]]:
        """Words that strengthen or repeat, from a place on, as far as they go."""
        found: list[str] = []
        while (word := self.word(at, first)) and (options := self.lexicon.intensifiers.get(word)):
            fitting = next((words for words in options if len(words) == 1 or self.stands(at, words)), None)
            if fitting is None:
                break
            found.append("_".join(fitting))
            at += len(fitting)
        return at, found

    def adverbs(self, at: int, is_open: bool) -> tuple[int, list[str]]:
        """Intensifiers, and after a marker (`To urgently and fully adopt`) any word in -ly and `better`."""
        at, found = self.intensifiers(at)
        while is_open and (place := self._adverb(at, is_second=bool(found))) is not None:
            found.append(self.word(place))
            at, more = self.intensifiers(place + 1)
            found += more
        return at, found

    def _adverb(self, at: int, *, is_second: bool) -> int | None:
        """The place of an adverb that stands at a place, or behind an `and` there if it is not the first one."""
        place = at + 1 if is_second and self.word(at) == "and" else at
        word = self.word(place)
        return place if (word.endswith("ly") and not self.lexicon.inflected(word)) or word == "better" else None
