"""Official hyperlinks on their way to the link room: no released table, but staged like one."""

from __future__ import annotations

import polars as pl

SCHEMA = {
    "clause_id": pl.String(),
    "footnote_id": pl.String(),
    "language": pl.String(),
    "start": pl.Int32(),
    "end": pl.Int32(),
    "href": pl.String(),
}
