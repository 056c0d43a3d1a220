"""The word lists of addressees, loaded once from datasets/reference/addressees.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from pipelines.paths import REFERENCE


@dataclass(frozen=True)
class AddresseeWords:
    """The lists of addressees.yaml; each is described there."""

    object_verbs: frozenset[str]
    that_verbs: frozenset[str]
    states_only_verbs: frozenset[str]
    repeating_verbs: frozenset[str]
    governing: frozenset[str]
    not_parties: frozenset[str]
    parties: frozenset[str]
    classes: tuple[tuple[str, re.Pattern[str], bool], ...]
    asides: re.Pattern[str]
    adverbials: re.Pattern[str]
    adverbials_inside: re.Pattern[str]
    trailing: re.Pattern[str]
    joining: re.Pattern[str]


def _any_of(expressions: Sequence[str]) -> str:
    return "(?:" + "|".join(expression.replace(" ", r"\s+") for expression in expressions) + ")"


@cache
def addressee_words() -> AddresseeWords:
    """The word lists, loaded and compiled once."""
    data: dict[str, Any] = yaml.safe_load((REFERENCE / "addressees.yaml").read_text(encoding="utf-8"))
    patterns = {
        "asides": rf"[\s,]*(?:{_any_of(data['asides'])}[\s,]+)*",
        "adverbials": rf"(?:and\s+|or\s+)?{_any_of(data['adverbials'])}\b",
        "adverbials_inside": rf"\s{_any_of(data['adverbials_inside'])}\b",
        "trailing": rf"[\s,]+{_any_of(data['trailing'])}?$",
        "joining": rf"\b{_any_of(data['joining'])}\b",
    }
    return AddresseeWords(
        object_verbs=frozenset(data["object_verbs"]),
        that_verbs=frozenset(data["that_verbs"]),
        states_only_verbs=frozenset(data["states_only_verbs"]),
        repeating_verbs=frozenset(data["repeating_verbs"]),
        governing=frozenset(data["governing"]),
        not_parties=frozenset(data["not_parties"]),
        parties=frozenset(data["parties_in_spite_of_ending"]),
        classes=tuple(
            (entry["class"], re.compile(entry["pattern"], re.IGNORECASE), entry.get("whole", False))
            for entry in data["classes"]
        ),
        **{name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()},
    )
