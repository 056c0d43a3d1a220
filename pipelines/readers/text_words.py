"""Words that a line end or letter-spacing broke, mended by the words that the document itself uses elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_WHOLE = re.compile(r"(?<![\w-])[^\W\d_]{6,}(?![\w-])")
_GENERAL = re.compile(r"(Secretary|Director|Inspector|Auditor|Attorney|Governor)(General|Generals)")
# 2023 –2030, 2010– 2020: a dash with a blank on one side.
_SPACED = re.compile(r"\b([^\W\d_]+)( - | -)([^\W\d_]+)\b")
_ONE_SIDED = re.compile(r"(?<=\d)(?: (–)|(–) )(?=\d)")
# “troop- and police-contributing”: the hyphen at the line's end stays, and so does the space.
_PENDING = re.compile(r"(?:and|or)\s")
_START, _REST = re.compile(r"[“(]?([^\W\d_]{1,20})"), re.compile(r"([a-z]{1,20})[,.;:”)’]{0,2}s?")
# Written with a hyphen and without one in the same document.
_PREFIXES = frozenset(
    {"anti", "co", "inter", "micro", "multi", "non", "over", "post", "pre", "re", "socio", "sub", "under"}
)
_ENOUGH = 2
_LONGEST_FRAGMENT = 3
# Short words that stand by themselves, so that "a long" stays two words where the document also has "along".
_SHORT = (
    "a an i in on at to of or as is it by be no so up us we he me my if do go and are for the but not any "
    "all who has had was its may can her his him our out own per via nor yet too two one six ten new old "
    "use few end aid war law far set inter ad hoc de la le les des du el et see way day men age act "
    "how now off put she did let lay run say pay "
)
_SHORT_WORDS = frozenset(_SHORT.split())


class Words:
    """The words of one document and how often it uses each."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.count: Counter[str] = Counter()
        for line in lines:
            # What a line end may have broken vouches for nothing.
            words = _WORD.findall(line[:-1] if line.endswith("-") else line)
            self.count.update(word.lower() for word in (words[:-1] if line.endswith("-") else words))

    def joined(self, lines: Sequence[str]) -> str:
        """The lines of a paragraph as one text."""
        text = lines[0]
        for line in lines[1:]:
            text += self._glue(text, line)
        return self._mended(" ".join(text.split()))

    def _glue(self, text: str, line: str) -> str:
        """The next line with what joins it: a hyphen at a line end stays unless the document writes one word."""
        before = re.search(r"([^\W\d_]+)-$", text)
        after = re.match(r"[^\W\d_]+", line)
        if not re.search(r"\w-$", text) or _PENDING.match(line):
            return f" {line}"
        if before is None or after is None or not after[0][:1].islower():
            return line
        whole, parted = f"{before[1]}{after[0]}".lower(), f"{before[1]}-{after[0]}".lower()
        if self.count[whole] > self.count[parted]:
            return f"\b{line}"
        return line

    def _mended(self, text: str) -> str:
        text = _ONE_SIDED.sub(r"\1\2", text.replace("-\b", ""))
        text = self._unbroken(_SPACED.sub(self._tightened, text))
        return _WHOLE.sub(self._hyphened, text)

    def _unbroken(self, text: str) -> str:
        """Words that letter-spacing broke (`implementat ion`), where the document has them whole."""
        words = text.split(" ")
        place = 0
        while place + 1 < len(words):
            first, second = _START.fullmatch(words[place]), _REST.fullmatch(words[place + 1])
            if first and second and self._is_broken(first[1].lower(), second[1]):
                words[place : place + 2] = [words[place] + words[place + 1]]
            place += 1
        return " ".join(words)

    def _is_broken(self, first: str, second: str) -> bool:
        if not self.count[first + second]:
            return False
        short, long = sorted((first, second), key=len)
        if len(short) > _LONGEST_FRAGMENT or short in _SHORT_WORDS:
            return False
        return len(short) == 1 or (long not in _SHORT_WORDS and self.count[long] <= 1)

    def _tightened(self, found: re.Match[str]) -> str:
        """Words with blanks beside their hyphen: fenced -off, Secretary - General, troop - and police-contributing."""
        first, blanks, second = found.groups()
        if second in ("and", "or"):
            return f"{first}- {second}"
        is_word = blanks == " -" or (first.islower() and second.islower()) or self.count[f"{first}-{second}".lower()]
        return f"{first}-{second}" if is_word else found[0]

    def _hyphened(self, found: re.Match[str]) -> str:
        """A word whose hyphen a line end took away: SecretaryGeneral, and what the document has with a hyphen."""
        word = found[0]
        if general := _GENERAL.fullmatch(word):
            return f"{general[1]}-{general[2]}"
        parted = self.parted.get(word.lower())
        if parted is None or self.count[word.lower()] > 1 or self.count[parted] < _ENOUGH:
            return word
        cut = parted.index("-")
        return word if parted[:cut] in _PREFIXES else f"{word[:cut]}-{word[cut:]}"

    @cached_property
    def parted(self) -> dict[str, str]:
        """Words with one hyphen by what they are without it."""
        return {word.replace("-", ""): word for word in self.count if word.count("-") == 1}
