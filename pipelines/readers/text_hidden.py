"""Marks of links that Word hides in a printed page and an extraction shows: `22 21F`, `Child,2 1H`, `Rights2221F`.

Beside the mark of note N stands the number N - 1 with a letter (F for a footnote, H for a hyperlink), alone on its line
or glued to what stands before it.
"""

from __future__ import annotations

import re

_BESIDE = re.compile(r"(?<![\d./-])(\d{1,3})\s{1,2}(\d{1,3})[FH](?![\w/])")
_GLUED = re.compile(r"(?<=[^\n\d./-])(\d{2,6})[FH](?![\w/])")


def without_hidden(text: str) -> str:
    """The text without hidden marks that stand beside the note mark they belong to."""
    if not re.search(r"\d[FH]\b", text):
        return text
    return _GLUED.sub(_split, _BESIDE.sub(_kept, text))


def _kept(found: re.Match[str]) -> str:
    return found[1] if int(found[2]) == int(found[1]) - 1 else found[0]


def _split(found: re.Match[str]) -> str:
    """`2221F` is 22 and 21F, `10F` is 1 and 0F."""
    digits = found[1]
    for place in range(1, len(digits)):
        mark, hidden = digits[:place], digits[place:]
        if len(mark) < 4 and str(int(hidden)) == hidden and int(hidden) == int(mark) - 1:
            return mark
    return found[0]
