"""How well does a PDF read, measured against the official XML of the same document?

    python -m tests.figures.pdf [--shared DIR] [--show SYMBOL]

An exact paragraph has the same letters as an official one, with multiplicity, its number aside: white space folded,
every sort of hyphen one hyphen, soft hyphens out; nothing else is levelled. The official paragraphs are listed by
tests.figures.paragraphs, which shares no code with the readers; verbs and notes are compared with those of the XML
reader, paragraph by paragraph.
"""

from __future__ import annotations

import argparse
import csv
import difflib
import hashlib
import io
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pdf_oxide

from pipelines.clauses.parse import parse
from pipelines.clauses.parsed import Parsed
from pipelines.readers import Unreadable
from tests.figures.paragraph_listing import listing

ASKED = {"F1": 0.99, "part": 0.995, "label": 0.995, "verb": 0.99, "notes found": 0.98, "notes tied": 0.98}


@dataclass
class Counts:
    """Sums over paragraphs and notes of one document or of all."""

    official: int = 0
    read: int = 0
    exact: int = 0
    part: int = 0
    label: int = 0
    verbs: int = 0
    verb: int = 0
    notes: int = 0
    notes_found: int = 0
    notes_tied: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: Counts) -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def shares(self) -> dict[str, float]:
        """Every figure that has a share asked for."""
        return {
            "F1": 2 * self.exact / max(self.official + self.read, 1),
            "part": self.part / max(self.exact, 1),
            "label": self.label / max(self.exact, 1),
            "verb": self.verb / max(self.verbs, 1),
            "notes found": self.notes_found / self.notes if self.notes else 1.0,
            "notes tied": self.notes_tied / self.notes if self.notes else 1.0,
        }


def letters(text: str) -> str:
    """White space folded, hyphens alike, soft hyphens out."""
    return " ".join(re.sub("[\u2010\u2011]", "-", text.replace("\u00ad", "")).split())


def rows(data: bytes, form: str, name: str) -> Parsed:
    """The rows of one file."""
    sha256 = hashlib.sha256(data).hexdigest()
    return parse(data, SimpleNamespace(sha256=sha256, format=form, name=name, source="import", url=None, as_at=None))


def compare(xml: bytes, read: Parsed, official: Parsed) -> Counts:
    """The counts of one document."""
    counts = Counts()
    wanted: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for part, label, text in listing(xml):
        wanted[letters(text)].append((part, label))
        counts.official += 1
    counts.read = len(read.clauses)
    truth = by_letters(official)
    notes = Notes(official, read)
    beyond: list[tuple[str, str]] = []
    for row in read.clauses:
        key = letters(row["text"])
        if not wanted[key]:
            beyond.append((row["clause_id"], key))
            continue
        part, label = wanted[key].pop(0)
        counts.exact += 1
        counts.part += part == row["part"]
        counts.label += label == row["label"]
        if (part, label) != (row["part"], row["label"]):
            counts.misses.append(f"  {row['clause_id']}: {row['part']} {row['label']}, officially {part} {label}")
        twin = truth[key].pop(0) if truth[key] else None
        if twin is not None and (twin["verb"] or row["verb"]):
            counts.verbs += 1
            counts.verb += twin["verb"] == row["verb"]
            if twin["verb"] != row["verb"]:
                counts.misses.append(f"  {row['clause_id']}: verb {row['verb']}, officially {twin['verb']}")
    counts.misses += differences(
        beyond, [(f"{part} {label}", key) for key, left in wanted.items() for part, label in left]
    )
    notes.count(counts)
    return counts


def differences(read: list[tuple[str, str]], official: list[tuple[str, str]]) -> list[str]:
    """Paragraphs that are not exact beside the official ones most like them, only what differs spelled out."""
    found: list[str] = []
    left = list(official)
    for name, text in read:
        words = set(text.split())
        twin = max(left, key=lambda other: len(words & set(other[1].split())), default=None)
        if twin is None or len(words & set(twin[1].split())) * 2 < len(words):
            found.append(f"  only in the PDF: {name} {text}")
            continue
        left.remove(twin)
        found += [f"  {name} for {twin[0]}: {difference}" for difference in spots(text, twin[1])]
    return found + [f"  only official: {name} {text}" for name, text in left]


