"""A release as its descriptor tells it: tables, columns, keys, rows and digests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.publish.place import DESCRIPTOR

CHANGES = "changes"
"""The table that a published release has beside those of its build; it is never compared itself."""


class NoRelease(Exception):
    """A folder holds no release, or one without a descriptor that can be read; one line."""


@dataclass(frozen=True)
class Column:
    """A column as described: type, whether it is always filled, and the values that it may have (empty: any)."""

    type: str
    is_required: bool
    values: frozenset[str]


@dataclass(frozen=True)
class Table:
    """A table as described; `columns` in their order."""

    columns: Mapping[str, Column]
    key: tuple[str, ...]
    rows: int
    digest: str


@dataclass(frozen=True)
class Described:
    """A release in its folder; `tables` by name, the table of changes aside."""

    folder: Path
    version: str
    title: str
    is_specimen: bool
    edition: str
    tables: Mapping[str, Table]

    def parquet(self, table: str) -> Path:
        """The Parquet file of a table."""
        return self.folder / "parquet" / f"{table}.parquet"


def described(folder: Path) -> Described:
    """What the descriptor in a folder says; raises NoRelease."""
    try:
        said = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        tables = {each["name"]: _table(each) for each in said["resources"] if each["name"] != CHANGES}
        edition = said.get("x-edition", "full")
        return Described(folder, said["version"], said["title"], said["x-is-specimen"], edition, tables)
    except FileNotFoundError:
        raise NoRelease(f"no release in {folder}: it has no {DESCRIPTOR}") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoRelease(f"{folder / DESCRIPTOR} is not a descriptor of a release: {error!r}") from None


def _table(resource: Mapping[str, Any]) -> Table:
    schema = resource["schema"]
    columns = {field["name"]: _column(field) for field in schema["fields"]}
    return Table(columns, tuple(schema["primaryKey"]), resource["x-rows"], resource["x-digest"])


def _column(field: Mapping[str, Any]) -> Column:
    constraints = field.get("constraints", {})
    return Column(field["type"], bool(constraints.get("required")), frozenset(constraints.get("enum", ())))
