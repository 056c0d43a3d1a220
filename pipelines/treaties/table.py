"""A table of participants, whatever file it came from: columns, rows, cells."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from pipelines.treaties.columns import Column
from pipelines.treaties.dates import CELL, from_match
from pipelines.treaties.participants import fold_space

_MARKS = re.compile(r"<superscript>(.*?)</superscript>", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")
# The act of a date: a letter that the header explains, or the act itself, as other people's tables name it.
_WORD = r"[A-Z][a-z]{5,}(?: [A-Za-z]+)*"
_LETTER = re.compile(rf"\s*\(?([A-Za-z]{{1,2}}|{_WORD})?\)?\s*\]?\s*(?:;|,|$)")


@dataclass(frozen=True, slots=True)
class CellDate:
    """One date of a cell: its suffix, a letter or an act by name ("" for none), and whether it stands in brackets."""

    day: dt.date
    letter: str
    is_bracketed: bool


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: participant and cells as printed (white space folded, note marks taken out), marks of notes."""

    participant: str
    cells: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParticipationTable:
    """The table of one status file. columns[i] describes cells[i]; the column of names is not among them."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


def without_markup(text: str) -> tuple[str, tuple[str, ...]]:
    """(text with note marks and inline markup taken out and white space folded, the marks)."""
    if "<" not in text:
        return fold_space(text), ()
    marks = tuple(mark.strip() for group in _MARKS.findall(text) for mark in _MARKUP.sub("", group).split(","))
    return fold_space(_MARKUP.sub("", _MARKS.sub("", text))), tuple(mark for mark in marks if mark)


def cell_dates(text: str) -> list[CellDate] | None:
    """Dates of a cell without note marks; None when it holds something that is no date."""
    dates = []
    for match in CELL.finditer(text):
        day = from_match(match)
        letter = _LETTER.match(text, match.end())
        if day is None or letter is None:
            return None
        opened = text.rfind("[", 0, match.start()) > text.rfind("]", 0, match.start())
        dates.append(CellDate(day, letter[1] or "", opened))
    return dates or (None if text else [])
