"""The treaty side of the small release: States, an organization, their acts and standing. All invented."""

from __future__ import annotations

from datetime import date
from typing import Any

from pipelines.contracts import contract
from tests.publish.tables_documents import hashed

PROTOCOL, COVENANT, PAPER = "XVIII-12-a", "IV-4", "ext-paper"
NEW, OLD = date(2018, 1, 15), date(2014, 7, 10)
Row = dict[str, Any]

NAMES = {
    "UGA": "Uganda",
    "COG": "Congo",
    "FRA": "France",
    "SSD": "South Sudan",
    "NIU": "Niue",
    "ORG-EU": "European Union",
}


def _participant(key: str, name: str) -> Row:
    since = {"SSD": date(2011, 7, 14), "NIU": date(1994, 1, 1), "ORG-EU": None}
    is_state = not key.startswith("ORG-")
    day = since.get(key, date(1962, 10, 25))
    return {
        "participant_id": key,
        "name": name,
        "kind": "state" if is_state else "organization",
        "iso3": key if is_state else None,
        "m49": None,
        "un_member_from": day if key != "NIU" else None,
        "un_member_to": None,
        "counts_from": day,
        "counts_to": None,
        "regional_group": None,
        "predecessor_id": None,
    }


PARTICIPANTS = [_participant(key, name) for key, name in NAMES.items()]
PARTICIPANT_NAMES = [{"name": name, "participant_id": key, "evidence": "library"} for key, name in NAMES.items()]


def _treaty(key: str, title: str, parties: int | None, as_at: date | None, file: str | None) -> Row:
    return {
        "treaty_id": key,
        "title": title,
        "chapter": None if as_at is None else key.split("-", maxsplit=1)[0],
        "parent_id": None,
        "depositary": "Secretary-General" if as_at else "Keeper of the Paper",
        "concluded_place": "New York",
        "concluded_on": date(2000, 11, 15),
        "in_force_on": date(2003, 12, 25),
        "registration_number": None,
        "treaty_series_volumes": None,
        "adopting_resolution": None,
        "signatories_stated": None,
        "parties_stated": parties,
        "has_status": as_at is not None,
        "as_at": as_at,
        "document": hashed(file) if file else None,
        "source": "invented",
    }


TREATIES = [
    _treaty(PROTOCOL, "Protocol on river traffic", 3, NEW, "XVIII-12-a.xml"),
    _treaty(COVENANT, "Covenant on bridges", 1, OLD, "IV-4.csv"),
    _treaty(PAPER, "Paper on boats", None, None, None),
]
RULES = [
    dict.fromkeys(contract("treaty_rules").columns)
    | {"treaty_id": PROTOCOL, "eligibility": "all_states", "effect": "days", "effect_number": 30}
]
# Uganda signed and never consented; France acceded after the first call; the European Union and Congo ratified before
# it, and Congo withdrew in 2010; Niue acceded in 2016; South Sudan did nothing.
ACTS = [
    (PROTOCOL, "UGA", "signature", date(2000, 12, 12)),
    (PROTOCOL, "COG", "signature", date(2000, 12, 14)),
    (PROTOCOL, "COG", "ratification", date(2004, 3, 1)),
    (PROTOCOL, "COG", "withdrawal", date(2010, 6, 1)),
    (PROTOCOL, "FRA", "signature", date(2006, 1, 5)),
    (PROTOCOL, "FRA", "ratification", date(2006, 1, 5)),
    (PROTOCOL, "NIU", "accession", date(2016, 2, 29)),
    (PROTOCOL, "ORG-EU", "approval", date(2005, 9, 6)),
    (COVENANT, "FRA", "accession", date(1980, 11, 4)),
]


def _action(treaty: str, key: str, action: str, day: date) -> Row:
    vintage = NEW if treaty == PROTOCOL else OLD
    return {
        "action_id": f"{treaty}/{key}/{action}/{day}",
        "treaty_id": treaty,
        "participant_id": key,
        "action": action,
        "acted_on": day,
        "effective_on": None,
        "effective_basis": None,
        "is_in_effect": True,
        "is_consent": action not in ("signature", "withdrawal"),
        "known_from": vintage,
        "known_to": None,
        "observed_until": vintage,
        "participant_printed": NAMES[key],
        "printed": f"{day.day} {day:%b %Y}",
        "evidence": "note" if action == "withdrawal" else "table",
        "document": hashed("XVIII-12-a.xml" if treaty == PROTOCOL else "IV-4.csv"),
    }


ACTIONS = [_action(*act) for act in ACTS]
CONCLUDED = date(2000, 11, 15)
Stretch = tuple[str, str, str, date, date | None]
STRETCHES: list[Stretch] = [
    (PROTOCOL, "UGA", "none", CONCLUDED, date(2000, 12, 12)),
    (PROTOCOL, "UGA", "signatory", date(2000, 12, 12), None),
    (PROTOCOL, "COG", "none", CONCLUDED, date(2000, 12, 14)),
    (PROTOCOL, "COG", "signatory", date(2000, 12, 14), date(2004, 3, 1)),
    (PROTOCOL, "COG", "party", date(2004, 3, 1), date(2010, 6, 1)),
    (PROTOCOL, "COG", "withdrawn", date(2010, 6, 1), None),
    (PROTOCOL, "FRA", "none", CONCLUDED, date(2006, 1, 5)),
    (PROTOCOL, "FRA", "party", date(2006, 1, 5), None),
    (PROTOCOL, "ORG-EU", "party", date(2005, 9, 6), None),
    (COVENANT, "FRA", "party", date(1980, 11, 4), None),
    (PROTOCOL, "SSD", "none", date(2011, 7, 14), None),
    (COVENANT, "SSD", "none", date(2011, 7, 14), None),
    *((COVENANT, key, "none", CONCLUDED, None) for key in ("UGA", "COG", "NIU")),
]
# The older status file showed nothing of Niue yet.
OF_NIUE: list[tuple[Stretch, date]] = [
    ((PROTOCOL, "NIU", "none", CONCLUDED, None), OLD),
    ((PROTOCOL, "NIU", "none", CONCLUDED, date(2016, 2, 29)), NEW),
    ((PROTOCOL, "NIU", "party", date(2016, 2, 29), None), NEW),
]


def _stretch(stretch: Stretch, known: date = OLD, is_known_still: bool = True) -> Row:
    treaty, key, standing, start, end = stretch
    return {
        "treaty_id": treaty,
        "participant_id": key,
        "standing": standing,
        "valid_from": start,
        "valid_to": end,
        # Nobody says when the organization was bound.
        "bound_from": date(start.year + 1, 1, 1) if standing == "party" and key != "ORG-EU" else None,
        "is_valid_from_exact": True,
        "known_from": known,
        "known_to": None if is_known_still else NEW,
        "observed_until": NEW if treaty == PROTOCOL and is_known_still else OLD,
    }


STANDING = [
    *(_stretch(stretch) for stretch in STRETCHES),
    *(_stretch(stretch, known, is_known_still=known == NEW) for stretch, known in OF_NIUE),
]
DISAGREEMENTS = [
    {
        "disagreement_id": f"{PROTOCOL}/NIU/2/{NEW}",
        "treaty_id": PROTOCOL,
        "participant_id": "NIU",
        "difference": "filled_later",
        "column_printed": "Accession(a)",
        "older_printed": None,
        "newer_printed": "29 Feb 2016 a",
        "older_day": OLD,
        "newer_day": NEW,
        "older_document": hashed("IV-4.csv"),
        "newer_document": hashed("XVIII-12-a.xml"),
    }
]
