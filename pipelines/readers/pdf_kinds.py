"""What sort of thing a paragraph is: title, formula, heading, annex, closing line or running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.readers.document import Role
from pipelines.readers.months import MONTH
from pipelines.readers.pdf_forms import ANNEX, FORMULA, TITLED_ANNEX
from pipelines.readers.pdf_measure import MARK, Measure
from pipelines.readers.pdf_paragraphs import Paragraph, label_of
from pipelines.readers.text_forms import MEETING

_CLOSING = re.compile(
    rf"{MEETING}(?: \(resumed\))?[.,]?(?: \d{{1,2}} \w+ \d{{4}}\.?)?"
    rf"|\d{{1,2}} (?:{MONTH}) \d{{4}}\.?|\[(?:Adopted|Resolution adopted) .*|[\s*_–—.-]+"
    r"|(?:In favour|Against|Abstaining|Absent|Non-voting)(?::.*)?",
    re.DOTALL,
)
_LEADER = re.compile(r"\.{6,}|(?:\. ){6,}")
_SMALL = 0.93
_VOTE = re.compile(r"\[\s*(?:Resolution )?Adopted (?:as \w+ )?by a .*vote")
_ORGAN_WORD = r"(?:[A-Z][\w’-]*|of|the|on|for|and|to|in|against)"
_ORGAN = re.compile(rf"The {_ORGAN_WORD}(?: {_ORGAN_WORD})*,")
_BODY = re.compile(r"Commission|Committee|Conference|Council|Assembly|Board|Parties|Forum")
_STATEMENT = re.compile(
    r"(?:Statement|Note) by the President of the (?:Security|Human Rights) Council|Presidential statement.*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(rf"[;,:…；，：؛،][”\"’)\]]*{MARK}$")
_PART_LABEL = re.compile(r"(?:(?:Part|Section|Chapter)\s+)?(?:[IVXL]{1,6}|[A-Z])\.?")
_LONGEST_HEADING, _LONGEST_BOLD = 300, 600


def roles(paragraphs: Sequence[Paragraph], measure: Measure) -> list[tuple[Role, int | None]]:
    """Role and rank of every paragraph below the head of its document; vote lists run on to their bracket."""
    found: list[tuple[Role, int | None]] = []
    is_voting = False
    for paragraph in paragraphs:
        text = paragraph.text
        is_voting = is_voting or (text.startswith("[") and _VOTE.match(text) is not None)
        found.append((Role.CLOSING, None) if is_voting else _role_of(paragraph, text, measure))
        is_voting = is_voting and not text.endswith("]")
    _mark_tables(paragraphs, found, measure)
    return found


def _mark_tables(paragraphs: Sequence[Paragraph], found: list[tuple[Role, int | None]], measure: Measure) -> None:
    """Rows of tables and lists of contents, where at least two stand together, with what small type goes with them."""
    rows = [one.is_tabular and role[0] is not Role.CLOSING for one, role in zip(paragraphs, found, strict=True)]
    for place, one in enumerate(paragraphs):
        beside = rows[max(0, place - 2) : place] + rows[place + 1 : place + 3]
        is_set = one.first.in_table and found[place][0] is not Role.CLOSING
        is_row = is_set or (rows[place] and (any(beside) or len(one.lines) > 2 or _LEADER.search(one.text)))
        is_note = any(beside) and one.first.size < measure.size * _SMALL and found[place][0] is Role.PLAIN
        if is_row or is_note:
            found[place] = (Role.TABLE, None)


def _role_of(paragraph: Paragraph, text: str, measure: Measure) -> tuple[Role, int | None]:
    if FORMULA.fullmatch(text) or _is_formula_of_organ(paragraph, text):
        return Role.FORMULA, None
    if _CLOSING.fullmatch(text):
        return Role.CLOSING, None
    if len(text) < 30 and ANNEX.fullmatch(text) and not label_of(text):
        return Role.ANNEX, None
    if _is_heading(paragraph, text, measure):
        if TITLED_ANNEX.match(text):
            return Role.ANNEX, None
        return Role.HEADING, _rank(paragraph, measure)
    return Role.PLAIN, None


def _is_formula_of_organ(paragraph: Paragraph, text: str) -> bool:
    """An organ's name and a comma: the formula of a draft that an annex holds."""
    if len(text) > 120 or not _ORGAN.fullmatch(text):
        return False
    return _BODY.search(text) is not None or all(run.italic for line in paragraph.lines for run in line.runs[:1])


def is_closing(text: str) -> bool:
    """True for a line of adoption: meeting and day."""
    return _CLOSING.fullmatch(text) is not None


def is_statement_title(text: str) -> bool:
    """True for the title of a presidential statement, which has no enacting formula."""
    return _STATEMENT.fullmatch(text) is not None


def _is_heading(paragraph: Paragraph, text: str, measure: Measure) -> bool:
    label = label_of(text)
    is_bold = all(line.bold for line in paragraph.lines)
    if (
        len(text) > (_LONGEST_BOLD if is_bold else _LONGEST_HEADING)
        or text[:1].islower()
        or (label or "").endswith((")", "–", "—", "•"))
    ):
        return False
    if _SENTENCE_END.search(text):
        return is_bold and text.endswith(":") and not label
    if is_bold:
        return not text.endswith(".") or len(text) < 80
    if text.endswith(".") and not _PART_LABEL.fullmatch(text):
        return False
    if paragraph.is_centred and len(paragraph.lines) <= 4:
        return True
    return label is None and len(text) < 160 and all(line.italic for line in paragraph.lines)


def _rank(paragraph: Paragraph, measure: Measure) -> int:
    size = paragraph.first.size / measure.size
    if size > 1.3:
        return 0
    if size > 1.12:
        return 1
    return 2 if paragraph.first.bold or paragraph.is_centred else 3
