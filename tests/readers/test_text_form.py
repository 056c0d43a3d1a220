"""Forms of raw text: furniture between the lines, numbers out of place, openings, lists, old heads, broken words."""

from __future__ import annotations

import csv
import tarfile
from pathlib import Path

import pytest

from pipelines.archive.recognise import recognise
from pipelines.readers.text_numbers import settled
from pipelines.readers.text_openings import opens_operative, opens_preambular
from pipelines.readers.text_words import Words
from tests.clauses.structure import ids, parsed

COUNTED = Path(__file__).with_name("early_resolutions.csv")
HEAD = """United Nations S/RES/3 (0)
Security Council Distr.: General
2 May 2001
01-12345 (E)
*0112345*
Resolution 3 (0)
Adopted by the Security Council at its 12th meeting, on
2 May 2001
The Security Council,
"""


def read(body: str, head: str = HEAD) -> dict[str, str]:
    """Ids and texts of the clauses of a resolution with this body."""
    return {row["clause_id"].partition("#")[2]: row["text"] for row in parsed((head + body).encode(), "text").clauses}


@pytest.mark.parametrize(
    "furniture",
    [
        "2\nS/RES/3 (0)\n",
        "01-12345 (E) /...\nS/RES/3 (0)\nPage 2\n",
        "301-12345\nS/RES/3 (0)\n",
        "01-1234510\nS/RES/3 (0)*\n",
        "2/501-12345\nS/RES/3 (0)\n",
        "S/RES/3.(0)\n/...\n",
    ],
    ids=[
        "number alone",
        "page word",
        "number glued before",
        "number glued behind",
        "page mark glued",
        "damaged symbol",
    ],
)
def test_furniture_between_two_lines_of_a_paragraph(furniture: str) -> None:
    body = f"Recalling that lanterns light the way for all who walk home late\n{furniture}at night,\n1. Ends.\n"
    assert read(body) == {
        "pp.1": "Recalling that lanterns light the way for all who walk home late at night,",
        "op.1": "Ends.",
    }


def test_a_line_below_the_symbol_is_a_running_title_only_where_it_comes_again() -> None:
    body = "Recalling that\n2\nS/RES/3 (0)\nLanterns light the way,\n1. Ends.\n"
    assert read(body)["pp.1"] == "Recalling that Lanterns light the way,"


def test_unnumbered_operative_paragraphs_by_their_finite_verb() -> None:
    body = "Having examined the lamps,\nRecommends to the Assembly that it hang them;\nRequests the Council to look.\n"
    assert list(read(body)) == ["pp.1", "op.u1", "op.u2"]


def test_items_in_lower_case_go_on_with_the_list_and_references_do_not() -> None:
    body = (
        "Noting the dark,\n1. Decides on two lamps, as in paragraph 4 (a),\n(b) and (c) of the plan:\n"
        "(a) to hang one;\n(b) to hang another; and\n(c) to light both.\n"
    )
    found = read(body)
    assert list(found) == ["pp.1", "op.1", "op.1.a", "op.1.b", "op.1.c"]
    assert found["op.1"].endswith("4 (a), (b) and (c) of the plan:")


def test_names_set_line_by_line_are_paragraphs() -> None:
    body = (
        "Noting the dark, and that whoever lights lanterns in it does so for the good of all,\n"
        "Forwards the following names of those who may be asked to light the lanterns in it:\n"
        "Mr. A. Wick (Malta)\nMs. B. Oil (Chad)\nMr. C. Flame (Peru)\n"
    )
    assert [text for text in read(body).values() if "(" in text] == [
        "Mr. A. Wick (Malta)",
        "Ms. B. Oil (Chad)",
        "Mr. C. Flame (Peru)",
    ]


def test_articles_of_an_annex_are_headings_and_start_their_numbers_anew() -> None:
    body = (
        "Noting the dark,\n1. Adopts the text.\nAnnex\nArticle 1\nLamps\n1. A lamp is lit.\n2. Two are lit.\n"
        "Article 2\nOil\n1. Oil is poured.\n"
    )
    assert list(read(body)) == ["pp.1", "op.1", "annex.1.op.art1.1", "annex.1.op.art1.2", "annex.1.op.art2.1"]


