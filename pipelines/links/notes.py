"""Which treaties the notes of a resolution point to: by Treaty Series reference, or by the document with the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipelines.links.index import Found, TreatyIndex
from pipelines.links.series import is_bare_ibid, series_references
from pipelines.links.series_languages import in_english
from pipelines.rows import Row

_GATE = re.compile(r"Treaty\s+Series|\bIbid|esolution|ecision|/", re.IGNORECASE)
_COUNCIL = re.compile(r"Council\s+resolutions?\s+$", re.IGNORECASE)
_RESOLUTION = re.compile(
    r"\bresolutions?\s+(?P<number>\d{1,4}(?:/\d+)?)\s?(?P<letter>[A-Z]\b)?(?:\s?\((?P<session>[IVXL]+)\))?",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"\b(?:A|FCCC|CCW)/[A-Z0-9][\w./-]*\w|\b\d+/CP\.\d+")


@dataclass(frozen=True)
class NoteTreaties:
    """Treaties that one note points to, and by treaty the reason where one is needed.

    `missing` holds the reasons of references that lead nowhere.
    """

    note: Row
    treaty_ids: tuple[str, ...]
    evidence: str
    missing: tuple[str, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)


def note_treaties(notes: Sequence[Row], index: TreatyIndex) -> list[NoteTreaties]:
    """What each note points to, in order, other notes left out; a bare "Ibid." repeats the note before it."""
    found: list[NoteTreaties] = []
    last: NoteTreaties | None = None
    for note in notes:
        text = note["text"] or ""
        if note["language"] != "en":
            text = in_english(text)
        if is_bare_ibid(text):
            last = NoteTreaties(note, last.treaty_ids, last.evidence, last.missing, last.reasons) if last else None
        else:
            last = _read(note, text, index) if _GATE.search(text) else None
        if last:
            found.append(last)
    return found


def _read(note: Row, text: str, index: TreatyIndex) -> NoteTreaties | None:
    references = series_references(text)
    if references:
        answers = [answer for cited in references for answer in index.by_reference(cited)]
        return NoteTreaties(note, _ids(answers), "treaty_series", _missing(answers), _reasons(answers))
    documents = tuple(dict.fromkeys(item for symbol in _symbols(text) for item in index.documents.get(symbol, ())))
    return NoteTreaties(note, documents, "document") if documents else None


def _ids(answers: Sequence[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for answer in answers for item in answer.treaty_ids))


def _missing(answers: Sequence[Found]) -> tuple[str, ...]:
    return tuple(answer.reason or "" for answer in answers if not answer.treaty_ids)


def _reasons(answers: Sequence[Found]) -> dict[str, str]:
    return {item: answer.reason for answer in answers if answer.reason for item in answer.treaty_ids}


def _symbols(text: str) -> list[str]:
    """Documents named in a note in normal form; resolutions of other organs than the General Assembly left out."""
    found = [match.group() for match in _SYMBOL.finditer(text)]
    for match in _RESOLUTION.finditer(text):
        if not _COUNCIL.search(text[: match.start("number")]):
            session = f"({match['session'].upper()})" if match["session"] else ""
            found.append(f"A/RES/{match['number']}{session}{match['letter'] or ''}")
    return found
