"""Documents cited in clauses and notes: links, forms of print, organs, chains of notes."""

from __future__ import annotations

import datetime as dt

import pytest

from pipelines.contracts import contract
from pipelines.links.citations import citations
from pipelines.links.cited import Citing, can_exist
from pipelines.links.source import LinkSource
from tests.links.texts import source


def cited(given: LinkSource) -> list[str]:
    return [row["cited_symbol"] for row in citations(given)]


@pytest.mark.parametrize(
    ("body", "text", "expected"),
    [
        ("ga", "Recalling its resolution 44/25 of 20 November 1989,", ["A/RES/44/25"]),
        (
            "ga",
            "Recalling its resolutions 75/10 of 1 December 2020 on this, and 76/11,",
            ["A/RES/75/10", "A/RES/76/11"],
        ),
        ("ga", "Recalling its resolution 3042 (XXVII),", ["A/RES/3042(XXVII)"]),
        ("ga", "Recalling resolution 217 A (III),", ["A/RES/217(III)A"]),
        ("ga", "Recalling its resolution 66/235 A of 24 December 2011,", ["A/RES/66/235A"]),
        ("ga", "Recalling its resolutions 75/254 A to C,", ["A/RES/75/254A", "A/RES/75/254B", "A/RES/75/254C"]),
        ("ga", "Recalling its resolution S-21/2,", ["A/RES/S-21/2"]),
        ("sc", "Recalling resolutions 1325 (2000), 1820 (2008)", ["S/RES/1325(2000)", "S/RES/1820(2008)"]),
        ("sc", "measures of resolution 2206 (2015), 2271 (2016)", ["S/RES/2206(2015)", "S/RES/2271(2016)"]),
        ("ga", "Noting Human Rights Council resolution 46/15,", ["A/HRC/RES/46/15"]),
        ("ga", "Noting Council resolution 46/15,", ["A/HRC/RES/46/15"]),
        ("ga", "Noting resolution 46/15 of the Human Rights Council,", ["A/HRC/RES/46/15"]),
        ("ga", "Noting that the Human Rights Council, in its resolution 46/15,", ["A/HRC/RES/46/15"]),
        ("hrc", "Recalling its resolution 46/15,", ["A/HRC/RES/46/15"]),
        ("hrc", "Recalling its resolutions 46/15 of 23 March 2021 and 74/2 of 10 October 2019,", None),
        ("hrc", "Recalling Assembly resolution 60/251,", ["A/RES/60/251"]),
        ("ecosoc", "Recalling its resolution 2021/20,", ["E/RES/2021/20"]),
        ("ga", "Recalling Economic and Social Council resolution 1996/31,", ["E/RES/1996/31"]),
        ("ga", "Recalling its decision 74/566,", ["A/DEC/74/566"]),
        ("ga", "Noting decision 15/4 of the Conference of the Parties,", []),
        ("ga", "Noting Commission on Narcotic Drugs resolution 65/2 of 18 March 2022,", []),
        (
            "ga",
            "See A/75/53, S/PRST/2020/1 and A/CONF.157/24 (Part I),",
            ["A/75/53", "S/PRST/2020/1", "A/CONF.157/24(PartI)"],
        ),
        ("ga", "Open 24/7, with a share of 1/3 and the year 2020/21,", []),
        ("ga", "See A/56/1026-S/2002/932,", ["A/56/1026"]),
    ],
)
def test_forms_of_print(body: str, text: str, expected: list[str] | None) -> None:
    if expected is None:  # the date beside a number tells its organ where the words do not
        expected = ["A/HRC/RES/46/15", "A/RES/74/2"]
    assert cited(source(text, body=body)) == expected


def test_what_did_not_exist_yet_is_not_cited() -> None:
    given = source("Recalling its resolutions 74/1, 99/1 and resolution 1325 (2099),", day=dt.date(2024, 5, 1))
    assert cited(given) == ["A/RES/74/1"]


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("A/RES/78/300", True),
        ("A/RES/79/1", False),
        ("A/RES/30/1", False),
        ("A/HRC/RES/57/1", True),
        ("S/2030/1", True),
    ],
)
def test_sessions_that_have_been(symbol: str, expected: bool) -> None:
    assert can_exist(symbol, Citing("hrc", 57, dt.date(2024, 8, 31))) is expected


