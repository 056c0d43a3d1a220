"""What differs between two readings of one document: aligned paragraphs, those that agree left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipelines.evaluation.score import letters
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
    texts = [letters(row["text"]) for row in official], [letters(row["text"]) for row in other]
    for tag, a, b, c, d in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        left, right = official[a:b], other[c:d]
        if tag == "equal":
            yield from _same_text(left, right)
            continue
        yield from _aligned(left, right)


def _same_text(official: Sequence[Row], other: Sequence[Row]) -> Iterator[Difference]:
    for one, two in zip(official, other, strict=True):
        if columns := tuple(name for name in COMPARED if one[name] != two[name]):
            yield Difference(one, two, columns)


def _aligned(official: Sequence[Row], other: Sequence[Row]) -> Iterator[Difference]:
    """Each official paragraph beside the next one here that shares half of its words; the others stand alone."""
    place = 0
    for row in official:
        twin = next((at for at in range(place, len(other)) if _alike(row, other[at])), None)
        if twin is None:
            yield Difference(row, None, ("text",))
            continue
        yield from (Difference(None, alone, ("text",)) for alone in other[place:twin])
        yield Difference(row, other[twin], ("text",))
        place = twin + 1
    yield from (Difference(None, alone, ("text",)) for alone in other[place:])


def _alike(one: Row, other: Row) -> bool:
    words = set(one["text"].split()), set(other["text"].split())
    return 2 * len(words[0] & words[1]) >= max(map(len, words))


def note_differences(official: Sequence[Row], other: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """Notes that stand on one side only, or under another text: a pair for each marker, in reading order."""
    sides = [{row["marker"]: row for row in rows if row["text"]} for rows in (official, other)]
    markers = dict.fromkeys([*sides[0], *sides[1]])
    found = [(sides[0].get(marker), sides[1].get(marker)) for marker in markers]
    return [(one, two) for one, two in found if _note(one) != _note(two)]


def _note(row: Row | None) -> str | None:
    return letters(row["text"]) if row else None


def pieces(one: str, other: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Both texts cut into pieces, each with True where it differs from the other text."""
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    words = one.split(" "), other.split(" ")
    for tag, a, b, c, d in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        left.append((" ".join(words[0][a:b]), tag != "equal"))
        right.append((" ".join(words[1][c:d]), tag != "equal"))
    return left, right