def test_a_later_part_with_a_preamble_of_its_own() -> None:
    body = "Noting the dark,\nA\n1. Decides to hang lamps;\nB\nRecalling the oil,\n2. Decides to pour it.\n"
    assert list(read(body)) == ["pp.1", "op.1", "pp.2", "op.2"]


def test_a_page_run_together_into_one_line() -> None:
    text = (
        "United Nations A/RES/0/9 General Assembly Distr.: SPECIMEN Agenda item 4 Resolution adopted by the General "
        "Assembly on 4 May 2001 [on the report of the Third Committee (A/0/400)] 0/9. SPECIMEN: lanterns The General "
        "Assembly, Recalling the Convention on Lanterns, 1 Noting the dark, 1. Calls upon all to hang lanterns; 2. "
        "Requests two more. _______________ 1 United Nations, Treaty Series, vol. 1, No. 2."
    )
    found = parsed(text.encode(), "text")
    assert [row["clause_id"].partition("#")[2] for row in found.clauses] == ["pp.1", "pp.2", "op.1", "op.2"]
    assert [(note["marker"], note["clause_id"][-4:]) for note in found.footnotes] == [("1", "pp.1")]


def test_head_and_end_of_an_old_volume() -> None:
    text = (
        b"3 (1946). Resolution of 2 May 1946\n\nThe Security Council,\n\nNoting the dark, 7\n\n"
        b"1. Calls for lamps;\n\n2, Asks for oil.\n\nAdopted at the 12th meeting\nby 9 votes to none, with\n"
        b"1 abstention (Chad).\n\n\n7 Ibid., document S/1.\n"
    )
    found = parsed(text, "text")
    (row,) = found.resolutions
    assert (row["symbol"], str(row["adopted_on"]), row["meeting"]) == ("S/RES/3(1946)", "1946-05-02", "12th meeting")
    assert (row["adoption"], row["votes_yes"], row["votes_no"], row["votes_abstain"]) == ("recorded_vote", 9, 0, 1)
    assert ids(text, "text") == ["pp.1", "op.1", "op.2"]
    assert [(note["marker"], note["text"]) for note in found.footnotes] == [("7", "Ibid., document S/1.")]


@pytest.mark.parametrize(
    ("head", "symbol"),
    [
        ("Resolution 3 (1976)\nof 1 May 1976", "S/RES/3(1976)"),
        ("Resolution 3\nof 1 May 1976", "S/RES/3(1976)"),
        ("3 (1948). Resolution of 1 May 1948", "S/RES/3(1948)"),
        ("12 (XV). Lanterns\n\nThe General Assembly,", "A/RES/12(XV)"),
        ("Resolutions 3 and 4\n\nThe Security Council,", None),
    ],
)
def test_symbol_of_a_heading(head: str, symbol: str | None) -> None:
    text = f"{head}\n\nNoting that the Council and the States are in the dark,\n"
    assert recognise(text.encode(), "x.txt").symbol == symbol


def test_numbers_alone_before_their_paragraph_or_after_its_first_line() -> None:
    before = ["Lamps", "25.", "Calls upon States:", "(a) To hang;"]
    assert settled(before)[0] == ["Lamps", "25. Calls upon States:", "(a) To hang;"]
    after = ["Ends here;", "Urges all to light the", "2.", "Lamps of the town;"]
    assert settled(after)[0] == ["Ends here;", "2. Urges all to light the", "Lamps of the town;"]


def test_words_are_mended_by_the_words_of_the_document() -> None:
    words = Words(["the implementation of a ceasefire along a road", "that whole-of-society lamp"])
    assert words.joined(["tha t implementat ion for a long cease-", "fire in a whole-of-", "society lamp"]) == (
        "that implementation for a long ceasefire in a whole-of-society lamp"
    )


