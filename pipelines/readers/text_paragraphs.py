"""Joins the lines of plain text to paragraphs: by gaps, numbers, ends of sentences, opening words, short last lines."""

from __future__ import annotations

import re

from pipelines.readers import too_long
from pipelines.readers.text_forms import ADOPTED, ANNEX, ARTICLE, CLOSING, FORMULA, ORGAN, PART
from pipelines.readers.text_headings import Headings
from pipelines.readers.text_lines import Page
from pipelines.readers.text_numbers import mended
from pipelines.readers.text_openings import (
    ABBREVIATION,
    COMMA,
    END,
    FULL_END,
    MID_SENTENCE,
    follows,
    is_item,
    is_labelled,
    is_same_bullet,
    number_of,
    opens_operative,
    opens_preambular,
)
from pipelines.readers.text_state import SHORT, VERY_SHORT, Paragraph

_LINES_AHEAD = 3
_MOST_LINES = 1_000
_QUOTES = ("“", '"')
_POINT = re.compile(r"[;.][”\"]?$")
_TITLE_IN_QUOTES = re.compile(r"[“\"][^”\"]{3,150}[”\"],? [a-z]")
# Where an extraction breaks the line behind a raised note mark, a short line ends nothing.
_RAISED_END = re.compile(r"[;.:,!?”)]\s?(?:\d{1,3}|[⁰¹²³⁴-⁹]{1,3})$")
_PERSON = re.compile(r"(?:Mr|Ms|Mrs|Dr|Judge|Sir|H\.E)\.? [A-Z]")


