"""Treaties named in clauses: one row for each treaty at each place, with what it rests on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from pipelines.links.amendments import amended, decide_amendment
from pipelines.links.context import Context, Place, decide
from pipelines.links.generic import Generic, generics
from pipelines.links.index import Name, TreatyIndex
from pipelines.links.names import defined_tree, definitions, may_name, name_spans, on_subject_of, title_ids
from pipelines.links.notes import NoteTreaties, note_treaties
from pipelines.links.source import LinkSource
from pipelines.links.spans import Span
from pipelines.links.ties import tie
from pipelines.links.tree import NameTree
from pipelines.rows import Row, quality

_WORDS = "(Convention|Protocol|Treaty|Agreement|Charter|Covenant|Statute)"
_NOT_A_NAME = "The|This|That|These|Those|Optional|Additional|Supplementary|International|Framework|Nations"
_UNKNOWN = re.compile(
    rf"\b(?!(?:{_NOT_A_NAME})\s)[A-Z][\w’‑-]+\s+{_WORDS}\b(?!\s+(?:Organi[sz]ation|Series))"
    rf"|\b{_WORDS}\s+(?:against|relating|concerning|establishing|on(?!\s+\d))\b"
)
# Generic words are kept as unresolved only where the words around them speak of a treaty.
_TREATY_CONTEXT = re.compile(
    r"\b(?:part(?:y|ies) to|ratif\w+|acced\w+|accession\w*|signator\w+|signatures?|entry into force"
    r"|under (?:the|its|that)|articles? \d+\w* of|provisions of|obligations under|implementation of|adherence to"
    r"|universali[sz]ation of)\b"
)
# A text may be named by its title for a year before it is concluded.
_DRAFT = dt.timedelta(days=366)
_KEPT_UNRESOLVED = {"convention", "protocol", "covenant", "treaty"}


def mentions(source: LinkSource, index: TreatyIndex) -> tuple[list[Row], list[Row]]:
    """Rows of treaty_mentions and of quality for one resolution; treaties of a set share their span."""
    reading = _Reading(source, index)
    rows: list[Row] = []
    for clause in source.clauses:
        rows += _rows(source, clause, reading.spans_of(clause))
    return rows, reading.faults


class _Reading:
    """One resolution read in order: names first, over the whole document, then what needs their context."""

    def __init__(self, source: LinkSource, index: TreatyIndex) -> None:
        self.source = source
        self.index = index
        self.faults: list[Row] = []
        self.notes: dict[str, list[NoteTreaties]] = {}
        for found in note_treaties(source.footnotes, index):
            self.notes.setdefault(found.note["clause_id"] or "", []).append(found)
        self.named = self._named()
        self.context = self._context()
        self.defined: NameTree[Name] | None = None
        self.done: dict[str, list[Span]] = {}

    def _named(self) -> dict[str, list[Span]]:
        english = self.source.language == "en"
        found = {
            clause["clause_id"]: [
                span
                for span in name_spans(clause["text"], self.index.names, self._marks(clause))
                if not self._is_before_its_time(span)
            ]
            for clause in self.source.clauses
            if english and may_name(clause["text"])
        }
        known = {
            item
            for spans in found.values()
            for span in spans
            if not (span.needs or span.needs_words)
            for item in span.treaty_ids
        }
        known |= {item for notes in self.notes.values() for note in notes for item in note.treaty_ids}
        return {clause_id: [span for span in spans if self._counts(span, known)] for clause_id, spans in found.items()}

    def _marks(self, clause: Row) -> list[int]:
        return [note["offset"] for note in self.source.notes_by_clause.get(clause["clause_id"], ()) if note["offset"]]

    def _counts(self, span: Span, known: set[str]) -> bool:
        if span.needs_words and not any(
            words in clause["text"] for words in span.needs_words for clause in self.source.clauses
        ):
            return False
        return not span.needs or bool(known & set(span.needs))

    def _is_before_its_time(self, span: Span) -> bool:
        """True for a name that means something else yet: the Dayton-Paris Agreement in S/RES/1722(2006)."""
        day = self.source.resolution["adopted_on"]
        concluded = [self.index.concluded[item] for item in span.treaty_ids if item in self.index.concluded]
        return bool(day and concluded and min(concluded) > day + _DRAFT)

    def _context(self) -> Context:
        resolution = self.source.resolution
        title = title_ids(resolution["title"] or "", self.index) if self.source.language == "en" else ()
        named = [item for spans in self.named.values() for span in spans for item in span.treaty_ids]
        cited = [item for notes in self.notes.values() for note in notes for item in note.treaty_ids]
        document = list(dict.fromkeys(named + cited))
        subject = on_subject_of(resolution["title"] or "", document, self.index)
        return Context(self.index, resolution["adopted_on"], title, subject, document, self._unknown_kinds())

    def _unknown_kinds(self) -> set[str]:
        """Kinds of which the document holds a title that the index does not know."""
        kinds = set()
        for clause_id, spans in self.named.items():
            for match in _UNKNOWN.finditer(self.source.clause_by_id[clause_id]["text"]):
                if not any(span.start < match.end() and match.start() < span.end for span in spans):
                    kinds.add((match[1] or match[2]).lower())
        return kinds

    def spans_of(self, clause: Row) -> list[Span]:
        """Treaties named in one clause, in order; clauses are to be asked for in reading order."""
        clause_id, text = clause["clause_id"], clause["text"]
        if clause_id not in self.named and clause_id not in self.notes:
            return []
        spans = self._merge(text, self.named.get(clause_id, []))
        words = [*generics(text, spans), *amended(text, spans)] if clause_id in self.named else []
        spans = sorted([*spans, *words], key=lambda span: span.start)
        self._tie(clause, spans)
        self._define(text, spans)
        spans.sort(key=lambda span: (span.start, span.end))
        for word in sorted(words, key=lambda word: word.start):
            # In order of print, as one word may lean on the one before it.
            if not word.treaty_ids and not word.note_id:
                settle = decide_amendment if word.kind == "amendment" else decide
                settle(word, self._place(clause, spans, word), self.context)
        self.done[clause_id] = [span for span in spans if _is_kept(span, text)]
        self.context.so_far.update((item, None) for span in spans for item in span.treaty_ids)
        self.context.name(clause["ordinal"], [item for span in spans for item in span.treaty_ids])
        return self.done[clause_id]

    def _merge(self, text: str, spans: Sequence[Span]) -> list[Span]:
        """Names, and the document's own names where these are longer or surer."""
        if self.defined is None or self.source.language != "en":
            return list(spans)
        own = [span for span in name_spans(text, self.defined) if not any(_covers(other, span) for other in spans)]
        return [*own, *(span for span in spans if not any(_overlap(span, other) for other in own))]

    def _tie(self, clause: Row, spans: list[Span]) -> None:
        previous = 0
        for found in self.notes.get(clause["clause_id"], []):
            for conflict in tie(clause["text"], found, spans, previous, self.index):
                fault = "the title was believed"
                self.faults.append(quality("mention", found.note["footnote_id"], "mention_conflict", conflict, fault))
            spans.sort(key=lambda span: span.start)
            previous = found.note["offset"] or 0

    def _define(self, text: str, spans: Sequence[Span]) -> None:
        found = {name: span.treaty_ids for name, span in definitions(text, spans).items() if span.treaty_ids}
        if found:
            self.context.defined.update(found)
            self.defined = defined_tree(self.context.defined)

    def _place(self, clause: Row, spans: Sequence[Span], word: Generic) -> Place:
        stems = [span for stem in self.source.stems(clause) for span in self.done.get(stem["clause_id"], [])]
        headings = title_ids(clause["heading_path"] or "", self.index)
        return Place([span for span in spans if span.end <= word.start], stems, headings, clause["ordinal"])


