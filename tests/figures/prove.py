"""How many released rows can be proved from the archive, by format: a random sample, each document read anew.

    uv run python -m tests.figures.prove --release DIR --archive DIR [--sample N] [--seed N]

`--sample 0` takes every clause and footnote.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path

from pipelines.archive.store import Archive
from pipelines.cli.terminal import open_release, rows
from pipelines.evidence.proof import Claim, NotProved, compare, reread
from pipelines.readers.document import Document
from pipelines.rows import Row

CLAUSES = "SELECT *, clause_id AS id, 'clause' AS kind FROM clauses ORDER BY clause_id, language"
NOTES = "SELECT *, footnote_id AS id, 'footnote' AS kind FROM footnotes WHERE span_start IS NOT NULL"
DOCUMENTS = "SELECT * FROM documents"


def main() -> None:
    """Print proved and asked by format and kind, and the first reasons why not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--release", type=Path, required=True)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--sample", type=int, default=5000, help="rows to take of each format and kind")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with open_release(asked.release) as connection:
        documents = {row["sha256"]: row for row in rows(connection, DOCUMENTS)}
        taken = _sample([*rows(connection, CLAUSES), *rows(connection, NOTES)], documents, asked.sample, asked.seed)
    archive, proved, of = Archive(asked.archive), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    reasons: list[str] = []
    for sha256, held in sorted(taken.items()):
        for row, reason in _proofs(archive, documents[sha256], held):
            key = documents[sha256]["format"], row["kind"]
            of[key] += 1
            proved[key] += reason is None
            reasons += [f"{row['id']} ({row['language']}): {reason}"] if reason else []
    print(f"{sum(of.values()):,} rows of {len(taken):,} documents, seed {asked.seed}")
    for key in sorted(of):
        print(f"{key[0]:6} {key[1]:9} {proved[key]:>7,} of {of[key]:>7,} proved")
    print("\n".join(reasons[:20]))


def _sample(found: list[Row], documents: dict[str, Row], size: int, seed: int) -> dict[str, list[Row]]:
    """Rows by document: `size` of each format and kind, all where 0 or where there are fewer."""
    groups: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in found:
        groups[documents[row["document"]]["format"], row["kind"]].append(row)
    taken: defaultdict[str, list[Row]] = defaultdict(list)
    for _, group in sorted(groups.items()):
        chosen = random.Random(seed).sample(group, min(size, len(group))) if size else group
        for row in chosen:
            taken[row["document"]].append(row)
    return taken


def _proofs(archive: Archive, document: Row, held: list[Row]) -> list[tuple[Row, str | None]]:
    try:
        read = reread(archive, document)
    except NotProved as error:
        return [(row, str(error)) for row in held]
    return [(row, _reason(row, document, read)) for row in held]


def _reason(row: Row, document: Row, read: Document) -> str | None:
    claim = Claim(row["id"], row["kind"], document, row, 0, row["span_end"] - row["span_start"])
    try:
        compare(claim, read)
    except NotProved as error:
        return str(error)
    return None


if __name__ == "__main__":
    main()
