"""Deciding what a generic word means, in the stated order.

Definition in parentheses; title in the same clause or its stem; headings and the document's own title; the only title
of that kind in the document; the only one in the clause just before; else undecided, and said so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipelines.links.generic import Generic
from pipelines.links.index import TreatyIndex
from pipelines.links.spans import Span

# So many clauses on, "the Convention" may still be the one just spoken of.
_NEAR = 2
# "and its " between a treaty and its protocols.
_BESIDE = 12
_SEVERAL = ("onventions", "ovenants", "reaties", "nstruments")
# Words for which a document-wide look is too weak: they mostly mean peace agreements and constitutions of States.
_LOCAL_ONLY = {"agreement", "constitution", "statute"}


@dataclass
class Context:
    """What a document names: in its own title, as a whole, in the clauses read so far, and by its own definitions.

    `subject`: those of its treaties that are on the subject of its title. `unknown`: the kinds of which it has titles
    that the index does not know. `last`: those of the last clause that named any.
    """

    index: TreatyIndex
    day: dt.date | None
    title: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    document: list[str] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)
    so_far: dict[str, None] = field(default_factory=dict)
    last: tuple[str, ...] = ()
    last_ordinal: int = 0

    def name(self, ordinal: int, treaty_ids: Sequence[str]) -> None:
        """Keep what a clause names."""
        if treaty_ids:
            self.last, self.last_ordinal = tuple(treaty_ids), ordinal

    def just_before(self, ordinal: int) -> tuple[str, ...]:
        """What is named by the last clause that names any, where it is close."""
        return self.last if ordinal - self.last_ordinal <= _NEAR else ()

    defined: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """Where a generic word stands: treaties named before it in its clause, in its stems, in the headings above.

    `ordinal`: that of the clause in the document.
    """

    before: Sequence[Span]
    stems: Sequence[Span]
    headings: tuple[str, ...]
    ordinal: int = 0


def decide(word: Generic, place: Place, context: Context) -> None:
    """Settle a generic word, or leave it unresolved with the reason."""
    if word.pointing and not word.base and _point(word, place, context):
        return
    is_bare = not word.base and not word.years and not word.base_ids
    defined = context.defined.get((_printed_kind(word),)) if is_bare else None
    if defined and not (word.with_protocols and _other_has_protocols(defined, word, place, context)):
        word.settle(defined, "definition")
        return
    (_protocols if word.of_protocols else _plain)(word, place, context)


def _point(word: Generic, place: Place, context: Context) -> bool:
    """ "That Convention" is the last one named before it in the clause, whatever "the Convention" is defined to be."""
    sets = [fitting for span in place.before if (fitting := _of_kind(word, span.treaty_ids, context))]
    if not sets or (len(sets[-1]) > 1 and not word.plural):
        return False
    found = tuple(dict.fromkeys(item for ids in sets for item in ids)) if word.plural else sets[-1]
    word.settle(found, "context", f"the last {word.kind} named before it in the clause")
    return True


def _other_has_protocols(defined: Sequence[str], word: Generic, place: Place, context: Context) -> bool:
    """True where "the Convention and its Protocols" cannot be the one defined, but is one named in the clause."""

    def has(ids: Iterable[str]) -> bool:
        return any(base == item for item in ids for base, _ in context.index.protocols)

    return not has(defined) and has(_of_kind(word, _ids(place.before), context))


def _printed_kind(word: Generic) -> str:
    return ("treaties" if word.kind == "treaty" else f"{word.kind}s") if word.plural else word.kind


def _plain(word: Generic, place: Place, context: Context) -> None:
    """A Convention, Covenant, Treaty, Agreement, Statute or Charter."""
    if word.kind == "covenant" and word.plural:
        covenants = tuple(item for item in ("IV-3", "IV-4") if item in context.index.titles)
        word.settle(covenants, "context" if covenants else "unresolved", "the two International Covenants")
        return
    tried: list[str] = []
    for where, ids in _levels(word, place, context):
        fitting = _of_kind(word, ids, context)
        if len(fitting) == 1 or (word.plural and fitting and where in {"the clause", "the stem"}):
            word.settle(fitting, "context", f"the only {word.kind} named in {where}")
            return
        if fitting:
            tried.append(f"{len(fitting)} are named in {where}")
    word.reason = "; ".join(tried) or f"no {word.kind} that is known is named before it, nor one alone in the document"


def _of_kind(word: Generic, ids: Iterable[str], context: Context) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(item for item in ids if context.index.kind(item) == word.kind and _of_year(word, item, context))
    )


def _of_year(word: Generic, treaty_id: str, context: Context) -> bool:
    """True unless the words give another year than that of conclusion ("the 1988 Convention")."""
    day = context.index.concluded.get(treaty_id)
    return not word.years or (day is not None and day.year in word.years)


def _levels(word: Generic, place: Place, context: Context) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield "the clause", _ids(place.before)
    yield "the stem", _ids(place.stems)
    yield "the heading", place.headings
    yield "the document's title", context.title
    if not word.plural:
        yield "the document on the subject of its title", context.subject
    if word.kind not in _LOCAL_ONLY and word.kind not in context.unknown and not word.plural:
        yield "the document before it", tuple(context.so_far)
        yield "the document", tuple(context.document)
        yield "the clause just before it", context.just_before(place.ordinal)


def _protocols(word: Generic, place: Place, context: Context) -> None:
    """Protocols: those of the treaty that they are said to belong to, else a Protocol named before."""
    if not word.base and not word.base_ids and not word.plural:
        for where, ids in _levels(word, place, context):
            fitting = _fitting_protocols(word, ids, context)
            if len(fitting) == 1:
                word.settle(fitting, "context", f"the only protocol of that kind named in {where}")
                return
            if len(fitting) > 1 and not where.startswith("the document "):
                word.reason = f"{len(fitting)} protocols are named in {where}"
                return
    for where, bases in candidate_bases(word, place, context):
        found = _protocols_of_last(word, bases, context)
        if found and (word.plural or len(found) == 1):
            word.settle(found, "context", f"protocols to what is named in {where}")
            return
        if found:
            word.reason = f"{where} names a treaty with {len(found)} protocols"
            return
    word.reason = "no treaty with such a protocol is named"


def _fitting_protocols(word: Generic, ids: Iterable[str], context: Context) -> tuple[str, ...]:
    def fits(item: str) -> bool:
        title = context.index.titles[item].lower()
        return context.index.kind(item) == "protocol" and word.adjective in title and _of_year(word, item, context)

    return tuple(dict.fromkeys(item for item in ids if fits(item)))


def candidate_bases(word: Generic, place: Place, context: Context) -> Iterable[tuple[str, Sequence[tuple[str, ...]]]]:
    """Candidate base treaties by level, each level a list of sets in order of print."""
    if word.base_ids:
        yield "the same words", [word.base_ids]
        return
    named = context.defined.get(("convention",)) if word.base.startswith("to ") else None
    if named:
        yield "the definition", [named]
    before = [span for span in place.before if span.treaty_ids]
    if word.base == "its" and before and word.start - before[-1].end <= _BESIDE:
        yield "the same words", [before[-1].treaty_ids]
        return
    yield "the clause", [span.treaty_ids for span in before]
    yield "the stem", [span.treaty_ids for span in place.stems if span.treaty_ids]
    yield "the heading", [place.headings]
    yield "the document's title", [context.title]
    yield "the document on the subject of its title", [context.subject]
    if "convention" not in context.unknown:
        with_protocols = tuple(item for item in context.document if _of(item, word, context))
        yield "the document", [with_protocols] if len(with_protocols) == 1 else []


def _protocols_of_last(word: Generic, sets: Sequence[tuple[str, ...]], context: Context) -> tuple[str, ...]:
    """Protocols of the last base that has any; for a plural whose last base has but one, those of all bases."""
    with_any = [found for ids in sets if (found := tuple(item for base in ids for item in _of(base, word, context)))]
    if not with_any:
        return ()
    last = tuple(dict.fromkeys(with_any[-1]))
    if word.plural and (len(last) == 1 or word.base.endswith(_SEVERAL)):
        return tuple(dict.fromkeys(item for found in with_any for item in found))
    return last


def _of(base: str, word: Generic, context: Context) -> tuple[str, ...]:
    """Protocols to one treaty; "the Protocol thereto" may be an Optional or Additional Protocol, and the reverse."""
    for adjective in dict.fromkeys((word.adjective, "", "optional", "additional")):
        found = context.index.protocols_of(base, adjective, context.day)
        fitting = tuple(item for item in found if _of_year(word, item, context))
        if fitting and (adjective in (word.adjective, "") or not word.adjective):
            return fitting
    return ()


def _ids(spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(item for span in spans for item in span.treaty_ids)