@pytest.mark.parametrize("line", ["Peacekeeping Mission", "Monitoring Group on lamps", "Beijing", "during the night"])
def test_nouns_open_no_preambular_paragraph(line: str) -> None:
    assert not opens_preambular(line)


@pytest.mark.parametrize(
    ("line", "opens"), [("Demands that", True), ("States that have", False), ("Nations to", False)]
)
def test_finite_verbs_and_nouns_in_s(line: str, opens: bool) -> None:
    assert opens_operative(line) is opens


def test_early_resolutions_as_counted_by_eye(shared: Path) -> None:
    with COUNTED.open(encoding="utf-8", newline="") as lines:
        counted = {row["symbol"]: (int(row["preambular"]), int(row["operative"])) for row in csv.DictReader(lines)}
    agree = 0
    with tarfile.open(shared / "resolutions" / "sc-1946-2002-text.tar.xz") as tar:
        for member in tar:
            held = tar.extractfile(member) if member.name.endswith(".txt") else None
            data = held.read() if held else b""
            symbol = recognise(data, member.name).symbol if data else None
            if symbol in counted:
                top = [row["part"] for row in parsed(data, "text").clauses if row["depth"] == 0]
                agree += (top.count("preamble"), top.count("operative")) == counted[symbol]
    assert agree >= 58


@pytest.mark.parametrize("hidden", ["; 7\n6F", "; 7 6F", ";76F", ";7 6F", ";7\n6F"], ids=repr)
def test_marks_that_word_hides_beside_note_marks_are_left_out(hidden: str) -> None:
    page = f"A/RES/0/9\nLanterns\nwho hang the lamps of the town from a pole{hidden}\n13. Thanks the two of them.\n"
    found = parsed(page.encode(), "text")
    assert [row["text"] for row in found.clauses] == [
        "who hang the lamps of the town from a pole;",
        "Thanks the two of them.",
    ]
    assert [note["marker"] for note in found.footnotes] == ["7"]


def test_a_page_of_a_preamble_does_not_count_its_paragraphs() -> None:
    page = (
        "A/RES/0/9\nLanterns\nas well as oil,\nRecalling the dark of the year,\nI\nLamps\n1. Urges all to hang lamps;\n"
    )
    found = parsed(page.encode(), "text").clauses
    assert [(row["clause_id"].partition("#")[2], row["part"]) for row in found] == [
        ("pp.u0", "preamble"),
        ("pp.u1", "preamble"),
        ("op.1", "operative"),
    ]


def test_a_page_cut_amid_its_notes() -> None:
    body = (
        "Recalling the Convention on Oil, 1 the Treaty on Wicks, 2 the Pact on Glass, 3 the Acts thereto 4 and more, 5"
        "\n__________\n1 United Nations, Treaty Series, vol. 1, No. 2. Ibid., vol. 2, No. 3.\n3 Ibid., vol. 3, No. 4.\n"
    )
    found = parsed((HEAD + body).encode(), "text")
    assert found.clauses[0]["text"] == (
        "Recalling the Convention on Oil, the Treaty on Wicks, the Pact on Glass, the Acts thereto and more,"
    )
    assert [(note["marker"], note["text"]) for note in found.footnotes] == [
        ("1", "United Nations, Treaty Series, vol. 1, No. 2."),
        ("2", "Ibid., vol. 2, No. 3."),
        ("3", "Ibid., vol. 3, No. 4."),
        ("4", None),
        ("5", None),
    ]


def test_a_sentence_right_below_an_annex_is_no_title() -> None:
    body = (
        "Noting the dark,\n1. Ends.\nAnnex\nIn accordance with paragraph 4 of this resolution, the Office of the\n"
        "Lamplighter shall be asked to do this:\n(a) Light lamps;\n(b) Put them out.\n"
    )
    assert list(read(body)) == ["pp.1", "op.1", "annex.1.op.u1", "annex.1.op.u1.a", "annex.1.op.u1.b"]


