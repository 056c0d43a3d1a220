"""Calls to join: what is one, of whom it asks what, and for which treaties. The prose is the tests' own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from pipelines.contracts import contract
from pipelines.links.calls import calls
from pipelines.links.index import TreatyIndex
from pipelines.links.source import LinkSource
from pipelines.rows import Row
from tests.links.texts import index as small_index

SYMBOL = "A/RES/0/7"


def clause(number: str, text: str, parent: str | None = None) -> Row:
    clause_id = f"{SYMBOL}#op.{number}"
    parent_id = f"{SYMBOL}#op.{parent}" if parent else None
    return {"clause_id": clause_id, "symbol": SYMBOL, "language": "en", "parent_id": parent_id, "text": text}


def named(row: Row, *names: tuple[str, str], evidence: str = "title") -> list[Row]:
    """Mentions of a clause: each name and the treaties that it stands for, one after the other."""
    found: list[Row] = []
    place = 0
    for printed, ids in names:
        start = row["text"].index(printed, place)
        place = start + len(printed)
        span = {"printed": printed, "span_start": start, "span_end": place, "evidence": evidence}
        found.extend({"clause_id": row["clause_id"], "treaty_id": treaty, **span} for treaty in ids.split())
    return found


def read(*rows: Row, mentions: Sequence[Row] = (), index: TreatyIndex | None = None) -> list[Row]:
    source = LinkSource({"symbol": SYMBOL}, "en", rows, [])
    return calls(source, mentions, index or small_index())[0]


def one(text: str, *names: tuple[str, str], **more: Any) -> Row:
    """The single row of a single clause."""
    row = clause("1", text)
    found = read(row, mentions=named(row, *names, **more))
    assert len(found) == 1, found
    return found[0]


def treaties(rows: Sequence[Row]) -> list[str]:
    return [row["treaty_id"] for row in rows]


def test_a_call_is_read_whole() -> None:
    row = one(
        "Strongly urges all States that have not yet done so to consider signing and ratifying or acceding to the Arms"
        " Trade Treaty as a matter of priority, and asks for a report;",
        ("Arms Trade Treaty", "XXVI-8"),
    )
    assert row["treaty_id"] == "XXVI-8"
    assert row["acts"] == "sign, ratify, accede"
    assert (row["strength"], row["has_consider"], row["urgency"]) == ("urge", True, "as a matter of priority")
    assert row["addressee"] == "all States that have not yet done so"
    assert (row["addressee_class"], row["category"], row["object"]) == ("not_yet_party", "join", "treaty")
    contract("accession_calls").frame([row])


@pytest.mark.parametrize(
    "text",
    [
        "Welcomes the ratification by four States of the Arms Trade Treaty;",
        "Recalls that its last session called upon all States to ratify the Arms Trade Treaty;",
        "Requests the Secretary-General to encourage all States to ratify the Arms Trade Treaty;",
        "Calls upon the Committee to assist States in becoming parties to the Arms Trade Treaty;",
        "Encourages States to promote universal adherence to the Arms Trade Treaty;",
        "Stresses the importance of universal adherence to the Arms Trade Treaty;",
        "Invites States that have not ratified the Arms Trade Treaty to send information on their exports;",
        "Calls upon States parties in a position to do so to pay into the fund of the Arms Trade Treaty;",
        "Urges all States to comply with their obligations under the Arms Trade Treaty;",
        "Notes the report on the status of signature, ratification and accession of the Arms Trade Treaty;",
    ],
)
def test_what_is_no_call(text: str) -> None:
    row = clause("1", text)
    assert read(row, mentions=named(row, ("Arms Trade Treaty", "XXVI-8"))) == []


def test_armed_groups_who_adhere_to_a_truce_join_nothing() -> None:
    row = clause("1", "Urges the parties to the conflict to sign and adhere to the Peace Agreement of the north;")
    assert read(row) == []


def test_a_second_verb_calls_where_the_first_welcomes() -> None:
    row = one(
        "Welcomes the accession of two States to the Arms Trade Treaty, and invites all other States to accede to it;",
        ("Arms Trade Treaty", "XXVI-8"),
    )
    assert (row["treaty_id"], row["acts"], row["strength"]) == ("XXVI-8", "accede", "invite")
    assert row["span_start"] == len("Welcomes the accession of two States to the Arms Trade Treaty, and ")


def test_an_item_takes_directive_and_addressee_from_its_stem() -> None:
    stem = clause("3", "Calls upon all States to:")
    item = clause("3.d", "Become parties, as soon as possible, to the Arms Trade Treaty;", parent="3")
    (row,) = read(stem, item, mentions=named(item, ("Arms Trade Treaty", "XXVI-8")))
    assert row["clause_id"] == item["clause_id"]
    assert row["stem_clause_id"] == stem["clause_id"]
    assert (row["strength"], row["addressee"], row["urgency"]) == ("call_upon", "all States", "as soon as possible")
    assert (row["span_start"], item["text"][row["span_end"] - 12 : row["span_end"]]) == (0, "Trade Treaty")


def test_gerund_items_are_asked_for_by_their_stem() -> None:
    stem = clause("4", "Encourages States to strengthen protection, including by:")
    item = clause("4.b", "Considering ratifying or acceding to the Arms Trade Treaty;", parent="4")
    (row,) = read(stem, item, mentions=named(item, ("Arms Trade Treaty", "XXVI-8")))
    assert (row["acts"], row["has_consider"]) == ("ratify, accede", True)


def test_a_gerund_directive_below_a_request_is_the_task_of_the_one_requested() -> None:
    stem = clause("5", "Requests the Secretary-General to widen participation, by:")
    item = clause("5.a", "Encouraging all States to ratify the Arms Trade Treaty;", parent="5")
    assert read(stem, item, mentions=named(item, ("Arms Trade Treaty", "XXVI-8"))) == []


def test_a_deposit_is_for_the_treaty_before_the_addressee_not_for_that_of_the_addressee() -> None:
    row = one(
        "Praising the Paris Agreement, and calling on parties to the United Nations Framework Convention on Climate"
        " Change that stand aside to deposit their instruments of approval or accession without delay,",
        ("Paris Agreement", "XXVII-7-d"),
        ("United Nations Framework Convention on Climate Change", "XXVII-7"),
    )
    assert (row["treaty_id"], row["acts"]) == ("XXVII-7-d", "deposit")
    assert row["addressee"].startswith("parties to the United Nations Framework")


def test_doing_so_takes_acts_and_treaty_from_the_relative_clause() -> None:
    row = one(
        "Calls upon States that have not yet ratified or acceded to the Arms Trade Treaty to consider doing so;",
        ("Arms Trade Treaty", "XXVI-8"),
    )
    assert (row["treaty_id"], row["acts"], row["has_consider"]) == ("XXVI-8", "ratify, accede", True)


def test_each_addressee_of_a_mixed_clause_has_its_own_request() -> None:
    text = (
        "Urges States to ratify the Arms Trade Treaty, and States parties to implement the Convention on the Rights of"
        " the Child;"
    )
    row = one(text, ("Arms Trade Treaty", "XXVI-8"), ("Convention on the Rights of the Child", "IV-11"))
    assert (row["treaty_id"], row["addressee"]) == ("XXVI-8", "States")


def test_an_object_may_stand_after_the_verb_of_the_next_addressee() -> None:
    row = one(
        "Calls on States to consider ratifying or acceding to, and States parties to implement, the Arms Trade Treaty;",
        ("Arms Trade Treaty", "XXVI-8"),
    )
    assert (row["treaty_id"], row["acts"]) == ("XXVI-8", "ratify, accede")


def test_two_adverbs_may_stand_before_the_verb_of_the_next_addressee() -> None:
    row = one(
        "Calls upon States to consider ratifying or acceding to, and for States parties, within their means, to fully"
        " and promptly implement, the Arms Trade Treaty;",
        ("Arms Trade Treaty", "XXVI-8"),
    )
    assert (row["treaty_id"], row["acts"], row["addressee"]) == ("XXVI-8", "ratify, accede", "States")


def test_protocols_thereto_are_a_set() -> None:
    text = "Urges States to ratify the Convention on the Rights of the Child and the Optional Protocols thereto;"
    row = clause("1", text)
    names = (("Convention on the Rights of the Child", "IV-11"), ("Optional Protocols thereto", "IV-11-b IV-11-c"))
    found = read(row, mentions=named(row, *names))
    assert treaties(found) == ["IV-11", "IV-11-b", "IV-11-c"]
    assert {(row["object"], row["call_number"]) for row in found} == {("set", 1)}
    assert [row["call_id"][-6:] for row in found] == ["call.1", "call.2", "call.3"]


def test_those_instruments_are_all_that_the_clause_named() -> None:
    row = clause(
        "1", "Notes the Arms Trade Treaty and the Paris Agreement, and invites States to accede to those instruments;"
    )
    found = read(row, mentions=named(row, ("Arms Trade Treaty", "XXVI-8"), ("Paris Agreement", "XXVII-7-d")))
    assert sorted(treaties(found)) == ["XXVI-8", "XXVII-7-d"]


def test_that_convention_is_the_one_of_its_clause_whatever_the_document_means() -> None:
    row = clause("1", "Notes the Arms Trade Treaty, and encourages States to become parties to that Treaty;")
    mentions = named(row, ("Arms Trade Treaty", "XXVI-8"))
    mentions += [
        {**mention, "span_start": row["text"].rindex("Treaty"), "span_end": len(row["text"]) - 1}
        for mention in named(row, ("Treaty", "XXI-6"), evidence="context")
    ]
    assert treaties(read(row, mentions=mentions)) == ["XXVI-8"]


def test_a_class_of_treaties_has_no_treaty() -> None:
    row = one("Invites Member States to ratify the relevant international instruments on transit;")
    assert (row["treaty_id"], row["object"], row["addressee_class"]) == (None, "generic", "member_states")


def test_a_point_after_no_ends_no_sentence() -> None:
    row = one(
        "Urges States that have not ratified the Minimum Age Convention (No. 138) and the Arms Trade Treaty to do so;",
        ("Arms Trade Treaty", "XXVI-8"),
    )
    assert row["acts"] == "ratify"


def test_universal_ratification_needs_no_addressee() -> None:
    row = one("Calls for the universal ratification of the Arms Trade Treaty;", ("Arms Trade Treaty", "XXVI-8"))
    assert (row["category"], row["acts"], row["addressee_class"]) == ("universal", "universalize", "none")


def test_named_states_are_resolved() -> None:
    row = one("Calls upon Belarus and Mali to ratify the Arms Trade Treaty;", ("Arms Trade Treaty", "XXVI-8"))
    assert (row["addressee_class"], row["named_states"]) == ("named_states", "BLR, MLI")


def test_a_government_is_known_by_its_adjective_or_its_letters() -> None:
    for whom, state in (("the Malian authorities", "MLI"), ("the DPRK", "PRK"), ("the Government of Mali", "MLI")):
        row = one(f"Urges {whom} to ratify the Arms Trade Treaty;", ("Arms Trade Treaty", "XXVI-8"))
        assert (row["addressee"], row["addressee_class"], row["named_states"]) == (whom, "named_states", state)


def test_to_consider_other_reservations_is_not_to_consider_withdrawing_these() -> None:
    """The form of A/RES/72/245, 2."""
    row = one(
        "Urges States parties to withdraw reservations that harm the aim of the Arms Trade Treaty and to consider"
        " reviewing regularly other reservations;",
        ("Arms Trade Treaty", "XXVI-8"),
    )
    assert (row["acts"], row["has_consider"]) == ("withdraw_reservations", False)


def test_declarations_and_reservations_are_calls_of_their_own() -> None:
    row = clause(
        "1",
        "Invites States parties to the Convention on the Rights of the Child to make the declaration under article 9"
        " thereof and to withdraw their reservations;",
    )
    found = read(row, mentions=named(row, ("Convention on the Rights of the Child", "IV-11")))
    assert [(row["category"], row["acts"]) for row in found] == [
        ("declaration", "declare"),
        ("reservation", "withdraw_reservations"),
    ]
    assert set(treaties(found)) == {"IV-11"}


def test_other_languages_are_not_read() -> None:
    source = LinkSource({"symbol": SYMBOL}, "fr", [clause("1", "Invites States to ratify the treaties in force;")], [])
    assert calls(source, [], small_index()) == ([], [])


def test_an_unresolved_call_is_reported() -> None:
    source = LinkSource({"symbol": SYMBOL}, "en", [clause("1", "Urges States to ratify the Lakeside Convention;")], [])
    rows, faults = calls(source, [], small_index())
    assert [row["object"] for row in rows] == ["unresolved"]
    assert [(fault["subject_kind"], fault["subject"]) for fault in faults] == [("call", rows[0]["call_id"])]


def test_an_item_of_a_fragment_calls_whom_it_names_itself() -> None:
    row = clause(
        "u0.d",
        "To share what is learnt and, for those States that have not yet done so, to consider acceding to the Arms"
        " Trade Treaty;",
    )
    mentions = named(row, ("Arms Trade Treaty", "XXVI-8"))
    source = LinkSource({"symbol": SYMBOL, "is_fragment": True}, "en", [row], [])
    (found,) = calls(source, mentions, small_index())[0]
    assert (found["strength"], found["stem_clause_id"], found["acts"]) == (None, None, "accede")
    assert (found["addressee"], found["addressee_class"]) == ("those States that have not yet done so", "not_yet_party")
    assert read(row, mentions=mentions) == [], "with its stem missing in a whole document it is no call"


def test_an_item_of_a_fragment_that_names_nobody_calls_nobody() -> None:
    row = clause("u0.d", "To help States to ratify the Arms Trade Treaty and to accede to the Arms Trade Treaty;")
    source = LinkSource({"symbol": SYMBOL, "is_fragment": True}, "en", [row], [])
    names = (("Arms Trade Treaty", "XXVI-8"), ("Arms Trade Treaty", "XXVI-8"))
    assert calls(source, named(row, *names), small_index())[0] == []


def test_who_is_asked_if_they_have_not_done_so_is_not_yet_a_party() -> None:
    row = one(
        "Invites States to ratify the Arms Trade Treaty, if they have not yet done so;", ("Arms Trade Treaty", "XXVI-8")
    )
    assert (row["addressee"], row["addressee_class"]) == ("States", "not_yet_party")


@pytest.mark.parametrize(
    "between",
    [" to finish their work and", ", while bearing in mind the theme of the year,", ", in order to reach all,"],
)
def test_the_addressee_ends_before_what_is_said_besides(between: str) -> None:
    row = one(f"Urges the signatory States{between} to ratify the Arms Trade Treaty;", ("Arms Trade Treaty", "XXVI-8"))
    assert row["addressee"] == "the signatory States"


def test_a_protocol_is_asked_for_and_not_what_it_supplements() -> None:
    row = clause(
        "1",
        "Urges States to ratify the Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the"
        " United Nations Convention against Transnational Organized Crime;",
    )
    protocol = ("Protocol against the Smuggling of Migrants by Land, Sea and Air", "XVIII-12-b")
    convention = ("United Nations Convention against Transnational Organized Crime", "XVIII-12")
    assert treaties(read(row, mentions=named(row, protocol, convention))) == ["XVIII-12-b"]


def test_them_are_the_treaties_of_those_who_have_not_joined_them() -> None:
    row = one(
        "Praising the Charter of the United Nations, and encouraging those States that have not yet become parties to"
        " the treaties on outer space to consider ratifying them,",
        ("Charter of the United Nations", "I-1"),
    )
    assert (row["treaty_id"], row["object"]) == (None, "generic")


def test_a_reservation_is_to_the_treaty_whose_purpose_it_may_not_harm() -> None:
    row = one(
        "Calls upon States to limit the extent of any reservations and to word them so that none harms the object and"
        " purpose of the Arms Trade Treaty;",
        ("Arms Trade Treaty", "XXVI-8"),
    )
    assert (row["category"], row["treaty_id"]) == ("reservation", "XXVI-8")


@pytest.mark.parametrize(
    ("text", "names", "parties"),
    [
        (
            "Urges the parties to the Climate Convention that have not yet done so to ratify the Paris Agreement;",
            [("Climate Convention", "XXVII-7"), ("Paris Agreement", "XXVII-7-d")],
            "XXVII-7",
        ),
        (
            "Urges all States not parties to the Climate Convention to ratify the Paris Agreement;",
            [("Climate Convention", "XXVII-7"), ("Paris Agreement", "XXVII-7-d")],
            None,
        ),
        (
            "Urges States that have not yet become parties to the Paris Agreement to ratify it;",
            [("Paris Agreement", "XXVII-7-d")],
            None,
        ),
        (
            "Urges States parties to withdraw their reservations to the Paris Agreement;",
            [("Paris Agreement", "XXVII-7-d")],
            "XXVII-7-d",
        ),
        ("Urges States parties to ratify the Paris Agreement;", [("Paris Agreement", "XXVII-7-d")], None),
    ],
)
def test_parties_to_which_treaty_are_asked(text: str, names: list[tuple[str, str]], parties: str | None) -> None:
    assert one(text, *names)["addressee_treaty_id"] == parties


@pytest.mark.parametrize(
    ("whom", "group"),
    [
        ("all African States", "African States"),
        ("Latin American and Caribbean countries", "Latin American and Caribbean States"),
        ("all States", None),
        ("countries of the Mediterranean region", None),
    ],
)
def test_regional_group_that_is_asked(whom: str, group: str | None) -> None:
    row = one(f"Calls upon {whom} to ratify the Paris Agreement;", ("Paris Agreement", "XXVII-7-d"))
    assert row["addressee_group"] == group
