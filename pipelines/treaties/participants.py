"""Participants: who can act on treaties or vote, and the exact resolution of printed names.

Names resolve by equality only, after folding case, white space and apostrophes: first the project's own table
(datasets/reference/participant_names.csv: former names, organizations, former States), then hdx-python-country. Lists
write one name in several forms (the Gambia; Gambia (the); Moldova (Republic of); European Union (EU)); each form is
undone by rule and must then be equal. A name that neither knows is an error, never a guess: fuzzy matching made South
Africa of SADC and Nigeria of Niger.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.contracts import contract
from pipelines.paths import REFERENCE
from pipelines.rows import Row
from pipelines.treaties.errors import UnknownParticipant

__all__ = ["Participants", "UnknownParticipant", "fold_space"]

_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼ´`′", "'"))
# A list marks a name with stars; an article stands before the name, or behind it.
_STARS = re.compile(r"\s*[*†‡]+$")
_ARTICLE = re.compile(r"^the\s+|\s*\(the\)$|,\s*the$", re.IGNORECASE)
_INVERTED = re.compile(
    r"(?P<name>[^(),]+?)(?:\s*\((?P<kind>[^()]+\bof(?: the)?)\)|,\s*(?P<after>[^(),]+\bof(?: the)?))"
)
_LETTERS = re.compile(r"\s*\([A-Z][A-Za-z]{1,11}\)$")
# Shorter than this the library takes a string for a country code.
_SHORTEST_NAME = 4


def fold_space(text: str) -> str:
    """White space of any kind as one blank, none at the ends."""
    return " ".join(text.split())


def _key(name: str) -> str:
    return fold_space(name).translate(_APOSTROPHES).casefold()


def _forms(name: str) -> Iterator[str]:
    """The name as it stands, without stars and article, and in the other order: Moldova (Republic of)."""
    yield name
    plain = _STARS.sub("", fold_space(name))
    yield plain
    bare = _ARTICLE.sub("", plain)
    yield bare
    inverted = _INVERTED.fullmatch(bare)
    if inverted:
        yield f"{inverted['kind'] or inverted['after']} {inverted['name']}"


@cache
def _library_code(name: str) -> str | None:
    # Imported here: it costs half a second, and most names that a reader meets stand in the alias table.
    from hdx.location.country import Country

    code = Country.get_iso3_country_code(name, use_live=False) if len(name) >= _SHORTEST_NAME else None
    return str(code) if code else None


@dataclass(frozen=True)
class Participants:
    """All participants by id, and the project's own names for them."""

    rows: Mapping[str, Row]
    aliases: Mapping[str, str]
    alias_names: tuple[str, ...]

    @staticmethod
    def load() -> Participants:
        """The project's reference data (datasets/reference), read once."""
        return _load()

    def resolve(self, name: str) -> tuple[str, str]:
        """(participant_id, evidence) of a printed name; evidence is alias or library. Raises UnknownParticipant."""
        for form in _forms(name):
            found = self._exact(form)
            if found is not None:
                return found
        organization = self._exact(_LETTERS.sub("", fold_space(name)))
        if organization is not None and self.rows[organization[0]]["kind"] == "organization":
            return organization
        raise UnknownParticipant(fold_space(name))

    def _exact(self, name: str) -> tuple[str, str] | None:
        alias = self.aliases.get(_key(name))
        if alias is not None:
            return alias, "alias"
        code = _library_code(fold_space(name).translate(_APOSTROPHES))
        return (code, "library") if code is not None and code in self.rows else None

    def knows(self, name: str) -> bool:
        """Whether a printed name resolves."""
        try:
            self.resolve(name)
        except UnknownParticipant:
            return False
        return True

    def former_names(self, *kinds: str) -> dict[str, str]:
        """Names of participants of the past, with their ids; kinds are some of former_state and former_government."""
        ids = {key for key, row in self.rows.items() if row["kind"] in kinds}
        return {name: self.aliases[_key(name)] for name in self.alias_names if self.aliases[_key(name)] in ids}

    def members_on(self, day: dt.date) -> frozenset[str]:
        """Members of the United Nations on one day."""
        return _within(self.rows.values(), "un_member_from", "un_member_to", day)

    def states_on(self, day: dt.date) -> frozenset[str]:
        """States that count on one day: members, and the others from the day the reference data states."""
        return _within(self.rows.values(), "counts_from", "counts_to", day)

    def table(self) -> list[Row]:
        """Rows of the table participants."""
        columns = contract("participants").columns
        return [{column: row[column] for column in columns} for row in self.rows.values()]

    def name_rows(self, printed: Iterable[str] = ()) -> list[Row]:
        """Rows of the table participant_names: the project's own names and those given. Raises UnknownParticipant."""
        names = {fold_space(name) for name in printed} | set(self.alias_names)
        names |= {row["name"] for row in self.rows.values() if row["kind"] == "state"}
        rows = []
        for name in sorted(names):
            participant_id, evidence = self.resolve(name)
            rows.append({"name": name, "participant_id": participant_id, "evidence": evidence})
        return rows


def _within(rows: Iterable[Row], first: str, last: str, day: dt.date) -> frozenset[str]:
    return frozenset(
        row["participant_id"]
        for row in rows
        if row[first] and row[first] <= day and (row[last] is None or day < row[last])
    )


def _value(column: str, text: str) -> str | dt.date | None:
    if not text:
        return None
    return dt.date.fromisoformat(text) if column.endswith(("_from", "_to")) else text


@cache
def _load() -> Participants:
    with (REFERENCE / "participants.csv").open(encoding="utf-8", newline="") as file:
        rows = {
            row["participant_id"]: {column: _value(column, text) for column, text in row.items()}
            for row in csv.DictReader(file)
        }
    with (REFERENCE / "participant_names.csv").open(encoding="utf-8", newline="") as file:
        names = [(row["name"], row["participant_id"]) for row in csv.DictReader(file)]
    return Participants(rows, {_key(name): key for name, key in names}, tuple(name for name, _ in names))