def test_the_line_of_adoption_where_the_last_paragraph_ends_with_a_comma() -> None:
    body = "Noting the dark,\n\nRecommends lamps,\n\nAdopted by consensus at the\n12th meeting.\n\n7 Ibid.\n"
    found = parsed((HEAD + body).encode(), "text")
    assert [row["verb_phrase"] for row in found.clauses] == ["Noting", "Recommends"]
    assert (found.resolutions[0]["adoption"], found.resolutions[0]["meeting"]) == ("without_vote", "12th meeting")


def test_bullets_set_as_the_letter_o_and_the_list_they_interrupt() -> None:
    body = "Noting the dark,\n1. Ends.\nAnnex\n• Lamps:\no Oil lamps;\no Wax lamps;\n• Wicks;\n"
    assert list(read(body))[2:] == ["annex.1.op.u1", "annex.1.op.u1.u1", "annex.1.op.u1.u2", "annex.1.op.u2"]


def test_numbers_with_a_bracket_behind_them_and_decimal_ones() -> None:
    body = "Noting the dark,\n1. Decides this:\n1) Lamps shall be hung;\n2) Oil shall be poured.\n2. Ends.\n"
    assert list(read(body)) == ["pp.1", "op.1", "op.1.1", "op.1.2", "op.2"]
    body = "Noting the dark,\n\n1. Ends.\n\nAnnex\n\n1. Lamps.\n\n1.1 They burn.\n\n1.2 They are lit.\n"
    assert list(read(body))[2:] == ["annex.1.op.1", "annex.1.op.1.1", "annex.1.op.1.2"]


def test_a_draft_in_quotation_marks_that_a_council_recommends() -> None:
    body = (
        "Noting the dark,\nRecommends to the General Assembly the adoption of the following draft resolution:\n"
        "“The General Assembly,\n“Recalling the lamps,\n“1. Urges States to act;\n“2. Requests the States:\n"
        "“(a) To hang lamps;\n“(b) To pour oil.”\n"
    )
    assert list(read(body)) == ["pp.1", "op.u1", "pp.2", "op.1", "op.2", "op.2.a", "op.2.b"]


def test_a_resolution_that_a_numbered_paragraph_quotes() -> None:
    body = (
        "Noting the dark,\n1. Reaffirms its resolution, which reads:\n“The Security Council,\n“Recalling the lamps,\n"
        "“1. Calls for lamps;\n“2. Asks for oil.”\n2. Decides to pay for it.\n"
    )
    assert list(read(body)) == ["pp.1", "op.1", "op.1.u1", "op.1.1", "op.1.2", "op.2"]


def test_a_declaration_whose_preamble_stands_before_the_organ() -> None:
    text = (
        "217 (0). Rights of lamplighters\nWhereas the dark of the town is great, and of the harbour,\n"
        "Whereas lamps light the way,\nThe General Assembly\nProclaims the rights of those who light the lamps.\n"
    ).replace("(0)", "(IV)")
    found = parsed(text.encode(), "text")
    assert found.resolutions[0]["symbol"] == "A/RES/217(IV)"
    assert [row["clause_id"].partition("#")[2] for row in found.clauses] == ["pp.1", "pp.2", "op.u1"]


def test_the_ending_and_the_title_of_a_resolution_of_the_human_rights_council() -> None:
    text = (
        "United Nations A/HRC/RES/0/5\nGeneral Assembly\nHuman Rights Council\n0/5\nRights of lamplighters\n"
        "The Human Rights Council,\nNoting the dark of the town and of the harbour,\n1. Asks for lamps.\n46th meeting\n"
        "24 March 2001\n[Adopted by a recorded vote of 2 to 1, with no abstentions. The voting was as follows:\n"
        "In favour:\nChad, Malta\nAgainst:\nPeru]\n"
    )
    found = parsed(text.encode(), "text")
    row = found.resolutions[0]
    assert (row["title"], row["adoption"], row["votes_yes"]) == ("Rights of lamplighters", "recorded_vote", 2)
    assert [(vote["name_printed"], vote["vote"]) for vote in found.printed_votes] == [
        ("Chad", "yes"),
        ("Malta", "yes"),
        ("Peru", "no"),
    ]


