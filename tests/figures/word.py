"""Word files beside an independent split of the same resolutions, and their footnotes counted.

    python -m tests.figures.word [--shared DIR] [--differences N]

un80 is a split into typed paragraphs made by other people from the same documents: a clause agrees when the same
letters stand there as one paragraph, white space folded, number aside, as often as there. Two habits of un80 are
followed for that: a repeated note mark stays in its text as a figure, and U+2011 is a hyphen. The number of notes
stands in word_index.csv. What reading takes is measured by tests.benchmarks.readers.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

from lxml import etree

from pipelines.clauses.parse import parse
from pipelines.clauses.parsed import Parsed
from pipelines.readers import Unreadable, read
from pipelines.readers.document import Block, Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HYPHEN = str.maketrans("\u2011", "-")
SEPARATORS = 2
"""The index counts the two rules above notes that Word keeps among them."""
ORGANS = ("The General Assembly", "The Economic and Social Council")
PARTS: tuple[str, ...] = (
    "word/document.xml",
    "word/footnotes.xml",
    "word/styles.xml",
    "word/header3.xml",
)
PARTS += ("word/_rels/document.xml.rels", "word/_rels/footnotes.xml.rels", "_rels/.rels")
Key = tuple[str, str | None, str]


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every file of a tar file."""
    with tarfile.open(path) as tar:
        for member in tar:
            held = tar.extractfile(member) if member.isfile() else None
            if held is not None:
                yield member.name, held.read()


def parsed(data: bytes, name: str) -> Parsed:
    """The rows of one Word file."""
    entry = SimpleNamespace(sha256="0" * 64, format="word", name=name, source="import", url=None, as_at=None)
    return parse(data, entry)


def theirs(paragraphs: list[dict[str, object]]) -> Counter[Key]:
    """(part, label, text) of un80's paragraphs, the organ's line aside."""
    keys: Counter[Key] = Counter()
    for one in paragraphs:
        text = " ".join(str(one["text"]).translate(HYPHEN).split())
        if one["type"] != "paragraph" or text.rstrip(",: ") in ORGANS:
            continue
        part = "preamble" if one["paragraph_type"] == "preambular" else "operative"
        label = str(one["prefix"]).strip().rstrip(".") if one["prefix"] else None
        keys[part, label, text] += 1
    return keys


def ours(rows: Parsed, document: Document) -> Counter[Key]:
    """The same of our clauses, repeated note marks put back; un80 knows no annexes."""
    repeats = {block.end: block for statement in document.statements for block in statement.blocks}
    keys: Counter[Key] = Counter()
    for row in rows.clauses:
        text = with_repeats(row["text"], repeats[row["span_end"]], row["span_start"])
        keys["preamble" if row["part"] == "preamble" else "operative", row["label"], text.translate(HYPHEN)] += 1
    return keys


def with_repeats(text: str, block: Block, start: int) -> str:
    """A clause's text with the marks of notes that stand elsewhere."""
    for place in sorted({mark.offset for mark in block.marks if mark.is_repeat}, reverse=True):
        printed = ",".join(mark.note.marker for mark in block.marks if mark.is_repeat and mark.offset == place)
        at = place - (start - block.start)
        text = text[:at] + printed + text[at:]
    return text


def texts(keys: Counter[Key]) -> Counter[str]:
    """Texts alone, with their multiplicity."""
    found: Counter[str] = Counter()
    for (_, _, text), count in keys.items():
        found[text] += count
    return found


