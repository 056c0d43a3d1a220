"""One resolution in one language as the link rooms read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipelines.rows import Row


@dataclass(frozen=True)
class LinkSource:
    """Rows of one resolution in one language, all lists in reading order.

    resolution: a row of `resolutions`; clauses, footnotes: rows of those tables; hyperlinks: dicts of
    clause_id, footnote_id (or None), language, start, end, href, offsets within the clause's or note's text.
    documents: hashes of the files that the clauses are from; what they give alone where it is empty.
    """

    resolution: Row
    language: str
    clauses: Sequence[Row]
    footnotes: Sequence[Row]
    hyperlinks: Sequence[Row] = ()
    documents: Sequence[str] = ()

    @property
    def symbol(self) -> str:
        return str(self.resolution["symbol"])

    @cached_property
    def clause_by_id(self) -> Mapping[str, Row]:
        return {clause["clause_id"]: clause for clause in self.clauses}

    @cached_property
    def notes_by_clause(self) -> Mapping[str | None, Sequence[Row]]:
        """Footnotes by clause_id, in order of their marks; None holds those to titles and headings."""
        notes: dict[str | None, list[Row]] = defaultdict(list)
        for note in self.footnotes:
            notes[note["clause_id"]].append(note)
        return notes

    def stems(self, clause: Row) -> list[Row]:
        """Parent clauses, nearest first."""
        found = []
        parent = self.clause_by_id.get(clause["parent_id"] or "")
        while parent is not None:
            found.append(parent)
            parent = self.clause_by_id.get(parent["parent_id"] or "")
        return found
