from __future__ import annotations

import datetime as dt

import pytest

from pipelines.contracts import contract
from pipelines.treaties.participants import Participants, UnknownParticipant

PARTICIPANTS = Participants.load()


@pytest.mark.parametrize(
    ("name", "participant_id"),
    [
        ("UNITED KINGDOM", "GBR"),
        ("C\u00d4TE D\u2019IVOIRE", "CIV"),
        ("COTE D'IVOIRE", "CIV"),
        ("T\u00dcRK\u0130YE", "TUR"),
        ("Turkey", "TUR"),
        ("Libyan Arab Jamahiriya", "LBY"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("Netherlands  (Kingdom\tof the)", "NLD"),
        ("NIGER", "NER"),
        ("Congo", "COG"),
        ("Czechoslovakia", "CSHH"),
        ("Southern African Development Community", "ORG-SADC"),
        ("European Union", "ORG-EU"),
        ("State of Palestine", "PSE"),
    ],
)
def test_name_resolves(name: str, participant_id: str) -> None:
    assert PARTICIPANTS.resolve(name)[0] == participant_id


@pytest.mark.parametrize(
    ("name", "participant_id"),
    [
        ("The Gambia", "GMB"),
        ("Gambia (the)", "GMB"),
        ("Bahamas, The", "BHS"),
        ("Cook Islands (the) **", "COK"),
        ("Holy See (the) *", "VAT"),
        ("Moldova (Republic of)", "MDA"),
        ("Korea, Democratic People's Republic of", "PRK"),
        ("Congo, Republic of the", "COG"),
        ("Congo (Democratic Republic of the)", "COD"),
        ("Naoero (Republic of)", "NRU"),
        ("European Union (EU)", "ORG-EU"),
        ("Caribbean Community (CARICOM)", "ORG-CARICOM"),
        ("Republic of China", "CHN-ROC"),
        ("People's Republic of China", "CHN"),
    ],
)
def test_form_of_a_list_is_undone(name: str, participant_id: str) -> None:
    assert PARTICIPANTS.resolve(name)[0] == participant_id


@pytest.mark.parametrize(
    "name", ["Moldova (Republik of)", "Korea (DPR)", "Congo (Brazaville)", "the", "(the)", "Europian Union (EU)"]
)
def test_form_does_not_make_a_guess_of_a_misspelling(name: str) -> None:
    with pytest.raises(UnknownParticipant):
        PARTICIPANTS.resolve(name)


@pytest.mark.parametrize(
    "name", ["Atlantis", "US", "GBR", "", "Nigerr", "Republic of", "Southern African Customs Union"]
)
def test_unknown_name_is_not_guessed(name: str) -> None:
    with pytest.raises(UnknownParticipant):
        PARTICIPANTS.resolve(name)


@pytest.mark.parametrize(
    ("day", "members"),
    [
        ("1945-12-31", 51),
        ("1955-12-31", 76),
        ("1957-12-31", 82),
        ("1991-01-01", 159),
        ("2006-06-28", 192),
        ("2024-01-01", 193),
    ],
)
def test_members_of_a_day(day: str, members: int) -> None:
    assert len(PARTICIPANTS.members_on(dt.date.fromisoformat(day))) == members


def test_states_of_a_day_are_members_and_those_from_stated_days() -> None:
    day = dt.date(2012, 11, 28)
    assert PARTICIPANTS.states_on(day) - PARTICIPANTS.members_on(day) == {"VAT", "COK", "NIU"}
    assert "PSE" in PARTICIPANTS.states_on(dt.date(2012, 11, 29))


def test_reference_data_fits_its_contract() -> None:
    frame = contract("participants").frame(PARTICIPANTS.table())
    assert frame["participant_id"].is_unique().all()
    assert set(frame["predecessor_id"].drop_nulls()) <= set(frame["participant_id"])
    assert frame.filter(frame["kind"] == "state")["m49"].str.contains(r"^\d{3}$").all()


def test_every_name_of_a_state_resolves_to_it() -> None:
    states = {row["name"]: key for key, row in PARTICIPANTS.rows.items() if row["kind"] == "state"}
    assert {name: PARTICIPANTS.resolve(name)[0] for name in states} == states


def test_aliases_name_participants() -> None:
    assert set(PARTICIPANTS.aliases.values()) <= PARTICIPANTS.rows.keys()
