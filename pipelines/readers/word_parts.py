"""Lettered parts of one Word file: A and B, each with a formula of its own under its letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.readers.word_cover import is_formula
from pipelines.readers.word_pieces import Piece
from pipelines.symbols import Symbol

_LETTER = re.compile(r"[A-Z]\.?")
_LINES_BETWEEN = 4


def body_start(symbol: Symbol, found: list[Piece], length: int) -> int:
    """Length of the head that all parts share: it ends before the letter of the first one."""
    if not symbol.is_collection:
        return length
    letters = (place for place in range(max(0, length - _LINES_BETWEEN), length) if found[place].text.text == "A")
    return next(letters, length)


def parts_of(symbol: Symbol, found: list[Piece]) -> Iterator[tuple[Symbol, list[Piece]]]:
    """The parts with their symbols: one, or those of a document whose symbol names several (A-C)."""
    starts = _starts(found) if symbol.is_collection else []
    if len(starts) < 2:
        yield symbol, found
        return
    for (start, letter), (end, _) in zip(starts, [*starts[1:], (len(found), "")], strict=True):
        yield symbol.part(letter), found[start + 1 : end]


def _starts(found: list[Piece]) -> list[tuple[int, str]]:
    """Where a letter stands alone, in the order of the alphabet, with a formula soon after it."""
    starts: list[tuple[int, str]] = []
    for place, piece in enumerate(found):
        letter = piece.text.text.rstrip(".")
        if not _LETTER.fullmatch(piece.text.text) or letter != chr(ord("A") + len(starts)):
            continue
        if any(is_formula(one.text.text) for one in found[place + 1 : place + 1 + _LINES_BETWEEN]):
            starts.append((place, letter))
    return starts
