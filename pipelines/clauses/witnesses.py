"""Which file is used where several claim one symbol and language: whole, best format, reissue, then hash.

Text read off images comes after every other format; of fragments of one format the one with most clauses is used.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipelines.clauses.parsed import Parsed
from pipelines.rows import Row, quality

Claim = tuple[str, str]
Clauses = Sequence[tuple[str, str]]
Texts = Mapping[tuple[str, str], Clauses]
"""(clause_id, text) of the clauses of a file, by its hash and the symbol."""

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


def contested(parsed: Sequence[Parsed]) -> list[str]:
    """Hashes of the files that do not claim their symbols alone: `choose` compares their texts."""
    several = (files for files in _claims(parsed).values() if len(files) > 1)
    return sorted({file.document["sha256"] for files in several for file, _ in files})


def choose(parsed: Sequence[Parsed], texts: Texts) -> Choice:
    """The file for each symbol and language; `texts` of the files that are contested."""
    claims = _claims(parsed)
    used: dict[Claim, str] = {}
    faults: list[Row] = []
    for claim, files in sorted(claims.items()):
        first, *others = sorted(files, key=lambda file: _ranked(file[0], file[1], texts))
        used[claim] = first[0].document["sha256"]
        faults += [_fault(claim, first[0], other, texts) for other, _ in others if other is not first[0]]
    return Choice(used, faults)


def _claims(parsed: Sequence[Parsed]) -> dict[Claim, list[tuple[Parsed, Row]]]:
    claims: dict[Claim, list[tuple[Parsed, Row]]] = {}
    for file in parsed:
        for row in file.resolutions:
            claims.setdefault((row["symbol"], file.document["language"]), []).append((file, row))
    return claims


def rank(file: Parsed, resolution: Row, clauses: int) -> tuple[bool, int, int, bool, str]:
    """A key to sort the files of one symbol by, the one to use first; `clauses`: how many it has of the symbol."""
    document = file.document
    is_fragment = resolution["is_fragment"]
    return (
        is_fragment,
        _READ_OFF if document["ocr_pages"] else _FORMATS.index(document["format"]),
        -clauses if is_fragment else 0,
        _REISSUE.search(document["name"]) is None,
        document["sha256"],
    )


def _ranked(file: Parsed, resolution: Row, texts: Texts) -> tuple[bool, int, int, bool, str]:
    return rank(file, resolution, len(_clauses(file, resolution["symbol"], texts)))


def _fault(claim: Claim, used: Parsed, other: Parsed, texts: Texts) -> Row:
    symbol, language = claim
    are_pages = _is_page(used, symbol) and _is_page(other, symbol)
    kind, what = _compared(_clauses(used, symbol, texts), _clauses(other, symbol, texts), are_pages)
    return quality(
        "document",
        other.document["sha256"],
        kind,
        f"{symbol} ({language}) is also in {used.document['name']} ({used.document['sha256'][:12]}), {what}.",
        f"That file is used for {symbol}; the clauses of this one are left out.",
        other.document["name"],
    )


def _compared(used: Clauses, other: Clauses, are_pages: bool) -> tuple[str, str]:
    """The kind of fault, and how far the clauses of two files agree."""
    if not _is_same_text(_words(used), _words(other)):
        if are_pages:
            return "other_page", "which is another page of it"
        return "symbol_claimed_twice", "with another text: one of the two may have a wrong symbol"
    there = Counter(text for _, text in other)
    count = there.total()
    lacking = []
    for clause_id, text in used:
        if there[text]:
            there[text] -= 1
        else:
            lacking.append(clause_id.partition("#")[2])
    if not lacking and not there.total():
        return "witness", "with the same text"
    said = f"{len(used) - len(lacking)} of its {len(used)} paragraphs are the same to the letter in this one"
    named = f", not {', '.join(lacking[:_NAMED])}" + (" and others" if len(lacking) > _NAMED else "") if lacking else ""
    return "witness_differs", f"with nearly the same text: {said}, which has {count}{named}"


def _clauses(file: Parsed, symbol: str, texts: Texts) -> Clauses:
    return texts.get((file.document["sha256"], symbol), ())


def _is_page(file: Parsed, symbol: str) -> bool:
    return any(row["is_fragment"] for row in file.resolutions if row["symbol"] == symbol)


def _words(clauses: Clauses) -> set[str]:
    return {word for _, text in clauses for word in _WORD.findall(text.casefold())}


def _is_same_text(one: set[str], other: set[str]) -> bool:
    smaller = min(len(one), len(other))
    return smaller == 0 or len(one & other) / smaller >= _SAME_TEXT
