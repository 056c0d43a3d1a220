"""Versions of releases, by Semantic Versioning: what changed decides which part goes up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.versions.schema import SchemaChange

_FORM = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


@dataclass(frozen=True, order=True)
class Version:
    """major: something breaks; minor: tables or columns came; patch: rows alone."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


FIRST = Version(1, 0, 0)


def parse(text: str) -> Version | None:
    """The version that a text names; None for anything else, an unpublished build's among them."""
    match = _FORM.fullmatch(text)
    return Version(*(int(part) for part in match.groups())) if match else None


def following(last: Version, changes: Sequence[SchemaChange]) -> Version:
    """The version after `last`, for these changes in tables and columns (none: rows alone changed)."""
    if any(change.is_breaking for change in changes):
        return Version(last.major + 1, 0, 0)
    if changes:
        return Version(last.major, last.minor + 1, 0)
    return Version(last.major, last.minor, last.patch + 1)
