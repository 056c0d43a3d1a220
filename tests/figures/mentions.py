"""Which treaties and documents do the real texts name, and how surely?

    python -m tests.figures.mentions [--shared DIR] [--list N]

Mentions by evidence; Treaty Series citations by what they reach; documents that name the Trafficking Protocol against
those with a mention of it; citations by the form of print alone against the official links; seconds of one core.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pipelines.links.citations import citations
from pipelines.links.index import Found, TreatyIndex
from pipelines.links.mentions import mentions
from pipelines.links.series import series_references
from pipelines.links.source import LinkSource
from pipelines.rows import Row
from tests.links.real import index as real_index
from tests.links.real import sources as real_sources

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
TRAFFICKING = re.compile(
    r"Protocol\s+to\s+Prevent,\s+Suppress\s+and\s+Punish\s+Trafficking|(?:Trafficking(?: in Persons)?|Palermo) Protocol"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--list", type=int, default=0, help="print N of each kind of miss")
    arguments = parser.parse_args()
    index = real_index(arguments.shared)
    found = list(real_sources(arguments.shared))
    print(f"{len(found)} resolutions, {sum(len(source.clauses) for source in found)} clauses, English")
    rows = _mentions(found, index, arguments.list)
    _series(found, index)
    is_complete = _trafficking(found, rows)
    _citations(found, arguments.list)
    return 0 if is_complete else 1


def _mentions(found: Sequence[LinkSource], index: TreatyIndex, listed: int) -> list[Row]:
    started = time.process_time()
    rows: list[Row] = []
    faults: list[Row] = []
    for source in found:
        more, wrong = mentions(source, index)
        rows += more
        faults += wrong
    print(f"\nmentions: {len(rows)} in {time.process_time() - started:.1f} s, {len(faults)} conflicts")
    print(_shares(Counter(row["evidence"] for row in rows)))
    unresolved = Counter((row["printed"], row["reason"]) for row in rows if row["treaty_id"] is None)
    for (printed, reason), count in unresolved.most_common(listed):
        print(f"  {count:5d} {printed}: {reason}")
    return rows


def _series(found: Sequence[LinkSource], index: TreatyIndex) -> None:
    """As calls.md counts: each volume and number of each reference is one citation."""
    counts: Counter[str] = Counter()
    for source in found:
        for note in source.footnotes:
            for cited in series_references(note["text"] or ""):
                for answer in index.by_reference(cited):
                    counts[_reached(answer)] += 1
    print(f"\nTreaty Series citations: {_shares(counts)}")


def _reached(answer: Found) -> str:
    if not answer.treaty_ids:
        return "no treaty"
    return "one treaty by a stated reason" if answer.reason else "one treaty"


def _trafficking(found: Sequence[LinkSource], rows: Sequence[Row]) -> bool:
    """Documents that print the Protocol's name in a clause, against those with a mention row."""
    named = {s.symbol for s in found if any(TRAFFICKING.search(clause["text"]) for clause in s.clauses)}
    mentioned = {row["symbol"] for row in rows if row["treaty_id"] == "XVIII-12-a"}
    missed = sorted(named - mentioned)
    print(f"\nTrafficking Protocol: named in {len(named)} documents, mentioned in {len(mentioned)}, missed {missed}")
    return not missed


def _citations(found: Sequence[LinkSource], listed: int) -> None:
    started = time.process_time()
    linked = [row for source in found for row in citations(source)]
    print(f"\ncitations: {len(linked)} in {time.process_time() - started:.1f} s")
    print(_shares(Counter(row["evidence"] for row in linked)))
    bare = [row for source in found for row in citations(replace(source, hyperlinks=()))]
    links = _by_place(row for row in linked if row["evidence"] == "link")
    prints = _by_place(row for row in bare if row["evidence"] == "pattern")
    same = other = missed = 0
    for place, here in links.items():
        for row in here:
            beside = [item for item in prints.get(place, ()) if _overlap(row, item)]
            if any(item["cited_symbol"] == row["cited_symbol"] for item in beside):
                same += 1
            elif beside:
                other += 1
                _show(row, beside, other <= listed)
            else:
                missed += 1
                _show(row, (), missed <= listed)
    total = same + other + missed
    recall, precision = same / total, same / (same + other)
    print(f"print alone against {total} links: recall {recall:.4f}, precision where both are {precision:.4f}")


def _by_place(rows: Iterable[Row]) -> dict[tuple[str | None, str | None], list[Row]]:
    places: dict[tuple[str | None, str | None], list[Row]] = {}
    for row in rows:
        places.setdefault((row["clause_id"], row["footnote_id"]), []).append(row)
    return places


def _overlap(one: Row, other: Row) -> bool:
    return bool(one["span_start"] < other["span_end"] and other["span_start"] < one["span_end"])


def _show(row: Row, beside: Sequence[Row], wanted: bool) -> None:
    if wanted:
        print(f"  {row['citation_id']}: {row['cited_symbol']}, print says {[item['cited_symbol'] for item in beside]}")


def _shares(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common())


if __name__ == "__main__":
    sys.exit(main())
