"""The reader of plain text: furniture, notes at the foot of the page, fragments."""

from __future__ import annotations

import pytest

from pipelines.readers import Unreadable, read
from tests.clauses.structure import ids, parsed

WHOLE = b"""United Nations A/RES/0/9
General Assembly Distr.: SPECIMEN
Resolution adopted by the General Assembly on 4 May 2001
[on the report of the Third Committee (A/0/400, para. 3)]
0/9. SPECIMEN: lanterns
The General Assembly,
Recalling the Convention on Lanterns 1 and that lanterns
light the way,
Noting the dark,
1. Calls upon all States to hang lanterns;
2. Requests States to say to the court:
(a) Where the lanterns hang, and who, on
__________________
1 United Nations, Treaty Series, vol. 1, No. 2.
01-00000 (E)
A/RES/0/9 SPECIMEN: lanterns
the third day, lights them;
(b) Who pays.
12th plenary meeting
3 May 2001
2/2
"""


def test_a_whole_document_with_a_page_break_inside_an_item() -> None:
    found = parsed(WHOLE, "text")
    rows = {row["clause_id"].partition("#")[2]: row for row in found.clauses}
    assert list(rows) == ["pp.1", "pp.2", "op.1", "op.2", "op.2.a", "op.2.b"]
    assert rows["op.2.a"]["text"] == "Where the lanterns hang, and who, on the third day, lights them;"
    assert (rows["op.2.a"]["page_from"], rows["op.2.a"]["page_to"]) == (1, 2)
    assert "1" not in rows["pp.1"]["text"]
    (note,) = found.footnotes
    assert (note["clause_id"], note["offset"]) == ("A/RES/0/9#pp.1", len("Recalling the Convention on Lanterns"))


def test_particulars_of_a_whole_document() -> None:
    (row,) = parsed(WHOLE, "text").resolutions
    assert (row["title"], row["committee"], row["draft"]) == ("SPECIMEN: lanterns", "Third Committee", "A/0/400")
    assert (str(row["adopted_on"]), row["meeting"]) == ("2001-05-03", "12th plenary meeting")
    assert (row["is_fragment"], row["is_specimen"]) == (False, True)


@pytest.mark.parametrize(
    "header", [b"Lanterns\nA/RES/0/9\n", b"A/RES/0/9\nLanterns\n"], ids=["title first", "symbol first"]
)
def test_a_page_from_the_middle_is_a_fragment(header: bytes) -> None:
    page = header + b"who hang them\nfrom a pole;\n(b) To polish the glass; 7\n(c) To rest.\n13. Thanks them.\n8/12\n"
    found = parsed(page, "text")
    assert [row["clause_id"][10:] for row in found.clauses] == ["op.u0.rest", "op.u0.b", "op.u0.c", "op.13"]
    assert [row["depth"] for row in found.clauses] == [1, 1, 1, 0]
    assert [row["parent_id"] for row in found.clauses] == [None] * 4
    assert [(note["marker"], note["text"]) for note in found.footnotes] == [("7", None)]
    assert found.resolutions[0]["is_fragment"]
    assert found.resolutions[0]["title"] == "Lanterns"


def test_a_number_at_a_line_start_is_no_paragraph_out_of_sequence() -> None:
    page = b"A/RES/0/9\nLanterns\n4. Recalls what was said of it under article\n12. That is on glass;\n5. Ends.\n"
    assert ids(page, "text") == ["op.4", "op.5"]


@pytest.mark.parametrize("data", [b"no symbol here", b"\x00\x01\x02", b""], ids=["no symbol", "binary", "empty"])
def test_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read(data, "text")
