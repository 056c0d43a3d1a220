"""What is known of treaties, ordered for looking up: registration, titles, short names, documents, corrections."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipelines.links import reference
from pipelines.links.series import SeriesReference
from pipelines.links.tree import NameTree
from pipelines.links.words import key
from pipelines.rows import Row

KINDS = ("convention", "protocol", "covenant", "treaty", "agreement", "statute", "charter", "constitution")
_KIND = re.compile(rf"\b({'|'.join(KINDS)})", re.IGNORECASE)
_AMENDMENT = re.compile(r"Amendments? (?:to (?P<articles>articles? [\w ,()]*?),? of the\b|)", re.IGNORECASE)
_BELOW_ARTICLE = re.compile(r"\([^)]*\)|paragraphs? \d+")
# What supplements a treaty is not called by its word again.
_NO_KIND = re.compile(r"(?:\w+ )*(?:Amendments?|Annex|Revised text|Declarations?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Name:
    """What a name stands for; `needs` and `needs_words` as in reference.TreatyName."""

    treaty_ids: tuple[str, ...]
    evidence: str
    needs: tuple[str, ...] = ()
    needs_words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """Treaties of one reference; `reason` where the answer needs one, and always where there are none."""

    treaty_ids: tuple[str, ...]
    reason: str | None = None


@dataclass(frozen=True)
class TreatyIndex:
    """Lookups over the treaties table and datasets/reference; what the reference says of other treaties is left out."""

    titles: Mapping[str, str]
    kinds: Mapping[str, str]
    concluded: Mapping[str, dt.date]
    series: Mapping[tuple[str, str], tuple[str, ...]]
    numbers: Mapping[str, tuple[str, ...]]
    overrides: Mapping[tuple[str, str], Found]
    names: NameTree[Name]
    documents: Mapping[str, tuple[str, ...]]
    protocols: Mapping[tuple[str, str], tuple[str, ...]]
    amendments: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]

    @classmethod
    def build(cls, treaties: Sequence[Row]) -> TreatyIndex:
        """Index of rows of `treaties` (in any order)."""
        rows = sorted(treaties, key=lambda row: str(row["treaty_id"]))
        known = {str(row["treaty_id"]) for row in rows}
        return cls(
            titles={str(row["treaty_id"]): str(row["title"]) for row in rows},
            kinds=_kinds(rows),
            concluded={str(row["treaty_id"]): row["concluded_on"] for row in rows if row["concluded_on"]},
            series=_series(rows),
            numbers=_numbers(rows),
            overrides=_overrides(known),
            names=_names(rows, known),
            documents={
                row.symbol: ids for row in reference.treaty_documents() if (ids := _within(row.treaty_ids, known))
            },
            protocols={
                (row.treaty_id, row.word): ids
                for row in reference.protocols()
                if (ids := _within(row.protocol_ids, known))
            },
            amendments=_amendments({str(row["treaty_id"]): str(row["title"]) for row in rows}),
        )

    def by_reference(self, cited: SeriesReference) -> list[Found]:
        """Treaties of one Treaty Series reference, one answer for each volume and number in it."""
        answers = [(self._by_volume(volume, number), number) for volume, number in _pairs(cited)]
        hits = {found.treaty_ids: found for found, _ in reversed(answers) if found.treaty_ids}
        # Of several volumes under one treaty's number those without a treaty of their own add nothing.
        misses = [
            found
            for found, number in answers
            if not found.treaty_ids and not (hits and len(self.numbers.get(number, ())) == 1)
        ]
        return [*reversed(hits.values()), *misses]

    def _by_volume(self, volume: str, number: str) -> Found:
        if (volume, number) in self.overrides:
            return self.overrides[volume, number]
        exact = self.series.get((volume, number))
        if exact:
            return Found(exact)
        same_number = self.numbers.get(number, ())
        if len(same_number) == 1 and not any(number == other for _, other in self.series):
            return Found(same_number, f"No. {number} is one treaty's; its status file gives no volume")
        if len(same_number) == 1 and self._is_beside(volume, number):
            return Found(same_number, f"vol. {volume} is beside the one that the status file gives for No. {number}")
        if same_number:
            return Found((), f"vol. {volume} is not that of {', '.join(same_number)}, which have No. {number}")
        return Found((), f"vol. {volume}, No. {number} is not in the reference data")

    def _is_beside(self, volume: str, number: str) -> bool:
        """A long treaty fills several volumes, often one a language: UNCLOS is in 1833 to 1835."""
        known = [int(other) for other, of in self.series if of == number and other.isdigit()]
        return volume.isdigit() and any(abs(int(volume) - other) <= 2 for other in known)

    def kind(self, treaty_id: str) -> str | None:
        """The word by which a text calls the treaty again: convention, protocol, covenant…"""
        return self.kinds.get(treaty_id)

    def protocols_of(self, treaty_id: str, word: str, day: dt.date | None) -> tuple[str, ...]:
        """Protocols to a treaty (word: optional, additional or empty) that were concluded by a day."""
        found = self.protocols.get((treaty_id, word), ())
        return tuple(item for item in found if day is None or item not in self.concluded or self.concluded[item] <= day)


def _kinds(rows: Sequence[Row]) -> dict[str, str]:
    found = {}
    for row in rows:
        title = str(row["title"])
        kind = None if _NO_KIND.match(title) else _KIND.search(title)
        if kind:
            found[str(row["treaty_id"])] = kind.group(1).lower()
    return found


def _amendments(titles: Mapping[str, str]) -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Amendments by what they amend, each with the articles that its title names (Roman numbers as printed)."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for treaty_id, title in titles.items():
        match = _AMENDMENT.match(title)
        if match:
            articles = frozenset(re.findall(r"\b[\dIVX]+\b", _BELOW_ARTICLE.sub("", match["articles"] or "")))
            found[_amended(treaty_id, title, titles)].append((treaty_id, articles))
    return {base: tuple(known) for base, known in found.items()}


def _amended(treaty_id: str, title: str, titles: Mapping[str, str]) -> str:
    """The treaty of the same family whose title stands in that of its amendment; else the head of the family."""
    head = treaty_id.rpartition("-")[0]
    family = [other for other in titles if other.startswith(f"{head}-") and not _AMENDMENT.match(titles[other])]
    inside = [other for other in family if titles[other].lower() in title.lower()]
    return max(inside, key=lambda other: len(titles[other]), default=head)


def _within(ids: Iterable[str], known: set[str]) -> tuple[str, ...]:
    return tuple(item for item in ids if item in known)


def _volumes(row: Row) -> list[str]:
    return [volume.strip() for volume in (row["treaty_series_volumes"] or "").split(",") if volume.strip()]


def _series(rows: Sequence[Row]) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        for volume in _volumes(row):
            for number in (row["registration_number"] or "").split(", "):
                if number:
                    found[volume, number].append(row["treaty_id"])
    return {pair: tuple(ids) for pair, ids in found.items()}


def _numbers(rows: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for number in (row["registration_number"] or "").split(", "):
            if number:
                found[number].append(row["treaty_id"])
    return {number: tuple(ids) for number, ids in found.items()}


def _overrides(known: set[str]) -> dict[tuple[str, str], Found]:
    return {
        (row.volume, row.number): Found(ids, row.reason)
        for row in reference.series_overrides()
        if (ids := _within(row.treaty_ids, known))
    }


def _names(rows: Sequence[Row], known: set[str]) -> NameTree[Name]:
    """Reference names first (they may also forbid a title), then titles, then titles without their openings."""
    tree: NameTree[Name] = NameTree()
    for short in reference.treaty_names():
        ids = _within(short.treaty_ids, known)
        if ids or not short.treaty_ids:
            tree.add(key(short.name), Name(ids, "short_name", short.needs, short.needs_words))
    for variants in (_full_titles, _shortened_titles):
        found: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for row in rows:
            for variant in dict.fromkeys(variants(str(row["title"]))):
                found[variant].append(str(row["treaty_id"]))
        for name, treaty_ids in found.items():
            if len(name) > 1 and (variants is _full_titles or len(treaty_ids) == 1):
                tree.add(name, Name(tuple(treaty_ids), "title"))
    return tree


def _full_titles(title: str) -> list[tuple[str, ...]]:
    """The title without what it supplements, also without parentheses and without the year at its end."""
    own = re.sub(r",?\s+supplementing the\b.*", "", title.strip())
    bare = re.sub(r"(?<=[^\W\d])[\d*]+$", "", own)
    plain = re.sub(r"\([^)]*\)", " ", bare)
    return [key(bare), key(plain), key(re.sub(r",\s*\d{4}\s*$", "", plain))]


def _shortened_titles(title: str) -> list[tuple[str, ...]]:
    """Titles without "United Nations" or "International" before them."""
    found = []
    for name in _full_titles(title):
        for opening in ((), ("united", "nations"), ("international",)):
            if name[: len(opening)] == opening and len(name) - len(opening) >= 4:
                found.append(name[len(opening) :])
    return found


def _pairs(cited: SeriesReference) -> list[tuple[str, str]]:
    if len(cited.volumes) == len(cited.numbers):
        return list(zip(cited.volumes, cited.numbers, strict=True))
    return [(volume, number) for number in cited.numbers for volume in cited.volumes]
