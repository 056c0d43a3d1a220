"""What changed in the tables and columns of a release, and whether it breaks what its users have written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.versions.described import Column, Described, Table


@dataclass(frozen=True)
class SchemaChange:
    """One change in a line; `is_breaking`: a query that ran on the older release may fail or mislead on the newer."""

    said: str
    is_breaking: bool


def schema_changes(before: Described, after: Described) -> list[SchemaChange]:
    """Tables and columns that came, went or changed, in the order of their names."""
    return [change for name in sorted({*before.tables, *after.tables}) for change in _of_table(name, before, after)]


def _of_table(name: str, before: Described, after: Described) -> Iterator[SchemaChange]:
    if name not in after.tables:
        yield SchemaChange(f"table {name} is gone", True)
    elif name not in before.tables:
        yield SchemaChange(f"table {name} is new", False)
    else:
        yield from _of_columns(name, before.tables[name], after.tables[name])


def _of_columns(name: str, before: Table, after: Table) -> Iterator[SchemaChange]:
    if before.key != after.key:
        yield SchemaChange(f"the key of {name} is {', '.join(after.key)}; it was {', '.join(before.key)}", True)
    for column in [*before.columns, *(new for new in after.columns if new not in before.columns)]:
        place = f"{name}.{column}"
        if column not in after.columns:
            yield SchemaChange(f"column {place} is gone", True)
        elif column not in before.columns:
            yield SchemaChange(f"column {place} is new", False)
        else:
            yield from _of_column(place, before.columns[column], after.columns[column])


def _of_column(place: str, before: Column, after: Column) -> Iterator[SchemaChange]:
    if before.type != after.type:
        yield SchemaChange(f"column {place} is of type {after.type}; it was {before.type}", True)
    if before.is_required and not after.is_required:
        yield SchemaChange(f"column {place} may be empty now", True)
    if before.values != after.values:
        came, went = sorted(after.values - before.values), sorted(before.values - after.values)
        said = [
            f"{words} {', '.join(values)}" for words, values in (("takes", came), ("takes no more", went)) if values
        ]
        yield SchemaChange(f"column {place} {' and '.join(said)}", bool(before.values) and not after.values)