def test_a_presidential_statement_of_the_1990s() -> None:
    text = (
        "UNITED\nNATIONS\nS\nSecurity Council\nDistr.\nGENERAL\nS/PRST/0/40\n2 May 2001\n"
        "STATEMENT BY THE PRESIDENT OF THE SECURITY COUNCIL\nAt the 12th meeting of the Security Council, held on\n"
        "1 May 2001, the President made the following statement:\n“The Council calls upon all to hang lamps.”\n"
    )
    (row,) = parsed(text.encode(), "text").resolutions
    assert (str(row["adopted_on"]), row["meeting"], row["is_fragment"]) == ("2001-05-01", "12th meeting", False)


def test_lettered_paragraphs_of_several_lines_are_no_headings_and_misread_numbers_are_mended() -> None:
    body = (
        "Noting the dark,\n\nI. Affirms the lamps;\n\nZ. Demands that all lamps be lit, as they were before in\nall of "
        "the towns:\n\nA. The lamplighter shall light the lamps of the town in the\nevening of every day. He shall put "
        "them out.\n"
    )
    found = read(body)
    assert list(found) == ["pp.1", "op.1", "op.2", "op.2.u1"]
    assert found["op.2.u1"].startswith("A. The lamplighter shall light the lamps of the town in the evening")


def test_a_number_that_a_page_ends_with_belongs_to_the_next_page() -> None:
    body = "Noting the dark,\n1. Ends the night;\n2.\n2\nS/RES/3 (0)\nRequests lamps for all of the town.\n"
    assert read(body)["op.2"] == "Requests lamps for all of the town."


@pytest.mark.parametrize(
    "notes",
    [
        "1\nSee A/0/1.\n2\nIbid., vol. 2.\n3\nA/0/3.\n",
        "1\n2\n3\nSee A/0/1.\nIbid., vol. 2.\nA/0/3.\n",
        "\nSee A/0/1.\nIbid., vol. 2.\n3\nA/0/3.\n1\n2\n",
    ],
    ids=["in turn", "in a column before", "below the texts"],
)
def test_markers_of_notes_on_lines_of_their_own(notes: str) -> None:
    body = (
        "Noting the Pact on Lamps, 1 the Treaty on Oil, 2 and the Act on Wicks, 3 for the good of all\n____________\n"
        f"{notes}\n01-12345 (E)\n\n*0112345*\n\nS/RES/3 (0)\n\nwho light them,\n1. Ends.\n"
    )
    found = parsed((HEAD + body).encode(), "text")
    assert [(note["marker"], note["text"]) for note in found.footnotes] == [
        ("1", "See A/0/1."),
        ("2", "Ibid., vol. 2."),
        ("3", "A/0/3."),
    ]
    assert found.clauses[0]["text"].endswith("and the Act on Wicks, for the good of all who light them,")


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("the Secretary -General lit", "the Secretary-General lit"),
        ("the SecretaryGeneral lit", "the Secretary-General lit"),
        ("lamps in fenced -off areas", "lamps in fenced-off areas"),
        ("lamps for gender - related aims", "lamps for gender-related aims"),
        ("by troop- and ship-contributing States", "by troop- and ship-contributing States"),
        ("of 2023 –2030", "of 2023–2030"),
        ("an oil - lamp", "an oil-lamp"),
    ],
)
def test_blanks_beside_hyphens_and_hyphens_that_a_line_end_took(printed: str, meant: str) -> None:
    assert Words(["the oil-lamp", printed]).joined([printed]) == meant


def test_a_title_in_quotation_marks_behind_a_colon_and_numbers_behind_an_abbreviation() -> None:
    body = (
        "Noting the dark,\n1. Notes the strategy of the Department of Lamps and of its Office:\n“Way Forward: lamps "
        "for all”, which says this;\n2. Recalls general recommendation No. 34\n(2011) on lamps;\n3. Ends.\n"
    )
    found = read(body)
    assert list(found) == ["pp.1", "op.1", "op.2", "op.3"]
    assert found["op.2"].endswith("recommendation No. 34 (2011) on lamps;")


