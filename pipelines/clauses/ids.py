"""Identifiers of clauses, such that a person who holds the document can guess them.

`#pp.4`, `#op.12.a.ii`, `#annex.1.op.3`, `#op.u1` (no number printed), `#op.II.3` (the numbers start anew in part
II), `#op.4.end` (text after a list; then `end2`), `~2` for a number printed twice. In a fragment the paragraph that
began before it is `#op.u0`, since its number is not printed there: `#op.u0.d` its item (d), `#op.u0.rest` the end of
the item that the fragment starts in; `#pp.u0`, `#pp.u1` are its preambular paragraphs, whose place is not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipelines.clauses.items import Item
from pipelines.clauses.labels import DECIMAL


def assign(items: list[Item]) -> tuple[list[str], list[int]]:
    """The id of every item without the symbol, and the places of those whose number was printed before."""
    depths = {annex: section_depth(i for i in items if i.annex == annex) for annex in {i.annex for i in items}}
    ids: list[str] = []
    taken: set[str] = set()
    counters: Counter[str] = Counter()
    repeated: list[int] = []
    repeats: Counter[str] = Counter()
    for place, item in enumerate(items):
        wanted = _name(item, ids, counters, depths[item.annex])
        unique = _first_free(wanted, taken, repeats)
        if unique != wanted:
            repeated.append(place)
        taken.add(unique)
        ids.append(unique)
    return ids, repeated


def section_depth(items: Iterable[Item]) -> int:
    """How many part labels the ids of one body of text need: none while its numbers run on from part to part."""
    tops = [i for i in items if i.parent is None and i.reading and i.reading.slug and not i.is_preambular]
    deepest = max((len(item.sections) for item in tops), default=0)
    for depth in range(deepest):
        if not _restarts(tops, depth):
            return depth
    return deepest


def _restarts(tops: list[Item], depth: int) -> bool:
    """True when numbers start anew although the first `depth` part labels are the same."""
    met: dict[tuple[str, ...], set[str]] = {}
    for item in tops:
        assert item.reading is not None and item.reading.slug is not None
        numbers = met.setdefault(item.sections[:depth], set())
        if item.reading.ordinal == 1 and item.reading.slug in numbers:
            return True
        numbers.add(item.reading.slug)
    return False


def _name(item: Item, ids: list[str], counters: Counter[str], depth: int) -> str:
    if item.is_continuation and item.parent is not None:
        stem = f"{ids[item.parent]}.end"
        counters[stem] += 1
        return stem if counters[stem] == 1 else f"{stem}{counters[stem]}"
    if item.is_rest:
        return "pp.u0" if item.is_preambular else "op.u0.rest" if item.depth else "op.u0"
    stem = ids[item.parent] if item.parent is not None else _stem(item, depth)
    slug = item.reading.slug if item.reading else None
    if slug is None:
        sign = "" if item.is_preambular and item.parent is None and not item.is_uncounted else "u"
        counters[stem] += 1
        return f"{stem}.{sign}{counters[stem]}"
    if item.parent is not None and item.reading and item.reading.style.startswith(DECIMAL):
        slug = slug.rpartition(".")[2]
    return f"{stem}.{slug}"


def _stem(item: Item, depth: int) -> str:
    if item.is_orphan:
        return "op.u0"
    annex = f"annex.{item.annex}." if item.annex else ""
    if item.is_preambular:
        return f"{annex}pp"
    return ".".join([f"{annex}op", *item.sections[:depth]])


def _first_free(wanted: str, taken: set[str], repeats: Counter[str]) -> str:
    if wanted not in taken:
        return wanted
    # Ids are never given back, so the search goes on from where it ended (a file may print one number 60,000 times).
    count = max(2, repeats[wanted])
    while f"{wanted}~{count}" in taken:
        count += 1
    repeats[wanted] = count
    return f"{wanted}~{count}"
