"""Does the reference data on treaties agree with what documents and status files say?

    python -m tests.figures.reference --release DIR

Numbers and volumes of treaties with other depositaries against the notes that cite them; days of succession against
admissions and notifications; who may join a closed treaty against who joined; sources.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from pathlib import Path

import duckdb

from pipelines.cli.terminal import open_release
from pipelines.paths import REFERENCE
from pipelines.treaties.effects import successions

# Files, and the column that says where a row comes from.
SOURCES = {
    "treaties_elsewhere.csv": "source",
    "treaty_effects.csv": "source",
    "successions.csv": "source",
    "participants.csv": "source",
    "treaty_eligibility.csv": "reason",
    "treaty_overrides.csv": "reason",
    "treaty_documents.csv": "reason",
    "treaty_protocols.csv": "reason",
    "treaty_corrections.csv": "reason",
}
_BOUND = (
    "SELECT DISTINCT a.treaty_id, a.participant_id FROM treaty_actions AS a JOIN treaty_rules AS r USING (treaty_id) "
    "JOIN participants AS p USING (participant_id) WHERE a.is_consent AND p.kind = 'state' "
    "AND r.eligibility = 'listed' AND a.treaty_id <> 'I-1' "
    "AND NOT list_contains(string_split(r.eligible_states, ', '), a.participant_id)"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--release", type=Path, required=True)
    with open_release(parser.parse_args().release) as connection:
        right = [_sources(), _numbers(connection), _successions(connection), _closed(connection)]
    return 0 if all(right) else 1


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _sources() -> bool:
    without = {name: sum(not row[column] for row in _rows(name)) for name, column in SOURCES.items()}
    print(f"rows of reference data: {sum(len(_rows(name)) for name in SOURCES)}; without a source: {without}")
    return not any(without.values())


def _numbers(connection: duckdb.DuckDBPyConnection) -> bool:
    notes = [text for (text,) in connection.sql("SELECT text FROM footnotes WHERE text LIKE '%vol%'").fetchall()]
    numbered = [row for row in _rows("treaties_elsewhere.csv") if row["registration_number"]]
    cited = [row for row in numbered if any(_cites(text, row) for text in notes)]
    claimed = [row for row in numbered if row["source"].startswith("Resolutions that cite it") and row not in cited]
    print(f"treaties elsewhere with a number: {len(numbered)}; cited by number and volume in a note: {len(cited)}")
    print(f"  said to be cited and not found: {[row['treaty_id'] for row in claimed] or 'none'}")
    return not claimed


def _cites(text: str, row: dict[str, str]) -> bool:
    """A note with the number after one of the volumes; of a range (Nos. 970-973) the number within it."""
    number = int(row["registration_number"])
    for volume in row["treaty_series_volumes"].split(", "):
        for match in re.finditer(rf"\bvols?\. [^;]*\b{volume}\b[^;]*?\bNos?\. (\d+)(?:\s*[-\u2013]\s*(\d+))?", text):
            first, last = int(match[1]), int(match[2] or match[1])
            if first <= number <= last or re.search(rf"\b{number}\b", match.group()):
                return True
    return False


def _successions(connection: duckdb.DuckDBPyConnection) -> bool:
    admitted = dict(connection.sql("SELECT participant_id, un_member_from FROM participants").fetchall())
    notified = connection.sql(
        "SELECT participant_id, min(acted_on) FROM treaty_actions WHERE action = 'succession' GROUP BY ALL"
    ).fetchall()
    first = dict(notified)
    early = [key for key, day in successions().items() if admitted.get(key) and admitted[key] < day]
    before = [key for key, day in successions().items() if key in first and first[key] < day]
    told = sum(key in successions() for key in first)
    print(f"States that notified successions: {len(first)}, with a day of succession: {told}")
    print(
        f"  admitted before that day (the Philippines were): {early or 'none'}; notified before it: {before or 'none'}"
    )
    return not before


def _closed(connection: duckdb.DuckDBPyConnection) -> bool:
    barred = connection.sql(_BOUND).fetchall()
    print(f"States that joined a closed treaty which does not list them: {barred or 'none'}")
    return not barred


if __name__ == "__main__":
    sys.exit(main())
