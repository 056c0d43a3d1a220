"""Which file is used where several claim one symbol and language: whole, best format, reissue, then hash.

Text read off images comes after every other format; of fragments of one format the one with most clauses is used.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.clauses.parsed import Parsed
from pipelines.rows import Row, quality

Claim = tuple[str, str]

_FORMATS = ("akn", "word", "pdf", "text")
_READ_OFF = len(_FORMATS)
_REISSUE = re.compile(r"reissue|\*", re.IGNORECASE)
_WORD = re.compile(r"\w{4,}")
# Share of the words of the smaller file that the other one holds too: above it they are one text.
_SAME_TEXT = 0.7
_NAMED = 6
"""Paragraphs that differ, named in a row of the quality table."""


@dataclass(frozen=True, slots=True)
class Choice:
    """`used` gives each (symbol, language) the hash of its file; `faults` says which files were passed over."""

    used: dict[Claim, str]
    faults: list[Row]


def choose(parsed: Sequence[Parsed]) -> Choice:
    """The file for each symbol and language."""
    claims: dict[Claim, list[tuple[Parsed, Row]]] = {}
    for file in parsed:
        for row in file.resolutions:
            claims.setdefault((row["symbol"], file.document["language"]), []).append((file, row))
    used: dict[Claim, str] = {}
    faults: list[Row] = []
    for claim, files in sorted(claims.items()):
        first, *others = sorted(files, key=lambda file: rank(*file))
        used[claim] = first[0].document["sha256"]
        faults += [_fault(claim, first[0], other) for other, _ in others if other is not first[0]]
    return Choice(used, faults)


def rank(file: Parsed, resolution: Row) -> tuple[bool, int, int, bool, str]:
    """A key to sort the files of one symbol by, the one to use first."""
    document = file.document
    is_fragment = resolution["is_fragment"]
    return (
        is_fragment,
        _READ_OFF if document["ocr_pages"] else _FORMATS.index(document["format"]),
        -sum(row["symbol"] == resolution["symbol"] for row in file.clauses) if is_fragment else 0,
        _REISSUE.search(document["name"]) is None,
        document["sha256"],
    )


def _fault(claim: Claim, used: Parsed, other: Parsed) -> Row:
    symbol, language = claim
    kind, what = _compared(used, other, symbol)
    return quality(
        "document",
        other.document["sha256"],
        kind,
        f"{symbol} ({language}) is also in {used.document['name']} ({used.document['sha256'][:12]}), {what}.",
        f"That file is used for {symbol}; the clauses of this one are left out.",
        other.document["name"],
    )


def _compared(used: Parsed, other: Parsed, symbol: str) -> tuple[str, str]:
    """The kind of fault, and how far the two files agree."""
    if not _is_same_text(_words(used, symbol), _words(other, symbol)):
        if _is_page(used, symbol) and _is_page(other, symbol):
            return "other_page", "which is another page of it"
        return "symbol_claimed_twice", "with another text: one of the two may have a wrong symbol"
    clauses = [row for row in used.clauses if row["symbol"] == symbol]
    there = Counter(row["text"] for row in other.clauses if row["symbol"] == symbol)
    count = there.total()
    lacking = []
    for row in clauses:
        if there[row["text"]]:
            there[row["text"]] -= 1
        else:
            lacking.append(row["clause_id"].partition("#")[2])
    if not lacking and not there.total():
        return "witness", "with the same text"
    said = f"{len(clauses) - len(lacking)} of its {len(clauses)} paragraphs are the same to the letter in this one"
    named = f", not {', '.join(lacking[:_NAMED])}" + (" and others" if len(lacking) > _NAMED else "") if lacking else ""
    return "witness_differs", f"with nearly the same text: {said}, which has {count}{named}"


def _is_page(file: Parsed, symbol: str) -> bool:
    return any(row["is_fragment"] for row in file.resolutions if row["symbol"] == symbol)


def _words(file: Parsed, symbol: str) -> set[str]:
    return {word for row in file.clauses if row["symbol"] == symbol for word in _WORD.findall(row["text"].casefold())}


def _is_same_text(one: set[str], other: set[str]) -> bool:
    smaller = min(len(one), len(other))
    return smaller == 0 or len(one & other) / smaller >= _SAME_TEXT
