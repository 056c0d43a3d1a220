"""What all files give to tables: one file for each symbol and language, metadata merged in, votes resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from pipelines import titles
from pipelines.archive.entry import Entry
from pipelines.clauses.ballots import Ballot, Resolver, Votes
from pipelines.clauses.metadata import filled, has_no_totals, merged, records_by_symbol, records_of
from pipelines.clauses.parsed import Parsed
from pipelines.clauses.sheaf import FILE, Sheaf
from pipelines.clauses.witnesses import Choice, Texts, choose, contested
from pipelines.documents import beside_row
from pipelines.readers.extract import READER, READER_VERSION, ExtractRecord
from pipelines.rows import Row, quality

Tables = dict[str, list[Row]]
Frames = dict[str, pl.DataFrame]
Extract = tuple[Entry, Sequence[ExtractRecord]]

RIGHTS = "United Nations metadata; facts, attribution requested."
_TABLES = ("documents", "resolutions", "votes", "quality")


def assemble(sheaf: Sheaf, extracts: Sequence[Extract], participants: Resolver) -> tuple[Tables, Frames]:
    """Rows of the tables documents, resolutions, votes and quality; frames of clauses, footnotes, clause_bridge and
    hyperlinks, in no order.

    The order of the files does not matter.
    """
    files = sorted(sheaf.files, key=lambda file: str(file.document["sha256"]))
    extracts = sorted(extracts, key=lambda extract: extract[0].sha256)
    tables: Tables = {name: [] for name in _TABLES}
    choice = choose(files, _texts(sheaf.frames["clauses"], contested(files)))
    tables["quality"] += choice.faults
    dropped = [(file.document["sha256"], symbol) for file in files for symbol in _take(file, choice, tables)]
    used = _resolutions(files, extracts, participants, choice, tables)
    for entry, records in extracts:
        _extract(entry, records, entry.sha256 in used, tables)
    tables["quality"] = list({row["quality_id"]: row for row in tables["quality"]}.values())
    return tables, _without(sheaf.frames, dropped)


def _texts(clauses: pl.DataFrame, files: Sequence[str]) -> Texts:
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    asked = clauses.filter(pl.col(FILE).is_in(files)).select(FILE, "symbol", "clause_id", "text")
    for file, symbol, clause_id, text in asked.iter_rows():
        found.setdefault((file, symbol), []).append((clause_id, text))
    return found


def _without(frames: Mapping[str, pl.DataFrame], dropped: Sequence[tuple[str, str]]) -> Frames:
    """The rows without those of symbols for which another file is used."""
    others = pl.DataFrame(dropped, schema={FILE: pl.String(), "symbol": pl.String()}, orient="row")
    if dropped:
        frames = {
            name: frame.join(others, on=[FILE, "symbol"], how="anti", maintain_order="left")
            for name, frame in frames.items()
        }
    return {name: frame.drop(FILE) for name, frame in frames.items()}


def _take(file: Parsed, choice: Choice, tables: Tables) -> list[str]:
    """The rows of one file that are looked at one by one; gives the symbols for which another is used."""
    sha256, language = file.document["sha256"], file.document["language"]
    claimed = {row["symbol"] for row in file.resolutions}
    kept = {symbol for symbol in claimed if choice.used[symbol, language] == sha256}
    tables["documents"].append({**file.document, "is_used": bool(kept)})
    dropped = claimed - kept
    tables["quality"] += [row for row in file.quality if row["subject"].partition("#")[0] not in dropped]
    return sorted(dropped)


def _resolutions(
    files: Sequence[Parsed],
    extracts: Sequence[Extract],
    participants: Resolver,
    choice: Choice,
    tables: Tables,
) -> set[str]:
    """Rows of resolutions and votes; gives the hashes of the extracts that said anything about them."""
    read: dict[str, dict[str, Row]] = {}
    printed: dict[str, dict[str, Ballot]] = {}
    for file in files:
        sha256, language = file.document["sha256"], file.document["language"]
        for row in file.resolutions:
            if choice.used[row["symbol"], language] == sha256:
                read.setdefault(row["symbol"], {})[language] = row
                printed.setdefault(row["symbol"], {})[language] = _ballot(file, row["symbol"])
    records = records_by_symbol(extracts)
    votes, used = Votes(participants), set()
    for symbol in sorted(read):
        row = merged(read[symbol])
        found = records_of(row, records)
        filled(row, found, tables["quality"])
        row["title"] = titles.clean(row["title"] or "") or None
        tables["quality"] += titles.fault("resolution", symbol, row["title"])
        used |= {sha256 for sha256, _, _ in found}
        votes.add(row, _ballots(row, printed[symbol], found))
        if row["adoption"] == "recorded_vote" and has_no_totals(row) and not votes.has(symbol):
            detail = "A recorded vote is told of, with neither totals nor votes by State."
            tables["quality"].append(quality("resolution", symbol, "vote_without_totals", detail, "Kept so."))
        tables["resolutions"].append(row)
    tables["votes"] += votes.rows
    tables["quality"] += votes.faults
    return used


def _ballot(file: Parsed, symbol: str) -> Ballot:
    pairs = tuple((row["name_printed"], row["vote"]) for row in file.printed_votes if row["symbol"] == symbol)
    return Ballot(file.document["sha256"], pairs)


def _ballots(
    row: Row, printed: Mapping[str, Ballot], records: Sequence[tuple[str, ExtractRecord, bool]]
) -> list[Ballot]:
    """Lists of votes, the document's own first; names in other languages are not compared."""
    own = [ballot for ballot in printed.values() if ballot.document == row["document"]]
    beside = [
        Ballot(sha256, tuple((vote.name, vote.vote) for vote in record.votes))
        for sha256, record, is_own in records
        if is_own
    ]
    return own + beside


def _extract(entry: Entry, records: Sequence[ExtractRecord], is_used: bool, tables: Tables) -> None:
    """The document row of a file of metadata, and a fault for each of its lines that cannot be read."""
    tables["documents"].append(beside_row(entry, READER, READER_VERSION, RIGHTS, is_used))
    for record in records:
        if record.fault is not None:
            fault = quality("document", entry.sha256, "bad_line", record.fault, "The line is left out.", entry.name)
            tables["quality"].append(fault)
