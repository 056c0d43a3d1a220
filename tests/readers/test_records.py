"""Several resolutions in one text: neighbours on the pages of a record, and lettered parts."""

from __future__ import annotations

import pytest

from tests.clauses.structure import parsed

RECORD = """who carry lamps through the streets of the town, and to the States that pay for the oil;
5. Thanks the lamplighters of the town for all of their work in the dark of the year.
12th plenary meeting
2 May 2001
0/10. Lamps for the harbour
The General Assembly,
Noting the dark of the harbour and the ships in it, 3
1. Calls upon all States to hang lamps;
2. Asks for oil.
12th plenary meeting
2 May 2001
3 See A/0/40.
\f0/11. Wicks
The General Assembly,
Recalling that lamps need wicks,
1. Calls for wicks, and for those who trim them in the morning
"""


def clauses(text: str) -> list[tuple[str, str]]:
    return [tuple(row["clause_id"].split("#")) for row in parsed(text.encode(), "text").clauses]


def test_each_clause_of_a_record_page_belongs_to_its_own_symbol() -> None:
    found = parsed(RECORD.encode(), "text")
    assert clauses(RECORD) == [
        ("A/RES/0/10", "pp.1"),
        ("A/RES/0/10", "op.1"),
        ("A/RES/0/10", "op.2"),
        ("A/RES/0/11", "pp.1"),
        ("A/RES/0/11", "op.1"),
    ]
    assert [row["title"] for row in found.resolutions] == ["Lamps for the harbour", "Wicks"]
    assert [row["is_fragment"] for row in found.resolutions] == [False, True]
    first = found.resolutions[0]
    assert (first["meeting"], str(first["adopted_on"])) == ("12th plenary meeting", "2001-05-02")
    assert [(note["clause_id"], note["text"]) for note in found.footnotes] == [("A/RES/0/10#pp.1", "See A/0/40.")]


def test_what_no_symbol_is_printed_for_is_left_out_and_said() -> None:
    (row,) = parsed(RECORD.encode(), "text").quality
    assert (row["kind"], "before A/RES/0/10" in row["detail"]) == ("neighbour_text", True)


def test_the_end_of_the_resolution_whose_symbol_the_page_prints() -> None:
    page = "A/RES/0/9\nLanterns\n" + RECORD
    assert clauses(page)[:3] == [("A/RES/0/9", "op.u0"), ("A/RES/0/9", "op.5"), ("A/RES/0/10", "pp.1")]


def test_a_heading_without_formula_after_a_line_of_adoption_ends_the_resolution() -> None:
    text = RECORD.partition("\f")[0] + "0/110. Report on lamps\n\n1. At its 12th meeting the Assembly took note.\n"
    assert {symbol for symbol, _ in clauses(text)} == {"A/RES/0/10"}
    assert len(clauses(text)) == 3
    assert any("0/110. Report on lamps" in row["detail"] for row in parsed(text.encode(), "text").quality)


def test_lettered_parts_of_a_plain_text() -> None:
    text = (
        "United Nations A/RES/0/12 A-B\nGeneral Assembly\nResolutions adopted by the General Assembly on 2 May 2001\n"
        "0/12. Questions of light\nA\nLamps of the town\nThe General Assembly,\nNoting the dark of the town,\n"
        "1. Asks for lamps.\nB\nLamps of the harbour\nThe General Assembly,\nNoting the ships,\n1. Asks for more.\n"
        "12th plenary meeting\n2 May 2001\n"
    )
    assert clauses(text) == [
        ("A/RES/0/12A", "pp.1"),
        ("A/RES/0/12A", "op.1"),
        ("A/RES/0/12B", "pp.1"),
        ("A/RES/0/12B", "op.1"),
    ]
    found = parsed(text.encode(), "text")
    assert [row["title"] for row in found.resolutions] == ["Lamps of the town", "Lamps of the harbour"]
    assert {row["document_symbol"] for row in found.resolutions} == {"A/RES/0/12A-B"}


@pytest.mark.parametrize(
    "end", ["12th plenary meeting,\n2 May 2001.", "Hundred and third plenary meeting,\n2 May 2001."]
)
def test_a_meeting_as_the_volumes_up_to_the_1960s_print_it(end: str) -> None:
    text = RECORD.replace("2. Asks for oil.\n12th plenary meeting\n2 May 2001", f"2. Asks for oil.\n{end}")
    found = parsed(text.encode(), "text")
    assert (found.clauses[2]["text"], found.resolutions[0]["meeting"]) == ("Asks for oil.", end.partition(",")[0])


@pytest.mark.parametrize(
    ("heading", "formula", "symbol"),
    [
        ("2001/3. Lamps", "The Economic and Social Council.", "E/RES/2001/3"),
        ("3 (IV). Lamps", "The General Assembly,", "A/RES/3(IV)"),
        ("3 B (IV). Lamps", "The General Assembly,", "A/RES/3(IV)B"),
        ("3 (0). Resolution of 2 May 2001", "The Security Council,", "S/RES/3(0)"),
        ("0/3. Lamps", "The Human Rights Council,", "A/HRC/RES/0/3"),
    ],
)
def test_symbols_made_of_number_and_organ(heading: str, formula: str, symbol: str) -> None:
    heading = heading.replace("(0)", "(2001)")
    text = f"{heading}\n{formula}\nNoting the dark of the town and of the harbour,\n1. Asks for lamps in the town.\n"
    assert {name for name, _ in clauses(text)} == {symbol.replace("(0)", "(2001)")}