def test_headings_with_a_colon_and_long_ones_above_the_next_number() -> None:
    body = (
        "Noting the dark,\n1. Ends the night of the town and that of the harbour and of the sea;\nReporting:\n2. Asks "
        "for more;\n"
        "Prevention of the Dark in Towns, including the Large Ones and\nAll Harbours\n3. Ends.\n"
    )
    assert list(read(body)) == ["pp.1", "op.1", "op.2", "op.3"]
    assert read(body)["op.2"] == "Asks for more;"


def test_notes_at_a_page_end_without_a_rule_and_marks_that_end_their_lines() -> None:
    body = (
        "Noting the Pact on Lamps of the Town,1\nas well as the Treaty on Oil2\nand those who\n1\nSee resolution 0/1.\n"
        "2\nIbid., annex.\n\fwalk home at night,\nRecalling this,\n1. Ends.\n"
    )
    found = parsed((HEAD + body).encode(), "text")
    assert found.clauses[0]["text"] == (
        "Noting the Pact on Lamps of the Town, as well as the Treaty on Oil and those who walk home at night,"
    )
    assert [(note["marker"], note["text"]) for note in found.footnotes] == [
        ("1", "See resolution 0/1."),
        ("2", "Ibid., annex."),
    ]


def test_a_line_that_begins_with_a_day_is_no_note() -> None:
    body = "Noting the letter (S/0/47 and Add.1),\n1. Asks for lamps (LAMPS) until\n1 March 2000;\n\f2. Ends.\n"
    assert read(body)["op.1"] == "Asks for lamps (LAMPS) until 1 March 2000;"
    assert read(body)["pp.1"] == "Noting the letter (S/0/47 and Add.1),"


def test_a_running_title_in_two_lines_and_the_formula_of_a_draft_in_an_annex() -> None:
    head = HEAD.replace(
        "Resolution 3 (0)\n", "Resolution 3 (0)\nQuestions of the lighting of towns\nand of all harbours\n"
    )
    page = "S/RES/3 (0)\nQuestions of the lighting of towns\nand of all harbours\n"
    body = (
        f"Noting the dark of\n{page}the year,\n1. Ends.\nAnnex\nLamps\nThe Economic and Social Commission for Lamps,\n"
        "Recalling the oil,\n1. Asks for lamps.\n"
    )
    assert list(read(body, head)) == ["pp.1", "op.1", "annex.1.pp.1", "annex.1.op.1"]
    assert read(body, head)["pp.1"] == "Noting the dark of the year,"


def test_a_sentence_runs_over_the_turn_of_a_page() -> None:
    body = "1. Notes the work of the Special\n\n- 2 -\n\fS/RES/3(0)     The wells\n\nCommittee on wells;\n\n2. Waits."
    assert list(read(body).values()) == ["Notes the work of the Special Committee on wells;", "Waits."]


def test_notes_follow_on_those_of_the_page_before_and_marks_are_glued_to_years_and_words() -> None:
    body = (
        "Recalling the meetings of 3 May 2001,1 4/5 of them on wells, and of 4 May 20012 in the village;\n\n"
        "1 W/1.\n2 W/2.\n\f\n1. Notes the ropes3 of all wells;\n\n3 W/3.\n"
    )
    found = parsed((HEAD + body).encode(), "text")
    assert found.clauses[0]["text"].startswith(
        "Recalling the meetings of 3 May 2001, 4/5 of them on wells, and of 4 May 2001 in"
    )
    assert [(note["marker"], note["offset"]) for note in found.footnotes] == [("1", 37), ("2", 77), ("3", 15)]


def test_quotations_begin_paragraphs_of_a_statement() -> None:
    head = "United Nations S/PRST/0/3\nStatement by the President of the Security Council\n"
    body = (
        "At the 3rd meeting of the Security Council, held on 2 May 2001, the President made the following statement:\n"
        "“The Security Council notes the long rope of the old well and\nits many knots.\n"
        "“The Security Council asks the villages to wait.”\n"
    )
    assert len(read(body, head)) == 3
