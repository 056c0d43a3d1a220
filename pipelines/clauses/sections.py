"""Headings above a clause: which are open, and the labels (I, B, article 5) of those that number a part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipelines.clauses.labels import UPPER_ALPHA, UPPER_ROMAN, chinese, readings, upper_roman

_NUMBERED = re.compile(
    r"(?P<word>part|section|chapter|title|partie|parte|sección|sección|capítulo|раздел|часть|глава)?\s*"
    r"(?P<label>[IVXL]{1,7}|[A-Z])(?:\s*[.:)]\s*(?P<title>.*)|\s*[–—-]\s+(?P<dashed>.*)|)",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLE = re.compile(
    r"(?P<word>article|artículo|статья|rule|règle|regulation|правило|المادة|第|guideline|principle|conclusion|section)"
    r"\s*(?P<number>\d+)\s*(?P<title>[:.–—-]\s.*|[条\W]{0,2})",
    re.IGNORECASE | re.DOTALL,
)
_OTHER_WORDS = ("guideline", "principle", "conclusion", "section")
_ARABIC_ORDINALS = {"أولا": "I", "ثانيا": "II", "ثالثا": "III", "رابعا": "IV", "خامسا": "V", "سادسا": "VI"}
_ARABIC_ORDINALS |= {"سابعا": "VII", "ثامنا": "VIII", "تاسعا": "IX", "عاشرا": "X", "ألف": "A", "باء": "B", "جيم": "C"}
_ARABIC_ORDINALS |= {"دال": "D", "هاء": "E", "واو": "F", "زاي": "G", "حاء": "H"}
_UNLABELLED, _MINOR = 2, 3
_CLASS_OF_STYLE = {UPPER_ROMAN: 0, UPPER_ALPHA: 1}
_DEFAULT_RANK = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """An open heading. `rank` orders it among others (outermost least); `label` numbers a part of the document."""

    rank: tuple[int, int]
    label: str | None
    text: str
    is_bare: bool = False
    is_title: bool = False
    """Stands without label before the first clause."""


@dataclass(slots=True)
class Headings:
    """The headings open at a point of the document."""

    open: list[Heading] = field(default_factory=list)
    fresh: int = 0
    """How many of the innermost have had no clause yet."""
    has_clause: bool = False
    is_title_due: bool = False

    def begin_annex(self, text: str) -> None:
        """An annex opens under its printed heading; an unlabelled heading right below it is the annex's title."""
        if text:
            self.open = [Heading((-2, 0), None, text)]
        self.is_title_due = True

    def restore(self, earlier: list[Heading]) -> None:
        """Back to the headings of an earlier clause, under which those that had no clause yet stay open."""
        fresh = self.open[len(self.open) - self.fresh :] if self.fresh else []
        self.open = [*(heading for heading in earlier if heading not in fresh), *fresh]

    def push(self, text: str, label: str | None, rank: int | None) -> None:
        """Open a heading; it closes those of its rank and below, unless they are a title set in several lines."""
        heading = self._read(text, label, rank)
        if self.is_title_due and not heading.label:
            heading = Heading((-1, 0), None, text)
        self.is_title_due = False
        top = self.open[-1] if self.open else None
        if top and self.fresh and top.is_bare and not heading.label:
            self.open[-1] = Heading(top.rank, top.label, f"{top.text}. {heading.text}")
            return
        while self.open and self.open[-1].rank >= heading.rank and not self._stays(heading):
            self.open.pop()
            self.fresh = max(0, self.fresh - 1)
        self.open.append(heading)
        self.fresh += 1

    def _stays(self, heading: Heading) -> bool:
        """A title in several lines, and the title of the whole above the first part that bears a label."""
        top = self.open[-1]
        if top.is_title and heading.label:
            return top.rank[0] == heading.rank[0]
        return self.fresh > 0 and top.rank == heading.rank and not heading.label

    def clause(self) -> None:
        """A clause has come: no heading is fresh any more."""
        self.fresh = 0
        self.has_clause = True
        self.is_title_due = False

    @property
    def path(self) -> str | None:
        """The open headings, outermost first."""
        return " > ".join([heading.text for heading in self.open]) if self.open else None

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of the open headings that number a part, outermost first."""
        return tuple([heading.label for heading in self.open if heading.label]) if self.open else ()

    def _read(self, text: str, label: str | None, rank: int | None) -> Heading:
        depth = _DEFAULT_RANK if rank is None else rank
        if label:
            style = self._style(label)
            numbers = label if style in _CLASS_OF_STYLE else None
            point = "" if label.endswith(")") else "."
            whole = f"{label}{point} {text}" if text else label
            return Heading((depth, _CLASS_OF_STYLE.get(style, _MINOR)), numbers, whole, not text)
        if found := part_label(text):
            style = self._style(found[0])
            return Heading((depth, _CLASS_OF_STYLE.get(style, _UNLABELLED)), found[0], text, found[1])
        return Heading((depth, _UNLABELLED), None, text, is_title=not self.has_clause)

    def _style(self, label: str) -> str:
        """Sort of number: I after H and C after B are letters, else Roman."""
        options = readings(label)
        before = {reading for heading in self.open if heading.label for reading in readings(heading.label)}
        for option in options:
            if any(option.style == b.style and option.ordinal == b.ordinal + 1 for b in before):
                return option.style
        for option in options:
            if option.ordinal == 1 or option.style == UPPER_ALPHA:
                return option.style
        return options[0].style if options else ""


def part_label(text: str) -> tuple[str, bool] | None:
    """The label of a heading that numbers a part, and whether the heading says nothing else.

    I, Part II, B., 三, أولا, and Article 5 or Rule 5 (art5 in every language), whose paragraphs each start at 1.
    """
    found = _NUMBERED.fullmatch(text)
    if found and found["label"].isupper():
        return found["label"], not (found["title"] or found["dashed"])
    if article := _ARTICLE.fullmatch(text):
        word = article["word"].lower()
        return f"{word if word in _OTHER_WORDS else 'art'}{int(article['number'])}", len(article["title"]) < 3
    first, _, rest = text.partition(" ")
    if value := chinese(first.rstrip(".、")):
        return upper_roman(value), not rest
    if first in _ARABIC_ORDINALS:
        return _ARABIC_ORDINALS[first], not rest.strip("- ")
    return None
