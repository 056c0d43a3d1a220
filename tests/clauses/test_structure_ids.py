"""Ids, parents and parts of clauses from the forms that the official XML takes."""

from __future__ import annotations

import pytest

from tests.akn_xml import akn, attachment, container, heading, listed, paragraph
from tests.clauses.structure import ids, parsed


def test_numbered_listed_and_preambular_paragraphs() -> None:
    data = akn(
        paragraph("Decides something;", "1.") + listed("Asks all to:", "2.", ("(a)", "Sit;"), ("(b)", "Stand.")),
        preamble=container("one thing,") + container("another,"),
    )
    assert ids(data) == ["pp.1", "pp.2", "op.1", "op.2", "op.2.a", "op.2.b"]


def test_items_coded_as_paragraphs_belong_to_the_number_before_them() -> None:
    data = akn(
        paragraph("Asks all:", "7.")
        + paragraph("To sit;", "(a)")
        + paragraph("(b) To stand;")
        + paragraph("Ends.", "8.")
    )
    rows = parsed(data).clauses
    assert [(r["clause_id"][10:], r["label"], r["depth"]) for r in rows] == [
        ("op.7", "7", 0),
        ("op.7.a", "(a)", 1),
        ("op.7.b", "(b)", 1),
        ("op.8", "8", 0),
    ]
    assert rows[2]["text"] == "To stand;"


def test_roman_numbers_stand_below_letters_and_i_after_h_beside_them() -> None:
    letters = "".join(paragraph(f"Item {c};", f"({c})") for c in "abcdefgh")
    tail = (
        paragraph("Ninth;", "(i)") + paragraph("Tenth:", "(j)") + paragraph("One;", "(i)") + paragraph("Two.", "(ii)")
    )
    assert ids(akn(paragraph("Lists:", "1.") + letters + tail))[-4:] == ["op.1.i", "op.1.j", "op.1.j.i", "op.1.j.ii"]


def test_text_after_a_list_is_its_end_and_never_takes_a_number() -> None:
    data = akn(listed("Asks all:", "4.", ("(a)", "To sit,"), after="and to say so;") + paragraph("Closes.", "5."))
    assert ids(data) == ["op.4", "op.4.a", "op.4.end", "op.5"]


def test_unnumbered_paragraphs_have_their_own_count() -> None:
    assert ids(akn(paragraph("Decides to wait.") + paragraph("Decides.", "1.") + paragraph("Ends."))) == [
        "op.u1",
        "op.1",
        "op.u2",
    ]


def test_parts_stand_in_the_id_only_where_the_numbers_start_anew() -> None:
    def parts(second: str) -> bytes:
        return akn(
            heading("I") + heading("Money") + paragraph("Pays;", "1.") + heading("II") + paragraph("Saves.", second)
        )

    assert ids(parts("2.")) == ["op.1", "op.2"]
    assert ids(parts("1.")) == ["op.I.1", "op.II.1"]
    assert parsed(parts("1.")).clauses[0]["heading_path"] == "I. Money"


def test_a_number_printed_twice_is_told_apart_and_reported() -> None:
    found = parsed(akn(paragraph("Sits;", "3.") + paragraph("Stands.", "3.")))
    assert [row["clause_id"] for row in found.clauses] == ["A/RES/0/1#op.3", "A/RES/0/1#op.3~2"]
    assert [(row["kind"], row["subject"]) for row in found.quality] == [("duplicate_label", "A/RES/0/1#op.3~2")]


@pytest.mark.parametrize(
    "data",
    [
        akn(
            paragraph("Adopts the annex.", "1."),
            after=attachment(heading("Annex", style="HCh") + paragraph("We sit.", "1.")),
        ),
        akn(paragraph("Adopts the annex.", "1.") + heading("Annex", style="HCh") + paragraph("We sit.", "1.")),
    ],
    ids=["attachment", "in the main body"],
)
def test_annexes_coded_apart_or_in_the_main_body(data: bytes) -> None:
    rows = parsed(data).clauses
    assert [row["clause_id"][10:] for row in rows] == ["op.1", "annex.1.op.1"]
    assert (rows[1]["part"], rows[1]["annex"], rows[1]["heading_path"]) == ("annex", 1, "Annex")


def test_headings_of_a_quoted_amendment_end_with_it() -> None:
    data = akn(
        heading("Statute")
        + paragraph("Amends the rule as follows:", "1.")
        + heading("Rule 9")
        + paragraph("The court sits:")
        + paragraph("On Mondays;", "(a)")
        + paragraph("Thanks the court.", "2.")
    )
    rows = parsed(data).clauses
    assert [row["clause_id"][10:] for row in rows] == ["op.1", "op.1.u1", "op.1.u1.a", "op.2"]
    assert rows[3]["heading_path"] == "Statute"


def test_a_list_goes_on_after_unnumbered_text() -> None:
    body = (
        listed("Asks:", "1.", ("(a)", "One;"), ("(b)", "Two."))
        + paragraph("More on this.")
        + paragraph("Three;", "(c)")
    )
    assert ids(akn(body)) == ["op.1", "op.1.a", "op.1.b", "op.1.end", "op.1.c"]


def test_operative_paragraphs_coded_in_the_preamble_are_operative() -> None:
    items = "<listIntroduction>Acting so:</listIntroduction><item><num>1.</num><p>Decides it;</p></item>"
    preamble = f'<container name="Acting"><blockList>{items}</blockList></container>'
    rows = parsed(akn(paragraph("Ends.", "2."), preamble=preamble)).clauses
    assert [(row["clause_id"][10:], row["part"]) for row in rows] == [
        ("pp.1", "preamble"),
        ("op.1", "operative"),
        ("op.2", "operative"),
    ]


def test_lettered_headings_are_headings_and_lettered_items_items() -> None:
    over_numbers = akn(heading("Embargo") + paragraph("Exceptions", "(i)", "H4") + paragraph("Decides.", "1."))
    over_text = akn(
        paragraph("Orders these tasks;", "4.") + paragraph("Patrols", "(a)", "H4") + paragraph("To walk the road;")
    )
    assert parsed(over_numbers).clauses[0]["heading_path"] == "Embargo > (i) Exceptions"
    assert ids(over_text) == ["op.4", "op.4.a", "op.4.a.u1"]


def test_every_text_is_a_span_of_the_readers_text() -> None:
    from pipelines.readers import read

    data = akn(listed("Asks\u00a0 all:", "1.", ("(a)", "To\tsit;")) + paragraph("(b) To stand."))
    text = read(data, "akn").text
    rows = parsed(data).clauses
    assert [row["text"] for row in rows] == ["Asks all:", "To sit;", "To stand."]
    assert all(text[row["span_start"] : row["span_end"]] == row["text"] for row in rows)
