"""Other layouts of print: headers of two lines, narrow gaps, numbers alone, words parted at line ends, notes run on."""

from __future__ import annotations

from tests.pdf_writer import PageWriter, PdfWriter
from tests.readers.test_pdf import INDENT, LEFT, cover, lines, rows


def texts(pdf: PdfWriter) -> list[str]:
    return [row["text"] for row in rows(pdf.written()).clauses]


def opened() -> tuple[PdfWriter, PageWriter]:
    pdf = PdfWriter()
    page = pdf.page()
    cover(page)
    return pdf, page


def test_a_title_of_two_lines_in_the_header_is_no_text() -> None:
    pdf, page = opened()
    lines(page, 394, "Recalling the long rope of the old well and all its many", "knots,", first=INDENT)
    second = pdf.page()
    second.text(LEFT, 740, "Assistance to villages for the care of wells and ropes and", 8.5)
    second.text(LEFT, 730, "buckets of all kinds", 8.5)
    second.text(480, 730, "A/RES/0/17", 8.5, "bold")
    lines(second, 700, "1. Decides to wait.", first=INDENT)
    assert texts(pdf) == [
        "Recalling the long rope of the old well and all its many knots,",
        "Decides to wait.",
    ]


def test_a_number_alone_on_its_line_begins_the_paragraph_below() -> None:
    pdf, page = opened()
    lines(
        page,
        394,
        "Noting the long rope of the old well,",
        "1.",
        "Decides to count the knots of all",
        "the ropes;",
        "2.",
    )
    lines(pdf.page(), 700, "Asks all villages to do likewise.")
    assert texts(pdf) == [
        "Noting the long rope of the old well,",
        "Decides to count the knots of all the ropes;",
        "Asks all villages to do likewise.",
    ]


def test_a_gap_a_little_wider_than_the_pitch_parts_paragraphs_where_sentences_end_before_it() -> None:
    pdf, page = opened()
    y = 394.0
    for number in "123456":
        text = (f"{number}. Decides to count the knots of each of the long ropes", "of all the old wells in the hills;")
        y = lines(page, y, *text, "and of the new ones that were dug in this year;") - 2.5
    assert len(texts(pdf)) == 6


def test_indents_tell_paragraphs_where_there_are_no_gaps() -> None:
    pdf, page = opened()
    y = lines(page, 394, "Noting the rope,", first=INDENT)
    y = lines(page, y, "Noting also the bucket of the old well in the hills and of", "the new one,", first=INDENT)
    for number in "123":
        y = lines(page, y, f"{number}. Decides to wait until the water comes up again from", "below;", first=INDENT)
    assert len(texts(pdf)) == 5


def test_an_opening_verb_in_italics_begins_a_paragraph_at_the_top_of_a_page() -> None:
    pdf, page = opened()
    lines(
        page,
        394,
        "Recalling the long rope of the old well and the many knots of all the",
        "others that hang in the wells,",
    )
    second = pdf.page()
    second.text(LEFT, 700, "Noting", 10, "italic")
    second.text(152, 700, " the bucket,")
    assert len(texts(pdf)) == 2


def test_words_are_mended_in_a_document_that_parts_words_at_line_ends() -> None:
    pdf, page = opened()
    lines(
        page,
        394,
        "1. Asks the villages to count the buckets and the self-",
        "made ropes, and asks the vil-",
        "lages for a list of buck-",
        "ets and of pul-",
        "leys.",
        first=INDENT,
    )
    (text,) = texts(pdf)
    assert text.endswith("self-made ropes, and asks the villages for a list of buckets and of pulleys.")


def test_the_rest_of_a_note_at_the_foot_of_the_next_page_belongs_to_it() -> None:
    pdf, page = opened()
    page.text(INDENT, 394, "1. Notes the report")
    page.text(230, 398, "1", 6.5)
    page.text(236, 394, "on wells;")
    page.text(117, 101, "1", 5.5)
    page.text(LEFT, 98, "See the records of the wells, as issued on", 8.5)
    second = pdf.page()
    second.text(LEFT, 700, "2. Decides to wait.")
    second.text(LEFT, 98, "(W/1998/41), chap. III.", 8.5)
    parsed = rows(pdf.written())
    assert [row["text"] for row in parsed.footnotes] == [
        "See the records of the wells, as issued on (W/1998/41), chap. III."
    ]
    assert len(parsed.clauses) == 2


def test_a_raised_mark_may_have_its_stroke() -> None:
    pdf, page = opened()
    page.text(INDENT, 394, "1. Notes the report")
    page.text(230, 398, "1/", 6.5)
    page.text(240, 394, "on wells;")
    lines(page, 374, "2. Decides to wait.", first=INDENT)
    lines(page, 356, "3. Decides to go on waiting until", "the well is full.", first=INDENT)
    page.text(LEFT, 98, "1/ See the records of the wells.")
    parsed = rows(pdf.written())
    assert [(row["marker"], row["text"]) for row in parsed.footnotes] == [("1", "See the records of the wells.")]
    assert parsed.clauses[0]["text"] == "Notes the report on wells;"


def test_a_figure_in_the_middle_of_a_note_begins_none() -> None:
    pdf, page = opened()
    page.text(INDENT, 394, "1. Notes the report,1/ and the list of ropes;2/")
    lines(page, 376, "2. Decides to wait.", first=INDENT)
    page.text(LEFT, 122, "1/ Report of the Meeting on Wells, Upper Village, 5–")
    page.text(LEFT, 110, "9 March 1994 (W/1994/3), annex.")
    page.text(LEFT, 98, "2/ W/1994/4.")
    found = rows(pdf.written()).footnotes
    assert [(row["marker"], row["text"]) for row in found] == [
        ("1", "Report of the Meeting on Wells, Upper Village, 5–9 March 1994 (W/1994/3), annex."),
        ("2", "W/1994/4."),
    ]


def test_a_number_within_a_sentence_begins_no_item_where_there_are_no_gaps() -> None:
    pdf, page = opened()
    y = lines(page, 394, "Noting the rope,", first=INDENT)
    y = lines(page, y, "1. Notes that the wells need (i) ropes; (ii) buckets; and", "(iii) patience;", first=INDENT)
    for number in "23":
        y = lines(page, y, f"{number}. Decides to wait until the water comes up again from", "below;", first=INDENT)
    assert texts(pdf)[1] == "Notes that the wells need (i) ropes; (ii) buckets; and (iii) patience;"


def test_paragraphs_that_begin_every_page_alike_are_no_header() -> None:
    pdf, page = opened()
    lines(page, 394, "1. Decides to mend the rope;", first=INDENT)
    for number in range(2, 8):
        following = pdf.page()
        following.text(60, 740, "A/RES/0/17", 8.5, "bold")
        lines(following, 710, f"{number}. Decides to mend the rope;", first=INDENT)
    assert texts(pdf) == ["Decides to mend the rope;"] * 7


def test_a_mark_that_stands_high_belongs_to_its_line() -> None:
    pdf, page = opened()
    page.text(INDENT, 394, "1. Notes the report")
    page.text(230, 398, "1", 6.5)
    page.text(236, 394, "on wells")
    page.text(275, 398, "2", 6.5)
    page.text(102, 112.7, "1", 5.8)
    page.text(LEFT, 108.8, "W/1994/3.", 8.5)
    page.text(102, 91.8, "2", 4.9)
    page.text(LEFT, 88.5, "W/1994/4.", 8.5)
    assert [row["marker"] for row in rows(pdf.written()).footnotes] == ["1", "2"]
