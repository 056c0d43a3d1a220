"""PDFs in the layouts of the United Nations, with prose of our own: what a page says, without its furniture."""

from __future__ import annotations

from types import SimpleNamespace

import pdf_oxide
import pytest

from pipelines.clauses.parse import parse
from pipelines.clauses.parsed import Parsed
from pipelines.readers import Unreadable
from pipelines.readers.document import Role
from pipelines.readers.pdf import read
from tests.pdf_writer import PageWriter, PdfWriter

LEFT, INDENT, TEXT = 123.4, 147.1, 170.9


def cover(page: PageWriter, symbol: str = "A/RES/0/17", title: str = "0/17. The care of wells") -> None:
    """The cover of a General Assembly resolution down to its title."""
    page.text(LEFT, 734, "United Nations", 14)
    page.text(482, 735.5, symbol[0], 20)
    page.text(497, 735.5, symbol[1:], 10)
    page.text(LEFT, 706, "General Assembly", 20, "bold")
    page.text(397, 705, "Distr.: General", 10)
    page.text(60, 570, "Zeroth session", 10, "bold")
    page.text(60, 558, "Agenda item 12", 10)
    page.text(LEFT, 502, "Resolution adopted by the General Assembly on 3 March 2031", 14, "bold")
    page.text(LEFT, 462, "[on the report of the Second Committee (A/0/12, para. 9)]", 10, "italic")
    page.text(72, 437, title, 12, "bold")
    page.text(INDENT, 412, "The General Assembly,", 10, "italic")
    page.text(65, 44, "31-04711 (E)", 10)


def lines(page: PageWriter, y: float, *texts: str, first: float = LEFT, pitch: float = 12) -> float:
    """Lines of running text, the first one indented; the height below them."""
    for place, text in enumerate(texts):
        page.text(LEFT if place else first, y - place * pitch, text)
    return y - len(texts) * pitch


def two_pages() -> PdfWriter:
    """Two preambular and two operative paragraphs; the second item (a) runs over the page; one note a page."""
    pdf = PdfWriter()
    page = pdf.page()
    cover(page)
    page.text(INDENT, 394, "Recalling ", 10, "italic")
    page.text(188.5, 394, "the Charter of the Wells,")
    page.text(291.5, 394, "1", 6.5)
    page.text(295, 394, " and noting that water is ")
    page.text(LEFT, 382, "drawn from them daily in low-")
    page.text(LEFT, 370, "lying villages,")
    page.text(INDENT, 352, "1.")
    page.text(TEXT, 352, "Calls upon", 10, "italic")
    page.text(217, 352, " all villages, in accordance with resolution 0/9, to: ")
    page.link((330, 349, 440, 361), "https://example.org/A/RES/0/9")
    page.text(INDENT, 334, "(a)")
    page.text(TEXT, 334, "Cover their wells at night and to keep the rope of every ")
    page.text(99.6, 130, "_" * 18, 8, "bold")
    page.text(117, 121, "1", 5.5)
    page.text(LEFT, 118, "See document W/12, ", 8.5)
    page.text(LEFT, 107.5, "annex II.", 8.5)
    second = pdf.page()
    second.text(60, 733, "A/RES/0/17", 8.5, "bold")
    second.text(420, 733, "The care of wells", 8.5, "bold")
    second.text(LEFT, 710, "well dry;")
    second.text(INDENT, 692, "(b)")
    second.text(TEXT, 692, "Count their buckets;")
    second.text(INDENT, 674, "2.")
    second.text(TEXT, 674, "Decides", 10, "italic")
    second.text(204, 674, " to look into the matter again.")
    second.text(391, 650, "12th plenary meeting", 10, "italic")
    second.text(421, 638, "3 March 2031", 10, "italic")
    second.text(60, 37, "2/2", 8.5, "bold")
    second.text(500, 38, "31-04711", 7)
    return pdf


def rows(data: bytes) -> Parsed:
    source = SimpleNamespace(sha256="0" * 64, format="pdf", name="x.pdf", source="import", url=None, as_at=None)
    return parse(data, source)


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    return rows(two_pages().written())


def test_clauses_are_those_of_the_print_without_furniture(parsed: Parsed) -> None:
    assert {row["clause_id"]: row["text"] for row in parsed.clauses} == {
        "A/RES/0/17#pp.1": "Recalling the Charter of the Wells, and noting that water is drawn from them daily in "
        "low-lying villages,",
        "A/RES/0/17#op.1": "Calls upon all villages, in accordance with resolution 0/9, to:",
        "A/RES/0/17#op.1.a": "Cover their wells at night and to keep the rope of every well dry;",
        "A/RES/0/17#op.1.b": "Count their buckets;",
        "A/RES/0/17#op.2": "Decides to look into the matter again.",
    }


