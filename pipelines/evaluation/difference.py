"""What differs between two readings of one document: aligned paragraphs, those that agree left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipelines.rows import Row

COMPARED = ("part", "label", "verb")


@dataclass(frozen=True, slots=True)
class Difference:
    """Paragraphs at one place, XML left; `columns` names what differs where the text is the same."""

    official: Row | None
    other: Row | None
    columns: tuple[str, ...] = ()


def differences(official: Sequence[Row], other: Sequence[Row]) -> Iterator[Difference]:
    """All differences in reading order."""
    texts = [row["text"] for row in official], [row["text"] for row in other]
    for tag, a, b, c, d in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        left, right = official[a:b], other[c:d]
        if tag == "equal":
            yield from _same_text(left, right)
            continue
        for place in range(max(len(left), len(right))):
            yield Difference(
                left[place] if place < len(left) else None,
                right[place] if place < len(right) else None,
                ("text",),
            )


def _same_text(official: Sequence[Row], other: Sequence[Row]) -> Iterator[Difference]:
    for one, two in zip(official, other, strict=True):
        if columns := tuple(name for name in COMPARED if one[name] != two[name]):
            yield Difference(one, two, columns)


def pieces(one: str, other: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Both texts cut into pieces, each with True where it differs from the other text."""
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    words = one.split(" "), other.split(" ")
    for tag, a, b, c, d in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        left.append((" ".join(words[0][a:b]), tag != "equal"))
        right.append((" ".join(words[1][c:d]), tag != "equal"))
    return left, right