def compare(documents: dict[str, tuple[Parsed, Document]], un80: dict[str, bytes], show: int) -> None:
    """Print the agreement with un80: paragraphs, then part and label of those that agree."""
    same = all_theirs = all_ours = same_part = same_label = 0
    for key, (rows, document) in sorted(documents.items()):
        one, other = theirs(json.loads(un80[f"{key}.json"])), ours(rows, document)
        common = texts(one) & texts(other)
        same, all_theirs, all_ours = same + common.total(), all_theirs + one.total(), all_ours + other.total()
        same_part += (leave(one, 1) & leave(other, 1)).total()
        same_label += (leave(one, 0) & leave(other, 0)).total()
        for side, keys in (("un80", one), ("here", other)):
            for text in sorted(texts(keys) - common)[:show]:
                print(f"    {key}: only {side}: {text[:90]!r} … {text[-30:]!r}")
    recall, precision = same / all_theirs, same / all_ours
    print(f"un80: {len(documents)} documents; {same:,} of {all_theirs:,} paragraphs agree")
    print(f"    recall {recall:.4f}, precision {precision:.4f}, F1 {2 * recall * precision / (recall + precision):.4f}")
    print(f"    of those, part agrees {same_part / same:.4f}, label {same_label / same:.4f}")


def leave(keys: Counter[Key], place: int) -> Counter[tuple[str | None, str]]:
    """Keys without their part (0: label and text are left) or without their label (1: part and text are left)."""
    found: Counter[tuple[str | None, str]] = Counter()
    for key, count in keys.items():
        found[(key[1] if place == 0 else key[0]), key[2]] += count
    return found


def numbering(documents: dict[str, Parsed]) -> None:
    """Print how many paragraphs with an Arabic number follow the one before, part by part."""
    steps = good = 0
    odd: list[str] = []
    for name, rows in documents.items():
        last: dict[str, int] = {}
        for row in rows.clauses:
            stem, _, number = row["clause_id"].rpartition(".")
            if row["depth"] == 0 and row["label"] and row["label"].isdigit() and number.isdigit():
                is_next = int(number) == last.get(stem, 0) + 1
                steps, good = steps + 1, good + is_next
                odd += [] if is_next else [f"{name} {row['clause_id']}"]
                last[stem] = int(number)
    print(f"numbered paragraphs that follow on the one before: {good:,} of {steps:,} {odd[:10]}")


def trees(data: bytes) -> list[etree._Element]:
    """The parts of a Word file that its text rests on, unpacked and parsed."""
    parser = etree.XMLParser(resolve_entities=False)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        held = set(package.namelist())
        return [etree.fromstring(package.read(part), parser) for part in PARTS if part in held]


def bare(data: bytes) -> list[str]:
    """The least that a reading costs: the text of every paragraph, from zip and lxml and nothing else."""
    document, notes = trees(data)[:2]
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for tree in (document, notes) for p in tree.iter(f"{W}p")]


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared/data"))
    options.add_argument("--differences", type=int, default=0, help="print so many of each document")
    chosen = options.parse_args(arguments)
    folder = chosen.shared / "resolutions"
    with (folder / "word_index.csv").open(encoding="utf-8", newline="") as lines:
        index = {row["file"]: row for row in csv.DictReader(lines)}
    files = {name.removeprefix("word/").removeprefix("./"): data for name, data in members(folder / "word.tar.xz")}
    documents: dict[str, Parsed] = {}
    for name, data in sorted(files.items()):
        try:
            documents[name] = parsed(data, name)
        except Unreadable as error:
            print(f"not read: {name}: {error}")
    wrong = [n for n, rows in documents.items() if rows.document["symbol"] != index[n]["symbol"]]
    print(f"{len(documents)} of {len(files)} files read; symbol other than in the index: {wrong}")
    notes = [(n, len(rows.footnotes), int(index[n]["footnotes"]) - SEPARATORS) for n, rows in documents.items()]
    whole = sum(all(note["text"] and note["clause_id"] for note in rows.footnotes) for rows in documents.values())
    print(f"notes: {sum(a for _, a, _ in notes):,} found, {sum(b for _, _, b in notes):,} in the index;", end=" ")
    print(f"differing: {[one for one in notes if one[1] != one[2]]}; files whose notes all hang on clauses: {whole}")
    numbering(documents)
    un80 = {Path(name).name: data for name, data in members(folder / "un80.tar.xz")}
    chosen_files = {row["un80_key"]: name for name, row in index.items() if row["un80_key"] and name in documents}
    both = {key: (documents[name], read(files[name], "word")) for key, name in chosen_files.items()}
    compare(both, un80, chosen.differences)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
