"""Which numbers each session or year is known to have, where no table and no repository says it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache

from pipelines.paths import REFERENCE
from pipelines.sources.partitions import Partition

MARGIN = 15
"""How far beyond the highest number seen a range that is not exact is tried."""
_AT_MOST = {"ga": 350, "sc": 100, "hrc": 60, "ecosoc": 60}
_FORMS = {
    "ga": "A/RES/{session}/{number}",
    "sc": "S/RES/{number}({session})",
    "hrc": "A/HRC/RES/{session}/{number}",
    "ecosoc": "E/RES/{session}/{number}",
}
_ROMAN_FORMS = {"ga": "A/RES/{number}({session})", "ecosoc": "E/RES/{number}({session})"}


@cache
def known() -> dict[Partition, tuple[int, int, bool]]:
    """(first, last, whether that is exact) by partition, from datasets/reference/symbol_ranges.csv."""
    with (REFERENCE / "symbol_ranges.csv").open(encoding="utf-8", newline="") as file:
        return {
            Partition(row["body"], row["session"]): (int(row["first"]), int(row["last"]), row["is_exact"] == "yes")
            for row in csv.DictReader(file)
        }


def running(today: date) -> list[Partition]:
    """The sessions and years that are under way on a day."""
    assembly = today.year - 1945 if (today.month, today.day) >= (9, 10) else today.year - 1946
    council = max(int(one.session) for one in known() if one.body == "hrc")
    years = [Partition("sc", str(today.year)), Partition("ecosoc", str(today.year))]
    return [Partition("ga", str(assembly)), *years, Partition("hrc", str(council + 1))]


def _later(partition: Partition) -> tuple[int, int, bool]:
    """A generous range for a session after those in the file; an empty one for what is no later session."""
    ended = [one for one in known() if one.body == partition.body and one.session.isdigit()]
    newest = max(ended, key=lambda one: int(one.session))
    if not partition.session.isdigit() or int(partition.session) <= int(newest.session):
        return 1, 0, True
    # The numbers of the Security Council run on from year to year.
    before = known()[newest][1] if partition.body == "sc" else 0
    return before + 1, before + _AT_MOST[partition.body], True


def symbols(partition: Partition) -> Iterator[str]:
    """Symbols that the partition has, or may have; none for one that never was."""
    first, last, is_exact = known().get(partition) or _later(partition)
    is_roman = not partition.session[-1].isdigit()
    form = (_ROMAN_FORMS if is_roman else _FORMS)[partition.body]
    for number in range(first, last + 1 + (0 if is_exact else MARGIN)):
        yield form.format(session=partition.session, number=number)
