"""The facts that the formats describe a release by: what it says of itself, its contracts, and what its files hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from pipelines.contracts import Contract
from pipelines.publish import sql
from pipelines.publish.about import About
from pipelines.publish.checksums import sha256
from pipelines.publish.connection import query


@dataclass(frozen=True)
class File:
    """A file of a release: its path within it, size in bytes and SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Period:
    """First and last day of adoption, the same of treaty status, and the languages of the clauses."""

    adopted_from: date | None
    adopted_until: date | None
    treaty_data_from: date | None
    treaty_data_until: date | None
    languages: tuple[str, ...]

    @property
    def first(self) -> date | None:
        return self.adopted_from or self.treaty_data_from

    @property
    def newest(self) -> date | None:
        """The newest day that the data speaks of, which stands for the date of a release."""
        return max((day for day in (self.adopted_until, self.treaty_data_until) if day), default=None)


@dataclass(frozen=True)
class Facts:
    """Everything that a description of a release is made from; rows, digests and Parquet files by table.

    Of the database nothing but its path: DuckDB never writes the same file twice.
    """

    about: About
    contracts: Sequence[Contract]
    rows: Mapping[str, int]
    digests: Mapping[str, str]
    tables: Mapping[str, File]
    database: str
    period: Period


def file(folder: Path, path: str) -> File:
    """Size and hash of a file in the folder of a release."""
    return File(path, (folder / path).stat().st_size, sha256(folder / path))


def period(connection: duckdb.DuckDBPyConnection) -> Period:
    """What the tables of a release, open on the connection, say of their days."""
    found = query(connection, sql.text("metadata/period.sql")).row(0, named=True)
    return Period(**(found | {"languages": tuple(found["languages"])}))
