"""The generator: kind after kind in turn, what and where by a seeded chance."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.faults import columns, meanings, rows, values
from tests.faults.fault import Fault, Tables

KINDS = values.KINDS | meanings.KINDS | rows.KINDS | columns.KINDS
# How often a kind may find no place for its fault before it is passed over.
TRIES = 50


def faults(tables: Tables, seed: int, count: int) -> Iterator[tuple[str, Fault]]:
    """`count` faults with their kinds; each stands alone in otherwise clean tables. Fewer only where a kind has no
    place in these tables."""
    chance = Random(seed)
    kinds = list(KINDS)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        for _ in range(TRIES):
            fault = KINDS[kind](tables, chance)
            if fault is not None:
                yield kind, fault
                break
