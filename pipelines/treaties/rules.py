"""Rows of treaty_rules: who may join a treaty and when an act takes effect, from reference data and status files."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache

from pipelines.contracts import contract
from pipelines.paths import REFERENCE
from pipelines.rows import Row
from pipelines.treaties.effect_rules import Effects, Rule, effects


def rows(treaty_ids: Iterable[str], quoted: Mapping[str, Rule]) -> list[Row]:
    """One row for each treaty with a rule; `quoted` has the rules that status files quote, by treaty_id."""
    empty: Row = dict.fromkeys(contract("treaty_rules").columns)
    found = ((key, _eligibility(key) | _effect(key, quoted.get(key))) for key in treaty_ids)
    return [empty | {"treaty_id": key} | rules for key, rules in found if rules]


def _eligibility(treaty_id: str) -> Row:
    row = _table().get(treaty_id)
    if row is None:
        return {}
    return {
        "eligibility": row["rule"],
        "eligibility_parent_id": row["parent_id"] or None,
        "eligible_states": ", ".join(row["states"].split()) or None,
        "eligibility_reason": row["reason"],
    }


def _effect(treaty_id: str, quoted: Rule | None) -> Row:
    known = effects().get(treaty_id)
    if known is None and quoted is not None:
        known = Effects(quoted, None, None, None, None, "as quoted", "status file")
    if known is None:
        return {}
    named = {"effect": known.later, "own_effect": known.own, "withdrawal_effect": known.withdrawal}
    columns = {name: rule.kind for name, rule in named.items() if rule}
    numbers = {f"{name}_number": rule.number or None for name, rule in named.items() if rule}
    told = {"own_instruments": known.instruments, "effect_article": known.article, "effect_source": known.source}
    return {**columns, **numbers, **told}


@cache
def _table() -> dict[str, dict[str, str]]:
    with (REFERENCE / "treaty_eligibility.csv").open(encoding="utf-8", newline="") as file:
        return {row["treaty_id"]: row for row in csv.DictReader(file)}
