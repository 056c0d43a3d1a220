"""What parsing one file gives: rows of the tables, and what the assembly still has to resolve."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipelines.rows import Row


@dataclass(slots=True)
class Parsed:
    """Rows drawn from one file, before it is known which file of a symbol and language is used.

    printed_votes: symbol, vote, name_printed. hyperlinks: clause_id, footnote_id (None for a link in the clause's
    own text), language, start, end, href; offsets count code points of the clause's or the note's text.
    """

    document: Row
    resolutions: list[Row] = field(default_factory=list)
    clauses: list[Row] = field(default_factory=list)
    footnotes: list[Row] = field(default_factory=list)
    clause_bridge: list[Row] = field(default_factory=list)
    quality: list[Row] = field(default_factory=list)
    printed_votes: list[Row] = field(default_factory=list)
    hyperlinks: list[Row] = field(default_factory=list)
