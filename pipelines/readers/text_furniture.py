"""Furniture of plain text: running headers, page marks, job numbers, bar codes, ornaments, by the form of the line.

Certain furniture is known by itself. A bare number is a page number only beside certain furniture, and a line is a
running title only beside the symbol and where something else vouches for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto

from pipelines.readers.text_forms import VOLUME_HEAD
from pipelines.readers.text_openings import is_labelled, opens_operative, opens_preambular
from pipelines.symbols import parse

_JOB_NUMBER = r"\d{2}-\d{5,6}\*?"
_MARK = r"\d{1,3}\s?/\s?\d{1,3}"
# 94-00679 (E) /...   3 06-63235   10-3697912   11-393742   14-555952/23   2/214-55595   *0221281*   (two columns)
_JOB = re.compile(
    rf"(?:{_MARK}\s?|\d{{1,2}}\s?)?{_JOB_NUMBER}\s*(?:\([A-Z]\))?\s*(?:\d{{6}}|\*\d{{6,7}}\*)*"
    rf"\s*(?:/\s?\.\.\.|{_MARK}|\d{{1,2}}(?:/\d{{1,3}})?)?"
    r"|\*\d{6,7}\*(?:\s*/\s?\.{3}|\s*Please recycle\W*)?|\d{3}-\d{5}|/\s?(?:\.\s?){2,3}|…|Please recycle\W*|English"
    r"|`{3,}|\*+ ?(?:Reissued|Second reissue|Third reissue|Previously issued|This document was).*"
    r"|[-–—]{2}|–{3,}|(?:\* ?){3,}"
)
_JOB_LINE = re.compile(rf"{_JOB_NUMBER}|\*\d{{6,7}}\*|\d{{3}}-\d{{5}}")
_PAGE_MARK = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})")
_PAGE_WORD = re.compile(r"(?:[Pp]age|[Pp]ágina|Стр\.|стр\.)\s?(\d{1,3})|[-–—]\s?(\d{1,3})\s?[-–—]")
_NUMBER = re.compile(r"\d{1,3}")
_OTHER_SYMBOL = re.compile(r"[ASE]/[A-Z\d.()/-]+(?: \(\d{4}\))?\*?")
_HIDDEN_MARK = re.compile(r"\d{1,3}[HF]")
_SYMBOL_AT_START = re.compile(r"([ASE]/\S+(?: \(\d{4}\))?)\*?\s+(.+)")
_SYMBOL_AT_END = re.compile(r"(.+?)\s+([ASE]/\S+(?: \(\d{4}\))?)\*?")
# The emblem between the words, and each word set twice, one over the other.
_EMBLEM = re.compile(r"(?:S?UNITED ?(?:UNITED)?|S? ?NATIONS ?(?:NATIONS)?|S|[UNITEDAOS ]{20,})")


_NO_TITLE = re.compile(
    r"United Nations|Resolution(?! \d+ \(\d{4}\)$)|RESOLUTION"
    r"|The (?:General Assembly|Security|Human Rights|Economic and Social) ?"
)

PAGE_END = "\f"


class Sort(Enum):
    """What a line may be: TEXT, a symbol alone, certain furniture, a page's mark, a number that may be one."""

    TEXT = auto()
    BLANK = auto()
    SYMBOL = auto()
    HEADER = auto()
    JOB = auto()
    MARK = auto()
    NUMBER = auto()
    """A bare number, or the symbol of another document: furniture only beside what certainly is."""


TITLE_LINES = 3
_SHORTEST_TITLE = 8
BREAKS = (Sort.SYMBOL, Sort.HEADER, Sort.MARK)


def sort_of(line: str, symbol: str | None) -> Sort:
    """The sort of one stripped line; `symbol` is that of the document, letters and digits only."""
    if not line:
        return Sort.BLANK
    if is_symbol(line, symbol):
        return Sort.SYMBOL
    if one_line_header(line) is not None:
        return Sort.HEADER
    if line == PAGE_END or VOLUME_HEAD.fullmatch(line) or _PAGE_MARK.fullmatch(line) or _PAGE_WORD.fullmatch(line):
        return Sort.MARK
    if _JOB.fullmatch(line) or _HIDDEN_MARK.fullmatch(line):
        return Sort.JOB
    return Sort.NUMBER if _NUMBER.fullmatch(line) or _OTHER_SYMBOL.fullmatch(line) else Sort.TEXT


def sorts_of(lines: Sequence[str], symbol: str | None) -> list[Sort]:
    """The sorts of all lines; numbers right below a rule are markers of notes, never a page's."""
    sorts = [sort_of(line, symbol) for line in lines]
    _keep_markers(lines, sorts)
    for place in range(1, len(lines)):
        is_below = is_rule(lines[place - 1]) or (sorts[place - 1] is Sort.TEXT and _NUMBER.fullmatch(lines[place - 1]))
        if sorts[place] is Sort.NUMBER and is_below:
            sorts[place] = Sort.TEXT
    return sorts


