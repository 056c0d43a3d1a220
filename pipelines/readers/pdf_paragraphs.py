"""Joins the lines of all pages to paragraphs: by gaps between lines, indents, numbers and type face."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.readers.pdf_forms import ADOPTION, DAY, is_label, stands_alone
from pipelines.readers.pdf_furniture import Page
from pipelines.readers.pdf_lines import Line
from pipelines.readers.pdf_measure import SENTENCE_END, Measure, has_ended

# A printed number with the gap after it; a year in brackets or a figure in a sentence is none.
_LABEL = re.compile(r"(?:\(?(?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\)|\d{1,3}\.|[–—•●▪·])(?=\s|$)")
# A letter or numeral with its point is a number only where a gap sets it apart: a. Where …, II. Follow-up.
_LETTER = re.compile(r"(?:[a-z]|[ivx]{1,5}|[A-Z]|[IVXL]{1,6})\.")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LONGEST_LABEL = 8
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


def paragraphs(pages: Sequence[Page], measure: Measure) -> list[Paragraph]:
    """All paragraphs in reading order."""
    found: list[Paragraph] = []
    above: Line | None = None
    for page in pages:
        for place, line in enumerate(page.lines):
            below = page.lines[place + 1] if place + 1 < len(page.lines) else None
            is_alone = len(found) > 0 and len(found[-1].lines) == 1 and stands_alone(found[-1].first.text)
            if above is None or is_alone or _starts(line, above, found, measure, below):
                found.append(Paragraph([line]))
            else:
                found[-1].lines.append(line)
            above = line
    for paragraph in found:
        paragraph.is_centred = _is_centred(paragraph, measure)
        paragraph.label = _set_apart(paragraph.first)
    return found


def _starts(line: Line, above: Line, found: Sequence[Paragraph], measure: Measure, below: Line | None) -> bool:
    paragraph = found[-1]
    if line.in_table != above.in_table or (_is_middle(line, measure) and is_label(line.text)):
        return True
    if line.page != above.page or line.y > above.y:
        return _starts_on_new_page(line, above, paragraph, measure, below)
    if above.y - line.y > measure.gap * max(1.0, line.size / measure.size):
        return not _is_bare_label(above) or _is_labelled(line)
    if _differs(line, paragraph, measure) or _is_adoption(line, above):
        return True
    if _is_labelled(line):
        is_further_in = line.x0 > _rest(paragraph, measure) + _INDENT and len(paragraph.lines) > 1
        if is_further_in or (_is_next_item(line, above, paragraph) and _follows(line, found)):
            return True
    return not measure.has_gaps and _starts_without_gap(line, above, found, measure)


def _is_next_item(line: Line, above: Line, paragraph: Paragraph) -> bool:
    """(b) below an (a) that has ended, at the same indent, without a gap between them."""
    is_below = abs(line.x0 - paragraph.first.x0) < _TOLERANCE and _is_labelled(paragraph.first)
    return is_below and SENTENCE_END.search(above.text) is not None


def _is_adoption(line: Line, above: Line) -> bool:
    """The line that names the meeting, right below the last paragraph, and what follows the day below it."""
    if DAY.fullmatch(above.text):
        return True
    return ADOPTION.fullmatch(line.text) is not None and SENTENCE_END.search(above.text) is not None


def _starts_without_gap(line: Line, above: Line, found: Sequence[Paragraph], measure: Measure) -> bool:
    """Told by numbers and indents alone, where no more than a line end parts paragraphs."""
    paragraph = found[-1]
    if _is_labelled(line):
        if not _follows(line, found):
            return False
        return has_ended(above) or _is_short(above, measure)
    if line.text[:1].islower() or _goes_on(line, above, paragraph, measure):
        return SENTENCE_END.search(above.text) is not None and _is_short(above, measure)
    return line.x0 > _rest(paragraph, measure) + _INDENT


def _follows(line: Line, found: Sequence[Paragraph]) -> bool:
    """False for (v) where no item (iv) stands above: such a number stands inside a sentence."""
    before = _before((label_of(line.text) or "").strip("()"))
    return not before or any((label_of(one.first.text) or "").strip("()") in before for one in found)


def _before(bare: str) -> set[str]:
    """The letter or numeral before one; none for the first of either and for what is neither."""
    if bare == _ROMANS[0]:
        return set()
    letters = {chr(ord(bare) - 1)} if len(bare) == 1 and "a" < bare <= "z" else set()
    return letters | ({_ROMANS[_ROMANS.index(bare) - 1]} if bare in _ROMANS[1:] else set())


def _starts_on_new_page(line: Line, above: Line, paragraph: Paragraph, measure: Measure, below: Line | None) -> bool:
    if _differs(line, paragraph, measure) or _is_adoption(line, above):
        return True
    is_further_in = line.x0 > _rest(paragraph, measure) + _INDENT
    if _is_labelled(line):
        return has_ended(above) or is_further_in
    if _is_bare_label(above) or _goes_on(line, above, paragraph, measure):
        return False
    has_sentence = SENTENCE_END.search(above.text) is not None
    if line.text[:1].islower():
        return has_sentence and _is_short(above, measure)
    is_opening = _is_short(above, measure) or _opens_slanted(line, above) or _hangs_over(line, below)
    if (has_ended(above) and is_opening) or (has_sentence and line.text.startswith("“")):
        return True
    is_flush = len(paragraph.lines) > 1 and abs(line.x0 - above.x0) < _TOLERANCE
    return not is_flush and (has_sentence or is_further_in)


def _goes_on(line: Line, above: Line, paragraph: Paragraph, measure: Measure) -> bool:
    """True below a full line that no stop ends, and at the text of an item that has one line so far."""
    if _is_short(above, measure) or _opens_slanted(line, above):
        return False
    is_at_text = len(paragraph.lines) == 1 and abs(line.x0 - above.without_first_cell()) < _TOLERANCE
    return not has_ended(above) or (is_at_text and _is_labelled(above))


def _is_short(line: Line, measure: Measure) -> bool:
    """True for a line that clearly falls short of the right edge."""
    return line.x1 < measure.right - _SHORT * (measure.right - measure.left)


def _opens_slanted(line: Line, above: Line) -> bool:
    """An opening verb in italics after upright text."""
    return line.runs[0].italic and not above.runs[-1].italic


def _hangs_over(line: Line, below: Line | None) -> bool:
    """True for the first line of a paragraph whose other lines stand further left."""
    return below is not None and below.x0 < line.x0 - _INDENT and not _is_labelled(below)


def _rest(paragraph: Paragraph, measure: Measure) -> float:
    """Left edge of the lines after a paragraph's first."""
    return paragraph.last.x0 if len(paragraph.lines) > 1 else min(measure.left, paragraph.first.x0)


