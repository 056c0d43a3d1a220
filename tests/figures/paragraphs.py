"""Are all paragraphs of the official XML among the clauses, with part and label?

    python -m tests.figures.paragraphs [--shared DIR] [--misses N]

Lists the `p` elements (paragraph_listing.py), headings, formulas, tables and notes aside, and looks each up among the
clauses of its file: text, part and label equal. Documents whose XML is wrong itself stand in official_xml_faults.csv
with the reason; their paragraphs that differ are counted apart.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
import tarfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from pipelines.clauses.parse import parse
from pipelines.paths import REFERENCE
from pipelines.readers import Unreadable
from tests.figures.paragraph_listing import Key, listing

ARCHIVES = ("unxml-ga", "unxml-sc", "unxml-hrc", "unxml-ecosoc", "unxml-ga-78-other-languages")
FAULTS = REFERENCE / "official_xml_faults.csv"


@dataclass
class Tally:
    """Counts of one archive."""

    total: int = 0
    found: int = 0
    files: int = 0
    faulty: Counter[str] = field(default_factory=Counter)
    beyond: int = 0
    unread: list[str] = field(default_factory=list)
    misses: dict[str, list[tuple[str, Key]]] = field(default_factory=lambda: defaultdict(list))


def measure(data: bytes, member: str, tally: Tally, faults: dict[str, str]) -> None:
    """Compare one file."""
    sha256 = hashlib.sha256(data).hexdigest()
    entry = SimpleNamespace(sha256=sha256, format="akn", name=member, source="import", url=None, as_at=None)
    try:
        parsed = parse(data, entry)
    except Unreadable as error:
        tally.unread.append(f"{member}: {error.reason}")
        return
    tally.files += 1
    symbol = f"{parsed.document['symbol']} {parsed.document['language']}"
    clauses = Counter((row["part"], row["label"], row["text"]) for row in parsed.clauses)
    for key in listing(data):
        is_found = clauses[key] > 0
        if not is_found and symbol in faults:
            tally.faulty[symbol] += 1
            continue
        tally.total += 1
        tally.found += is_found
        clauses[key] -= is_found
        if not is_found:
            tally.misses[kind_of(key, parsed.clauses)].append((member, key))
    tally.beyond += sum(clauses.values()) * (symbol not in faults)


def kind_of(key: Key, clauses: list[dict[str, object]]) -> str:
    """What differs: only the part, only the label, or the text itself."""
    part, label, text = key
    same = [row for row in clauses if row["text"] == text]
    if not same:
        return "text not found"
    if any(row["label"] == label for row in same):
        return "part differs"
    if any(row["part"] == part for row in same):
        return "label differs"
    return "part and label differ"


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=Path("../shared/data"))
    options.add_argument("--misses", type=int, default=0, help="print so many misses of each kind")
    chosen = options.parse_args(arguments)
    faults = read_faults()
    whole, found, files, faulty = 0, 0, 0, 0
    for archive in ARCHIVES:
        tally = Tally()
        with tarfile.open(chosen.shared / "resolutions" / f"{archive}.tar.xz") as tar:
            for member in tar:
                if member.name.endswith(".xml") and (held := tar.extractfile(member)):
                    measure(held.read(), member.name, tally, faults)
        report(archive, tally, chosen.misses)
        whole, found = whole + tally.total, found + tally.found
        files, faulty = files + tally.files, faulty + len(tally.faulty)
    print(f"all: {found:,} of {whole:,} paragraphs found with part and label: {found / whole:.4%}")
    print(f"documents whose official XML is at fault: {faulty} of {files:,} ({faulty / files:.2%})")
    return 0


def read_faults() -> dict[str, str]:
    """Documents whose official XML is wrong: symbol and language -> reason."""
    if not FAULTS.exists():
        return {}
    with FAULTS.open(encoding="utf-8", newline="") as lines:
        return {f"{row['symbol']} {row['language']}": row["reason"] for row in csv.DictReader(lines)}


def report(archive: str, tally: Tally, show: int) -> None:
    """Print the figures of one archive."""
    share = tally.found / max(tally.total, 1)
    print(f"{archive}: {tally.found:,} of {tally.total:,} ({share:.4%}) in {tally.files:,} files")
    print(f"    clauses that the listing lacks: {tally.beyond}")
    for kind, missed in sorted(tally.misses.items()):
        print(f"    {kind}: {len(missed)}")
        for member, (part, label, text) in missed[:show]:
            print(f"        {member}: {part} {label} {text[:60]!r} … {text[-20:]!r}")
    for symbol, count in sorted(tally.faulty.items()):
        print(f"    official XML at fault: {symbol} ({count} paragraphs)")
    print(f"    files not read: {len(tally.unread)}")
    for line in tally.unread:
        print(f"        {line}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
