"""Footnotes and hyperlinks of a statement as rows, each with the clause and the place where its mark stands."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from pipelines.clauses.parsed import Parsed
from pipelines.readers.document import Block, Document, Link, Mark
from pipelines.rows import Row


class Notes:
    """Makes the rows of one statement's notes; ordinals and ids count over the whole statement."""

    def __init__(self, document: Document, symbol: str, sha256: str, parsed: Parsed) -> None:
        self.document = document
        self.symbol = symbol
        self.sha256 = sha256
        self.parsed = parsed
        self.count = 0
        self.ids: Counter[str] = Counter()

    def of_clause(self, block: Block, clause_id: str, cut: int) -> None:
        """Notes and links of a clause whose text starts `cut` code points into its block."""
        for mark in block.marks:
            self._note(mark, clause_id, max(0, mark.offset - cut))
        for link in block.links:
            if link.start >= cut:
                self._link(link, clause_id, None, cut)

    def of_loose(self, block: Block) -> None:
        """Notes to a title, heading or table, which belong to no clause."""
        for mark in block.marks:
            self._note(mark, None, None)

    def _note(self, mark: Mark, clause_id: str | None, offset: int | None) -> None:
        if mark.is_repeat:
            return
        note = mark.note
        self.count += 1
        footnote_id = self._id(f"{clause_id or self.symbol}/note.{note.marker}")
        text = self.document.text[note.start : note.end] if note.start is not None else None
        self.parsed.footnotes.append(
            {
                "footnote_id": footnote_id,
                "language": self.document.language,
                "symbol": self.symbol,
                "ordinal": self.count,
                "clause_id": clause_id,
                "marker": note.marker,
                "offset": offset,
                "text": text,
                "text_sha256": None if text is None else sha256(text.encode()).hexdigest(),
                "document": self.sha256,
                "span_start": note.start,
                "span_end": note.end,
            }
        )
        for link in note.links:
            self._link(link, clause_id, footnote_id, 0)

    def _id(self, wanted: str) -> str:
        self.ids[wanted] += 1
        return wanted if self.ids[wanted] == 1 else f"{wanted}~{self.ids[wanted]}"

    def _link(self, link: Link, clause_id: str | None, footnote_id: str | None, cut: int) -> None:
        row: Row = {
            "clause_id": clause_id,
            "footnote_id": footnote_id,
            "language": self.document.language,
            "start": link.start - cut,
            "end": link.end - cut,
            "href": link.href,
        }
        self.parsed.hyperlinks.append(row)
