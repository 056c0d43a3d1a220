"""How well do raw texts read, against the official XML of the same resolutions and by hand counts?

    python -m tests.figures.texts [--shared DIR] [--show SYMBOL] [--every N] [--early]

Raw extractions of Security Council PDFs (2000-2015) are compared with the official XML paragraph by paragraph: an
exact paragraph has the same letters as an official one, with multiplicity, its number aside; white space folded, every
sort of hyphen one hyphen, soft hyphens out, nothing else levelled (tests.figures.pdf). Resolutions of 1946-2002 have
no XML: every number printed in sequence must be the label of a clause, and the counts of 60 resolutions, taken by eye
from their texts, must be those of the clauses. Documents whose official XML does not hold the text that was published
stand in texts_faults.csv with the reason; they are counted apart.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pipelines.archive.recognise import recognise
from pipelines.clauses.parsed import Parsed
from pipelines.readers import Unreadable
from tests.figures.paragraph_listing import listing
from tests.figures.pdf import Counts, compare, line, rows

ASKED = {"F1": 0.97, "label": 0.99}
FAULTS = Path(__file__).with_name("texts_faults.csv")
COUNTED = Path(__file__).parents[1] / "readers" / "early_resolutions.csv"
_WORST = 15
_NUMBER = re.compile(r"^\s*[“\"]?(\d{1,3}) ?[.,] *(?=[A-Z“\"])", re.MULTILINE)


def modern(shared: Path) -> Iterator[tuple[str, str, bytes, bytes]]:
    """Symbol, year, raw text and official XML of every raw text that has one."""
    folder = shared / "resolutions"
    with (folder / "sc-pdf-text_index.csv").open(encoding="utf-8", newline="") as lines:
        index = [row for row in csv.DictReader(lines) if row["akn_member"]]
    official = members(folder / "unxml-sc.tar.xz", {Path(row["akn_member"]).name for row in index})
    texts = members(folder / "sc-pdf-text.tar.xz", {row["file"] for row in index})
    for row in index:
        yield row["symbol"], row["file"][:4], texts[row["file"]], official[Path(row["akn_member"]).name]


def members(archive: Path, names: set[str]) -> dict[str, bytes]:
    """Files of an archive by their bare names; of all when no names are given."""
    found: dict[str, bytes] = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            name = Path(member.name).name
            if member.isfile() and (name in names or not names) and (held := tar.extractfile(member)):
                found[name] = held.read()
    return found


def measure(symbol: str, text: bytes, xml: bytes) -> Counts:
    """The counts of one document; all official paragraphs are missed where it cannot be read."""
    try:
        return compare(xml, rows(text, "text", symbol), rows(xml, "akn", symbol))
    except Unreadable as error:
        return Counts(official=len(list(listing(xml))), misses=[f"  not read: {error.reason}"])


def report_modern(shared: Path, show: str, every: int) -> None:
    """Print the figures by year, the worst documents, and what differs in those asked for."""
    faults = read_csv(FAULTS)
    years: dict[str, Counts] = defaultdict(Counts)
    documents: list[tuple[str, Counts]] = []
    at_fault, total = Counts(), Counts()
    for place, (symbol, year, text, xml) in enumerate(modern(shared)):
        if place % every and symbol != show:
            continue
        counts = measure(symbol, text, xml)
        if show in ("all", symbol):
            print(f"{symbol}: {line(counts)}", *counts.misses, sep="\n")
        if symbol in faults:
            at_fault.add(counts)
            continue
        years[year].add(counts)
        total.add(counts)
        documents.append((symbol, counts))
    for year, counts in sorted(years.items()):
        print(f"{year:20} {line(counts)}")
    print("worst documents, by paragraphs missed or read beyond the official ones:")
    for symbol, counts in sorted(documents, key=lambda one: missed(one[1]), reverse=True)[:_WORST]:
        print(f"    {symbol:20} {missed(counts):4}  {line(counts)}")
    print(f"{'official XML at fault':21}{len(faults)} documents: {line(at_fault)}")
    print(f"{'all':20} {line(total)}")
    total.add(at_fault)
    print(f"{'all with the faulty':20} {line(total)}")
    print(f"{'asked':20} " + "  ".join(f"{name} {asked:.3f}" for name, asked in ASKED.items()))


def missed(counts: Counts) -> int:
    """Paragraphs of either side that have no twin on the other."""
    return counts.official + counts.read - 2 * counts.exact


def report_early(shared: Path) -> None:
    """Print the figures of the resolutions of 1946-2002."""
    texts = members(shared / "resolutions" / "sc-1946-2002-text.tar.xz", set())
    counted = read_csv(COUNTED)
    printed = found = right = read = 0
    for name, data in sorted(texts.items()):
        if not name.endswith(".txt"):
            continue
        symbol = recognise(data, name).symbol
        try:
            parsed = rows(data, "text", name)
        except Unreadable as error:
            print(f"    {name}: not read: {error.reason}")
            continue
        read += 1
        numbers, labels = in_sequence(data.decode("utf-8", "replace")), {row["label"] for row in parsed.clauses}
        printed += len(numbers)
        found += sum(str(number) in labels for number in numbers)
        if symbol in counted:
            wanted, got = tuple(map(int, counted[symbol][:2])), tally(parsed)
            right += wanted == got
            if wanted != got:
                print(f"    {symbol}: {got[0]} preambular and {got[1]} operative, by eye {wanted[0]} and {wanted[1]}")
    print(f"1946-2002: {read} of {len(texts)} files read; {found:,} of {printed:,} numbers are labels", end=" ")
    print(f"({found / max(printed, 1):.4f}, asked 0.9900); {right} of {len(counted)} counted by eye agree")


def in_sequence(text: str) -> list[int]:
    """Numbers at line starts before the line of adoption that go on from 1."""
    numbers: list[int] = []
    for match in _NUMBER.finditer(re.split(r"\nAdopted (?:unanimously|at|by \d|without)", text)[0]):
        if int(match[1]) == len(numbers) + 1:
            numbers.append(int(match[1]))
    return numbers


def tally(parsed: Parsed) -> tuple[int, int]:
    """Preambular and operative paragraphs, their items and what follows these aside."""
    top = [row for row in parsed.clauses if row["depth"] == 0]
    return sum(row["part"] == "preamble" for row in top), sum(row["part"] == "operative" for row in top)


def read_csv(path: Path) -> dict[str, list[str]]:
    """First column -> the others."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {row[0]: row[1:] for row in list(csv.reader(lines))[1:]}


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared/data"))
    options.add_argument("--show", default="", help="list what differs in this document (or: all)")
    options.add_argument("--every", type=int, default=1, help="only every so many documents with XML")
    options.add_argument("--early", action="store_true", help="only the resolutions without XML")
    chosen = options.parse_args(arguments)
    if not chosen.early:
        report_modern(chosen.shared, chosen.show, chosen.every)
    report_early(chosen.shared)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