def test_the_own_session_counts_more_than_the_day() -> None:
    assert can_exist("A/RES/79/1", Citing("ga", 79, dt.date(2024, 8, 31)))
    assert not can_exist("S/RES/1700(2006)", Citing("sc", 1997, dt.date(2007, 1, 1)))


def test_a_symbol_ends_where_another_script_begins() -> None:
    given = source("注意到S/2019/456号文件和A/75/53，", language="zh")
    assert cited(given) == ["S/2019/456", "A/75/53"]


def _links(text: str, *addresses: tuple[str, str]) -> list[dict[str, object]]:
    """Rows of hyperlinks of the only clause: (printed words, address)."""
    return [
        {
            "clause_id": "A/RES/79/999#op.1",
            "footnote_id": None,
            "language": "en",
            "start": text.index(printed),
            "end": text.index(printed) + len(printed),
            "href": href,
        }
        for printed, href in addresses
    ]


def test_link_and_print_give_one_row() -> None:
    text = "Recalls its resolutions 44/25 and 46/15 A here,"
    links = _links(
        text,
        ("44/25", "https://undocs.org/en/A/RES/44/25"),
        ("46/15", "https://undocs.org/en/A/HRC/RES/46/15"),
        ("here", "https://www.un.org/en/about"),
    )
    rows = citations(source(text, hyperlinks=links))
    assert [(row["cited_symbol"], row["evidence"]) for row in rows] == [
        ("A/RES/44/25", "link"),
        ("A/HRC/RES/46/15A", "link"),
    ]
    assert [text[row["span_start"] : row["span_end"]] for row in rows] == ["44/25", "46/15 A"]


def test_a_link_on_the_wrong_words_is_not_believed() -> None:
    text = "Recalls its resolution 44/25 and others,"
    rows = citations(source(text, hyperlinks=_links(text, ("44/25", "https://undocs.org/en/A/RES/70/1"))))
    assert [(row["cited_symbol"], row["evidence"]) for row in rows] == [("A/RES/44/25", "pattern")]


def test_pieces_of_one_link_are_one_citation() -> None:
    text = "Recalls resolution 242 (1967) again,"
    links = _links(text, *((piece, "https://undocs.org/S/RES/242(1967)") for piece in ("242", "(1967)")))
    rows = citations(source(text, hyperlinks=links))
    assert [(row["cited_symbol"], text[row["span_start"] : row["span_end"]]) for row in rows] == [
        ("S/RES/242(1967)", "242 (1967)")
    ]


def test_bare_ibid_cites_what_the_note_before_cites() -> None:
    given = source(
        "One{{Resolution 217 A (III).}} and two{{Ibid., annex II.}} and three{{Treaties, vol. 1.}} and{{Ibid.}}"
    )
    rows = citations(given)
    assert [(row["cited_symbol"], row["evidence"], row["cited_paragraph"]) for row in rows] == [
        ("A/RES/217(III)A", "pattern", None),
        ("A/RES/217(III)A", "ibid", "annex II"),
    ]
    assert contract("citations").frame(rows).height == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recalling paragraph 19 (a) of its resolution 70/1,", "paragraph 19 (a)"),
        ("See A/73/12, paras. 28 and 29, and others.", "paras. 28 and 29"),
        ("See A/73/12, chap. IV, sect. A.", "chap. IV, sect. A"),
        ("See resolutions 69/117, para. 8, and the like.", "para. 8"),
        ("See resolution 70/1.", None),
    ],
)
def test_the_place_printed_beside(text: str, expected: str | None) -> None:
    assert [row["cited_paragraph"] for row in citations(source(text))] == [expected]


def test_other_languages_are_read_by_links_and_full_symbols() -> None:
    given = source("Rappelant sa résolution 44/25 et le rapport A/75/53,", language="fr")
    assert cited(given) == ["A/75/53"]
