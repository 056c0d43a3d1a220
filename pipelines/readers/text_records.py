"""Several resolutions in one text: the parts of a lettered one, and neighbours on the pages of a record.

What stands before the first heading, or below one that no formula follows, belongs to a resolution that the text does
not name: it is left out, and said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines import symbols
from pipelines.archive.records import Opening, openings
from pipelines.readers.document import Fault
from pipelines.readers.text_cover import Cover, lines_of
from pipelines.readers.text_forms import CLOSING
from pipelines.readers.text_openings import is_labelled
from pipelines.readers.text_state import Paragraph
from pipelines.symbols import Symbol

_LETTER = re.compile(r"[A-Z]\.?")
_KIND = "neighbour_text"
_DONE = "It is left out."


@dataclass(slots=True)
class Part:
    """One resolution: the lines of its heading, its title where it is a lettered part, the places of its paragraphs.

    is_first: the text begins with it. is_fragment: its beginning is not in the text. is_cut: its end is not.
    is_unformed: it has no enacting formula.
    """

    symbol: Symbol
    head: list[str]
    title: str | None = None
    places: list[int] = field(default_factory=list)
    is_first: bool = False
    is_fragment: bool = False
    is_cut: bool = False
    is_unformed: bool = False


@dataclass(frozen=True, slots=True)
class Headings:
    """Where resolutions open: the last heading of the cover, and those of the body by the place of their line."""

    cover: Opening | None
    body: dict[int, Opening]

    @classmethod
    def of(cls, head: Sequence[str], body: Sequence[str]) -> Headings:
        """Those of a text with these lines of the cover and, without furniture, of the body."""
        found = openings([*head, *body])
        cover = [one for one in found if one.place < len(head) and one.symbol]
        moved = {one.place - len(head): one.moved(len(head)) for one in found if one.place >= len(head)}
        return cls(cover[-1] if cover else None, moved)


def without_neighbour(cover: Cover, own: Symbol | None, text: str) -> Cover:
    """The cover; none where it is the end of the resolution that the page prints the symbol of (`own`)."""
    heading = Headings.of(cover.head, cover.body).cover if own is not None else None
    named = _named(heading)
    if heading is None or named is None or own is None or named.stem == own.stem:
        return cover
    return Cover([], lines_of(text), False, False) if _holds_clauses(cover.head[: heading.place]) else cover


def parts(
    paragraphs: Sequence[Paragraph], cover: Cover, symbol: Symbol, headings: Headings
) -> tuple[list[Part], tuple[Fault, ...]]:
    """The resolutions of a text and what is said of text that belongs to none; `symbol` is that of the document."""
    named = [opened for p in paragraphs if (opened := _named(p.opening))]
    first = _first(cover, symbol, headings.cover, named)
    found: list[Part | None] = [first]
    lost = []
    if first is not None and headings.cover is not None and _holds_clauses(cover.head[: headings.cover.place]):
        lost.append(f"Text before {first.symbol.normal} belongs to a resolution that is not named.")
        first.head = cover.head[headings.cover.place :]
    for place, paragraph in enumerate(paragraphs):
        part = found[-1]
        if paragraph.kind == "opening":
            found.append(_opened(paragraph, part))
            if found[-1] is None:
                lost.append(f"Below the heading “{paragraph.lines[0][:80]}” stands no enacting formula.")
        elif part is not None:
            part.places.append(place)
        elif len(found) == 1 and not lost:
            lost.append("Text before the first heading belongs to a resolution that is not named.")
    held = [part for part in found if part is not None and any(paragraphs[at].kind == "text" for at in part.places)]
    _mark(held, paragraphs, cover)
    return held, tuple(Fault(_KIND, detail, _DONE) for detail in lost)


def _mark(held: Sequence[Part], paragraphs: Sequence[Paragraph], cover: Cover) -> None:
    """Say of each resolution what it lacks: a beginning, an end, an enacting formula."""
    for part in held:
        kinds = {paragraphs[place].kind for place in part.places}
        is_first = part is held[0] and part.is_first
        part.is_fragment = is_first and not cover.is_whole and "formula" not in kinds
        part.is_unformed = is_first and cover.is_whole and not cover.has_formula
        part.is_cut = part is held[-1] and "closing" not in kinds and part.symbol.stem != held[0].symbol.stem


def _first(cover: Cover, symbol: Symbol, heading: Opening | None, others: Sequence[Symbol]) -> Part | None:
    """The resolution that the text begins with; None for the end of one whose symbol is not printed."""
    head = cover.head
    named = _named(heading)
    if not others or heading is None or named is None:
        return None if symbol in others else Part(symbol.resolution(), head, is_first=True)
    letter = _letter(head, heading.place)
    if named.letter is None or letter is None:
        return Part(named, head, is_first=True)
    return Part(named, head[:letter], " ".join(head[letter + 1 :]) or None, is_first=True)


def _named(opening: Opening | None) -> Symbol | None:
    return symbols.parse(opening.symbol) if opening is not None and opening.symbol else None


def _letter(lines: Sequence[str], start: int = 0) -> int | None:
    """The place of a letter alone on its line."""
    return next((place for place in range(start, len(lines)) if _LETTER.fullmatch(lines[place])), None)


def _opened(paragraph: Paragraph, before: Part | None) -> Part | None:
    """The resolution that opens below this heading; None without a formula."""
    symbol = _named(paragraph.opening)
    if symbol is None:
        return None
    lines = paragraph.lines
    letter = _letter(lines)
    if symbol.letter is None or letter is None:
        return Part(symbol, lines)
    head = before.head if letter == 0 and before is not None else lines[:letter]
    return Part(symbol, head, " ".join(lines[letter + 1 :]) or None)


def _holds_clauses(lines: Sequence[str]) -> bool:
    """True for lines of a cover that are the end of another resolution: its paragraphs, its plenary meeting."""
    return any(is_labelled(line) or line.endswith(";") or _is_meeting(line) for line in lines)


def _is_meeting(line: str) -> bool:
    return CLOSING.fullmatch(line) is not None and not line[-4:].isdigit()
