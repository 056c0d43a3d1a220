"""Parsing a document's bytes without an archive, for the tests of the outline."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from pipelines.clauses.parse import parse
from pipelines.clauses.parsed import Parsed


@dataclass(frozen=True)
class File:
    """What an entry of the archive says of a file."""

    sha256: str
    format: str
    name: str = "specimen"
    source: str = "import"
    url: str | None = None
    as_at: date | None = None


def parsed(data: bytes, format: str = "akn") -> Parsed:
    """The rows of a file."""
    return parse(data, File(hashlib.sha256(data).hexdigest(), format))


def ids(data: bytes, format: str = "akn") -> list[str]:
    """The ids of its clauses in reading order, without the symbol."""
    return [row["clause_id"].partition("#")[2] for row in parsed(data, format).clauses]
