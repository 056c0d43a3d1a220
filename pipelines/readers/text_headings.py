"""Which lines of a text are headings: numbers of parts, articles, titles of annexes, titles above a paragraph."""

from __future__ import annotations

from pipelines.readers.text_forms import ARTICLE, ARTICLE_ALONE, PART
from pipelines.readers.text_openings import (
    COMMA,
    END,
    FULL_END,
    MID_SENTENCE,
    is_item,
    is_labelled,
    number_of,
    opens_operative,
    opens_preambular,
)
from pipelines.readers.text_state import SHORT, VERY_SHORT, Paragraph, State

_LONGEST = 110
_LONGEST_WITH_COLON = 60
_LONGEST_NUMBER = 6
_LINES_OF_A_TITLE = 2


class Headings(State):
    """The questions about headings."""

    def _may_be_heading(self, line: str, before: Paragraph | None) -> bool:
        """What stands before allows a heading: an end, or a paragraph 1 right after a last line that is not full."""
        if before is None or before.kind != "text" or FULL_END.search(before.last_line):
            return True
        if COMMA.search(before.last_line) and (self.is_parted or self._is_part(line)):
            return True
        return self._is_over_first(line) and (
            COMMA.search(before.last_line) is not None or self._is_short(line, before.last_line, SHORT)
        )

    def _is_over_first(self, line: str) -> bool:
        return bool(self.ahead) and number_of(self.ahead[0]) == 1 and self._looks_like_title(line)

    def _is_annex(self, before: Paragraph | None) -> bool:
        goes_on = bool(self.ahead) and self.ahead[0][:1].islower()
        return before is None or before.kind != "text" or not (goes_on or MID_SENTENCE.search(before.last_line))

    def _is_part(self, line: str) -> bool:
        """The number of a part alone on its line, at the end of the preamble."""
        return len(line) < _LONGEST_NUMBER and PART.fullmatch(line) is not None

    def _is_heading(self, line: str, before: Paragraph | None) -> bool:
        is_part = PART.fullmatch(line) and len(line) < _LONGEST and not END.search(line)
        is_part = is_part and (self._is_part(line) or not self._begins_sentence(line))
        if is_part or ARTICLE.fullmatch(line) or self._announces_paragraphs(line, before):
            return True
        if not self._looks_like_title(line) or (before is not None and self._begins_sentence(line)):
            return False
        if before is None:
            return bool(self.ahead) and number_of(self.ahead[0]) is not None
        is_under_article = before.kind == "heading" and ARTICLE_ALONE.fullmatch(before.last_line) is not None
        if line.isupper() or before.kind == "annex" or is_under_article or self._is_over_first(line):
            return True
        is_over = self._is_before_paragraph() or self._is_of_two_lines(line)
        if self.has_gaps:
            return self.is_parted and (is_over or len(line) < self.width * VERY_SHORT)
        return is_over

    def _announces_paragraphs(self, line: str, before: Paragraph | None) -> bool:
        """A short line with a colon right above the next numbered paragraph: `Reporting:`."""
        is_short = line.endswith(":") and len(line) < _LONGEST_WITH_COLON and line[:1].isupper()
        if not is_short or before is None or before.kind != "text" or is_labelled(line) or opens_operative(line):
            return False
        is_over_next = bool(self.ahead) and number_of(self.ahead[0]) == self.number + 1 > 1
        return is_over_next and FULL_END.search(before.last_line) is not None

    def _looks_like_title(self, line: str) -> bool:
        is_short = len(line) < _LONGEST and line[:1].isupper() and not END.search(line)
        opens = opens_operative(line) or (self.in_preamble and opens_preambular(line))
        return is_short and not is_labelled(line) and not opens

    def _begins_sentence(self, line: str) -> bool:
        """True for a line whose sentence goes on to its point or colon, or over more lines than a title has."""
        for after in self.ahead:
            if is_labelled(after) or not (after[:1].islower() or MID_SENTENCE.search(line)):
                return False
            if FULL_END.search(after):
                return True
            line = after
        return len(self.ahead) > _LINES_OF_A_TITLE

    def _is_before_paragraph(self) -> bool:
        """True when the next lines go on with a title, and a paragraph opens below it."""
        for line in self.ahead:
            if number_of(line) or is_item(line, ".") or opens_preambular(line):
                return True
            if END.search(line) or not line[:1].islower():
                return False
        return False

    def _is_of_two_lines(self, line: str) -> bool:
        """A long title whose second line begins with a capital too, above the next numbered paragraph."""
        if len(self.ahead) < _LINES_OF_A_TITLE or len(line) < self.width * VERY_SHORT:
            return False
        is_over_next = number_of(self.ahead[1]) == self.number + 1 > 1
        return is_over_next and self._looks_like_title(self.ahead[0])

    def _goes_on_heading(self, line: str, before: Paragraph) -> bool:
        return before.kind == "heading" and line[:1].islower() and not END.search(line) and not is_labelled(line)
