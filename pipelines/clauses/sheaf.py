"""What some documents give, in little room: the few rows that are looked at one by one, the many as frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from pipelines.clauses.corrections import Correction, corrected
from pipelines.clauses.hyperlinks import SCHEMA as HYPERLINKS
from pipelines.clauses.hyperlinks import symbol_of
from pipelines.clauses.parsed import Parsed
from pipelines.contracts import contract
from pipelines.rows import Row

TABLES = ("clauses", "footnotes", "clause_bridge")
BULK = (*TABLES, "hyperlinks")
FILE = "of_file"
"""Column of the frames beside those of their table: the hash of the document that a row comes from."""


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Documents under their right symbols, without the rows that stand in `frames`: by table, in their order."""

    files: list[Parsed]
    frames: dict[str, pl.DataFrame]


def gather(parsed: Iterable[Parsed], known: Mapping[str, Correction]) -> Sheaf:
    """A sheaf of documents; `known` are corrections of symbols by hash of the file."""
    files = [corrected(file, known) for file in parsed]
    frames = {name: _framed(files, name, contract(name).unsorted) for name in TABLES}
    frames["hyperlinks"] = _framed(files, "hyperlinks", _hyperlinks)
    light = [replace(file, clauses=[], footnotes=[], clause_bridge=[], hyperlinks=[]) for file in files]
    return Sheaf(light, frames)


def together(sheaves: Sequence[Sheaf]) -> Sheaf:
    """One sheaf of several, or of none."""
    sheaves = [gather((), {}), *sheaves]
    files = [file for sheaf in sheaves for file in sheaf.files]
    return Sheaf(files, {name: pl.concat([sheaf.frames[name] for sheaf in sheaves]) for name in BULK})


def _framed(files: Sequence[Parsed], name: str, frame: Callable[[list[Row]], pl.DataFrame]) -> pl.DataFrame:
    rows: list[Row] = []
    of_file: list[str] = []
    for file in files:
        found: list[Row] = getattr(file, name)
        rows += found
        of_file += [file.document["sha256"]] * len(found)
    return frame(rows).with_columns(pl.Series(FILE, of_file, pl.String()))


def _hyperlinks(rows: list[Row]) -> pl.DataFrame:
    return pl.DataFrame([row | {"symbol": symbol_of(row)} for row in rows], schema=HYPERLINKS, orient="row")
