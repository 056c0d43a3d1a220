"""PDF and Word read to clauses, beside bare decoding and beside peers: time, agreement, memory over many readings.

    uv run --group peers python -m tests.benchmarks.readers [--shared ../shared/data] [--rounds 5] [--readings 2000]

All read all files in turns, so that whatever else the machine does falls on all alike, and every round in a process of
its own, as if for the first time. Time is that of the processor, child processes included. F1 is of exact paragraphs
against the official XML of the same documents. A peer that is not installed is said and left out.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from pipelines.paths import SPECIMEN
from pipelines.readers import Unreadable, read
from tests.benchmarks.endurance import memory
from tests.benchmarks.peers import pdf_peers, word_peers
from tests.benchmarks.turns import Step, in_turns
from tests.figures.paragraph_listing import listing
from tests.figures.pdf import decode, documents, letters, rows
from tests.figures.word import bare, members

DECODING, ZIP_LXML = "bare decoding", "bare zip + lxml"
OURS, READING = "to clauses", "to blocks"
PDFTOTEXT, PDFPLUMBER = "pdftotext + rules", "pdfplumber + rules"
Texts = Callable[[bytes], Iterable[str]]


def pdf(shared: Path, rounds: int) -> list[bytes]:
    """Measure PDF and print it; the files."""
    files = [(data, xml) for _, data, xml in documents(shared)]
    peers = pdf_peers()
    steps: dict[str, Step] = {DECODING: decode, OURS: lambda data: rows(data, "pdf", "")}
    steps |= {name: peer for name, peer in peers.items() if peer}
    seconds = in_turns(steps, [data for data, _ in files], rounds, _specimen("pdf"))
    pages = sum(decode(data) for data, _ in files)
    agreement = {OURS: f1(files, lambda data: (row["text"] for row in rows(data, "pdf", "").clauses))}
    for name, peer in peers.items():
        if peer:
            agreement[name] = f1(files, lambda data, peer=peer: (clause.text for clause in peer(data)))
    table(f"PDF: {len(files)} documents, {pages} pages", seconds, DECODING, (pages, "page"), agreement)
    absent(peers)
    ratio("to clauses / bare decoding", seconds, OURS, DECODING, "at most 2.2")
    ratio("to clauses / pdftotext + rules", seconds, OURS, PDFTOTEXT, "at most 1.5")
    ratio("pdfplumber + rules / to clauses", seconds, PDFPLUMBER, OURS, "at least 30")
    return [data for data, _ in files]


def word(shared: Path, rounds: int) -> list[bytes]:
    """Measure Word and print it; the files."""
    files = list(readable(data for _, data in members(shared / "resolutions" / "word.tar.xz")))
    peers = word_peers()
    steps: dict[str, Step] = {
        ZIP_LXML: bare,
        READING: lambda data: read(data, "word"),
        OURS: lambda data: rows(data, "word", ""),
    }
    steps |= {name: peer for name, peer in peers.items() if peer}
    seconds = in_turns(steps, files, rounds, _specimen("docx"))
    table(f"Word: {len(files)} documents", seconds, ZIP_LXML, (len(files), "document"), {})
    absent(peers)
    ratio("to blocks / bare zip + lxml", seconds, READING, ZIP_LXML, "at most 2")
    ratio("to clauses / bare zip + lxml", seconds, OURS, ZIP_LXML, "")
    return files


def _specimen(ending: str) -> bytes:
    return (SPECIMEN / "documents" / f"a_res_0_2_en.{ending}").read_bytes()


def readable(files: Iterable[bytes]) -> Iterable[bytes]:
    """The files that the reader takes: one of them is a Word 97 .doc."""
    for data in files:
        try:
            read(data, "word")
        except Unreadable:
            continue
        yield data


def f1(files: Iterable[tuple[bytes, bytes]], texts: Texts) -> float:
    """Exact paragraphs of the files against those of their official XML, with multiplicity."""
    exact = total = 0
    for data, xml in files:
        official = Counter(letters(text) for _, _, text in listing(xml))
        found = Counter(map(letters, texts(data)))
        exact += (official & found).total()
        total += official.total() + found.total()
    return 2 * exact / total


def table(
    title: str, seconds: Mapping[str, float], floor: str, unit: tuple[int, str], agreement: Mapping[str, float]
) -> None:
    """Print one line a reader: milliseconds a page or document, and how many times the floor."""
    count, name = unit
    print(f"\n{title:<34}{f'ms a {name}':>14}{'x bare':>9}{'F1':>7}")
    for step, spent in seconds.items():
        share = f"{agreement[step]:.3f}" if step in agreement else ""
        print(f"  {step:<32}{1000 * spent / count:>14.2f}{spent / seconds[floor]:>9.2f}{share:>7}")


def absent(peers: Mapping[str, object]) -> None:
    """Say which peers are not installed."""
    for name in (name for name, peer in peers.items() if peer is None):
        print(f"  {name:<32}not installed")


def ratio(name: str, seconds: Mapping[str, float], one: str, other: str, asked: str) -> None:
    """Print a ratio beside what is asked, where both were measured."""
    if one in seconds and other in seconds:
        print(f"  {name:<46}{seconds[one] / seconds[other]:>9.2f}" + (f"  asked: {asked}" if asked else ""))


def main() -> None:
    """Measure PDF, Word, and memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"), help="folder of the real documents")
    parser.add_argument("--rounds", type=int, default=5, help="how often each reads each file")
    parser.add_argument("--readings", type=int, default=2000, help="documents read while memory is looked at")
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, {options.rounds} rounds")
    files = [("pdf", data) for data in pdf(options.shared, options.rounds)]
    files += [("word", data) for data in word(options.shared, options.rounds)]
    print(f"\nMemory of one process, {len(files)} PDF and Word files read in a circle")
    for count, held in memory(files, options.readings).items():
        print(f"  after {count:>5,} readings {held / 1e6:>8.1f} MB")


if __name__ == "__main__":
    main()
