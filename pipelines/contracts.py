"""The contracts in datasets/*.yaml: the only description of every released table.

Schemas for Polars and Arrow, DuckDB types, checks and metadata are all made from what is loaded here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import polars as pl
import yaml

from pipelines.paths import DATASETS

# The closed map of types: Table Schema name -> (Polars, DuckDB).
POLARS_TYPES: dict[str, pl.DataType] = {
    "string": pl.String(),
    "integer": pl.Int32(),
    "number": pl.Float64(),
    "boolean": pl.Boolean(),
    "date": pl.Date(),
}
DUCKDB_TYPES = {
    "string": "VARCHAR",
    "integer": "INTEGER",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
}


Edition = Literal["full", "text-free", "partial", "facts"]
"""full: everything; text-free: no words of the documents; partial: filled again from an archive that lacks some; facts:
text-free, and of it only what calls to join treaties rest on."""


class ContractError(Exception):
    """A table and its contract do not agree."""


@dataclass(frozen=True)
class Field:
    """One column of a table; `is_prose`: it holds words as documents print them, and a text-free edition lacks it;
    `is_long`: texts that DuckDB stores compressed one by one.
    """

    name: str
    type: str
    description: str
    constraints: Mapping[str, Any]
    is_prose: bool
    is_long: bool

    @property
    def is_required(self) -> bool:
        return bool(self.constraints.get("required", False))


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values, where present, stand as the key of another table."""

    fields: tuple[str, ...]
    table: str
    table_fields: tuple[str, ...]


@dataclass(frozen=True)
class Contract:
    """One released table; `descriptor` is the file as it stands, in the Table Schema vocabulary."""

    name: str
    title: str
    description: str
    source: str
    rights: str
    known_flaws: tuple[str, ...]
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    sort: tuple[str, ...]
    descriptor: Mapping[str, Any]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    @property
    def schema(self) -> dict[str, pl.DataType]:
        return {field.name: POLARS_TYPES[field.type] for field in self.fields}

    @property
    def is_key_indexed(self) -> bool:
        """Whether DuckDB declares the primary key, which builds an index; x-key-index is false where that would take
        more room than twice the Parquet files leave."""
        return bool(self.descriptor.get("x-key-index", True))

    @property
    def prose(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields if field.is_prose)

    def of_edition(self, edition: Edition) -> Contract:
        """The contract of this table in an edition: same keys and order; prose left out, or allowed to be empty."""
        if edition == "full" or not self.prose:
            return self
        words = self.descriptor["fields"]
        if edition == "partial":
            fields = [item | {"constraints": {}} if item.get("x-prose") else item for item in words]
            return _contract({**self.descriptor, "fields": fields})
        kept = [item for item in words if not item.get("x-prose")]
        rights = self.descriptor.get("x-rights-without-text", self.rights)
        return _contract({**self.descriptor, "fields": kept, "rights": rights})

    def frame(self, rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
        """Rows as a sorted frame; a column missing from a row or from the contract is refused."""
        return self.sorted(self.unsorted(rows))

    def unsorted(self, rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
        """The frame of `frame` with the rows as they come."""
        rows = list(rows)
        wanted = set(self.columns)
        for row in rows:
            if row.keys() != wanted:
                lacking, surplus = sorted(wanted - row.keys()), sorted(row.keys() - wanted)
                raise ContractError(f"{self.name}: a row lacks {lacking} and has {surplus} too much")
        return pl.DataFrame(rows, schema=self.schema, orient="row")

    def sorted(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with columns and rows in the contract's order; ties are broken by the other columns."""
        rest = [name for name in self.columns if name not in self.sort]
        return frame.select(self.columns).sort([*self.sort, *rest], nulls_last=True)


def load(path: Path) -> Contract:
    """The contract in a file."""
    return _contract(yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _contract(data: Mapping[str, Any]) -> Contract:
    fields = tuple(
        Field(
            item["name"],
            item["type"],
            item["description"],
            item.get("constraints", {}),
            item.get("x-prose", False),
            item.get("x-compression") == "zstd",
        )
        for item in data["fields"]
    )
    foreign_keys = tuple(
        ForeignKey(tuple(item["fields"]), item["reference"]["resource"], tuple(item["reference"]["fields"]))
        for item in data.get("foreignKeys", [])
    )
    return Contract(
        name=data["name"],
        title=data["title"],
        description=data["description"],
        source=data["source"],
        rights=data["rights"],
        known_flaws=tuple(data.get("known_flaws", [])),
        fields=fields,
        primary_key=tuple(data["primaryKey"]),
        foreign_keys=foreign_keys,
        sort=tuple(data["x-sort"]),
        descriptor=data,
    )


@cache
def contracts() -> dict[str, Contract]:
    """All contracts by table name, each after those that its foreign keys point to."""
    loaded = {path.stem: load(path) for path in sorted(DATASETS.glob("*.yaml"))}
    ordered: dict[str, Contract] = {}

    def add(contract: Contract) -> None:
        for key in contract.foreign_keys:
            if key.table != contract.name and key.table not in ordered:
                add(loaded[key.table])
        ordered.setdefault(contract.name, contract)

    for contract in loaded.values():
        add(contract)
    return ordered


def contract(name: str) -> Contract:
    """The contract of one table."""
    return contracts()[name]


@cache
def of_edition(edition: Edition) -> dict[str, Contract]:
    """All contracts by table name as an edition has them, in the order of `contracts`."""
    return {name: one.of_edition(edition) for name, one in contracts().items()}
