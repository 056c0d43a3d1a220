"""The model accession_call_states, on the small tables and on rows changed for one case each."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from pipelines.contracts import contract
from pipelines.publish import models
from tests.publish.tables import COVENANT, GA, GA_2, PROTOCOL, tables

Tables = dict[str, pl.DataFrame]
FIRST, SECOND, COVENANT_CALL = f"{GA}#op.1/call.1", f"{GA_2}#op.1/call.1", f"{GA_2}#op.1/call.2"


@pytest.fixture(scope="module")
def base() -> Tables:
    return tables()


def states(base: Tables, **changed: pl.DataFrame) -> dict[tuple[str, str], dict[str, Any]]:
    rows = models.run("accession_call_states", base | changed).to_dicts()
    return {(row["call_id"], row["participant_id"]): row for row in rows}


def added(base: Tables, table: str, **cells: object) -> pl.DataFrame:
    """A table with its first row once more, some cells given anew."""
    row = base[table].row(0, named=True) | cells
    return contract(table).frame([*base[table].to_dicts(), row])


def test_one_row_for_each_state_of_the_day(base: Tables) -> None:
    found = list(states(base))
    assert [state for call, state in found if call == FIRST] == ["COG", "FRA", "NIU", "UGA"]
    assert [state for call, state in found if call == SECOND] == ["COG", "FRA", "NIU", "SSD", "UGA"]


def test_calls_for_treaties_without_status_have_none(base: Tables) -> None:
    assert {call for call, _ in states(base)} == {FIRST, SECOND, COVENANT_CALL}


def test_calls_of_undated_resolutions_have_none(base: Tables) -> None:
    undated = base["resolutions"].with_columns(adopted_on=pl.lit(None, pl.Date))
    assert states(base, resolutions=undated) == {}


@pytest.mark.parametrize(
    ("call", "state", "standing"),
    [
        (FIRST, "COG", "party"),
        (FIRST, "UGA", "signatory"),
        (FIRST, "FRA", "none"),
        (SECOND, "COG", "withdrawn"),
        (SECOND, "FRA", "party"),
        (SECOND, "SSD", "none"),
    ],
)
def test_standing_on_the_day(base: Tables, call: str, state: str, standing: str) -> None:
    assert states(base)[call, state]["standing"] == standing


def test_an_act_on_the_day_of_adoption_counts(base: Tables) -> None:
    same_day = base["treaty_standing"].with_columns(
        pl.col("valid_from", "valid_to").replace(date(2006, 1, 5), date(2005, 12, 16))
    )
    assert states(base, treaty_standing=same_day)[FIRST, "FRA"]["standing"] == "party"


def test_newest_knowledge_goes_before_older(base: Tables) -> None:
    assert states(base)[SECOND, "NIU"]["standing"] == "party"


def test_after_the_newest_status_the_standing_is_that_of_its_day(base: Tables) -> None:
    row = states(base)[COVENANT_CALL, "UGA"]
    assert (row["standing"], row["standing_known_on"]) == ("none", date(2014, 7, 10))
    assert (row["standing_is_current"], row["observed_until"]) == (False, date(2014, 7, 10))


def test_consent_goes_before_signature_of_the_same_day(base: Tables) -> None:
    row = states(base)[FIRST, "FRA"]
    assert (row["next_action"], row["next_action_on"]) == ("ratification", date(2006, 1, 5))
    assert (row["joined_on"], row["days_to_join"]) == (date(2006, 1, 5), 20)


def test_signature_is_the_next_act_and_consent_the_joining(base: Tables) -> None:
    acts = added(
        base, "treaty_actions", treaty_id=PROTOCOL, participant_id="NIU", action="signature", acted_on=date(2015, 1, 1)
    )
    row = states(base, treaty_actions=acts.with_columns(is_consent=pl.col("action") != "signature"))[FIRST, "NIU"]
    assert (row["next_action"], row["next_action_on"]) == ("signature", date(2015, 1, 1))
    assert row["joined_on"] == date(2016, 2, 29)


def test_a_later_act_of_a_party_is_no_answer(base: Tables) -> None:
    acts = added(
        base,
        "treaty_actions",
        treaty_id=PROTOCOL,
        participant_id="COG",
        action="accession",
        is_consent=True,
        acted_on=date(2012, 1, 1),
    )
    row = states(base, treaty_actions=acts)[FIRST, "COG"]
    assert (row["standing"], row["next_action"], row["joined_on"]) == ("party", None, None)


def test_two_acts_of_one_day_double_no_row(base: Tables) -> None:
    acts = added(
        base, "treaty_actions", treaty_id=PROTOCOL, participant_id="NIU", action="acceptance", is_consent=True,
        acted_on=date(2016, 2, 29),
    )  # fmt: skip
    assert states(base, treaty_actions=acts)[FIRST, "NIU"]["next_action"] == "acceptance"
    assert models.run("accession_call_states", base | {"treaty_actions": acts}).height == 14


def test_vote_stands_where_recorded(base: Tables) -> None:
    found = states(base)
    assert [found[FIRST, state]["vote"] for state in ("COG", "FRA", "UGA", "NIU")] == ["yes", "no", "yes", None]
    assert found[SECOND, "COG"]["vote"] is None


def test_former_members_are_left_out(base: Tables) -> None:
    ended = base["participants"].with_columns(
        pl.when(pl.col("participant_id") == "UGA").then(date(2005, 12, 16)).otherwise(None).alias("counts_to")
    )
    assert (FIRST, "UGA") not in states(base, participants=ended)


def test_treaty_for_members_leaves_others_unknown(base: Tables) -> None:
    found = states(base)
    assert found[COVENANT_CALL, "UGA"]["eligible"] == "yes"
    assert found[COVENANT_CALL, "NIU"]["eligible"] == "unknown"


def eligibility(monkeypatch: pytest.MonkeyPatch, rule: str, parent: str | None = None, listed: str = "") -> None:
    row = {"treaty_id": PROTOCOL, "rule": rule, "parent_id": parent, "states": listed, "reason": "a test"}
    schema = dict.fromkeys(row, pl.String)
    monkeypatch.setattr(models, "treaty_eligibility", lambda: pl.DataFrame([row], schema=schema))


def test_closed_treaty_bars_others(base: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    eligibility(monkeypatch, "listed", listed="NIU SSD")
    found = states(base)
    assert [found[FIRST, state]["eligible"] for state in ("NIU", "FRA", "UGA", "COG")] == ["yes", "no", "yes", "yes"]


def test_protocol_is_for_parties_of_its_convention(base: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    eligibility(monkeypatch, "party_to", parent=COVENANT)
    found = states(base)
    assert [found[FIRST, state]["eligible"] for state in ("FRA", "NIU", "UGA")] == ["yes", "no", "yes"]


def test_amendment_is_for_parties_alone(base: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    eligibility(monkeypatch, "parties_of", parent=COVENANT)
    signed = base["treaty_standing"].with_columns(
        standing=pl.when(pl.col("treaty_id") == COVENANT).then(pl.lit("signatory")).otherwise("standing")
    )
    assert states(base, treaty_standing=signed)[FIRST, "FRA"]["eligible"] == "no"
    assert states(base)[FIRST, "FRA"]["eligible"] == "yes"


def test_protocol_is_unknown_where_the_convention_is_not_observed(
    base: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    eligibility(monkeypatch, "party_to", parent=COVENANT)
    assert states(base)[SECOND, "SSD"]["eligible"] == "unknown"


@pytest.mark.parametrize(
    ("addressee", "named", "addressed"),
    [
        ("all_states", None, {"COG": "yes", "FRA": "yes", "NIU": "yes", "UGA": "yes"}),
        ("member_states", None, {"COG": "yes", "FRA": "yes", "NIU": "no", "UGA": "yes"}),
        ("not_yet_party", None, {"COG": "no", "FRA": "yes", "NIU": "yes", "UGA": "yes"}),
        ("signatories", None, {"COG": "no", "FRA": "no", "NIU": "no", "UGA": "yes"}),
        ("states_parties", None, {"COG": "no", "FRA": "yes", "NIU": "no", "UGA": "no"}),
        ("named_states", "NIU, UGA", {"COG": "no", "FRA": "no", "NIU": "yes", "UGA": "yes"}),
        ("organizations", None, {"COG": "unknown", "FRA": "unknown", "NIU": "unknown", "UGA": "unknown"}),
    ],
)
def test_whom_the_words_address(base: Tables, addressee: str, named: str | None, addressed: dict[str, str]) -> None:
    """The Protocol is told to supplement the Covenant, to which France alone is party."""
    calls = base["accession_calls"].with_columns(
        addressee_class=pl.lit(addressee), named_states=pl.lit(named, pl.String)
    )
    treaties = base["treaties"].with_columns(
        parent_id=pl.when(pl.col("treaty_id") == PROTOCOL).then(pl.lit(COVENANT)).otherwise(None)
    )
    found = states(base, accession_calls=calls, treaties=treaties)
    assert {key: row["addressed"] for (call, key), row in found.items() if call == FIRST} == addressed


@pytest.mark.parametrize(
    ("cells", "addressed"),
    [
        (
            {"addressee_class": "not_yet_party", "addressee_treaty_id": COVENANT},
            {"COG": "no", "FRA": "yes", "NIU": "no", "UGA": "no"},
        ),
        (
            {"addressee_class": "states_parties", "addressee_treaty_id": PROTOCOL, "category": "reservation"},
            {"COG": "yes", "FRA": "no", "NIU": "no", "UGA": "no"},
        ),
        (
            {"addressee_class": "not_yet_party", "category": "declaration"},
            {"COG": "unknown", "FRA": "unknown", "NIU": "unknown", "UGA": "unknown"},
        ),
        (
            {"addressee_class": "none", "category": "universal"},
            {"COG": "no", "FRA": "yes", "NIU": "yes", "UGA": "yes"},
        ),
        (
            {"addressee_class": "regional_group", "addressee_group": "African States"},
            {"COG": "yes", "FRA": "no", "NIU": "no", "UGA": "yes"},
        ),
    ],
)
def test_whom_parties_groups_and_nobody_by_name_are(
    base: Tables, cells: dict[str, str], addressed: dict[str, str]
) -> None:
    """France alone is party to the Covenant, Congo alone to the Protocol."""
    calls = base["accession_calls"].with_columns(**{name: pl.lit(cell) for name, cell in cells.items()})
    is_african = pl.col("participant_id").is_in(["COG", "UGA"])
    participants = base["participants"].with_columns(regional_group=pl.when(is_african).then(pl.lit("African States")))
    found = states(base, accession_calls=calls, participants=participants)
    assert {key: row["addressed"] for (call, key), row in found.items() if call == FIRST} == addressed


def test_parties_of_a_treaty_that_is_not_observed_on_the_day_are_unknown(base: Tables) -> None:
    calls = base["accession_calls"].with_columns(addressee_treaty_id=pl.lit(COVENANT))
    assert states(base, accession_calls=calls)[SECOND, "SSD"]["addressed"] == "unknown"


def test_nothing_said_is_unknown(base: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    eligibility(monkeypatch, "unheard of")
    assert states(base)[FIRST, "FRA"]["eligible"] == "unknown"


def test_reference_rules_are_known_and_give_a_reason() -> None:
    table = models.treaty_eligibility()
    assert set(table["rule"]) <= {"all_states", "un_members", "party_to", "parties_of", "listed"}
    assert table["treaty_id"].is_unique().all()
    assert table["reason"].null_count() == 0
    bound = table.filter(pl.col("rule").is_in(["party_to", "parties_of"]))
    assert set(bound["parent_id"]) <= set(table["treaty_id"])
