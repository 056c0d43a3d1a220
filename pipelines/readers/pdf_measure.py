"""The layout of a document's running text, measured on its lines: type, pitch, edges, gaps between paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.readers.pdf_furniture import Page
from pipelines.readers.pdf_lines import Line

# A note's mark may stand behind the stop: “the World Summit,4/”.
MARK = r"(?:\s?\d{1,3}/)?"
SENTENCE_END = re.compile(rf"[;.:!?…][”\"’)\]]*{MARK}$|[;,] (?:and|or)$")
COMMA_END = re.compile(rf",[”\"’)\]]*{MARK}$")
_NUMBERED = re.compile(r"\d{1,3}\.(?=\s|$)|\([a-z]{1,4}\)(?=\s|$)")
_SLACK, _SLACK_OF_SCANS = 0.12, 0.16
_GAP = 1.3
_NARROW_GAP = 1.1
_WIDEST_PITCH = 1.45
"""Share of the type size."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The layout of a document's running text: type size, line pitch, left and right edge of the lines.

    gap: distance of lines from which a new paragraph begins. has_gaps: paragraphs are parted by such a distance.
    slack: share by which the size of type may differ inside a paragraph, more where a machine read it off an image.
    """

    size: float
    pitch: float
    left: float
    right: float
    gap: float
    has_gaps: bool
    slack: float

    @classmethod
    def of(cls, pages: Sequence[Page], size: float, *, is_read_off: bool = False) -> Measure:
        """Taken from the lines of the body's type."""
        lines = [line for page in pages for line in page.lines if abs(line.size - size) <= 0.6]
        steps = list(_steps(pages, size))
        pitches = Counter(distance for distance, _, _ in steps)
        pitch = _pitch(pitches, size)
        gap = _gap(steps, pitch)
        lefts = Counter(round(line.x0) for line in lines)
        rights = Counter(round(line.x1 / 2) * 2 for line in lines)
        return cls(
            size=size,
            pitch=pitch,
            left=_left(lefts),
            right=rights.most_common(1)[0][0] if rights else 0.0,
            gap=gap,
            has_gaps=_has_gaps(steps, gap),
            slack=_SLACK_OF_SCANS if is_read_off else _SLACK,
        )


Step = tuple[float, Line, Line]


def _steps(pages: Sequence[Page], size: float) -> Iterator[Step]:
    """(distance, line above, line) for neighbours on a page, rounded to half a point."""
    for page in pages:
        for above, line in zip(page.lines, page.lines[1:], strict=False):
            if abs(line.size - size) <= 0.6 and 0 < above.y - line.y < 3 * size:
                yield round((above.y - line.y) * 2) / 2, above, line


def _pitch(pitches: Counter[float], size: float) -> float:
    """The smallest distance of lines that is common: in a document of short paragraphs it is not the commonest."""
    enough = max(1.0, 0.15 * sum(pitches.values()))
    common = [gap for gap, count in pitches.items() if count >= enough and gap > 0.9 * size]
    return min([*common, _WIDEST_PITCH * size])


def _left(edges: Counter[int]) -> float:
    """The leftmost edge that is common: in a document of short paragraphs most lines may be indented first ones."""
    most = max(edges.values(), default=0)
    return min((edge for edge, count in edges.items() if count * 2 >= most), default=0.0)


def _gap(steps: Sequence[Step], pitch: float) -> float:
    """Where a paragraph begins: well above the pitch, or a little where sentences end before that very distance."""
    narrow: dict[float, list[bool]] = {}
    for distance, above, _ in steps:
        if pitch * _NARROW_GAP < distance <= pitch * _GAP:
            narrow.setdefault(distance, []).append(has_ended(above))
    enough = max(3, 0.08 * len(steps))
    found = [one for one, ended in narrow.items() if len(ended) >= enough and sum(ended) >= 0.8 * len(ended)]
    return (pitch + min(found)) / 2 if found else pitch * _GAP


def _has_gaps(steps: Sequence[Step], gap: float) -> bool:
    """Told by the numbered paragraphs; without enough of them, by the lines below one that a stop ends."""
    numbered = [distance > gap for distance, above, line in steps if _NUMBERED.match(line.text) and has_ended(above)]
    if len(numbered) > 1:
        return sum(numbered) * 2 > len(numbered)
    starts = [distance > gap for distance, above, line in steps if not line.text[:1].islower() and has_ended(above)]
    return sum(starts) * 2 > len(starts) or not starts


def has_ended(line: Line) -> bool:
    """True for a line that ends as paragraphs do."""
    return SENTENCE_END.search(line.text) is not None or COMMA_END.search(line.text) is not None