def test_a_clause_knows_its_pages(parsed: Parsed) -> None:
    pages = {row["label"]: (row["page_from"], row["page_to"]) for row in parsed.clauses}
    assert pages["(a)"] == (1, 2) and pages["(b)"] == (2, 2)


def test_a_raised_figure_is_the_mark_of_its_note(parsed: Parsed) -> None:
    (note,) = parsed.footnotes
    assert (note["clause_id"], note["offset"], note["text"]) == (
        "A/RES/0/17#pp.1",
        len("Recalling the Charter of the Wells,"),
        "See document W/12, annex II.",
    )


def test_italics_are_the_evidence_for_the_verb(parsed: Parsed) -> None:
    verbs = {row["clause_id"]: (row["verb"], row["verb_evidence"]) for row in parsed.clauses}
    assert verbs["A/RES/0/17#op.1"] == ("call_upon", "italic")


def test_a_link_lies_over_the_words_under_it(parsed: Parsed) -> None:
    (link,) = parsed.hyperlinks
    text = next(row["text"] for row in parsed.clauses if row["clause_id"] == link["clause_id"])
    assert "0/9" in text[link["start"] : link["end"]]


def test_cover_and_closing_lines_are_the_particulars(parsed: Parsed) -> None:
    (resolution,) = parsed.resolutions
    keys = ("title", "meeting", "committee", "agenda_item")
    assert [resolution[key] for key in keys] == [
        "The care of wells",
        "12th plenary meeting",
        "Second Committee",
        "12",
    ]


def test_notes_of_typewritten_documents_are_marked_with_a_slash() -> None:
    pdf = PdfWriter()
    page = pdf.page()
    cover(page)
    page.text(95, 390, "Noting the report on ropes, 1/ which was late,", 10, "courier")
    page.text(95, 366, "1.  Decides to read it.", 10, "courier")
    page.text(95, 320, "1/ W/14.", 10, "courier")
    found = rows(pdf.written())
    assert [row["text"] for row in found.clauses] == [
        "Noting the report on ropes, which was late,",
        "Decides to read it.",
    ]
    assert [(note["clause_id"], note["text"]) for note in found.footnotes] == [("A/RES/0/17#pp.1", "W/14.")]


def body_of(*texts: str) -> str:
    """The first clause of a document whose first paragraph has these lines."""
    pdf = PdfWriter()
    page = pdf.page()
    cover(page)
    below = lines(page, 394, *texts, first=INDENT)
    lines(page, below - 6, "1. Decides to rest, and to go on with the well in the morning.", first=INDENT)
    return str(rows(pdf.written()).clauses[0]["text"])


def test_a_hyphen_that_only_parts_a_word_goes_when_the_document_prints_it_whole() -> None:
    text = body_of("Noting that drinking of groundwater is better than no drinking of ground-", "water at all,")
    assert text.endswith("no drinking of groundwater at all,")


def test_a_hyphen_of_the_word_itself_stays_at_the_end_of_a_line() -> None:
    assert body_of("Noting the needs of a whole-of-", "village approach,").endswith("whole-of-village approach,")


def test_a_gap_before_a_hyphen_at_the_end_of_a_line_is_no_gap() -> None:
    assert body_of("Noting the use of high -", "quality rope,").endswith("high-quality rope,")


def test_letter_spacing_is_no_space_between_words() -> None:
    pdf = PdfWriter()
    page = pdf.page()
    cover(page)
    page.text(INDENT, 394, "Noting the groundw")
    page.text(228.6, 394, "ater below,")
    assert rows(pdf.written()).clauses[0]["text"] == "Noting the groundwater below,"


def test_a_bold_line_is_the_heading_of_what_follows() -> None:
    pdf = PdfWriter()
    page = pdf.page()
    cover(page)
    page.text(LEFT, 388, "Ropes", 10, "bold")
    page.text(INDENT, 370, "1. Decides to buy one;")
    assert rows(pdf.written()).clauses[0]["heading_path"] == "Ropes"


def test_lettered_parts_are_resolutions_of_their_own() -> None:
    pdf = PdfWriter()
    page = pdf.page()
    page.text(397, 735, "A/RES/0/18 A-B", 10)
    page.text(72, 700, "0/18. Two wells", 12, "bold")
    for y, letter, verb in ((670, "A", "Decides"), (570, "B", "Regrets")):
        page.text(300, y, letter, 12, "bold")
        page.text(250, y - 20, f"The well of {letter}", 12, "bold")
        page.text(INDENT, y - 40, "The General Assembly,", 10, "italic")
        page.text(INDENT, y - 60, f"1. {verb} what was done there.")
    found = rows(pdf.written())
    assert [row["clause_id"] for row in found.clauses] == ["A/RES/0/18A#op.1", "A/RES/0/18B#op.1"]


