"""Paragraph numbers that an extraction set on a line of their own: before their paragraph, or after its first line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.readers.text_openings import FULL_END, is_labelled, opens_operative

_ALONE = re.compile(r"[–−•▪●○]|\d{1,3}\.|\([a-z]{1,2}\)|\([ivx]{1,5}\)")
_MISREAD = str.maketrans("ILliSOBZ", "11115082")
_SEQUENCED = re.compile(r"([\dILliSOBZ]{1,3}) ?[.,]\s+(?=[A-Z“])")


def mended(line: str, last: int) -> str:
    """The line with its number set right where it must be the next one: `5, Notes`, `S. Appeals` after 4."""
    found = _SEQUENCED.match(line)
    if found is None or found[0].rstrip() == f"{last + 1}.":
        return line
    printed = found[1].translate(_MISREAD)
    is_sure = (found[1].isdigit() and printed != "1") or opens_operative(line[found.end() :])
    return f"{printed}. {line[found.end() :]}" if int(printed) == last + 1 and is_sure else line


def settled(lines: Sequence[str], carried: str | None = None) -> tuple[list[str], str | None]:
    """The lines with every number in front of the first line of its paragraph, and one that the next page begins with.

    carried: such a number from the page before.
    """
    done: list[str] = []
    pending = carried
    for place, line in enumerate(lines):
        if pending and line:
            done.append(f"{pending} {line}")
            pending = None
        elif not _ALONE.fullmatch(line):
            done.append(line)
        elif _stands_after(done, lines[place + 1 :]):
            done[-1] = f"{line} {done[-1]}"
        else:
            pending = line
    return done, pending


def _stands_after(done: Sequence[str], following: Sequence[str]) -> bool:
    """True when the line above is the first of the paragraph that the number belongs to."""
    if not done or not done[-1] or is_labelled(done[-1]) or not done[-1][:1].isupper():
        return False
    above = done[-2] if len(done) > 1 else ""
    if above and not FULL_END.search(above) and not above.endswith(","):
        return False
    following_line = next((line for line in following if line), "")
    if not FULL_END.search(done[-1]):
        return following_line[:1].islower() or opens_operative(done[-1])
    return opens_operative(done[-1]) and not (opens_operative(following_line) or following_line[:1].islower())
