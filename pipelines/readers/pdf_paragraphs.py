"""Joins the lines of all pages to paragraphs: by gaps between lines, indents, numbers and type face."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.readers.pdf_forms import stands_alone
from pipelines.readers.pdf_furniture import Page
from pipelines.readers.pdf_lines import Line

# A printed number with the gap after it; a year in brackets or a figure in a sentence is none.
_LABEL = re.compile(r"(?:\(?(?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\)|\d{1,3}\.|[–—•●▪·])(?=\s|$)")
# A letter or numeral with its point is a number only where a gap sets it apart: a. Where …, II. Follow-up.
_LETTER = re.compile(r"(?:[a-z]|[ivx]{1,5}|[A-Z]|[IVXL]{1,6})\.")
_SENTENCE_END = re.compile(r"[;.:!?…][”\"’)\]]*$|[;,] (?:and|or)$")
_COMMA_END = re.compile(r",[”\"’)\]]*$")
_GAP = 1.3
_WIDEST_PITCH = 1.45
"""Share of the type size."""
_INDENT = 4.0
_TOLERANCE = 2.5
_SHORT = 0.25
"""Share of the width by which the last line of a paragraph falls short, when it does so clearly."""


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. label: a letter or numeral with its point, set apart from the text (`a.`, `II.`)."""

    lines: list[Line]
    is_centred: bool = False
    label: str | None = None

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def is_tabular(self) -> bool:
        """True where wide gaps stand in half of the lines, a gap after a printed number aside."""
        gaps = sum(line.wide_gaps > (1 if _is_labelled(line) else 0) for line in self.lines if line.wide_gaps)
        return gaps * 2 >= len(self.lines)

    @property
    def pages(self) -> range:
        """The pages that it stands on."""
        return range(self.first.page, self.last.page + 1)

    @property
    def text(self) -> str:
        """Rough text for telling what sort of paragraph it is."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Measure:
    """The layout of a document's running text: type size, line pitch, left and right edge of the lines."""

    size: float
    pitch: float
    left: float
    right: float
    has_gaps: bool

    @classmethod
    def of(cls, pages: Sequence[Page], size: float) -> Measure:
        """Taken from the lines of the body's type."""
        lefts: Counter[float] = Counter()
        rights: Counter[float] = Counter()
        pitches: Counter[float] = Counter()
        for page in pages:
            for above, line in zip([None, *page.lines], page.lines, strict=False):
                if abs(line.size - size) > 0.6:
                    continue
                lefts[round(line.x0)] += 1
                rights[round(line.x1 / 2) * 2] += 1
                if above is not None and 0 < above.y - line.y < 3 * size:
                    pitches[round((above.y - line.y) * 2) / 2] += 1
        pitch = _pitch(pitches, size)
        wide = sum(count for gap, count in pitches.items() if gap > pitch * _GAP)
        return cls(
            size=size,
            pitch=pitch,
            left=lefts.most_common(1)[0][0] if lefts else 0.0,
            right=rights.most_common(1)[0][0] if rights else 0.0,
            has_gaps=wide * 12 >= sum(pitches.values()),
        )


def _pitch(pitches: Counter[float], size: float) -> float:
    """The smallest distance of lines that is common: in a document of short paragraphs it is not the commonest."""
    enough = max(1.0, 0.15 * sum(pitches.values()))
    common = [gap for gap, count in pitches.items() if count >= enough and gap > 0.9 * size]
    return min([*common, _WIDEST_PITCH * size])


def paragraphs(pages: Sequence[Page], measure: Measure) -> list[Paragraph]:
    """All paragraphs in reading order."""
    found: list[Paragraph] = []
    above: Line | None = None
    for page in pages:
        for line in page.lines:
            is_alone = len(found) > 0 and len(found[-1].lines) == 1 and stands_alone(found[-1].first.text)
            if above is None or is_alone or _starts(line, above, found[-1], measure):
                found.append(Paragraph([line]))
            else:
                found[-1].lines.append(line)
            above = line
    for paragraph in found:
        paragraph.is_centred = _is_centred(paragraph, measure)
        paragraph.label = _set_apart(paragraph.first)
    return found


def _starts(line: Line, above: Line, paragraph: Paragraph, measure: Measure) -> bool:
    if line.page != above.page or line.y > above.y:
        return _starts_on_new_page(line, above, paragraph, measure)
    gap = above.y - line.y
    scale = max(1.0, line.size / measure.size)
    if gap > measure.pitch * _GAP * scale:
        return True
    if _differs(line, paragraph):
        return True
    if _is_labelled(line) and line.x0 > _rest(paragraph, measure) + _INDENT and len(paragraph.lines) > 1:
        return True
    if measure.has_gaps:
        return False
    return _is_indented(line, paragraph, measure) or (
        _is_labelled(line) and _SENTENCE_END.search(above.text) is not None
    )


def _starts_on_new_page(line: Line, above: Line, paragraph: Paragraph, measure: Measure) -> bool:
    if _differs(line, paragraph):
        return True
    has_ended = _SENTENCE_END.search(above.text) is not None
    has_comma = _COMMA_END.search(above.text) is not None
    if _is_labelled(line):
        return has_ended or has_comma or line.x0 > _rest(paragraph, measure) + _INDENT
    is_short = above.x1 < measure.right - _SHORT * (measure.right - measure.left)
    if is_short and (has_ended or (has_comma and not line.text[:1].islower())):
        return True
    if line.text[:1].islower() or (len(paragraph.lines) > 1 and _is_flush(line, paragraph)):
        return False
    return _is_indented(line, paragraph, measure) or has_ended


def _is_flush(line: Line, paragraph: Paragraph) -> bool:
    return abs(line.x0 - paragraph.last.x0) < _TOLERANCE


def _rest(paragraph: Paragraph, measure: Measure) -> float:
    """Left edge of the lines after a paragraph's first."""
    return paragraph.last.x0 if len(paragraph.lines) > 1 else min(measure.left, paragraph.first.x0)


def _is_indented(line: Line, paragraph: Paragraph, measure: Measure) -> bool:
    return line.x0 > _rest(paragraph, measure) + _INDENT


def _differs(line: Line, paragraph: Paragraph) -> bool:
    """True where headings and text, or type of another size, meet."""
    first = paragraph.first
    if abs(line.size - first.size) > 0.12 * first.size:
        return True
    is_bold = all(one.bold for one in paragraph.lines)
    if is_bold == line.bold:
        return False
    return is_bold or line.x0 != paragraph.last.x0 or _SENTENCE_END.search(paragraph.last.text) is not None


def _is_centred(paragraph: Paragraph, measure: Measure) -> bool:
    middle = (measure.left + measure.right) / 2
    return all(abs((line.x0 + line.x1) / 2 - middle) < 8 and line.x0 > measure.left + 12 for line in paragraph.lines)


def _is_labelled(line: Line) -> bool:
    return _LABEL.match(line.text) is not None or _set_apart(line) is not None


def _set_apart(line: Line) -> str | None:
    first = line.runs[0].text.strip()
    if len(line.runs) == 1 or not _LETTER.fullmatch(first):
        return None
    return first if line.runs[1].x0 - line.runs[0].x0 > line.size * 1.2 else None


def label_of(text: str) -> str | None:
    """The printed number at the start of a line, with what closes it."""
    found = _LABEL.match(text)
    return found[0] if found else None
