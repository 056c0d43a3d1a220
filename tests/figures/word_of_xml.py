"""Official XML written as Word and read again: does the same print give the same clauses without the XML's coding?

    python -m tests.figures.word_of_xml [--shared DIR] [--every N] [--misses N]

Every N-th document of one statement is written by tests.docx in the UN's Word form: what the XML codes (preambular,
operative, list, level) is gone, styles, italics, tabs and real notes are left. The clauses of both must be the same.
"""

from __future__ import annotations

import argparse
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from pipelines.clauses.parse import parse
from pipelines.clauses.parsed import Parsed
from pipelines.readers import Unreadable, read
from tests.docx import of_document

ARCHIVES = ("unxml-ga", "unxml-sc", "unxml-hrc", "unxml-ecosoc", "unxml-ga-78-other-languages")
MEASURES = {
    "text": ("text",),
    "part": ("part", "text"),
    "label": ("label", "text"),
    "id": ("clause_id", "text"),
    "verb": ("verb", "text"),
}


@dataclass
class Tally:
    """Counts of one archive; `misses` are (count, symbol, language) by measure."""

    documents: int = 0
    official: int = 0
    found: int = 0
    same: Counter[str] = field(default_factory=Counter)
    notes: int = 0
    same_notes: int = 0
    misses: list[tuple[int, str, str]] = field(default_factory=list)


def files(archive: Path) -> Iterator[bytes]:
    """Every XML file of a tar file."""
    with tarfile.open(archive) as tar:
        for member in tar:
            held = tar.extractfile(member) if member.name.endswith(".xml") else None
            if held is not None:
                yield held.read()


def rows(data: bytes, format: str) -> Parsed:
    """The rows of one file."""
    return parse(data, SimpleNamespace(sha256="0" * 64, format=format, name="", source="import", url=None, as_at=None))


def measure(data: bytes, tally: Tally) -> None:
    """Count one document; what cannot be read, or holds several resolutions, is passed over."""
    try:
        document = read(data, "akn")
    except Unreadable:
        return
    if len(document.statements) > 1:
        return
    official, other = rows(data, "akn"), rows(of_document(document), "word")
    tally.documents += 1
    tally.official += len(official.clauses)
    tally.found += len(other.clauses)
    for name, columns in MEASURES.items():
        one, two = (Counter(tuple(row[c] for c in columns) for row in parsed.clauses) for parsed in (official, other))
        tally.same[name] += (one & two).total()
        if name == "id" and one != two:
            tally.misses.append(((one - two).total(), document.symbol, document.language))
    notes, again = (Counter((n["clause_id"], n["offset"], n["text"]) for n in p.footnotes) for p in (official, other))
    tally.notes += notes.total()
    tally.same_notes += (notes & again).total()


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared/data"))
    options.add_argument("--every", type=int, default=10, help="take every so many-th document")
    options.add_argument("--misses", type=int, default=3, help="list so many of the documents that differ most")
    chosen = options.parse_args(arguments)
    for archive in ARCHIVES:
        tally = Tally()
        for place, data in enumerate(files(chosen.shared / "resolutions" / f"{archive}.tar.xz")):
            if place % chosen.every == 0:
                measure(data, tally)
        f1 = 2 * tally.same["text"] / max(tally.official + tally.found, 1)
        shares = ", ".join(f"{name} {count / max(tally.official, 1):.4f}" for name, count in tally.same.items())
        print(f"{archive}: {tally.documents} documents, {tally.official:,} clauses: F1 {f1:.4f}; {shares}")
        print(f"    notes in their place: {tally.same_notes:,} of {tally.notes:,}")
        for count, symbol, language in sorted(tally.misses, reverse=True)[: chosen.misses]:
            print(f"    {symbol} ({language}): {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
