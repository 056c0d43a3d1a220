"""Small resolutions and treaties to link, in the shapes of the real tables; the prose is the tests' own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipelines.contracts import contract
from pipelines.links.index import TreatyIndex
from pipelines.links.source import LinkSource
from pipelines.rows import Row

TREATIES = (
    ("IV-11", "Convention on the Rights of the Child", "27531", "1577", dt.date(1989, 11, 20)),
    (
        "IV-11-b",
        "Optional Protocol to the Convention on the Rights of the Child on the involvement of children in armed "
        "conflict",
        "27531",
        "2173",
        dt.date(2000, 5, 25),
    ),
    (
        "IV-11-c",
        "Optional Protocol to the Convention on the Rights of the Child on the sale of children, child prostitution "
        "and child pornography",
        "27531",
        "2171",
        dt.date(2000, 5, 25),
    ),
    (
        "IV-11-d",
        "Optional Protocol to the Convention on the Rights of the Child on a communications procedure",
        "27531",
        None,
        dt.date(2011, 12, 19),
    ),
    ("IV-3", "International Covenant on Economic, Social and Cultural Rights", "14531", "993", dt.date(1966, 12, 16)),
    ("IV-4", "International Covenant on Civil and Political Rights", "14668", "999, 1057", dt.date(1966, 12, 16)),
    ("IV-5", "Optional Protocol to the International Covenant on Civil and Political Rights", "14668", "999", None),
    ("XVIII-12", "United Nations Convention against Transnational Organized Crime", "39574", "2225", None),
    (
        "XVIII-12-a",
        "Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, "
        "supplementing the United Nations Convention against Transnational Organized Crime",
        "39574",
        "2237",
        dt.date(2000, 11, 15),
    ),
    (
        "XVIII-12-b",
        "Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the United Nations Convention "
        "against Transnational Organized Crime",
        "39574",
        "2241",
        dt.date(2000, 11, 15),
    ),
    (
        "XVIII-12-c",
        "Protocol against the Illicit Manufacturing of and Trafficking in Firearms, Their Parts and Components and "
        "Ammunition, supplementing the United Nations Convention against Transnational Organized Crime",
        "39574",
        "2326",
        dt.date(2001, 5, 31),
    ),
    ("XXVII-7", "United Nations Framework Convention on Climate Change", "30822", "1771", dt.date(1992, 5, 9)),
    ("XXVII-7-d", "Paris Agreement", "54113", None, dt.date(2015, 12, 12)),
    ("XXVII-8", "Convention on Biological Diversity", "30619", "1760", dt.date(1992, 6, 5)),
    (
        "XXVII-10",
        "United Nations Convention to Combat Desertification in those Countries Experiencing Serious Drought and/or "
        "Desertification, Particularly in Africa",
        "33480",
        "1954",
        dt.date(1994, 10, 14),
    ),
    ("XXVI-8", "Arms Trade Treaty", "52373", None, dt.date(2013, 4, 2)),
    ("XXI-6", "United Nations Convention on the Law of the Sea", "31363", "1833", dt.date(1982, 12, 10)),
    ("ext-geneva-i", "Geneva Convention for the Wounded and Sick in the Field", "970", "75", dt.date(1949, 8, 12)),
    ("ext-geneva-iv", "Geneva Convention relative to the Protection of Civilians", "973", "75", dt.date(1949, 8, 12)),
)


def treaty_rows() -> list[Row]:
    """Rows of `treaties` for the treaties above."""
    rows = []
    for treaty_id, title, number, volumes, concluded in TREATIES:
        row: Row = dict.fromkeys(contract("treaties").columns)
        row.update(treaty_id=treaty_id, title=title, registration_number=number)
        row.update(treaty_series_volumes=volumes, concluded_on=concluded)
        rows.append(row)
    return rows


def index() -> TreatyIndex:
    """The treaties above with the project's own names, documents and corrections."""
    return TreatyIndex.build(treaty_rows())


def source(
    *texts: str | tuple[str, str],
    body: str = "ga",
    symbol: str = "A/RES/79/999",
    title: str | None = None,
    day: dt.date = dt.date(2024, 12, 19),
    language: str = "en",
    hyperlinks: Sequence[Row] = (),
) -> LinkSource:
    """A resolution of some paragraphs: a text, or (parent's number, text).

    A note stands in its text as {{note text}} at the place of its mark; notes are numbered through.
    """
    clauses: list[Row] = []
    notes: list[Row] = []
    for number, given in enumerate(texts, 1):
        parent, marked = given if isinstance(given, tuple) else (None, given)
        clause_id = f"{symbol}#op.{number}"
        clause: Row = dict.fromkeys(contract("clauses").columns)
        clause.update(clause_id=clause_id, symbol=symbol, language=language, part="operative", ordinal=number)
        clause["parent_id"] = f"{symbol}#op.{parent}" if parent else None
        clause["text"] = _without_notes(marked, clause, notes)
        clauses.append(clause)
    resolution: Row = dict.fromkeys(contract("resolutions").columns)
    session = {"ga": "79", "hrc": "57"}.get(body, str(day.year))
    resolution.update(symbol=symbol, body=body, session=session, title=title, adopted_on=day)
    return LinkSource(resolution, language, clauses, notes, hyperlinks)


def _without_notes(marked: str, clause: Row, notes: list[Row]) -> str:
    text, *rest = marked.split("{{")
    for piece in rest:
        note_text, after = piece.split("}}")
        marker = str(len(notes) + 1)
        note: Row = dict.fromkeys(contract("footnotes").columns)
        note.update(footnote_id=f"{clause['clause_id']}/note.{marker}", clause_id=clause["clause_id"])
        note.update(symbol=clause["symbol"], language=clause["language"], ordinal=len(notes) + 1)
        note.update(marker=marker, offset=len(text), text=note_text)
        notes.append(note)
        text += after
    return text
