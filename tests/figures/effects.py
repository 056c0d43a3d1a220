"""Do the rules of datasets/reference/treaty_effects.csv give the days that depositary and others give?

    python -m tests.figures.effects [--shared DIR]

The treaties' own entry into force computed from the deposits; the days of effect of the Paris Agreement against those
of the open climate data; how many consents have a day of effect, and on what basis.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import sys
from collections import Counter
from pathlib import Path

from pipelines.rows import Row
from pipelines.treaties.build import build
from pipelines.treaties.effect_rules import Effects, effects, rule_for
from pipelines.treaties.effects import effect
from pipelines.treaties.participants import Participants
from tests.treaties.real import table_sources, xml_sources

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
PARIS, PARIS_IN_FORCE = "XXVII-7-d", dt.date(2016, 11, 4)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    shared = parser.parse_args().shared
    result = build([*xml_sources(shared), *table_sources(shared)])
    _own(result)
    trafficking = _trafficking(result)
    paris = _paris(shared)
    paris_acts = _paris_acts(shared, result)
    _amendments(shared, result)
    consents = [row for row in result["treaty_actions"] if row["is_consent"]]
    with_rule = [row for row in consents if row["treaty_id"] in effects()]
    for name, rows in (("all consents", consents), ("of treaties with a rule", with_rule)):
        print(f"{name}: {len(rows)}, day of effect by {dict(Counter(row['effective_basis'] for row in rows))}")
    return 0 if trafficking and paris and paris_acts else 1


def _deposits(result: dict[str, list[Row]], treaty_id: str, with_organizations: bool = False) -> list[dt.date]:
    """Days of deposit; most treaties do not count an organization's instrument beside those of its members."""
    return [
        row["acted_on"]
        for row in result["treaty_actions"]
        if row["treaty_id"] == treaty_id
        and row["is_consent"]
        and row["acted_on"]
        and not row["known_to"]
        and (with_organizations or not row["participant_id"].startswith("ORG-"))
    ]


def _own(result: dict[str, list[Row]]) -> None:
    in_force = {row["treaty_id"]: row["in_force_on"] for row in result["treaties"]}
    found: dict[str, list[str]] = {"equal": [], "a deposit lacks": [], "other": []}
    for treaty_id, rules in effects().items():
        if rules.own and in_force.get(treaty_id):
            counted = [_deposits(result, treaty_id), _deposits(result, treaty_id, with_organizations=True)]
            kinds = {_kind(rules, deposits, in_force[treaty_id]) for deposits in counted}
            found[next(kind for kind in found if kind in kinds)].append(treaty_id)
    print(f"entry into force by the treaty's own rule: { {kind: len(ids) for kind, ids in found.items()} }")
    print(f"  the day fits a deposit, not the one of the rule's number: {' '.join(found['a deposit lacks'])}")
    print(f"  other: {' '.join(found['other'])}")


def _kind(rules: Effects, deposits: list[dt.date], in_force_on: dt.date) -> str:
    if rules.in_force_on(deposits) == in_force_on:
        return "equal"
    fits = any(rules.own and rules.own.day(day) == in_force_on for day in deposits)
    return "a deposit lacks" if fits else "other"


def _trafficking(result: dict[str, list[Row]]) -> bool:
    deposits = sorted(_deposits(result, "XVIII-12-a"))
    computed = effects()["XVIII-12-a"].in_force_on(deposits)
    print(f"XVIII-12-a: 40th instrument on {deposits[39]}, in force by its own rule on {computed}")
    return computed == dt.date(2003, 12, 25)


def _paris_rows(shared: Path) -> list[dict[str, str]]:
    [path] = (shared / "treaties/openclimatedata").glob("paris-agreement*.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["Ratification"]]


def _paris(shared: Path) -> bool:
    rows = _paris_rows(shared)
    rule = rule_for(PARIS, None)
    right = sum(
        str(effect("ratification", dt.date.fromisoformat(row["Ratification"]), PARIS_IN_FORCE, rule)[0])
        == row["Date-Of-Effect"]
        for row in rows
    )
    print(f"Paris Agreement: the rule gives the day of effect of {right} of {len(rows)} deposits (open climate data)")
    return right == len(rows)


def _paris_acts(shared: Path, result: dict[str, list[Row]]) -> bool:
    participants = Participants.load()
    theirs = {participants.resolve(row["Name"])[0]: row for row in _paris_rows(shared)}
    ours = [row for row in result["treaty_actions"] if row["treaty_id"] == PARIS and row["is_consent"]]
    right = [
        row
        for row in ours
        if (str(row["acted_on"]), str(row["effective_on"]))
        == (theirs[row["participant_id"]]["Ratification"], theirs[row["participant_id"]]["Date-Of-Effect"])
    ]
    print(f"Paris Agreement: {len(right)} of {len(ours)} parties of the status files have the same two days there")
    others = [row for row in ours if row not in right]
    for row in others:
        print(
            f"  {row['participant_id']}: {row['acted_on']} here, {theirs[row['participant_id']]['Ratification']} there"
        )
    # Who came back after the status file shows another, younger day in the younger list.
    return all(str(row["observed_until"]) < theirs[row["participant_id"]]["Ratification"] for row in others)


def _amendments(shared: Path, result: dict[str, list[Row]]) -> None:
    """Doha and Kigali: days of deposit of the status files against the younger lists; they state no day of effect."""
    participants = Participants.load()
    for treaty_id, name, column in (("XXVII-7-c", "doha", "Acceptance"), ("XXVII-2-f", "kigali", "Date")):
        [path] = (shared / "treaties/openclimatedata").glob(f"{name}*.csv")
        with path.open(encoding="utf-8", newline="") as file:
            theirs = {participants.resolve(row["Name"])[0]: row[column] for row in csv.DictReader(file)}
        ours = [row for row in result["treaty_actions"] if row["treaty_id"] == treaty_id and row["is_consent"]]
        equal = sum(theirs.get(row["participant_id"]) == str(row["acted_on"]) for row in ours)
        first = min(row["effective_on"] for row in ours if row["effective_on"])
        print(f"{treaty_id}: {equal} of {len(ours)} deposits equal; no effect before {first}")


if __name__ == "__main__":
    sys.exit(main())
