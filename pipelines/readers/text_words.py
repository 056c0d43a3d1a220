"""Words that a line end or letter-spacing broke, mended by the words that the document itself uses elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_PAIR = re.compile(r"(?<![\w-])([^\W\d_]{1,20}) ([a-z]{1,20})(?![\w-])")
_LONGEST_FRAGMENT = 3
# Short words that stand by themselves, so that "a long" stays two words where the document also has "along".
_SHORT = (
    "a an i in on at to of or as is it by be no so up us we he me my if do go and are for the but not any "
    "all who has had was its may can her his him our out own per via nor yet too two one six ten new old "
    "use few end aid war law far set inter ad hoc de la le les des du el al et see way day men age act "
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
        if not re.search(r"\w-$", text):
            return f" {line}"
        if before is None or after is None or not after[0][:1].islower():
            return line
        whole, parted = f"{before[1]}{after[0]}".lower(), f"{before[1]}-{after[0]}".lower()
        if self.count[whole] > self.count[parted]:
            return f"\b{line}"
        return line

    def _mended(self, text: str) -> str:
        text = text.replace("-\b", "")
        return _PAIR.sub(self._pair, text)

    def _pair(self, found: re.Match[str]) -> str:
        first, second = found[1].lower(), found[2].lower()
        short, long = sorted((first, second), key=len)
        is_broken = len(short) <= _LONGEST_FRAGMENT and short not in _SHORT_WORDS and long not in _SHORT_WORDS
        if is_broken and self.count[long] <= 1 and self.count[short] <= 1 and self.count[first + second]:
            return found[1] + found[2]
        return found[0]
