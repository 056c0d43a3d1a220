"""Symbols that a file states wrongly, mended by data with a reason: datasets/reference/symbol_corrections.csv."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from pipelines import symbols
from pipelines.clauses.parsed import Parsed
from pipelines.paths import REFERENCE
from pipelines.rows import Row, quality

_KEYS = ("clause_id", "parent_id", "footnote_id", "symbol", "document_symbol")


@dataclass(frozen=True, slots=True)
class Correction:
    """The file with this hash says `found`, and is `symbol`; both in normal form."""

    sha256: str
    found: str
    symbol: str
    reason: str


@cache
def corrections() -> Mapping[str, Correction]:
    """All corrections by the hash of the file."""
    with (REFERENCE / "symbol_corrections.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Correction(row["sha256"], row["symbol_found"], row["symbol"], row["reason"]) for row in csv.DictReader(file)
        ]
    return {row.sha256: row for row in rows}


def corrected(parsed: Parsed, known: Mapping[str, Correction]) -> Parsed:
    """The rows of a file under its right symbol, with a quality row that says so; unchanged where none is known."""
    correction = known.get(parsed.document["sha256"])
    if correction is None:
        return parsed
    rename = _renaming(correction)
    return replace(
        parsed,
        document={**parsed.document, "symbol": rename(parsed.document["symbol"])},
        resolutions=[_resolution(row, rename) for row in parsed.resolutions],
        clauses=[_row(row, rename) for row in parsed.clauses],
        footnotes=[_row(row, rename) for row in parsed.footnotes],
        clause_bridge=[_row(row, rename) for row in parsed.clause_bridge],
        printed_votes=[_row(row, rename) for row in parsed.printed_votes],
        hyperlinks=[_row(row, rename) for row in parsed.hyperlinks],
        quality=[*(_fault(row, rename) for row in parsed.quality), _told(parsed, correction)],
    )


def _renaming(correction: Correction) -> Callable[[str], str]:
    """Changes the symbol alone or before a part of it (`#op.4`, `/note.1`, a letter), not in a longer number."""

    def rename(key: str) -> str:
        rest = key.removeprefix(correction.found)
        if rest == key or rest[:1].isdigit():
            return key
        return correction.symbol + rest

    return rename


def _row(row: Row, rename: Callable[[str], str]) -> Row:
    return {name: rename(value) if name in _KEYS and value is not None else value for name, value in row.items()}


def _resolution(row: Row, rename: Callable[[str], str]) -> Row:
    """The row with what its symbol tells (body, kind, session, number) told by the right one."""
    renamed = _row(row, rename)
    symbol = symbols.parse(renamed["symbol"])
    if symbol is None:
        raise ValueError(f"symbol_corrections.csv gives {renamed['symbol']!r}, which is no symbol")
    return {
        **renamed,
        "kind": symbol.kind,
        "body": symbol.body,
        "session": symbol.session,
        "number": symbol.number,
        "letter": symbol.letter,
        "is_specimen": symbol.is_specimen,
    }


def _fault(row: Row, rename: Callable[[str], str]) -> Row:
    subject = rename(row["subject"])
    if subject == row["subject"]:
        return row
    return quality(row["subject_kind"], subject, row["kind"], row["detail"], row["done"], row["name"])


def _told(parsed: Parsed, correction: Correction) -> Row:
    return quality(
        "document",
        correction.sha256,
        "wrong_symbol",
        f"The file says {correction.found}. {correction.reason}",
        f"Read as {correction.symbol}.",
        parsed.document["name"],
    )
