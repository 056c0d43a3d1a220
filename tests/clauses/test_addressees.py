"""Whom a clause addresses: where the phrase begins and ends, and its class."""

from __future__ import annotations

import pytest

from pipelines.clauses.addressees import Addressee, addressee, classify
from pipelines.clauses.verbs import opening
from pipelines.contracts import contract


def of(text: str) -> Addressee | None:
    return addressee(text, opening(text))


@pytest.mark.parametrize(
    ("text", "printed", "cls"),
    [
        ("Urges all States to plant trees;", "all States", "all_states"),
        ("Calls upon Member States, in cooperation with the ports, to plant trees;", "Member States", "member_states"),
        (
            "Requests, in this regard, the Secretary-General to report on trees;",
            "the Secretary-General",
            "secretary_general",
        ),
        (
            "Invites States parties to the Convention to plant trees;",
            "States parties to the Convention",
            "states_parties",
        ),
        (
            "Calls upon those States in a position to do so to give seeds;",
            "those States in a position to do so",
            "states_some",
        ),
        ("Encourages the Government of Samoa to plant trees;", "the Government of Samoa", "named_states"),
        ("Appeals to all Governments to plant trees;", "all Governments", "all_states"),
        ("Demands that all parties immediately cease cutting trees;", "all parties", "parties_to_conflict"),
        ("Decides that all Member States shall plant trees;", "all Member States", "member_states"),
        ("Reminds States of their duty to plant trees;", "States", "all_states"),
        ("Reiterates its call upon signatory States to plant trees;", "signatory States", "signatories"),
        ("Urges regional and local organizations to plant trees;", "regional and local organizations", "organizations"),
        (
            "Calls upon all States that have not yet done so to ratify the Convention;",
            "all States that have not yet done so",
            "not_yet_party",
        ),
        ("Urges all States, and invites the banks, to plant trees;", "all States", "all_states"),
        ("Requests the Special Rapporteur to report on trees;", "the Special Rapporteur", "un_organ"),
        ("Calls upon all States:", "all States", "all_states"),
    ],
)
def test_the_party_after_the_verb(text: str, printed: str, cls: str) -> None:
    assert of(text) == Addressee(printed, cls)


@pytest.mark.parametrize(
    "text",
    [
        "Encourages the efforts of States to plant trees;",
        "Urges the full use of seeds;",
        "Decides that the measures shall end;",
        "Welcomes all States to the forest;",
        "Recognizes that all States should plant trees;",
        "Requests a report on trees;",
    ],
)
def test_no_party_no_addressee(text: str) -> None:
    assert of(text) is None


def test_a_subparagraph_has_an_addressee_only_where_it_names_one() -> None:
    parent = opening("Calls upon States:")
    named = "For those States that have not yet done so, to consider signing the Protocol;"
    assert addressee(named, opening(named), parent) == Addressee(
        "those States that have not yet done so", "not_yet_party"
    )
    inside = "To plant trees and, for those States that have not yet done so, to consider signing the Protocol;"
    assert addressee(inside, opening(inside)) == Addressee("those States that have not yet done so", "not_yet_party")
    assert addressee("To plant trees;", opening("To plant trees;"), parent) is None
    assert addressee("All States to plant trees;", None, parent) == Addressee("All States", "all_states")
    assert addressee("All States to plant trees;", None, opening("Recalling the rains,")) is None


def test_who_has_not_done_something_else_is_not_yet_party_to_nothing() -> None:
    found = of("Encourages States that have not yet done so to name a forester;")
    assert found == Addressee("States that have not yet done so", "states_some")


@pytest.mark.parametrize(
    ("printed", "cls"),
    [
        ("States that have not yet ratified the Protocol", "not_yet_party"),
        ("States not parties to the Convention", "states_not_parties"),
        ("the secretariat of the Conference of the States Parties", "un_organ"),
        ("parties to armed conflict", "parties_to_conflict"),
        ("African States", "regional_group"),
        ("the Democratic People’s Republic of Korea", "named_states"),
        ("the Committee", "committee"),
        ("the Food and Agriculture Organization of the United Nations", "un_organ"),
        ("relevant United Nations entities", "un_organ"),
        ("the nuclear-weapon States", "states_some"),
        ("foresters", "other"),
    ],
)
def test_classes(printed: str, cls: str) -> None:
    assert classify(printed) == cls


def test_classes_are_those_of_the_contract() -> None:
    from pipelines.clauses.addressee_words import addressee_words

    field = next(field for field in contract("clauses").fields if field.name == "addressee_class")
    assert {name for name, _, _ in addressee_words().classes} | {"other"} <= set(field.constraints["enum"])
