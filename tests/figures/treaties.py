"""Do the treaty tables say what the depositary says?

    python -m tests.figures.treaties [--shared DIR]

Parties computed from rows against the count that the same file states; names; brackets and their withdrawals; the
cells of January 2018 against those of 2014-15; time of a build.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import re
import sys
import time
from collections import Counter
from pathlib import Path

from pipelines.rows import Row
from pipelines.treaties import status, tables
from pipelines.treaties.build import build
from pipelines.treaties.participants import Participants
from pipelines.treaties.standing import party_count
from pipelines.treaties.table import ParticipationTable, TableRow
from tests.treaties.real import Sources, table_sources, xml_sources

EXCEPTIONS = Path(__file__).with_name("party_count_exceptions.csv")
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    shared = parser.parse_args().shared
    xml, csvs = xml_sources(shared), table_sources(shared)
    started = time.perf_counter()
    result = build([*xml, *csvs])
    print(f"build of {len(xml)} status files and {len(csvs)} tables: {time.perf_counter() - started:.1f} s")
    print("rows: " + ", ".join(f"{name} {len(rows)}" for name, rows in sorted(result.items())))
    in_order = [_counts(xml, result), _trafficking(result)]
    _names(result, shared)
    _brackets(xml, result)
    _vintages(xml, csvs, result)
    _standings(xml, csvs)
    _faults(result)
    return 0 if all(in_order) else 1


def _counts(xml: Sources, result: dict[str, list[Row]]) -> bool:
    by_treaty: dict[str, list[Row]] = {}
    for row in result["treaty_standing"]:
        by_treaty.setdefault(row["treaty_id"], []).append(row)
    with EXCEPTIONS.open(encoding="utf-8", newline="") as file:
        excepted = {row["treaty_id"]: row for row in csv.DictReader(file)}
    compared, equal, unexplained = 0, 0, []
    for _, data in xml:
        read = status.read(data)
        if read.table is None or read.header.parties is None:
            continue
        compared += 1
        counted = party_count(by_treaty.get(read.header.treaty_id, []))
        equal += counted == read.header.parties
        if counted != read.header.parties and read.header.treaty_id not in excepted:
            unexplained.append((read.header.treaty_id, read.header.parties, counted))
    print(f"parties: {equal} of {compared} files with table and stated count agree; excepted with a reason:")
    for key, row in excepted.items():
        print(f"  {key}: states {row['stated']}, rows {row['counted']}. {row['reason']}")
    print(f"  unexplained: {unexplained or 'none'}")
    return not unexplained


def _trafficking(result: dict[str, list[Row]]) -> bool:
    now = [row for row in result["treaty_standing"] if not row["valid_to"] and not row["known_to"]]
    rows = [row for row in now if row["treaty_id"] == "XVIII-12-a"]
    standing = {row["participant_id"]: row["standing"] for row in rows}
    signed = [
        row for row in result["treaty_actions"] if row["treaty_id"] == "XVIII-12-a" and row["action"] == "signature"
    ]
    joined = sum(value == "party" for value in standing.values())
    only = sorted(key for key, value in standing.items() if value == "signatory")
    print(f"XVIII-12-a in January 2018: {len(signed)} signatories, {joined} parties, signed only: {', '.join(only)}")
    return (len(signed), joined, only) == (117, 173, ["COG", "UGA"])


def _names(result: dict[str, list[Row]], shared: Path) -> None:
    """Every name of the two vintages resolved, or the build would have stopped; and those of other people's lists."""
    participants = Participants.load()
    ours = {row["name"] for row in result["participant_names"]}
    printed = {row["participant_printed"] for row in result["treaty_actions"]}
    folders = [shared / "treaties" / name for name in ("openclimatedata", "countrygroups")]
    lists = [path for folder in folders for path in sorted(folder.glob("*.csv"))]
    codes = {row["Name"]: row["Code"] for path in lists for row in csv.DictReader(path.open(encoding="utf-8"))}
    known = {name: participants.resolve(name)[0] for name in codes if participants.knows(name)}
    other = {name: key for name, key in known.items() if key != codes[name]}
    evidence = Counter(row["evidence"] for row in result["participant_names"])
    print(f"names of acts: {len(printed)}; names in participant_names: {len(ours)}, by {dict(evidence)}")
    print(f"names of other lists: {len(codes)}, resolved {len(known)}, to another code than theirs: {other}")


