"""Word files: what is text and what is not, labels, notes, headings, lettered parts, and what cannot be read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from types import SimpleNamespace

import pytest

from pipelines.clauses.parse import parse
from pipelines.clauses.parsed import Parsed
from pipelines.paths import SPECIMEN
from pipelines.readers import Unreadable, read, word_package
from pipelines.readers.document import Document, Role
from tests.docx import NAMES, RAISED, Docx, italic, of_document, repeated, run

Made = Callable[..., Parsed]


def resolution(symbol: str = "A/RES/0/9") -> Docx:
    """The head of a resolution in Word, up to the line that opens its preamble."""
    made = Docx(symbol)
    made.add("Specimen session", style="Normal")
    made.add("Agenda item 7 (b)", style="Normal")
    made.add("\t\tResolution adopted by the General Assembly on 4\xa0March 2010", style="TitleHCH")
    made.add("\t\t[", italic("on the report of the Third Committee (A/0/1)"), "]", style="H4")
    made.add("\t0/9.\t", "Testing of Word files", style="TitleH1")
    made.add("\t", italic("The General Assembly"), ",")
    return made


def document(made: Docx) -> Document:
    return read(made.bytes(), "word")


def parsed(data: bytes, form: str = "word") -> Parsed:
    entry = SimpleNamespace(sha256="0" * 64, format=form, name="N1", source="import", url=None, as_at=None)
    return parse(data, entry)


def clauses(made: Docx) -> dict[str, str]:
    """Ids without their symbol, and texts."""
    return {row["clause_id"].partition("#")[2]: row["text"] for row in parsed(made.bytes()).clauses}


def test_head_and_end_give_the_particulars() -> None:
    made = resolution()
    made.add("\t1.\t", italic("Asks"), " all testers to go on.")
    made.add(italic("12th plenary meeting\n5\xa0March 2010"), properties='<w:jc w:val="right"/>')
    told = document(made).statements[0].particulars
    assert (told.title, told.committee, told.agenda_item, told.draft) == (
        "Testing of Word files",
        "Third Committee",
        "7 (b)",
        "A/0/1",
    )
    assert (told.meeting, str(told.adopted_on)) == ("12th plenary meeting", "2010-03-05")


def test_numbers_set_off_by_tabs_are_labels_and_spans_count_without_them() -> None:
    made = resolution()
    made.add("\t", italic("Noting"), " that tests help,")
    made.add("\t3.\t", italic("Asks"), " all:")
    made.add("\t(a)\tTo write tests;")
    made.add("\tii.\tTo read them;")
    rows = parsed(made.bytes()).clauses
    assert [(row["label"], row["verb_phrase"]) for row in rows[:2]] == [(None, "Noting"), ("3", "Asks")]
    assert list(clauses(made)) == ["pp.1", "op.3", "op.3.a", "op.3.a.ii"]


def test_only_what_is_printed_in_the_body_is_text() -> None:
    made = resolution()
    shape = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    changed = '<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del><w:ins w:id="2">' + run("new") + "</w:ins>"
    signs = "<w:r><w:t>long</w:t><w:noBreakHyphen/><w:t>term co</w:t><w:softHyphen/><w:t>operation</w:t></w:r>"
    made.add("\t1.\tAsks ", run("hidden ", "<w:vanish/>"), shape, changed, " ", signs, "<!--note-->")
    assert clauses(made) == {"op.1": "Asks new long\u2011term cooperation"}
    assert [fault.kind for fault in document(made).faults] == ["tracked_changes"]


def test_italics_come_from_runs_and_from_styles_and_end_where_a_run_switches_them_off() -> None:
    made = resolution()
    made.add("\t1.\tStrongly ", run("urges"), " both", style="H4", properties="")
    made.add(
        run("Also "), run("asks", "<w:i/>"), run(" ", "<w:i/>"), run("again", "<w:i/>"), run(" all", '<w:i w:val="0"/>')
    )
    blocks = document(made).statements[0].blocks[-2:]
    assert [block.italics for block in blocks] == [((0, 19),), ((5, 15),)]


def test_notes_are_tied_to_their_marks_and_repeated_marks_are_no_text() -> None:
    made = resolution()
    first = made.note("See ", made.link("https://example.org/1", run("A/1")), ".")
    made.add("\t1.\tTakes note of one report", first, " and another;", made.note("Ibid."))
    made.add("\t2.\tTakes note", repeated("1"), run(",", RAISED), repeated("2"), " of 10", run("6", RAISED), " things.")
    rows = parsed(made.bytes())
    assert [(row["marker"], row["clause_id"], row["offset"], row["text"]) for row in rows.footnotes] == [
        ("1", "A/RES/0/9#op.1", 24, "See A/1."),
        ("2", "A/RES/0/9#op.1", 37, "Ibid."),
    ]
    assert rows.clauses[1]["text"] == "Takes note of 106 things."
    assert [(link["href"], link["start"], link["end"]) for link in rows.hyperlinks] == [("https://example.org/1", 4, 7)]


def test_a_repeated_mark_after_a_year_is_no_text() -> None:
    made = resolution()
    made.add("\t1.\tTakes note of one report", made.note("See A/1."), ";")
    made.add("\t2.\tRecalls that of 2019", run("1", RAISED), " and its wells\u200e.")
    assert parsed(made.bytes()).clauses[1]["text"] == "Recalls that of 2019 and its wells."


def test_a_note_with_a_mark_of_its_own_takes_no_number() -> None:
    made = resolution()
    made.notes.append("<w:p><w:r><w:t>* Reissued.</w:t></w:r></w:p>")
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    made.add("\t1.\tAsks", own, " all", made.note("Second."), ".")
    found = [(row["marker"], row["text"]) for row in parsed(made.bytes()).footnotes]
    assert found == [("*", "Reissued."), ("1", "Second.")]


def test_links_are_relations_or_fields() -> None:
    made = resolution()
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{inner}'
        for kind, inner in (
            ("begin", '<w:r><w:instrText>HYPERLINK "https://example.org/2" </w:instrText></w:r>'),
            ("separate", run("two")),
            ("end", ""),
        )
    )
    made.add("\t1.\tAsks ", made.link("https://example.org/1", run("one")), " and ", field, ".")
    links = document(made).statements[0].blocks[-1].links
    assert [(link.start, link.end, link.href[-1]) for link in links] == [(5, 8, "1"), (13, 16, "2")]


def test_automatic_numbers_are_the_labels_that_word_would_print() -> None:
    made = resolution()
    levels = (("0", "decimal", "%1."), ("1", "lowerLetter", "(%2)"), ("2", "lowerRoman", "(%3)"))
    held = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, form, text in levels
    )
    made.extra["word/numbering.xml"] = (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="4">{held}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
    )
    for depth, text in enumerate(("Asks all:", "To write:", "Tests;", "Figures;")):
        level = min(depth, 2)
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
        made.add(run(text), properties=numbered)
    made.add("Ends.", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
    assert list(clauses(made)) == ["op.1", "op.1.a", "op.1.a.i", "op.1.a.ii", "op.2"]


def test_headings_come_from_styles_and_a_label_on_its_own_line_numbers_a_part() -> None:
    made = resolution()
    made.add("\tNoting tests,")
    for label, title in (("I", "First part"), ("II", "Second part")):
        made.add(f"\t\t{label}\n\t\t{title}", style="H23")
        made.add("\t", italic("Recalling"), " its tests,")
        made.add("\t1.\tAsks all to test;")
    rows = parsed(made.bytes()).clauses
    assert [(row["clause_id"].partition("#")[2], row["heading_path"]) for row in rows] == [
        ("pp.1", None),
        ("pp.2", "I. First part"),
        ("op.I.1", "I. First part"),
        ("pp.3", "II. Second part"),
        ("op.II.1", "II. Second part"),
    ]


def test_annexes_and_tables_follow_the_closing_lines() -> None:
    made = resolution()
    made.add("\t1.\tAdopts the rules.")
    made.add(italic("12th plenary meeting\n5 March 2010"), properties='<w:jc w:val="right"/>')
    made.add("\t\tAnnex\n\t\tRules of the test", style="HCh")
    made.add("\t1.\tAll shall test.")
    made.body.append("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
    assert clauses(made) == {"op.1": "Adopts the rules.", "annex.1.op.1": "All shall test."}
    assert [block.role for block in document(made).statements[0].blocks][-5:] == [
        Role.CLOSING,
        Role.ANNEX,
        Role.HEADING,
        Role.PLAIN,
        Role.TABLE,
    ]


def test_lettered_parts_are_statements_of_their_own() -> None:
    made = Docx("A/RES/0/9 A-B")
    made.add("\t0/9.\tQuestions of testing", style="TitleH1")
    for letter, title in (("A", "Reading"), ("B", "Writing")):
        made.add(f"{letter}\n{title}", style="TitleH1")
        made.add("\t", italic("The General Assembly"), ",")
        made.add(f"\t1.\tAsks all to go on {title.lower()}.")
    rows = parsed(made.bytes())
    assert [(row["symbol"], row["title"]) for row in rows.resolutions] == [
        ("A/RES/0/9A", "Reading"),
        ("A/RES/0/9B", "Writing"),
    ]
    assert [row["clause_id"] for row in rows.clauses] == ["A/RES/0/9A#op.1", "A/RES/0/9B#op.1"]


def test_a_recorded_vote_printed_at_the_end_is_read() -> None:
    made = resolution("A/HRC/RES/0/9")
    made.add("\t1.\tAsks all to test.")
    made.add("[Adopted by a recorded vote of 2 to 1, with 1 abstention. The voting was as follows:")
    made.add("\tIn favour:\n\tChile, Japan")
    made.add("\tAgainst:\n\tAngola")
    made.add("\tAbstaining:\n\tZambia]")
    told = document(made).statements[0].particulars
    assert (told.adoption, told.votes_yes, told.votes_no, told.votes_abstain) == ("recorded_vote", 2, 1, 1)
    assert [(vote.name, vote.vote) for vote in told.votes] == [
        ("Chile", "yes"),
        ("Japan", "yes"),
        ("Angola", "no"),
        ("Zambia", "abstain"),
    ]


@pytest.mark.parametrize("name", ["a_res_0_1_en", "a_res_0_2_en", "a_res_0_3_en", "s_res_2_0_en", "a_hrc_res_0_1_en"])
def test_the_same_print_gives_the_same_clauses_as_official_xml(name: str) -> None:
    data = (SPECIMEN / "documents" / f"{name}.xml").read_bytes()
    xml, word = parsed(data, "akn"), parsed(of_document(read(data, "akn")))
    columns = ("clause_id", "part", "label", "depth", "heading_path", "verb", "addressee", "text")
    assert [[row[c] for c in columns] for row in word.clauses] == [[row[c] for c in columns] for row in xml.clauses]
    assert [(n["footnote_id"], n["text"]) for n in word.footnotes] == [
        (n["footnote_id"], n["text"]) for n in xml.footnotes
    ]


def test_a_paragraph_without_end_is_refused() -> None:
    made = resolution()
    made.add("1.\t", "Asks " * 200_000)
    with pytest.raises(Unreadable, match="a paragraph of more than"):
        document(made)


def _zipped(members: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (word_package.OLE + bytes(600), "install LibreOffice or antiword"),
        (resolution().bytes()[:900], "cut short or damaged"),
        (resolution("A/C.3/0/L.5").bytes(), "symbol 'A/C.3/0/L.5' is not that of a resolution"),
        (_zipped({"word/document.xml": b"<w:document"}), "not well-formed"),
        (_zipped({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "declares a document type"),
        (_zipped({"word/document.xml": b" " * 2**23}), "unpacks to more than any real document"),
        (_zipped({"other.xml": b"<a/>"}), "holds no Word document"),
        (b"%PDF-1.4", "no Word file"),
    ],
    ids=["ole", "truncated", "draft", "broken", "entities", "bomb", "no word", "pdf"],
)
def test_what_is_no_resolution_in_word_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read(data, "word")
