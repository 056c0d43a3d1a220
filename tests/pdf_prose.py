"""A resolution that nobody adopted, as a document without a file: what tests.pdf prints for the specimen archive."""

from __future__ import annotations

import re
from datetime import date

from pipelines.readers.document import Block, Document, Mark, Note, Particulars, Role, Span, Statement, TextBuilder
from pipelines.symbols import parse

# A block a line: role, number, depth, text; _italics_, and {notes} where their mark stands.
PROSE = """
formula|||_The General Assembly_,
preambular|||_Recalling_ the Convention on the Rights of the Child{1 United Nations, Treaty Series, vol. 1577, No. \
27531.} and the Optional Protocol to the Convention on the Rights of the Child on the sale of children, child \
prostitution and child pornography,{2 Ibid., vol. 2171, No. 27531.}
preambular|||_Noting_ that the master of a ferry is often the last grown person who sees a child travelling alone,
preambular|||_Aware_ that most harbours keep their lists of passengers for a week, and burn them after that,
preambular|||_Regretting_ that no harbour could say how many such children it had seen,
text|1|0|_Calls upon_ all States that have not yet done so to consider signing, ratifying or acceding to the Optional \
Protocol to the Convention on the Rights of the Child on the sale of children, child prostitution and child pornography;
text|2|0|_Requests_ harbour authorities:
text|(a)|1|To ask every child who boards alone for the name of the person waiting on the other shore, and to write it \
down;
text|(b)|1|To keep lists of passengers for three years, in a form that:
text|(i)|2|The police of the neighbouring country can read without a translator;
text|(ii)|2|Does not show the names of children to those who sell tickets, carry luggage or clean the decks;
text|(c)|1|To hang beside the life jackets of each ferry a sheet with drawings of how traffickers speak to children, \
and with a number that can be called from any telephone on board at no cost;
text|3|0|_Takes note_ of the specimen report on harbours,{3 A/0/131.} and recalls its resolution 0/2 of \
16 December 2005;
text|4|0|_Requests_ the Secretary-General to tell it, at its next specimen session, how many harbours kept their lists.
"""
_PIECES = re.compile(r"_(?P<italic>[^_]*)_|\{(?P<marker>\d+) (?P<note>[^}]*)\}|(?P<plain>[^_{]+)")


def _block(line: str, told: TextBuilder) -> Block:
    role, label, level, printed = line.split("|")
    text, italics, notes = "", list[Span](), list[tuple[int, str, str]]()
    for piece in _PIECES.finditer(printed):
        if piece["note"]:
            notes.append((len(text), piece["marker"], piece["note"]))
        elif piece["italic"]:
            italics.append((len(text), len(text) + len(piece["italic"])))
        text += piece["italic"] or piece["plain"] or ""
    start, end = told.add(text, label)
    marks = tuple(Mark(offset, Note(marker, *told.add(note, marker))) for offset, marker, note in notes)
    depth = int(level) if level else None
    return Block(Role(role), start, end, label or None, depth, italics=tuple(italics), marks=marks)


def document(symbol: str, prose: str, particulars: Particulars) -> Document:
    """The document of a resolution from its prose."""
    told, named = TextBuilder(), parse(symbol)
    assert named is not None
    blocks = tuple(_block(line, told) for line in prose.strip().splitlines())
    return Document(symbol, "en", "pdf", "tests", "1", told.text(), (Statement(named, particulars, blocks),))


FERRIES = document(
    "A/RES/0/8",
    PROSE,
    Particulars(
        title="SPECIMEN: children who travel alone by ferry",
        adopted_on=date(2016, 12, 19),
        meeting="66th plenary meeting",
        committee="Third Committee",
        agenda_item="8",
        draft="A/0/131, para. 9",
    ),
)
