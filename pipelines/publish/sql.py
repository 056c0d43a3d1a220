"""The SQL that lies in sql/: files read as they stand, and named templates filled with quoted identifiers and literals.

No SQL is written in Python; what varies with a contract goes through `fill`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from string import Template

from pipelines.paths import SQL


@cache
def text(name: str) -> str:
    """The file sql/<name>, which runs by itself in DuckDB."""
    return (SQL / name).read_text(encoding="utf-8")


def files(folder: str) -> list[Path]:
    """The .sql files directly in sql/<folder>, by name."""
    return sorted((SQL / folder).glob("*.sql"))


def fill(name: str, **parts: str) -> str:
    """The template sql/<name> with every $part filled; a part that is missing raises KeyError."""
    return fill_text(text(name), **parts)


def fill_text(template: str, **parts: str) -> str:
    """The text of a template with every $part filled; a part that is missing raises KeyError."""
    return Template(template).substitute(parts)


def identifier(name: str) -> str:
    """A name in double quotes."""
    return '"' + name.replace('"', '""') + '"'


def identifiers(names: Iterable[str]) -> str:
    """Names in double quotes, with commas between them."""
    return ", ".join(identifier(name) for name in names)


def literal(value: object) -> str:
    """A value as a string literal."""
    return "'" + str(value).replace("'", "''") + "'"


def literals(values: Iterable[object]) -> str:
    """Values as string literals, with commas between them."""
    return ", ".join(literal(value) for value in values)


def fill_each(name: str, names: Iterable[str], between: str, **parts: str) -> str:
    """The template filled once for every column name ($column), joined."""
    return between.join(fill(name, column=identifier(column), **parts).strip() for column in names)