def _covers(one: Span, other: Span) -> bool:
    return one.start <= other.start and other.end <= one.end and one.end - one.start > other.end - other.start


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_kept(span: Span, text: str) -> bool:
    if span.treaty_ids or span.note_id or not isinstance(span, Generic):
        return True
    return span.kind in _KEPT_UNRESOLVED and _TREATY_CONTEXT.search(text) is not None


def _rows(source: LinkSource, clause: Row, spans: Sequence[Span]) -> list[Row]:
    rows: list[Row] = []
    for span in spans:
        for treaty_id in span.treaty_ids or (None,):
            rows.append(_row(source, clause, span, treaty_id, len(rows) + 1))
    return rows


def _row(source: LinkSource, clause: Row, span: Span, treaty_id: str | None, number: int) -> Row:
    found: Mapping[str, object] = {
        "mention_id": f"{clause['clause_id']}/treaty.{number}",
        "language": source.language,
        "symbol": source.symbol,
        "clause_id": clause["clause_id"],
        "treaty_id": treaty_id,
        "span_start": span.start,
        "span_end": span.end,
        "printed": clause["text"][span.start : span.end],
        "evidence": span.evidence if treaty_id else "unresolved",
        "footnote_id": span.note_id,
        "reason": span.reasons.get(treaty_id or "") or span.reason,
    }
    return dict(found)