def _keep_markers(lines: Sequence[str], sorts: list[Sort]) -> None:
    """Below a rule the symbol of a document with its point is a note, and so are numbers that follow their texts.

    Numbers do where a text stands right under the rule.
    """
    is_below = follows_texts = False
    for place, line in enumerate(lines):
        if is_rule(line):
            after = next((at for at in range(place + 1, len(lines)) if lines[at]), None)
            is_below = after is not None
            follows_texts = after is not None and sorts[after] is Sort.TEXT and not lines[after][:1].isdigit()
        elif is_below and sorts[place] in (*BREAKS, Sort.JOB):
            is_below = False
        elif is_below and sorts[place] is Sort.NUMBER and (line.endswith(".") or follows_texts):
            sorts[place] = Sort.TEXT


def is_rule(line: str) -> bool:
    """True for a rule across the page."""
    return len(line) > 2 and set(line) <= set("_—- ")


def bare(symbol: str) -> str:
    """Letters and digits of a symbol, whatever an OCR engine made of its points and brackets."""
    return re.sub(r"[\W_]", "", symbol).upper()


def is_symbol(line: str, symbol: str | None) -> bool:
    """True for a symbol alone on its line: any that is whole, and the document's own with damaged points."""
    if not re.match(r"[ASE5]/", line) or len(line) > 45:
        return False
    return parse(line) is not None or (symbol is not None and bare(line) == symbol)


def page_number(line: str) -> int | None:
    """The number of the page that a mark prints (15 of 15/19, Page 2, - 2 -)."""
    found = _PAGE_MARK.fullmatch(line) or _PAGE_WORD.fullmatch(line)
    return int(next(filter(None, found.groups()))) if found else None


def is_job(line: str) -> bool:
    """True for a line that is a job number, not only beside one."""
    return _JOB_LINE.search(line) is not None and _JOB.fullmatch(line) is not None


def is_emblem(line: str) -> bool:
    """True for what an extraction makes of the name beside the emblem on a cover."""
    return _EMBLEM.fullmatch(line) is not None


def one_line_header(line: str) -> str | None:
    """The title of a running header that shares its line with the symbol."""
    if "/" not in line:
        return None
    for form, symbol, title in ((_SYMBOL_AT_START, 1, 2), (_SYMBOL_AT_END, 2, 1)):
        found = form.fullmatch(line)
        if found and parse(found[symbol]) and may_be_title(found[title]):
            return found[title]
    return None


def may_be_title(line: str) -> bool:
    """A line that may be a running title: no sentence, no number of a paragraph."""
    starts = line[:1].isupper() and not _NO_TITLE.match(line)
    return starts and len(line) < 120 and not line.endswith((";", ",", ".", ":"))


def _opens(line: str) -> bool:
    return is_labelled(line) or opens_preambular(line) or opens_operative(line)


def beside_blank(sorts: Sequence[Sort], place: int) -> bool:
    """True where a blank line stands at this place."""
    return 0 <= place < len(sorts) and sorts[place] is Sort.BLANK


def running_titles(lines: Sequence[str], sorts: Sequence[Sort], head: str) -> set[str]:
    """Lines beside a symbol that are running titles.

    What vouches for one: it stands there on two pages, in the head of the document, or at the top of a text.
    """
    beside: Counter[str] = Counter()
    top: set[str] = set()
    for place, sort in enumerate(sorts):
        if sort is not Sort.SYMBOL:
            continue
        for step in (-1, 1):
            other = place + (2 * step if beside_blank(sorts, place + step) else step)
            if 0 <= other < len(lines) and sorts[other] is Sort.TEXT and may_be_title(lines[other]):
                beside[lines[other]] += 1
                is_top = not any(s is Sort.TEXT for s in sorts[: min(place, other)])
                if is_top and not _opens(lines[other]):
                    top.add(lines[other])
    folded = " ".join(head.split()).casefold()
    found = {
        line for line, count in beside.items() if count > 1 or line in top or (folded and line.casefold() in folded)
    }
    return found | _titles_of_head(lines, sorts, folded)


def _titles_of_head(lines: Sequence[str], sorts: Sequence[Sort], folded: str) -> set[str]:
    """Lines next to a symbol, one after another, that the head of the document has: a title in several lines."""
    found: set[str] = set()
    for place, sort in enumerate(sorts):
        for step in (-1, 1) if sort in (Sort.SYMBOL, Sort.HEADER) else ():
            at = place + step
            while 0 <= at < len(lines) and abs(at - place) <= TITLE_LINES and sorts[at] in (Sort.TEXT, Sort.BLANK):
                if lines[at] and (len(lines[at]) < _SHORTEST_TITLE or lines[at].casefold() not in folded):
                    break
                found.add(lines[at])
                at += step
    return found - {""}
