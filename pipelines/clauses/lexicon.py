"""The word lists of opening verbs, loaded once: verbs with their forms, and the fixed parts of verb phrases."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import yaml

from pipelines.paths import REFERENCE

Form = Literal["base", "third", "gerund", "participle"]
Words = tuple[str, ...]

_ISE = re.compile(r"(is|ys)(e|es|ing|ed)$")
_OUR = re.compile(r"(?<=[bdhnv])our(?!ce|s)")


@dataclass(frozen=True, slots=True)
class Inflected:
    """One form of one verb. `is_opening`: an organ itself does it; `is_also_noun`: the word may be a noun as well."""

    verb: str
    form: Form
    is_opening: bool
    is_also_noun: bool


@dataclass(frozen=True, slots=True)
class Complement:
    """Words that belong to a verb; `is_printed`: drafters set them in italics with the verb."""

    words: Words
    verb: str
    is_printed: bool


@dataclass(frozen=True)
class Lexicon:
    """All word lists; every word in lower case, multi-word entries as tuples, longest first."""

    forms: Mapping[str, tuple[Inflected, ...]]
    complements: Mapping[str, tuple[Complement, ...]]
    states: Mapping[str, str]
    intensifiers: Mapping[str, tuple[Words, ...]]
    after: frozenset[str]
    expressing: frozenset[str]
    sentiments: Mapping[str, bool]
    repeating: frozenset[str]
    repeated: frozenset[str]
    with_sentiment: frozenset[str]

    def inflected(self, word: str) -> tuple[Inflected, ...]:
        """The verbs that a word may be a form of; -ise and -our spellings count as -ize and -or."""
        found = self.forms.get(word.replace("-", ""))
        return found if found is not None else self.forms.get(_respelt(word), ())


def _respelt(word: str) -> str:
    word = _ISE.sub(lambda match: match[1][0] + "z" + match[2], word)
    return _OUR.sub("or", word).replace("-", "")


def _forms() -> dict[str, tuple[Inflected, ...]]:
    forms: dict[str, list[Inflected]] = {}
    with (REFERENCE / "verbs.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            is_opening, is_noun = row["use"] == "opening", row["is_also_noun"] == "yes"
            columns: dict[Form, str] = {
                "base": row["verb"],
                "third": row["third_person"],
                "gerund": row["gerund"],
                "participle": row["participle"],
            }
            for form, word in columns.items():
                forms.setdefault(word.replace("-", ""), []).append(Inflected(row["verb"], form, is_opening, is_noun))
    return {word: tuple(entries) for word, entries in forms.items()}


def _complements(entries: list[dict[str, Any]]) -> dict[str, tuple[Complement, ...]]:
    found: dict[str, list[Complement]] = {}
    for entry in entries:
        words = tuple(entry["words"].split())
        found.setdefault(entry["head"], []).append(Complement(words, entry["verb"], entry["printed"]))
    return {head: tuple(sorted(items, key=lambda item: -len(item.words))) for head, items in found.items()}


def _by_first_word(phrases: list[str]) -> dict[str, tuple[Words, ...]]:
    found: dict[str, set[Words]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(items, key=lambda item: (-len(item), item))) for first, items in found.items()}


@cache
def lexicon() -> Lexicon:
    """The word lists of datasets/reference/verbs.csv and verb_phrases.yaml."""
    data = yaml.safe_load((REFERENCE / "verb_phrases.yaml").read_text(encoding="utf-8"))
    return Lexicon(
        forms=_forms(),
        complements=_complements(data["complements"]),
        states=data["states"],
        intensifiers=_by_first_word(data["intensifiers"]),
        after=frozenset(phrase.replace(" ", "_") for phrase in data["after"]),
        expressing=frozenset(data["expressing"]),
        sentiments={noun: kind == "printed" for kind, nouns in data["sentiments"].items() for noun in nouns},
        repeating=frozenset(data["repeating"]),
        repeated=frozenset(data["repeated"]),
        with_sentiment=frozenset(data["with_sentiment"]),
    )
