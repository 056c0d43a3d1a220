"""Time, memory and size of a release of the size of all shared data, from tables of random words.

    python -m tests.figures.publish [--clauses 160000] [--calls 2050]

Prints seconds of the SQL model and of the release, peak memory of this process, and bytes per kind of file.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.contracts import contract, contracts
from pipelines.publish import models
from pipelines.publish.release import release
from tests.publish.tables import ROWS

PER_RESOLUTION, STATES, TREATIES = 40, 195, 400
DAYS = [date(1990, 1, 1) + timedelta(days=9 * number) for number in range(1100)]


def words(count: int, characters: int) -> list[str]:
    """Texts of random words in about the frequencies of a language, so that they compress like one."""
    source = random.Random(7)
    vocabulary = ["".join(source.choices("etaoinshrdlucmfwypvbgkjqxz", k=source.randint(2, 11))) for _ in range(8000)]
    weights = [1 / (rank + 2) for rank in range(len(vocabulary))]
    pool = source.choices(vocabulary, weights, k=400_000)
    starts = (source.randrange(len(pool) - 99) for _ in range(count))
    return [" ".join(pool[start : start + 90])[:characters] for start in starts]


def many(table: str, count: int, **columns: Any) -> pl.DataFrame:
    """`count` copies of the small release's first row of a table, with some columns given anew."""
    base = pl.DataFrame([ROWS[table][0]], schema=contract(table).schema)
    wide = base.select(pl.all().repeat_by(count).explode())
    given = [pl.Series(name, values).cast(contract(table).schema[name]) for name, values in columns.items()]
    return contract(table).sorted(wide.with_columns(given))


def tables(clauses: int, calls: int) -> dict[str, pl.DataFrame]:
    """All tables, consistent with each other; the model's table is not among them."""
    documents = clauses // PER_RESOLUTION
    hashes = [f"{number:064x}" for number in range(documents)]
    symbols = [f"A/RES/0/{number}" for number in range(documents)]
    of = [number // PER_RESOLUTION for number in range(documents * PER_RESOLUTION)]
    ids = [f"{symbols[at]}#op.{number % PER_RESOLUTION + 1}" for number, at in enumerate(of)]
    texts = pl.Series(words(len(of), 400))
    states = [f"S{number:02d}" for number in range(STATES)]
    treaties = [f"IV-{number}" for number in range(TREATIES)]
    pairs = [(treaty, state) for treaty in treaties for state in states if state[-1] != treaty[-1]]
    first = [DAYS[(7 * number) % len(DAYS)] for number in range(len(pairs))]
    keys = {"treaty_id": [pair[0] for pair in pairs], "participant_id": [pair[1] for pair in pairs]}
    called = [ids[number * (len(ids) // calls)] for number in range(calls)]
    noted = ids[::8]
    in_clause = {"clause_id": ids, "symbol": [symbols[at] for at in of]}
    in_call = {"clause_id": called, "symbol": [key.split("#")[0] for key in called]}
    in_note = {"clause_id": noted, "symbol": [key.split("#")[0] for key in noted]}
    names = [f"State {state}" for state in states]
    made = {
        "documents": many("documents", documents, sha256=hashes, symbol=symbols, text_sha256=hashes),
        "resolutions": many(
            "resolutions",
            documents,
            symbol=symbols,
            document_symbol=symbols,
            number=range(1, documents + 1),
            adopted_on=[DAYS[number % len(DAYS)] for number in range(documents)],
            document=hashes,
        ),
        "clauses": many(
            "clauses",
            len(ids),
            **in_clause,
            ordinal=[number % PER_RESOLUTION + 1 for number in range(len(ids))],
            text=texts,
            text_sha256=_sha256(texts),
            document=[hashes[at] for at in of],
        ),
        "footnotes": many(
            "footnotes", len(noted), **in_note, footnote_id=[f"{key}/note.1" for key in noted], offset=[5] * len(noted)
        ).with_columns(document=pl.lit(hashes[0]), text_sha256=pl.lit(None, pl.String), text=pl.lit(None, pl.String)),
        "clause_bridge": many("clause_bridge", len(ids), **in_clause, other_id=ids),
        "citations": many("citations", len(noted), **in_note, citation_id=[f"{key}/cite.1" for key in noted]),
        "participants": many("participants", STATES, participant_id=states, name=names),
        "participant_names": many("participant_names", STATES, name=names, participant_id=states),
        "votes": many(
            "votes",
            documents // 10 * STATES,
            symbol=[symbol for symbol in symbols[: documents // 10] for _ in states],
            participant_id=states * (documents // 10),
        ),
        "treaties": many(
            "treaties", TREATIES, treaty_id=treaties, document=[None] * TREATIES, parties_stated=[None] * TREATIES
        ),
        "treaty_actions": many(
            "treaty_actions",
            len(pairs),
            **keys,
            action_id=[f"{treaty}/{state}" for treaty, state in pairs],
            action=["ratification"] * len(pairs),
            is_consent=[True] * len(pairs),
            acted_on=first,
        ),
        "treaty_standing": many(
            "treaty_standing", len(pairs), **keys, valid_from=first, standing=["party"] * len(pairs)
        ),
        "treaty_mentions": many(
            "treaty_mentions",
            calls,
            **in_call,
            mention_id=[f"{key}/treaty.1" for key in called],
            treaty_id=[treaties[number % TREATIES] for number in range(calls)],
        ),
        "accession_calls": many(
            "accession_calls",
            calls,
            **in_call,
            call_id=[f"{key}/call.1" for key in called],
            treaty_id=[treaties[number % TREATIES] for number in range(calls)],
        ),
        "quality": many("quality", 1),
    }
    mentions = made["treaty_mentions"].join(made["clauses"].select("clause_id", "text"), on="clause_id")
    printed = pl.col("text").str.slice(pl.col("span_start"), pl.col("span_end") - pl.col("span_start"))
    made["treaty_mentions"] = contract("treaty_mentions").sorted(mentions.with_columns(printed=printed))
    return made


def _sha256(texts: pl.Series) -> list[str]:
    return [hashlib.sha256(text.encode()).hexdigest() for text in texts]


def peak() -> int:
    """Largest resident memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clauses", type=int, default=160_000)
    parser.add_argument("--calls", type=int, default=2050)
    asked = parser.parse_args()
    made = tables(asked.clauses, asked.calls)
    print(f"tables made, {peak()} MB")
    start = time.perf_counter()
    made["accession_call_states"] = models.run("accession_call_states", made)
    rows = made["accession_call_states"].height
    print(f"accession_call_states: {rows:,} rows in {time.perf_counter() - start:.1f} s, {peak()} MB")
    ordered = {name: made.pop(name) for name in contracts()}
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        report = release(
            ordered, Path(folder) / "out", title="Figures", is_specimen=True, software_version="0", is_checked=True
        )
        print(f"release: {time.perf_counter() - start:.1f} s, {peak()} MB")
        sizes = {name: (report.out / name).stat().st_size for name in report.files}
        parquet = sum(size for name, size in sizes.items() if name.startswith("parquet/"))
        database = sizes["accede.duckdb"]
        print(f"Parquet {parquet / 1e6:.1f} MB, DuckDB {database / 1e6:.1f} MB, {database / parquet:.2f} times")


if __name__ == "__main__":
    main()
