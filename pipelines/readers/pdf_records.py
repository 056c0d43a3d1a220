"""Neighbours on the pages of a record: resolutions one after another, each under its number and title.

What stands before the first heading, or below one that no formula follows, belongs to a resolution that the pages do
not name: it is left out, and said.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines import symbols
from pipelines.archive.records import openings
from pipelines.readers.document import Fault
from pipelines.readers.pdf_kinds import is_closing
from pipelines.readers.pdf_paragraphs import Paragraph
from pipelines.readers.pdf_parts import Part, is_letter

_DONE = "It is left out."


def records(paragraphs: Sequence[Paragraph]) -> tuple[list[Part], tuple[Fault, ...]]:
    """The resolutions of a record, and what is said of text that belongs to none."""
    texts = [paragraph.text for paragraph in paragraphs]
    found = [one for one in openings(texts) if one.symbol or _follows_an_end(texts, one.place)]
    lost = []
    if not found or found[0].place > 0:
        lost.append("Text before the first heading belongs to a resolution that is not named.")
    lost += [
        f"Below the heading “{texts[one.place][:80]}” stands no enacting formula." for one in found if not one.symbol
    ]
    ends = [*(one.place for one in found[1:]), len(paragraphs)]
    parts: list[Part] = []
    for one, end in zip(found, ends, strict=True):
        symbol = symbols.parse(one.symbol) if one.symbol else None
        if symbol is not None and one.body is not None:
            head = _heading(paragraphs[one.place : one.body], parts[-1] if parts else None)
            parts.append(Part(symbol.letter, head, list(paragraphs[one.body : end]), symbol))
    if parts and found[-1].symbol and not any(is_closing(one.text) for one in parts[-1].body):
        parts[-1].is_cut = True
    return parts, tuple(Fault("neighbour_text", detail, _DONE) for detail in lost)


def _follows_an_end(texts: Sequence[str], place: int) -> bool:
    return place > 0 and is_closing(texts[place - 1])


def _heading(printed: Sequence[Paragraph], before: Part | None) -> list[Paragraph]:
    """The heading without the letter of a part: its own title, else that of the whole."""
    letter = next((place for place, one in enumerate(printed) if is_letter(one.text)), None)
    if letter is None:
        return list(printed)
    own = list(printed[letter + 1 :])
    return own or list(printed[:letter]) or (before.title if before is not None else [])
