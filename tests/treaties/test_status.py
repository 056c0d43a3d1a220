from __future__ import annotations

import datetime as dt

import pytest

from pipelines.treaties import status
from pipelines.treaties.errors import UnreadableStatus
from tests.treaties.files import status_xml


def test_header() -> None:
    header = status.read(status_xml()).header
    assert (header.treaty_id, header.title) == ("XVIII-99-a", "Protocol on Lanterns")
    assert (header.concluded_place, header.concluded_on) == ("New York", dt.date(2000, 3, 1))
    assert (header.in_force_on, header.registration_number) == (dt.date(2003, 12, 25), "99001")
    assert (header.volumes, header.adopting_resolution) == (("9901", "9902"), "A/RES/0/99")


def test_number_of_a_part_of_a_chapter() -> None:
    data = status_xml().replace(b"</Chapter>", b"</Chapter><SubChapter><Header>A</Header></SubChapter>", 1)
    assert status.read(data).header.treaty_id == "XVIII-A-99-a"


def test_definitive_entry_into_force_counts() -> None:
    data = status_xml().replace(
        b"25 December 2003, in", b"provisionally on 1 May 2002 and definitively on 2 May 2003, in"
    )
    assert status.read(data).header.in_force_on == dt.date(2003, 5, 2)


def test_lost_characters_are_restored_and_told() -> None:
    notes = "<Note><index>1</index><text>\x1clantern\x1d lit\x02& the wick\x19s end \x13 out</text></Note>"
    read = status.read(status_xml(notes=notes))
    assert read.notes["1"].paragraphs == ("\u201clantern\u201d lit \u2026 the wick\u2019s end \u2013 out",)
    assert read.mended == "5 control characters, 1 bare ampersands"


def test_mending_keeps_escaped_markup() -> None:
    rows = [["Canada&lt;superscript&gt;2,3&lt;/superscript&gt;", "[ 1 Apr\t 2001 ]", "\x1c"]]
    table = status.read(status_xml(rows)).table
    assert table is not None
    assert (table.rows[0].participant, table.rows[0].marks) == ("Canada", ("2", "3"))
    assert table.rows[0].cells == ("[ 1 Apr 2001 ]", "\u201c")


def test_well_formed_file_is_not_mended() -> None:
    assert status.read(status_xml()).mended is None


def test_file_without_table() -> None:
    assert status.read(status_xml()).table is None


@pytest.mark.parametrize(
    "data",
    [
        b"<Document><Treaty/></Document>",
        status_xml()[:-40],
        status_xml().replace(b"<Document>", b'<!DOCTYPE d [<!ENTITY a "aaaa">]><Document>', 1),
        b"Participant,Signature",
    ],
    ids=["no header", "truncated", "entities", "no XML"],
)
def test_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableStatus):
        status.read(data)
