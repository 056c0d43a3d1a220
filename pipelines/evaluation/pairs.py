"""Which documents of an archive exist as official XML and in another format, and what kind of document each is."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipelines import symbols
from pipelines.archive.entry import Entry
from pipelines.clauses.corrections import corrected, corrections
from pipelines.clauses.parsed import Parsed
from pipelines.clauses.witnesses import rank
from pipelines.paths import REFERENCE

OFFICIAL = "akn"
OTHERS = ("word", "pdf", "text")
# Last year of an era, and its name: what the files of its time are like.
_ERAS = ((1993, "to 1993"), (2000, "1994-2000"), (2016, "2001-2016"), (9999, "2017 on"))
_FAULTS = REFERENCE / "official_xml_faults.csv"
Claim = tuple[str, str]


@dataclass(frozen=True, slots=True, repr=False)
class Pair:
    """A document in official XML and the same in another format; `other` has no rows where it could not be read.

    Its repr, the key of the memo, says all that its score depends on.
    """

    official: Parsed
    other: Parsed
    unread: str | None = None

    def __repr__(self) -> str:
        return f"{self.official.document!r} {self.other.document!r} {self.unread}"

    @property
    def claim(self) -> Claim:
        """Symbol and language."""
        return _claim(self.official)

    @property
    def era(self) -> str:
        """The era of the day of adoption."""
        day = next((row["adopted_on"] for row in self.official.resolutions if row["adopted_on"]), None)
        return next(name for last, name in _ERAS if day.year <= last) if day else "unknown"

    @property
    def fault(self) -> str | None:
        """Why the official XML itself is no measure."""
        return _official_faults().get(self.claim)


def candidates(entries: Iterable[Entry], symbol: str | None = None) -> list[Entry]:
    """The entries of an archive, all or of one symbol, that have a counterpart in official XML, and that XML."""
    held: defaultdict[Claim, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.symbol and entry.language and entry.format in (OFFICIAL, *OTHERS):
            name = _stem(_right_symbol(entry))
            if symbol is None or symbol == name:
                held[name, entry.language].append(entry)
    twice = (files for _, files in sorted(held.items()) if {OFFICIAL} < {entry.format for entry in files})
    return [entry for files in twice for entry in files]


def pairs(parsed: Iterable[Parsed], unread: Iterable[tuple[Entry, str]] = ()) -> list[Pair]:
    """Every file in another format beside the official XML that is used for its symbol and language, in their order.

    Fragments are left out: a page of a document is not meant to hold all of it. `unread`: entries that could not be
    read, with the reason.
    """
    whole = (file for file in parsed if not any(row["is_fragment"] for row in file.resolutions))
    held: defaultdict[Claim, list[tuple[Parsed, str | None]]] = defaultdict(list)
    for file, reason in [*((one, None) for one in whole), *((_blank(entry), said) for entry, said in unread)]:
        right = corrected(file, corrections())
        held[_claim(right)].append((right, reason))
    return [pair for claim in sorted(held) for pair in _pairs(held[claim])]


def _pairs(files: Sequence[tuple[Parsed, str | None]]) -> Iterator[Pair]:
    official = [file for file, _ in files if file.document["format"] == OFFICIAL and file.resolutions]
    if not official:
        return
    used = min(official, key=lambda file: rank(file, file.resolutions[0], len(file.clauses)))
    for other, reason in sorted(files, key=lambda file: (file[0].document["format"], file[0].document["sha256"])):
        if other.document["format"] in OTHERS:
            yield Pair(used, other, reason)


def _blank(entry: Entry) -> Parsed:
    """The rows of a file that could not be read: none."""
    columns = ("sha256", "symbol", "language", "format", "name")
    return Parsed({name: getattr(entry, name) for name in columns})


def _claim(file: Parsed) -> Claim:
    return _stem(file.document["symbol"]), file.document["language"]


def _right_symbol(entry: Entry) -> str:
    correction = corrections().get(entry.sha256)
    return correction.symbol if correction else str(entry.symbol)


def _stem(printed: str) -> str:
    found = symbols.parse(printed)
    return found.resolution().normal if found else printed


@cache
def _official_faults() -> dict[Claim, str]:
    """(symbol, language) of documents whose official XML is itself at fault, with the reason."""
    with _FAULTS.open(encoding="utf-8", newline="") as lines:
        return {(row["symbol"], row["language"]): row["reason"] for row in csv.DictReader(lines)}
