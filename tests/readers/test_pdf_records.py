"""Pages of printed records, single pages of documents, and pages read off images: who a clause belongs to."""

from __future__ import annotations

from tests.clauses.structure import parsed
from tests.pdf_writer import PageWriter, PdfWriter

LEFT, RIGHT = 60.0, 320.0
STEP = 11.0


def column(page: PageWriter, x: float, y: float, lines: list[tuple[str, str]], size: float = 9) -> None:
    """Lines one below the other; `gap` in front of a text sets it apart, `end` sets it to the right."""
    for kind, text in lines:
        y -= STEP * (1.6 if kind == "gap" else 1.0)
        indent = {"gap": 10.0, "end": 130.0, "title": 40.0}.get(kind, 0.0)
        page.text(x + indent, y, text, size, "bold" if kind == "title" else "roman")


OLD = [
    ("", "the lamps that burn in all of the streets of the"),
    ("", "town and at the gates of the harbour until the day;"),
    ("gap", "4. Thanks the lamplighters of the town for their"),
    ("", "work in the dark of the year and of the winter."),
    ("end", "12th plenary meeting"),
    ("end", "2 May 2001"),
    ("title", "2001/10. Lamps for the harbour"),
    ("gap", "The Economic and Social Council,"),
    ("gap", "Noting the dark of the harbour and the ships that"),
    ("", "lie in it without a light through all of the night,"),
    ("gap", "Recalling that the town has lamps and oil for more"),
    ("", "than the streets and for longer than the winter is,"),
    ("gap", "1. Calls upon all States to hang lamps in harbours"),
    ("", "and to light them whenever a ship is seen at sea;"),
    ("gap", "2. Asks the States that have oil to share the oil of"),
    ("", "the year with the harbours that have none of it."),
    ("end", "12th plenary meeting"),
    ("end", "2 May 2001"),
]
NEW = [
    ("title", "2001/11. Wicks"),
    ("gap", "The Economic and Social Council,"),
    ("gap", "Recalling that lamps need wicks as well as the oil"),
    ("", "that the lamplighters of the town pour into them,"),
    *[
        ("gap", "Noting the trimming of the wicks in the early hours"),
        ("", "of the day by those who lit them the night before,"),
    ]
    * 4,
    ("gap", "1. Calls for wicks, and for those who trim them in"),
    ("", "the morning of the day on which they were lit and"),
]


def record() -> bytes:
    writer = PdfWriter()
    page = writer.page()
    page.text(LEFT, 750, "20 Economic and Social Council\x97First Regular Session, 2001", 9)
    column(page, LEFT, 730, OLD)
    column(page, RIGHT, 730, NEW)
    return writer.written()


def test_each_clause_of_a_record_in_two_columns_belongs_to_its_own_symbol() -> None:
    found = parsed(record(), "pdf")
    ids = [row["clause_id"] for row in found.clauses if "pp" not in row["clause_id"]]
    assert ids == ["E/RES/2001/10#op.1", "E/RES/2001/10#op.2", "E/RES/2001/11#op.1"]
    assert [(row["symbol"], row["title"], row["is_fragment"]) for row in found.resolutions] == [
        ("E/RES/2001/10", "Lamps for the harbour", False),
        ("E/RES/2001/11", "Wicks", True),
    ]
    assert [row["kind"] for row in found.quality] == ["neighbour_text"]
    assert not any("plenary" in row["text"] or "Regular Session" in row["text"] for row in found.clauses)


def test_a_single_page_from_the_middle_of_a_document_is_a_fragment() -> None:
    writer = PdfWriter()
    page = writer.page()
    page.text(LEFT, 750, "Lanterns", 9, "bold")
    page.text(480, 750, "A/RES/0/9", 9, "bold")
    lines = [("", "of the lamps that hang in the streets of the town and at the gates of the harbour, and of oil;")]
    for label in ("(c) To light", "(d) To trim", "13. Thanks"):
        lines += [
            ("gap", f"{label} the lamps of the town and of the harbour in the dark of the year and the wicks"),
            ("", "of the lamps in the early hours of the day, and to thank those who did so;"),
        ]
    column(page, LEFT, 730, lines, 10)
    found = parsed(writer.written(), "pdf")
    assert [row["clause_id"].partition("#")[2] for row in found.clauses] == [
        "op.u0.rest",
        "op.u0.c",
        "op.u0.d",
        "op.13",
    ]
    assert found.resolutions[0]["is_fragment"]


def test_columns_that_start_at_one_place_over_several_rows_are_a_table() -> None:
    writer = PdfWriter()
    page = writer.page()
    page.text(480, 750, "A/RES/0/9", 9, "bold")
    page.text(LEFT, 735, "The General Assembly,", 10)
    page.text(LEFT, 715, "1. Decides that the following bodies shall meet in the places set out beside them here:", 10)
    rows = [
        ("Committee of Lamplighters of the Town and of", "Malta"),
        ("the Harbour", ""),
        ("Commission on Oil", "Peru"),
        ("Council of Wicks and of Those Who Trim Them in", "Chad"),
        ("the Early Hours", ""),
        ("Board of Glass", "Togo"),
    ]
    for place, (body, venue) in enumerate(rows):
        page.text(LEFT, 690 - 16 * place, body, 10)
        page.text(290, 690 - 16 * place, venue, 10)
    page.text(LEFT, 580, "2. Asks the bodies to say when they meet, and where, and who is to light the lamps.", 10)
    found = parsed(writer.written(), "pdf").clauses
    assert [row["clause_id"].partition("#")[2] for row in found] == ["op.1", "op.2"]


def test_a_preamble_that_stands_before_the_organ() -> None:
    writer = PdfWriter()
    page = writer.page()
    page.text(480, 750, "A/RES/0/9", 9, "bold")
    page.text(LEFT, 730, "0/9. Rights of lamplighters", 12, "bold")
    lines = [
        ("gap", "Whereas the dark of the town is great, and that of the harbour is greater still than that of"),
        ("", "all the other towns and of all the other harbours of the States Members of the Organization,"),
        ("gap", "Whereas lamps light the way of everybody who walks through the town or sails into the harbour"),
        ("", "by night, and of those who have lost their way in the streets of the town and on the sea,"),
        ("gap", "The General Assembly"),
        ("gap", "Proclaims the rights of those who light the lamps of all towns and of all harbours at all times"),
        ("", "of the day and of the night, and of those who trim the wicks of the lamps in the morning."),
    ]
    column(page, LEFT, 700, lines, 10)
    found = parsed(writer.written(), "pdf").clauses
    assert [row["clause_id"].partition("#")[2] for row in found] == ["pp.1", "pp.2", "op.u1"]