def test_a_vote_list_at_the_end_is_no_clause() -> None:
    pdf = PdfWriter(595, 842)
    page = pdf.page()
    page.text(466, 790, "A/HRC/RES/0/3", 10)
    page.text(141.7, 472, "The Human Rights Council,", 10, "italic")
    page.text(141.7, 454, "1. Decides to cover the well.")
    page.text(113, 400, "[Adopted by a recorded vote of 2 to 1, with no abstentions. The voting was as follows:")
    page.text(141, 382, "In favour:", 10, "italic")
    page.text(141, 370, "Chad and Malta")
    page.text(141, 352, "Against:", 10, "italic")
    page.text(141, 340, "Peru]")
    found = rows(pdf.written())
    assert len(found.clauses) == 1
    assert [vote["vote"] for vote in found.printed_votes] == ["yes", "yes", "no"]


def test_a_heading_on_a_page_is_a_block_of_its_own_kind() -> None:
    document = read(two_pages().written())
    assert [block.role for block in document.statements[0].blocks].count(Role.CLOSING) == 1


def crowded() -> bytes:
    pdf = PdfWriter()
    page = pdf.page()
    for place in range(30):
        page.text(10, 20 + 20 * place, "well " * 2_000, 1)
    return pdf.written()


def paged(count: int) -> bytes:
    pdf = PdfWriter()
    for _ in range(count):
        pdf.page()
    return pdf.written()


def saying(*texts: str) -> bytes:
    pdf = PdfWriter()
    page = pdf.page()
    for place, text in enumerate(texts):
        page.text(72, 700 - 20 * place, text)
    return pdf.written()


def encrypted() -> bytes:
    document = pdf_oxide.PdfDocument.from_bytes(two_pages().written())
    return bytes(document.to_bytes_encrypted("secret", "owner"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"<html>not here</html>", "no PDF"),
        (two_pages().written()[:900], "truncated"),
        (encrypted(), "password"),
        (paged(2), "no text layer"),
        (paged(1_001), "1,001 pages"),
        (crowded(), "more characters"),
        (saying("A/C.2/0/L.4", "Draft resolution on wells"), "draft"),
        (saying("A/0/412", "Report on wells"), "A/0/412"),
        (saying("The document you asked for does not exist in this system."), "does not exist"),
    ],
    ids=["empty", "html", "truncated", "encrypted", "images", "pages", "crowded", "draft", "report", "absent"],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read(data)


def test_two_columns_are_read_one_after_the_other() -> None:
    pdf = PdfWriter()
    page = pdf.page()
    page.text(60, 745, "A/RES/0/5", 9)
    page.text(60, 720, "The General Assembly,", 10, "italic")
    for place in range(0, 24, 2):
        page.text(72, 700 - place * 13, "Recalling how a well of the village was dug,")
        page.text(60, 687 - place * 13, "its depth and its stones being known,")
    for place in range(13):
        page.text(342, 720 - place * 26, f"{place + 1}. Decides to look into well number {place + 1}")
        page.text(330, 707 - place * 26, "of the village, and to dig;")
    found = rows(pdf.written())
    assert [row["label"] for row in found.clauses if row["part"] == "operative"] == [str(n) for n in range(1, 14)]
    assert found.clauses[-1]["text"] == "Decides to look into well number 13 of the village, and to dig;"


def test_rows_of_a_table_are_no_clauses() -> None:
    pdf = PdfWriter()
    page = pdf.page()
    cover(page)
    page.text(INDENT, 394, "1. Decides to share the costs as follows:")
    for place, village in enumerate(("Upper village", "Middle village", "Lower village")):
        page.text(LEFT, 370 - 18 * place, village)
        page.text(350, 370 - 18 * place, f"{place}.5")
    assert len(rows(pdf.written()).clauses) == 1


def test_a_note_without_mark_is_said() -> None:
    pdf = PdfWriter()
    page = pdf.page()
    cover(page)
    page.text(INDENT, 394, "1. Decides to rest.")
    page.text(99.6, 130, "_" * 18, 8, "bold")
    page.text(117, 121, "4", 5.5)
    page.text(LEFT, 118, "See W/12.", 8.5)
    assert [(row["kind"], "4 (page 1)" in row["detail"]) for row in rows(pdf.written()).quality] == [
        ("unplaced_note", True)
    ]