def _brackets(xml: Sources, result: dict[str, list[Row]]) -> None:
    rows = sum("[" in "".join(row.cells) for _, data in xml for row in _rows(status.read(data).table))
    left = [row for row in result["treaty_actions"] if row["action"] == "withdrawal"]
    bracketed = {
        (row["treaty_id"], row["participant_id"]) for row in result["treaty_actions"] if row["evidence"] == "brackets"
    }
    undated = {(row["treaty_id"], row["participant_id"]) for row in left if row["evidence"] == "brackets"}
    print(
        f"brackets: {rows} rows; with a dated withdrawal {len(bracketed - undated)}, without {len(undated)}; "
        f"withdrawals {len(left)}, with a stated day of effect {sum(row['effective_on'] is not None for row in left)}"
    )


def _rows(table: ParticipationTable | None) -> tuple[TableRow, ...]:
    return table.rows if table else ()


def _vintages(xml: Sources, csvs: Sources, result: dict[str, list[Row]]) -> None:
    """Cells of the same treaty, participant and column in both vintages: equal ones counted here, others classified."""
    participants = Participants.load()
    newer = {read.header.treaty_id: read.table for _, data in xml if (read := status.read(data)).table}
    compared = sum(
        _filled(table, newer[entry.symbol], participants)
        for entry, data in csvs
        if entry.symbol in newer and (table := tables.read(data))
    )
    found = Counter(row["difference"] for row in result["treaty_disagreements"])
    cells = found["filled_later"] + found["corrected"] + found["re_acceded"]
    print(
        f"cells of 2014-15 against January 2018, filled in either, rows joined by participant: {compared}: "
        f"equal {compared - cells}, classified {cells}; rows of treaty_disagreements {dict(found.most_common())}"
    )


def _filled(old: ParticipationTable, new: ParticipationTable, participants: Participants) -> int:
    later = {participants.resolve(row.participant)[0]: row.cells for row in new.rows}
    pairs = [(row.cells, later.get(participants.resolve(row.participant)[0])) for row in old.rows]
    return sum(
        bool(before or after) for left, right in pairs if right for before, after in zip(left, right, strict=False)
    )


def _standings(xml: Sources, csvs: Sources) -> None:
    """Standing that the tables of 2014-15 show against the standing of that day by January 2018."""
    later: dict[tuple[str, str], list[Row]] = {}
    for row in build(xml)["treaty_standing"]:
        later.setdefault((row["treaty_id"], row["participant_id"]), []).append(row)
    found: Counter[str] = Counter()
    for row in build(csvs)["treaty_standing"]:
        key = row["treaty_id"], row["participant_id"]
        if row["valid_to"] is None and row["standing"] != "none" and key in later:
            new = _standing_on(later[key], _day_of_tables(row["treaty_id"]))
            found["equal" if new == row["standing"] else f"{row['standing']}, now {new}"] += 1
    print(f"standing in 2014-15, of the tables against January 2018: {dict(found.most_common())}")


def _day_of_tables(treaty_id: str) -> dt.date:
    """The tables of chapters I to XI are younger than the others."""
    chapter = treaty_id.partition("-")[0]
    is_early = re.fullmatch(r"I{1,3}|IV|VI{0,3}|IX|XI?", chapter) is not None
    return dt.date(2015, 3, 14) if is_early else dt.date(2014, 7, 10)


def _standing_on(rows: list[Row], day: dt.date) -> str | None:
    return next(
        (
            row["standing"]
            for row in rows
            if row["valid_from"] <= day and (not row["valid_to"] or day < row["valid_to"])
        ),
        None,
    )


def _faults(result: dict[str, list[Row]]) -> None:
    print(f"faults: {dict(Counter(row['kind'] for row in result['quality']))}")
    for row in result["quality"]:
        if row["kind"] not in ("not_well_formed",):
            print(f"  {row['kind']} {row['subject'][:12]}: {row['detail']}")


if __name__ == "__main__":
    sys.exit(main())
