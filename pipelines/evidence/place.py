"""The lines of a document's text around the place that a row names."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.evidence.proof import Claim

AROUND = 2
"""Lines shown before and after, for context."""
LONGEST = 160
"""Code points of a line that is context only."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the reader's text, numbered from 1: what stands before the span, in it (`marked`), and after it.

    A line of context stands in `before` alone, cut where it is long. `opens`: the span begins here; `closes`: it ends.
    """

    number: int
    before: str
    marked: str = ""
    after: str = ""
    opens: bool = False
    closes: bool = False


def place(claim: Claim, text: str) -> list[Line]:
    """The lines that a claim's span touches, and some around them."""
    start, end = (claim.holder["span_start"] + within for within in (claim.start, claim.end))
    lines, at = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        lines.append(_line(number, line, start - at, end - at))
        at += len(line) + 1
    touched = [index for index, line in enumerate(lines) if line.marked]
    if not touched:
        return []
    first, last = max(0, touched[0] - AROUND), touched[-1] + AROUND + 1
    return [line for line in lines[first:last] if line.before or line.marked]


def _line(number: int, line: str, start: int, end: int) -> Line:
    """One line, with the span counted from its first code point."""
    if end <= 0 or start >= len(line):
        return Line(number, line if len(line) <= LONGEST else f"{line[:LONGEST]}…")
    first, last = max(0, start), min(end, len(line))
    return Line(number, line[:first], line[first:last], line[last:], opens=start >= 0, closes=end <= len(line))
