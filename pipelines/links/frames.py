"""The frames of all resolutions cut into sources; rows are made of what is looked at, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, overload

import polars as pl

from pipelines.links.source import LinkSource
from pipelines.rows import Row

KEY = ("symbol", "language")
Place = tuple[int, int]


class Cut(Sequence[Row]):
    """Some rows of a frame, from a place on, as rows; to another process they go as a list."""

    def __init__(self, frame: pl.DataFrame, start: int, length: int) -> None:
        self._frame = frame
        self._start = start
        self._length = length

    @cached_property
    def _rows(self) -> list[Row]:
        return self._frame.slice(self._start, self._length).to_dicts()

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        return self._rows[index]

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __reduce__(self) -> tuple[Any, ...]:
        return list, (self._rows,)


def cut(
    resolutions: pl.DataFrame, clauses: pl.DataFrame, footnotes: pl.DataFrame, hyperlinks: pl.DataFrame
) -> Iterator[LinkSource]:
    """One source for each resolution and language; all frames but the first come sorted by symbol and language."""
    by_symbol = {row["symbol"]: row for row in resolutions.iter_rows(named=True)}
    notes, links = _places(footnotes), _places(hyperlinks)
    documents = clauses.group_by(KEY, maintain_order=True).agg(pl.col("document").unique().sort())["document"]
    for ((symbol, language), place), files in zip(_places(clauses).items(), documents.to_list(), strict=True):
        key = symbol, language
        yield LinkSource(
            resolution=by_symbol[symbol],
            language=language,
            clauses=Cut(clauses, *place),
            footnotes=Cut(footnotes, *notes[key]) if key in notes else (),
            hyperlinks=Cut(hyperlinks, *links[key]) if key in links else (),
            documents=files,
        )


def _places(frame: pl.DataFrame) -> dict[tuple[str, str], Place]:
    """First row and number of rows of each symbol and language, in the order of the frame."""
    counted = frame.group_by(KEY, maintain_order=True).len().with_columns(start=pl.col("len").cum_sum() - pl.col("len"))
    return {(symbol, language): (start, length) for symbol, language, length, start in counted.iter_rows()}
