"""The project's own tables about treaties, as written in datasets/reference; every row says why it is there.

treaty_names: names that are not titles, and titles that must not count. treaty_documents: documents that hold a text.
treaty_overrides: Treaty Series references that the status files lack or give otherwise. treaty_protocols: what
"the Protocols thereto" are.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from pipelines.paths import REFERENCE


@dataclass(frozen=True)
class TreatyName:
    """A short or shortened name.

    `needs`: treaties of which one must be named in the same document for the name to count; `needs_words`: words of
    which one must stand in it. No treaty_ids: a title that never counts.
    """

    name: str
    treaty_ids: tuple[str, ...]
    needs: tuple[str, ...]
    needs_words: tuple[str, ...]


@dataclass(frozen=True)
class TreatyDocument:
    """A document that holds the text of treaties."""

    symbol: str
    treaty_ids: tuple[str, ...]


@dataclass(frozen=True)
class SeriesOverride:
    """A Treaty Series reference and the treaties that it stands for."""

    volume: str
    number: str
    treaty_ids: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Protocols:
    """Protocols to a treaty under one word: optional, additional, or none."""

    treaty_id: str
    word: str
    protocol_ids: tuple[str, ...]


def rows(name: str) -> list[dict[str, str]]:
    """Rows of a table of datasets/reference as printed."""
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def treaty_names() -> tuple[TreatyName, ...]:
    """Rows of treaty_names.csv in order."""
    return tuple(
        TreatyName(
            row["name"],
            tuple(row["treaty_ids"].split()),
            tuple(row["needs"].split()),
            tuple(words for words in row["needs_words"].split("|") if words),
        )
        for row in rows("treaty_names.csv")
    )


@cache
def treaty_documents() -> tuple[TreatyDocument, ...]:
    """Rows of treaty_documents.csv in order."""
    return tuple(
        TreatyDocument(row["symbol"], tuple(row["treaty_ids"].split())) for row in rows("treaty_documents.csv")
    )


@cache
def series_overrides() -> tuple[SeriesOverride, ...]:
    """Rows of treaty_overrides.csv in order."""
    return tuple(
        SeriesOverride(row["volume"], row["number"], tuple(row["treaty_ids"].split()), row["reason"])
        for row in rows("treaty_overrides.csv")
    )


@cache
def protocols() -> tuple[Protocols, ...]:
    """Rows of treaty_protocols.csv in order."""
    return tuple(
        Protocols(row["treaty_id"], row["word"], tuple(row["protocol_ids"].split()))
        for row in rows("treaty_protocols.csv")
    )
