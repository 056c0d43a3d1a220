"""Status XML of the Treaty Collection -> header, table of participants, notes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from pipelines.treaties import dates
from pipelines.treaties.columns import column
from pipelines.treaties.effect_rules import Rule, quoted
from pipelines.treaties.errors import UnreadableStatus
from pipelines.treaties.participants import fold_space
from pipelines.treaties.table import ParticipationTable, TableRow, without_markup
from pipelines.treaties.xml import parse

_CHAPTER = re.compile(r"CHAPTER\s+([IVXL]+)")
_VOLUMES = re.compile(r"\bvol\.?\s*(\d+)|\bvols\.?\s*((?:\d+(?:\s*(?:,|and)\s*)*)+)", re.IGNORECASE)
_SERIES = re.compile(r"Treaty\s+Series", re.IGNORECASE)
_OTHER_SERIES = re.compile(r"League of Nations", re.IGNORECASE)
_NUMBERS = re.compile(r"Nos?\.?\s*(\d+)")
_ADOPTED = re.compile(
    r"\b(?:[Aa]dopted|[Aa]pproved)\b(?P<between>[^.;]{0,200}?)\b[Rr]esolution\s*"
    r"(?:A/RES/)?(?P<number>\d+/\d+|\d+(?:\s?[A-Z])?\s?\([IVXL]+\))"
)
# A text adopted by a conference that a resolution convened; a resolution of another organ.
_NOT_ADOPTING = re.compile(
    r"pursuant|accordance|conven|conference of|council|commission|governing|decision", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a status file says of its treaty; None where it says nothing.

    later: when those who join a treaty in force are bound, by the treaty's own rule, if the head quotes it.
    """

    treaty_id: str
    chapter: str
    title: str
    concluded_place: str | None
    concluded_on: dt.date | None
    in_force_on: dt.date | None
    later: Rule | None
    registration_number: str | None
    volumes: tuple[str, ...]
    adopting_resolution: str | None
    signatories: int | None
    parties: int | None


@dataclass(frozen=True, slots=True)
class Note:
    """One note at the end: paragraphs and tables (rows of columns), white space folded."""

    paragraphs: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Status:
    """One status file. `mended` says what was not well-formed; table is None when there is only a header."""

    header: Header
    table: ParticipationTable | None
    notes: Mapping[str, Note]
    mended: str | None


def read(data: bytes) -> Status:
    """A status file. Raises UnreadableStatus when it is no status file or cannot be read."""
    tree = parse(data)
    external = tree.root.find(".//Header/ExternalData")
    if external is None:
        raise UnreadableStatus("no treaty header")
    notes = {_text(note, "index"): _note(note) for note in tree.root.iterfind(".//EndNotes/Note")}
    return Status(_header(tree.root, external), _table(tree.root), notes, tree.mended)


def _content(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext())


def _text(element: etree._Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else without_markup(_content(found))[0]


def _header(root: etree._Element, external: etree._Element) -> Header:
    chapter = _CHAPTER.search(_text(root, ".//Header/Chapter/Header"))
    if chapter is None:
        raise UnreadableStatus("no chapter in the header")
    part = _text(root, ".//Header/SubChapter/Header")
    number = [_text(external, "Numsect"), _text(external, "Subnumsect")]
    place, concluded = _conclusion(_text(external, "Conclusion"))
    in_force = _text(external, "EIF/Labeltext")
    return Header(
        treaty_id="-".join(piece for piece in (chapter[1], part, *number) if piece),
        chapter=chapter[1],
        title=(_text(external, "Subtitlesect") or _text(external, "Titlesect")).rstrip(" *"),
        concluded_place=place,
        concluded_on=concluded,
        in_force_on=_in_force(in_force),
        later=quoted(in_force),
        registration_number=_first(_NUMBERS, _text(external, "Registration/Labeltext")),
        volumes=_volumes([_plain(text) for text in external.iterfind("TreatyText/Text")]),
        adopting_resolution=_adopting(" ".join(_plain(text) for text in external.iterfind("TreatyNote/Text"))),
        signatories=_count(_text(external, "Status/Signatories")),
        parties=_count(_text(external, "Status/Parties")),
    )


def _plain(element: etree._Element) -> str:
    return without_markup(_content(element))[0]


def _conclusion(text: str) -> tuple[str | None, dt.date | None]:
    """("New York", day) of "New York, 15 November 2000"; of several places and days the last day closes."""
    found = list(dates.DATE.finditer(text))
    place = re.sub(r"[\s,]*(?:and)?[\s,]*$", "", text[: found[0].start()] if found else text)
    return place or None, dates.from_match(found[-1]) if found else None


def _in_force(text: str) -> dt.date | None:
    """Day of entry into force: the first words of the label, or what it calls definitive."""
    definitive = re.search(r"\bdefinitively\s+on\s+", text)
    start = definitive.end() if definitive else 0
    match = dates.DATE.match(text, start)
    return dates.from_match(match) if match else None


def _volumes(texts: list[str]) -> tuple[str, ...]:
    """Volumes of the United Nations Treaty Series that print the text, in the order given."""
    found: dict[str, None] = {}
    for text in texts:
        for piece in text.split(";"):
            if _SERIES.search(piece) and not _OTHER_SERIES.search(piece):
                for one, several in _VOLUMES.findall(piece):
                    found.update(dict.fromkeys(re.findall(r"\d+", one or several)))
    return tuple(found)


def _adopting(text: str) -> str | None:
    """Symbol of the General Assembly's resolution that adopted the text, when the note says so."""
    match = _ADOPTED.search(text)
    if match is None or _NOT_ADOPTING.search(match["between"]) or "Assembly" not in text:
        return None
    return "A/RES/" + re.sub(r"\s", "", match["number"])


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return match[1] if match else None


def _count(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _table(root: etree._Element) -> ParticipationTable | None:
    table = root.find(".//Participants/Table")
    if table is None:
        return None
    headers = [without_markup(_content(entry))[0] for entry in table.iterfind(".//Thead/Row/Entry")]
    rows = tuple(_row(row, len(headers)) for row in table.iterfind(".//Tbody//Row"))
    return ParticipationTable(tuple(column(header) for header in headers[1:]), rows) if rows else None


def _row(row: etree._Element, width: int) -> TableRow:
    cells: list[str] = []
    marks: list[str] = []
    for entry in row.iterfind("Entry"):
        text, found = without_markup(_content(entry))
        cells.append(fold_space(text))
        marks.extend(found)
    cells.extend([""] * (width - len(cells)))
    return TableRow(cells[0] if cells else "", tuple(cells[1:]), tuple(marks))


def _note(note: etree._Element) -> Note:
    paragraphs = tuple(_plain(text) for text in note.iterfind("text"))
    tables = tuple(
        tuple(tuple(_plain(col) for col in row.iterfind("col")) for row in table.iterfind(".//row"))
        for table in note.iterfind(".//table")
    )
    return Note(tuple(paragraph for paragraph in paragraphs if paragraph), tables)