def spots(read: str, official: str) -> Iterator[str]:
    """The places where two texts differ, with a few letters around."""
    for what, a, b, c, d in difflib.SequenceMatcher(None, read, official, autojunk=False).get_opcodes():
        if what != "equal":
            before = read[max(0, a - 15) : a]
            yield f"…{before}[{read[a:b]}|{official[c:d]}]{read[b : b + 15]}… (read|official)"


def by_letters(parsed: Parsed) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in parsed.clauses:
        found[letters(row["text"])].append(row)
    return found


class Notes:
    """Notes of both files: found when marker and letters are alike, tied when the clause's letters and place are."""

    def __init__(self, official: Parsed, read: Parsed) -> None:
        self.official = list(self._notes(official))
        self.read = list(self._notes(read))

    def _notes(self, parsed: Parsed) -> Iterator[tuple[str, str, str | None]]:
        texts = {row["clause_id"]: row["text"] for row in parsed.clauses}
        for note in parsed.footnotes:
            text = texts.get(note["clause_id"])
            before = None if text is None else letters(text[: note["offset"]])
            yield note["marker"], letters(note["text"] or ""), before

    def count(self, counts: Counts) -> None:
        counts.notes = len(self.official)
        found = Counter((marker, text) for marker, text, _ in self.read)
        tied = Counter(self.read)
        for note in self.official:
            key = note[:2]
            counts.notes_found += found[key] > 0
            found[key] -= 1
            counts.notes_tied += tied[note] > 0
            if not tied[note]:
                counts.misses.append(f"  note {note[0]}: {note[1]} | after … {(note[2] or '')[-40:]}")
            tied[note] -= 1


def documents(shared: Path) -> Iterator[tuple[str, bytes, bytes]]:
    """Symbol, PDF and official XML of every document that exists as both."""
    folder = shared / "resolutions"
    with (folder / "pdf_index.csv").open(encoding="utf-8", newline="") as lines:
        index = [row for row in csv.DictReader(lines) if row["akn_member"]]
    members: dict[str, list[str]] = defaultdict(list)
    for row in index:
        members["unxml-" + row["akn_member"].partition("/")[0]].append(row["akn_member"].partition("/")[2])
    official = {
        f"{archive.removeprefix('unxml-')}/{name}": data
        for archive, names in members.items()
        for name, data in taken(folder / f"{archive}.tar.xz", names)
    }
    pdfs = dict(taken(folder / "pdf.tar.xz", [row["file"] for row in index]))
    for row in index:
        yield row["symbol"], pdfs[row["file"]], official[row["akn_member"]]


def taken(archive: Path, names: list[str]) -> Iterator[tuple[str, bytes]]:
    """Members of an archive by the end of their names."""
    with tarfile.open(archive) as tar:
        for member in tar:
            name = next((name for name in names if member.name.endswith(name)), None)
            if name and (held := tar.extractfile(member)):
                yield name, held.read()


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared/data"))
    options.add_argument("--show", default="", help="list what differs in this document (or: all)")
    chosen = options.parse_args(arguments)
    total = Counts()
    for symbol, pdf, xml in documents(chosen.shared):
        try:
            counts = compare(xml, rows(pdf, "pdf", symbol), rows(xml, "akn", symbol))
        except Unreadable as error:
            print(f"{symbol}: not read: {error.reason}")
            counts = Counts(official=len(list(listing(xml))))
        total.add(counts)
        print(f"{symbol:20} {line(counts)}")
        if chosen.show in ("all", symbol):
            print("\n".join(counts.misses))
    print(f"{'all':20} {line(total)}")
    print(f"{'asked':20} " + "  ".join(f"{name} {asked:.3f}" for name, asked in ASKED.items()))
    return 0


def line(counts: Counts) -> str:
    shares = "  ".join(f"{name} {share:.3f}" for name, share in counts.shares().items())
    return f"{shares}  ({counts.exact} exact of {counts.official} official, {counts.read} read; {counts.notes} notes)"


def decode(data: bytes) -> int:
    document = pdf_oxide.PdfDocument.from_bytes(io.BytesIO(data).getvalue())
    count: int = document.page_count()
    for place in range(count):
        document.extract_spans(place)
    return count


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
