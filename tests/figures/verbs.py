"""How many paragraphs of the official XML have an opening verb, and how far the word list alone would get.

    python -m tests.figures.verbs [--shared DIR] [--unknown N]

Counts paragraphs (depth 0) of English documents by part; subparagraphs and statements apart. "word list alone" reads
the same text without italics and without the names of the official elements, and is compared where one of these stood.
"""

from __future__ import annotations

import argparse
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from pipelines.clauses.parse import parse
from pipelines.clauses.parsed import Parsed
from pipelines.clauses.verbs import opening
from pipelines.readers import Unreadable
from pipelines.rows import Row

ARCHIVES = ("unxml-ga", "unxml-sc", "unxml-hrc", "unxml-ecosoc")


@dataclass
class Tally:
    """Counts of one kind of paragraph."""

    paragraphs: int = 0
    with_verb: int = 0
    shown: int = 0
    same_verb: int = 0
    same_phrase: int = 0
    with_addressee: int = 0
    unknown: Counter[str] = field(default_factory=Counter)

    def add(self, row: Row) -> None:
        self.paragraphs += 1
        self.with_addressee += row["addressee"] is not None
        if row["verb"] is None:
            self.unknown[" ".join(row["text"].split()[:4])] += 1
            return
        self.with_verb += 1
        if row["verb_evidence"] != "lexicon":
            alone = opening(row["text"])
            self.shown += 1
            self.same_verb += alone is not None and alone.verb == row["verb"]
            self.same_phrase += alone is not None and alone.phrase == row["verb_phrase"]


def kind(row: Row) -> str:
    """Line of the table that a clause counts in."""
    if row["symbol"].startswith("S/PRST/"):
        return "statements of the President"
    if row["depth"] > 0:
        return "subparagraphs"
    return {"preamble": "preambular paragraphs", "operative": "operative paragraphs"}.get(row["part"], "annexes")


def files(shared: Path) -> Iterator[Parsed]:
    """Every readable document of the archives."""
    for archive in ARCHIVES:
        with tarfile.open(shared / "resolutions" / f"{archive}.tar.xz") as tar:
            for member in tar:
                file = tar.extractfile(member) if member.name.endswith(".xml") else None
                if file is None:
                    continue
                entry = SimpleNamespace(
                    sha256="0" * 64, format="akn", name=member.name, source="import", url=None, as_at=None
                )
                try:
                    yield parse(file.read(), entry)
                except Unreadable:
                    continue


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--unknown", type=int, default=10, help="openings without a verb to list of each kind")
    given = arguments.parse_args()
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for parsed in files(given.shared):
        for row in parsed.clauses:
            if row["language"] == "en":
                tallies[kind(row)].add(row)
    print(f"{'':28}{'counted':>9}{'verb':>9}{'addressee':>11}   word list alone: {'verb':>8}{'phrase':>9}")
    for name, tally in sorted(tallies.items()):
        shown = max(tally.shown, 1)
        print(
            f"{name:28}{tally.paragraphs:9}{tally.with_verb / tally.paragraphs:9.2%}"
            f"{tally.with_addressee / tally.paragraphs:11.2%}{'':20}"
            f"{tally.same_verb / shown:8.2%}{tally.same_phrase / shown:9.2%}"
        )
    for name, tally in sorted(tallies.items()):
        for words, count in tally.unknown.most_common(given.unknown):
            print(f"{name}: {count:5}  {words}")


if __name__ == "__main__":
    main()
