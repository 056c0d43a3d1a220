"""Treaties named in clauses: which, where, and on what evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pipelines.contracts import contract
from pipelines.links.index import TreatyIndex
from pipelines.links.mentions import mentions
from pipelines.links.source import LinkSource
from tests.links import texts
from tests.links.real import of_file
from tests.links.texts import source

SERIES = "United Nations, Treaty Series, "
PALERMO = (
    "the Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, "
    "supplementing the United Nations Convention against Transnational Organized Crime"
)


@pytest.fixture(scope="module")
def index() -> TreatyIndex:
    return texts.index()


def named(given: LinkSource, index: TreatyIndex, clause: int | None = None) -> list[tuple[Any, ...]]:
    """(treaty, evidence, printed) of the mentions of one clause, or of the last."""
    rows, _ = mentions(given, index)
    wanted = given.clauses[(clause or len(given.clauses)) - 1]["clause_id"]
    return [(row["treaty_id"], row["evidence"], row["printed"]) for row in rows if row["clause_id"] == wanted]


def test_a_note_settles_the_name_before_its_mark(index: TreatyIndex) -> None:
    given = source(f"Asks them to join {PALERMO},{{{{{SERIES}vol. 2237, No. 39574.}}}} soon;")
    protocol, convention = PALERMO.removeprefix("the ").split(", supplementing the ")
    assert named(given, index) == [("XVIII-12-a", "treaty_series", protocol), ("XVIII-12", "title", convention)]


def test_rows_fit_the_contract_and_spans_hold_what_is_printed(index: TreatyIndex) -> None:
    given = source(f"Asks them to join {PALERMO};", "Names the Paris Agreement and the Arms Trade Treaty;")
    rows, faults = mentions(given, index)
    assert contract("treaty_mentions").frame(rows).height == 4
    assert not faults
    for row in rows:
        text = given.clause_by_id[row["clause_id"]]["text"]
        assert text[row["span_start"] : row["span_end"]] == row["printed"]


def test_a_set_shares_its_span(index: TreatyIndex) -> None:
    given = source(
        "Names the Convention on the Rights of the Child and the Optional Protocols thereto;"
        "{{Ibid., vols. 2171, 2173 and 2983, No. 27531.}}"
    )
    assert named(given, index) == [
        ("IV-11", "title", "Convention on the Rights of the Child"),
        ("IV-11-c", "treaty_series", "Optional Protocols thereto"),
        ("IV-11-b", "treaty_series", "Optional Protocols thereto"),
        ("IV-11-d", "treaty_series", "Optional Protocols thereto"),
    ]


def test_protocols_thereto_without_a_note_are_those_concluded_by_then(index: TreatyIndex) -> None:
    text = "Names the Convention on the Rights of the Child and the Optional Protocols thereto;"
    before, after = (source(text, day=dt.date(year, 6, 1)) for year in (2005, 2015))
    assert [row[0] for row in named(before, index)] == ["IV-11", "IV-11-b", "IV-11-c"]
    assert [row[0] for row in named(after, index)] == ["IV-11", "IV-11-b", "IV-11-c", "IV-11-d"]


def test_one_note_to_a_convention_and_its_protocols_is_shared_out(index: TreatyIndex) -> None:
    given = source(
        "Names the United Nations Convention against Transnational Organized Crime and the Protocols thereto,"
        f"{{{{{SERIES}vols. 2225, 2237, 2241 and 2326, No. 39574.}}}} twice;"
    )
    found = named(given, index)
    assert [row[0] for row in found] == ["XVIII-12", "XVIII-12-a", "XVIII-12-b", "XVIII-12-c"]
    assert {row[2] for row in found[1:]} == {"Protocols thereto"}


def test_the_note_of_a_party_to_another_treaty_stays_with_that_treaty(index: TreatyIndex) -> None:
    given = source(
        "Asks parties to the United Nations Framework Convention on Climate Change"
        f"{{{{{SERIES}vol. 1771, No. 30822.}}}} that have not done so to deposit theirs to the Paris Agreement"
        "{{See FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex.}} soon;"
    )
    assert [row[:2] for row in named(given, index)] == [("XXVII-7", "treaty_series"), ("XXVII-7-d", "document")]


def test_bare_ibid_after_a_treaty_series_note_names_the_same_treaty(index: TreatyIndex) -> None:
    given = source(
        f"Names the United Nations Convention on the Law of the Sea{{{{{SERIES}vol. 1833, No. 31363.}}}} once;",
        "Speaks of that great Convention,{{Ibid.}} again;",
    )
    assert [row[:2] for row in named(given, index)] == [("XXI-6", "treaty_series")]


def test_the_covenants_by_the_resolution_that_adopted_them(index: TreatyIndex) -> None:
    given = source(
        "Recalls the International Covenant on Civil and Political Rights,{{See resolution 2200 A (XXI).}} too;"
    )
    assert [row[:2] for row in named(given, index)] == [("IV-4", "document")]


def test_a_name_in_parentheses_holds_from_there_on(index: TreatyIndex) -> None:
    given = source(
        "Recalls the United Nations Convention on the Law of the Sea (the Convention) and the Paris Agreement;",
        "Names the Convention on the Rights of the Child;",
        "Asks States to become parties to the Convention;",
    )
    assert named(given, index) == [("XXI-6", "definition", "Convention")]


def test_that_convention_is_the_last_one_named_whatever_is_defined(index: TreatyIndex) -> None:
    given = source(
        "Recalls the United Nations Convention on the Law of the Sea (the Convention);",
        "Names the Convention on the Rights of the Child, asks States to join that Convention, beside the Convention;",
    )
    assert [row[:2] for row in named(given, index)] == [
        ("IV-11", "title"),
        ("IV-11", "context"),
        ("XXI-6", "definition"),
    ]


def test_a_name_means_no_treaty_before_its_time(index: TreatyIndex) -> None:
    assert named(source("Recalls the Paris Agreement of those parties;", day=dt.date(2006, 11, 21)), index) == []


def test_the_subject_of_the_document_decides_between_conventions(index: TreatyIndex) -> None:
    given = source(
        "Names the Convention on the Rights of the Child and the Framework Convention on Climate Change;",
        "Asks States to become parties to the Convention;",
        title="Rights of the child",
    )
    assert [row[:2] for row in named(given, index)] == [("IV-11", "context")]


def test_a_defined_short_name_is_found_later(index: TreatyIndex) -> None:
    given = source(f"Recalls {PALERMO} (the Palermitan Protocol);", "Asks States to ratify the Palermitan Protocol;")
    assert named(given, index) == [("XVIII-12-a", "definition", "Palermitan Protocol")]


@pytest.mark.parametrize(
    ("before", "title", "expected"),
    [
        (("Names the Convention on the Rights of the Child;",), None, "IV-11"),
        (("Names no treaty;",), "Implementation of the Convention on the Rights of the Child", "IV-11"),
        (
            (
                "Names the Convention on the Rights of the Child;",
                "Names the Framework Convention on Climate Change;",
                "Names no treaty;",
                "Names none either;",
            ),
            None,
            None,
        ),
        (("Names no treaty;",), None, None),
    ],
)
def test_the_convention_by_its_context(
    index: TreatyIndex, before: tuple[str, ...], title: str | None, expected: str | None
) -> None:
    given = source(*before, "Asks States to become parties to the Convention;", title=title)
    ((treaty_id, evidence, printed),) = named(given, index)
    assert (treaty_id, printed) == (expected, "Convention")
    assert evidence == ("context" if expected else "unresolved")


def test_the_stem_of_a_list_goes_before_the_document(index: TreatyIndex) -> None:
    given = source(
        "Names the Framework Convention on Climate Change;",
        "Asks, with the Convention on the Rights of the Child in mind, all States:",
        ("2", "(a) To become parties to the Convention;"),
    )
    assert [row[:2] for row in named(given, index)] == [("IV-11", "context")]


def test_an_agreement_between_parties_to_a_conflict_is_no_treaty_mention(index: TreatyIndex) -> None:
    assert named(source("Asks the parties to implement the Agreement;", body="sc"), index) == []


def test_a_reference_to_an_unknown_treaty_is_kept_and_says_so(index: TreatyIndex) -> None:
    given = source(f"Names the Convention on Imaginary Rivers{{{{{SERIES}vol. 1234, No. 55555.}}}} once;")
    rows, _ = mentions(given, index)
    assert [(row["treaty_id"], row["evidence"], row["printed"]) for row in rows] == [
        (None, "unresolved", "Convention on Imaginary Rivers")
    ]
    assert "1234" in rows[0]["reason"]


def test_a_note_against_its_title_is_reported(index: TreatyIndex) -> None:
    given = source(f"Names the Convention on the Rights of the Child{{{{{SERIES}vol. 1833, No. 31363.}}}} once;")
    rows, faults = mentions(given, index)
    assert [(row["treaty_id"], row["evidence"]) for row in rows] == [("IV-11", "title")]
    assert [fault["kind"] for fault in faults] == ["mention_conflict"]
    assert "XXI-6" in rows[0]["reason"]


def test_the_short_name_of_a_set(index: TreatyIndex) -> None:
    given = source("Recalls the International Covenants on Human Rights;")
    assert [row[:2] for row in named(given, index)] == [("IV-3", "short_name"), ("IV-4", "short_name")]


def test_a_name_that_needs_another_does_not_count_alone(index: TreatyIndex) -> None:
    assert named(source("Speaks of Protocol V and Protocol I;"), index) == []


def test_notes_tell_treaties_in_every_language(index: TreatyIndex) -> None:
    given = source(
        "Rappelle la Convention{{United Nations, Treaty Series, vol. 1577, No. 27531.}} citée;", language="fr"
    )
    assert [row[:2] for row in named(given, index)] == [("IV-11", "treaty_series")]


def test_a_clause_of_a_real_resolution(member: Callable[[str, str], bytes], index: TreatyIndex) -> None:
    data = member("resolutions/unxml-ecosoc", "2024/English/E_RES_2024_15-2414125E.xml")
    (given,) = of_file("E_RES_2024_15-2414125E.xml", data)
    rows, _ = mentions(given, index)
    found = [(row["treaty_id"], row["evidence"]) for row in rows if row["clause_id"] == "E/RES/2024/15#op.1.g"]
    assert found == [
        ("XXVII-7", "treaty_series"),
        ("XXVII-7-d", "document"),
        ("XXVII-8", "treaty_series"),
        (None, "unresolved"),  # "the Convention" after two of them
        ("XXVII-10", "treaty_series"),
    ]


def test_the_convention_between_two_is_the_one_just_spoken_of(index: TreatyIndex) -> None:
    given = source(
        "Names the Convention on the Rights of the Child;",
        "Names the Framework Convention on Climate Change;",
        "Asks States to become parties to the Convention;",
    )
    assert named(given, index) == [("XXVII-7", "context", "Convention")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asks them to join the Optional Protocols of 2000 to the Convention on the Rights of the Child;", "b c"),
        ("Names the Convention on the Rights of the Child, the Arms Trade Treaty and, with thanks, their Optional"
         " Protocols to the aforementioned conventions;", "b c d"),
        ("Names the Optional Protocol of 2011 (on communications) to the Convention on the Rights of the Child;", "d"),
    ],
)  # fmt: skip
def test_protocols_are_those_of_the_treaty_they_are_said_to_belong_to(
    index: TreatyIndex, text: str, expected: str
) -> None:
    found = [treaty_id for treaty_id, _, _ in named(source(text), index) if treaty_id.startswith("IV-11-")]
    assert found == [f"IV-11-{letter}" for letter in expected.split()]


AMENDMENT = {
    "treaty_id": "IV-11-a",
    "title": "Amendment to article 43 (2) of the Convention on the Rights of the Child",
    "concluded_on": dt.date(1995, 12, 12),
}


@pytest.mark.parametrize(
    "words", ["amendment to paragraph 2 of article 43 of the", "amendment to article 43 of the", "Amendment to the"]
)
def test_an_amendment_is_known_by_what_it_amends(words: str) -> None:
    rows = texts.treaty_rows()
    index = TreatyIndex.build([*rows, {**rows[0], **AMENDMENT}])
    given = source(f"Asks them to accept the {words} Convention on the Rights of the Child;")
    assert named(given, index)[0][0] == "IV-11-a"


def test_a_name_whose_blank_was_lost_at_a_note_mark_is_found(index: TreatyIndex) -> None:
    given = source("Reaffirms the Paris Agreement{{See FCCC/CP/2015/10/Add.1, decision 1/CP.21.}}and its start;")
    assert [row[0] for row in named(given, index)] == ["XXVII-7-d"]


def test_a_title_with_two_wrong_small_words_is_found(index: TreatyIndex) -> None:
    given = source(
        "Names the United Nations Convention on Law of Sea and the United Nations Convention of the Law of Sea;"
    )
    assert [row[0] for row in named(given, index)] == ["XXI-6", "XXI-6"]


def test_a_name_given_after_what_a_protocol_supplements_is_that_of_the_protocol(index: TreatyIndex) -> None:
    given = source(f"Recalls {PALERMO} (the Smuggled Persons Protocol);", "Names the Smuggled Persons Protocol;")
    assert named(given, index) == [("XVIII-12-a", "definition", "Smuggled Persons Protocol")]
