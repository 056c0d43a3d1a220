"""Official hyperlinks on their way to the link room: no released table, but staged like one."""

from __future__ import annotations

import polars as pl

from pipelines.rows import Row

SCHEMA = {
    "symbol": pl.String(),
    "clause_id": pl.String(),
    "footnote_id": pl.String(),
    "language": pl.String(),
    "start": pl.Int32(),
    "end": pl.Int32(),
    "href": pl.String(),
}


def symbol_of(link: Row) -> str:
    """The symbol that a hyperlink's keys begin with; a note to a title has no clause."""
    key: str = link["clause_id"] or link["footnote_id"]
    return key.partition("#")[0].partition("/note.")[0]