def _differs(line: Line, paragraph: Paragraph, measure: Measure) -> bool:
    """True where headings and text, or type of another size, meet."""
    first = paragraph.first
    if abs(line.size - first.size) > measure.slack * first.size:
        return True
    is_bold = first.bold and all(one.bold for one in paragraph.lines)
    if is_bold == line.bold:
        return False
    return is_bold or line.x0 != paragraph.last.x0 or SENTENCE_END.search(paragraph.last.text) is not None


def _is_centred(paragraph: Paragraph, measure: Measure) -> bool:
    return all(_is_middle(line, measure) for line in paragraph.lines)


def _is_middle(line: Line, measure: Measure) -> bool:
    middle = (measure.left + measure.right) / 2
    return abs((line.x0 + line.x1) / 2 - middle) < 8 and line.x0 > measure.left + 12


def _is_labelled(line: Line) -> bool:
    return _LABEL.match(line.text) is not None or _set_apart(line) is not None


def _set_apart(line: Line) -> str | None:
    if len(line.runs) == 1:
        return None
    first = line.runs[0].text.strip()
    if not _LETTER.fullmatch(first):
        return None
    return first if line.runs[1].x0 - line.runs[0].x0 > line.size * 1.2 else None


def is_number(text: str) -> bool:
    """True for a printed number and nothing else: (a), 3., IV."""
    return _LABEL.fullmatch(text) is not None or _LETTER.fullmatch(text) is not None


def _is_bare_label(line: Line) -> bool:
    """True for a number that stands alone on its line."""
    return len(line.text) < _LONGEST_LABEL and label_of(line.text) == line.text


def label_of(text: str) -> str | None:
    """The printed number at the start of a line, with what closes it."""
    found = _LABEL.match(text)
    return found[0] if found else None