class Joiner(Headings):
    """Goes through the lines of all pages once."""

    def join(self) -> list[Paragraph]:
        """All paragraphs in order."""
        flat = [(page, line) for page in self.pages for line in page.lines]
        texts = [line for _, line in flat if line]
        place = 0
        for number, (page, line) in enumerate(flat):
            place += bool(line)
            self.width = self.widths[id(page)]
            self.ahead = texts[place : place + _LINES_AHEAD]
            if number < self.opened_until:
                self._go_on_opening(page, line)
            elif not self._opens(number, page, line):
                self._line(page, line)
        return self.done

    # Another resolution

    def _opens(self, number: int, page: Page, line: str) -> bool:
        """Begin another resolution, where one opens on this line."""
        opening = self.openings.get(number)
        if opening is None or not self._may_open(opening):
            return False
        self.number, self.in_list, self.in_annex, self.in_preamble = 0, False, False, False
        self.done.append(Paragraph("opening", [line], [page], opening=opening))
        self.opened_until = opening.body or number + 1
        return True

    def _go_on_opening(self, page: Page, line: str) -> None:
        if line:
            self._go_on(self.done[-1], line, page)

    def _line(self, page: Page, line: str) -> None:
        if not line:
            self.is_parted = True
            return
        before = self.done[-1] if self.done else None
        if self.is_parted or before is None or END.search(before.last_line):
            line = mended(line, self.number)
        kind = self._kind(line, before)
        if kind is None and before is not None and self._goes_on_heading(line, before):
            self._go_on(before, line, page)
        elif kind or before is None or before.kind != "text" or self._starts(line, before.last_line, page):
            self._begin(kind or "text", line, page)
        else:
            self._go_on(before, line, page)
        self.is_parted = False

    # What a line is

    def _kind(self, line: str, before: Paragraph | None) -> str | None:
        if FORMULA.fullmatch(line) or (self.in_annex and self._is_formula_of_organ(line, before)):
            return "formula"
        if self._is_closing(line, before):
            return "closing"
        if ANNEX.fullmatch(line) and self._is_annex(before):
            return "annex"
        return "heading" if self._may_be_heading(line, before) and self._is_heading(line, before) else None

    def _is_formula_of_organ(self, line: str, before: Paragraph | None) -> bool:
        """An organ's name and a comma below a heading: the formula of a draft that an annex holds."""
        is_below = before is not None and before.kind in ("annex", "heading")
        return is_below and ORGAN.fullmatch(line) is not None

    def _is_closing(self, line: str, before: Paragraph | None) -> bool:
        """The lines of adoption and what follows them, until an annex or a numbered paragraph opens."""
        if before is not None and before.kind == "closing":
            return bool(CLOSING.fullmatch(line)) or not self._opens_anew(line)
        if not CLOSING.fullmatch(line):
            return False
        is_apart = self.is_parted and ADOPTED.match(line) is not None
        return before is None or is_apart or FULL_END.search(before.last_line) is not None

    def _opens_anew(self, line: str) -> bool:
        return bool(ANNEX.fullmatch(line) or PART.fullmatch(line)) or (self.is_parted and is_labelled(line))

    # Whether a line starts a paragraph

    def _starts(self, line: str, last: str, page: Page) -> bool:
        number = number_of(line)
        if number is not None:
            return self._is_next(number, line, last)
        first = self.done[-1].lines[0]
        if is_item(line, last) or is_same_bullet(line, first) or (follows(line, first) and END.search(last)):
            return True
        if line[:1].islower():
            # Text behind a list, set apart from its last item.
            return self.is_parted and self.has_gaps and is_labelled(first) and FULL_END.search(last) is not None
        if self.is_parted:
            # What parts lines at the turn of a page may be the turn alone.
            is_amid = self.done[-1].pages[-1] is not page and not END.search(last)
            return not (is_amid or MID_SENTENCE.search(last)) or COMMA.search(last) is not None
        return self._starts_unparted(line, last)

    def _starts_unparted(self, line: str, last: str) -> bool:
        """A capital at the start of a line, without a gap above: the ends and the opening words tell."""
        if COMMA.search(last):
            return self._starts_after_comma(line, last)
        if line[:1] in _QUOTES and self.done[-1].lines[0][:1] in _QUOTES and FULL_END.search(last):
            return not self._quotes_title(line)
        if self._in_quotation() or ABBREVIATION.search(last):
            return False
        if last.endswith(":") and not self.has_gaps:
            return not self._quotes_title(line)
        if FULL_END.search(last):
            opens = opens_operative(line) or (self.in_preamble and opens_preambular(line))
            ends_raised = _RAISED_END.search(last) is not None
            return opens or (not self.has_gaps and not ends_raised and self._is_short(line, last, SHORT))
        return self._is_listed(line, last)

    def _quotes_title(self, line: str) -> bool:
        """True for a line that begins with a title in quotation marks after which the sentence goes on."""
        return line[:1] in _QUOTES and _TITLE_IN_QUOTES.match(" ".join([line, *self.ahead])) is not None

    def _is_next(self, number: int, line: str, last: str) -> bool:
        """The next number of the sequence, a new sequence, or one after numbers that were misread."""
        has_ended = END.search(last) is not None
        before = self.quoted_number if line[:1] in _QUOTES else self.number
        if number == before + 1:
            return has_ended or self.is_parted or line.split(".", 1)[1].lstrip()[:1].isupper()
        if number == 1 or before == 0:
            return has_ended or self.is_parted or opens_operative(line.split(".", 1)[1].lstrip())
        is_near = 0 < number - before < 4 or self.is_parted
        return is_near and has_ended and opens_operative(line.split(".", 1)[1].lstrip())

    def _starts_after_comma(self, line: str, last: str) -> bool:
        if self.in_preamble or not self.number:
            return opens_preambular(line) or opens_operative(line)
        return not self.has_gaps and self._is_short(line, last, VERY_SHORT)

    def _is_listed(self, line: str, last: str) -> bool:
        """A line of a list set line by line: names, dates of birth."""
        is_list = self.in_list or self.in_annex
        if self.has_gaps or not is_list or not line[:1].isupper() or MID_SENTENCE.search(last):
            return False
        if self.done[-1].lines[-1][:1].islower():
            return False
        return _PERSON.match(line) is not None or self._is_short(line, last, VERY_SHORT)

    def _begin(self, kind: str, line: str, page: Page) -> None:
        self.in_list = kind == "text" and not is_labelled(line) and (self.in_list or self._is_announced())
        self.in_annex |= kind == "annex"
        if kind == "formula":
            self.in_preamble = True
        elif kind == "annex" or (kind == "heading" and ARTICLE.fullmatch(line)):
            self.number = 0
            self.in_preamble = False
        elif kind == "text" and (number := number_of(line)):
            if line[:1] in _QUOTES:
                self.quoted_number = number
            else:
                self.number, self.quoted_number = number, 0
            self.in_preamble = False
        elif kind == "text" and opens_operative(line):
            self.in_preamble = False
        self.done.append(Paragraph(kind, [line], [page], self._is_late_preamble(kind, line)))

    def _is_late_preamble(self, kind: str, line: str) -> bool:
        """True for the form of a preambular paragraph at the head of a later part (S/RES/1305(2000), S/RES/1306)."""
        before = self.done[-1] if self.done else None
        if kind != "text" or self.in_annex or self.in_preamble or before is None or not opens_preambular(line):
            return False
        return before.is_late_preamble or before.kind == "heading" or bool(_POINT.search(before.last_line))

    def _go_on(self, before: Paragraph, line: str, page: Page) -> None:
        if len(before.lines) == _MOST_LINES:
            raise too_long()
        before.lines.append(line)
        if before.pages[-1] is not page:
            before.pages.append(page)
