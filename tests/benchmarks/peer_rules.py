"""Lines of text to clauses by a few regular expressions, as a user of a PDF or Word library would write them.

What the peers of tests.benchmarks.readers use: furniture told by repetition, paragraphs by their numbers and by
sentence ends. Shares no code with the readers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_ZONE = 3
"""Lines at the top and at the foot of a page in which furniture stands."""
_DIGITS = re.compile(r"\d+")
_FURNITURE = re.compile(r"\d{1,3}(?:/\d{1,3})?(?:\s+\d\d-\d{5})?|\d\d-\d{5}.*|\*\d{6,9}\*|[AS]/RES/\S+(?: \(\d{4}\))?")
_RULE = re.compile(r"_{5,}")
_FORMULA = re.compile(r"The (?:General Assembly|Security Council|Human Rights Council|Economic and Social Council),?")
_NUMBER = re.compile(r"(\d{1,3}\.|\([a-z]{1,4}\))(?:\s+|$)")
_END = re.compile(r"[;,.:]$|[;,] and$")


class Clause(NamedTuple):
    """One paragraph."""

    part: str
    label: str | None
    text: str


def from_pages(pages: Sequence[str]) -> list[Clause]:
    """The clauses in the texts of pages."""
    kept = without_furniture([[line.strip() for line in page.splitlines() if line.strip()] for page in pages])
    return from_paragraphs(joined(kept))


def without_furniture(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of all pages without headers, footers and what stands below the rule above the footnotes."""
    zones = [{_DIGITS.sub("#", line) for line in (*page[:_ZONE], *page[-_ZONE:])} for page in pages]
    counts = Counter(line for zone in zones for line in zone)
    repeated = {line for line, count in counts.items() if count >= max(2, len(pages) / 3)}
    for page in pages:
        for place, line in enumerate(page):
            if _RULE.match(line):
                break
            is_outer = place < _ZONE or place >= len(page) - _ZONE
            if not (is_outer and (_FURNITURE.fullmatch(line) or _DIGITS.sub("#", line) in repeated)):
                yield line


def joined(lines: Iterable[str]) -> Iterator[str]:
    """Paragraphs: one begins with a number, or with a capital where the line before ends a sentence."""
    held: list[str] = []
    for line in lines:
        is_start = _NUMBER.match(line) or (line[:1].isupper() and held and _END.search(held[-1]))
        if held and (is_start or _FORMULA.fullmatch(line) or _FORMULA.fullmatch(held[-1])):
            yield " ".join(held)
            held = []
        held.append(line)
    if held:
        yield " ".join(held)


def from_paragraphs(paragraphs: Iterable[str]) -> list[Clause]:
    """What follows the enacting formula: preamble up to the first number, operative paragraphs from there on."""
    found: list[Clause] = []
    part = ""
    for paragraph in paragraphs:
        text = " ".join(paragraph.split())
        if _FORMULA.fullmatch(text):
            part = "preamble"
        elif part and text:
            number = _NUMBER.match(text)
            part = "operative" if number else part
            label = number[1].rstrip(".") if number else None
            found.append(Clause(part, label, text[number.end() :] if number else text))
    return found
