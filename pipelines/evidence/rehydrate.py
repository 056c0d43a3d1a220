"""The words of a text-free edition filled in again from the user's own archive, each clause proved by its hash."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial

import polars as pl

from pipelines.archive.entry import Entry
from pipelines.archive.store import Archive
from pipelines.clauses.corrections import corrected, corrections
from pipelines.clauses.parsed import Parsed
from pipelines.clauses.stage import parse_all
from pipelines.contracts import contract
from pipelines.links.link import sources
from pipelines.links.stage import link_all
from pipelines.rows import Row

Tables = Mapping[str, pl.DataFrame]
Progress = Callable[[str, int, int], None]
TEXTS = ("clauses", "footnotes")


@dataclass(frozen=True, slots=True)
class Filled:
    """Tables with their words; `missing`: why a document gave none, by its name; `other`: ids of rows whose words have
    another hash than the row; `empty`: rows left without words, by table.
    """

    tables: dict[str, pl.DataFrame]
    missing: dict[str, str] = field(default_factory=dict)
    other: list[str] = field(default_factory=list)
    empty: dict[str, int] = field(default_factory=dict)


def rehydrate(tables: Tables, archive: Archive, executor: Executor | None, progress: Progress) -> Filled:
    """All tables of a text-free edition with the columns of the full one, filled from the documents of the archive.

    Raises ArchiveDamaged.
    """
    filled = Filled(dict(tables))
    parsed = _read(tables, archive, filled, executor, partial(progress, "clauses"))
    for name in TEXTS:
        _fill_texts(name, [row for file in parsed for row in getattr(file, name)], filled)
    _fill_mentions(filled)
    _fill_calls([row for file in parsed for row in file.hyperlinks], filled, executor, partial(progress, "links"))
    return filled


def _read(
    tables: Tables, archive: Archive, filled: Filled, executor: Executor | None, progress: Callable[[int, int], None]
) -> list[Parsed]:
    """What the documents give that clauses and notes were read from."""
    used = pl.concat([tables[name]["document"] for name in TEXTS]).unique()
    entries = [_entry(row) for row in tables["documents"].filter(pl.col("sha256").is_in(used.to_list())).to_dicts()]
    there: list[Entry] = []
    for entry in entries:
        if archive.path(entry.sha256).is_file():
            there.append(entry)
        else:
            filled.missing[entry.name] = "not in the archive"
    parsed, faults = parse_all(archive, wanted=there, executor=executor, progress=progress)
    filled.missing.update({row["name"]: row["detail"] for row in faults})
    return [corrected(file, corrections()) for file in parsed]


def _entry(row: Row) -> Entry:
    """The document as the archive of its release knew it."""
    kept = ("sha256", "format", "symbol", "language", "name", "source", "url", "as_at")
    return Entry(**{name: row[name] for name in kept}, size=0)


def _fill_texts(name: str, rows: Sequence[Row], filled: Filled) -> None:
    """Put the words of a table in place where their hash is that of the row."""
    key, *_ = contract(name).primary_key
    columns = [*contract(name).primary_key, "document", "text_sha256", *contract(name).prose]
    kinds = {column: contract(name).schema[column] for column in columns}
    read = pl.DataFrame([{column: row[column] for column in columns} for row in rows], schema=kinds, orient="row")
    bare = filled.tables[name]
    found = bare.join(read, on=[*contract(name).primary_key, "document"], how="left", suffix="_read")
    is_other = pl.col("text_sha256_read") != pl.col("text_sha256")
    filled.other.extend(found.filter(is_other)[key].to_list())
    filled.empty[name] = found.filter(pl.col("text_sha256").is_not_null() & pl.col("text").is_null()).height
    filled.tables[name] = contract(name).sorted(found)


def _fill_mentions(filled: Filled) -> None:
    """The printed name of a mention is the span of its clause."""
    clauses = filled.tables["clauses"].select("clause_id", "language", "text")
    length = pl.col("span_end") - pl.col("span_start")
    printed = pl.col("text").str.slice(pl.col("span_start"), length)
    found = filled.tables["treaty_mentions"].join(clauses, on=["clause_id", "language"], how="left")
    filled.tables["treaty_mentions"] = contract("treaty_mentions").sorted(found.with_columns(printed=printed))


def _fill_calls(
    hyperlinks: Sequence[Row], filled: Filled, executor: Executor | None, progress: Callable[[int, int], None]
) -> None:
    """What calls print is found again by linking the resolutions that make any."""
    bare, tables = filled.tables["accession_calls"], filled.tables
    symbols = bare["symbol"].unique().to_list()
    whole = tables["clauses"].filter(pl.col("symbol").is_in(symbols))
    lacking = whole.filter(pl.col("text").is_null())["symbol"].unique().to_list()
    chosen = pl.col("symbol").is_in(symbols) & ~pl.col("symbol").is_in(lacking)
    resolutions, clauses, notes = (
        tables[name].filter(chosen).to_dicts() for name in ("resolutions", "clauses", "footnotes")
    )
    found = link_all(
        sources(resolutions, clauses, notes, hyperlinks),
        tables["treaties"].to_dicts(),
        executor=executor,
        progress=lambda done: progress(done, len(resolutions)),
    )
    columns = ["call_id", *contract("accession_calls").prose]
    read = contract("accession_calls").frame(found["accession_calls"]).select(columns)
    filled.empty["accession_calls"] = bare.join(read, on="call_id", how="anti").height
    filled.tables["accession_calls"] = contract("accession_calls").sorted(bare.join(read, on="call_id", how="left"))
