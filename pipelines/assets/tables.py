"""What every table asset shares: its spec from the contract and its output from rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import dagster as dg
import polars as pl

from pipelines.contracts import contract, contracts
from pipelines.rows import Row


def outs(group: str, tables: Sequence[str], intermediate: Mapping[str, str] | None = None) -> dict[str, dg.AssetOut]:
    """Outputs of one multi-asset: released tables by their contracts, and intermediate frames by a description."""
    described = {name: contract(name).description for name in tables} | dict(intermediate or {})
    return {
        name: dg.AssetOut(group_name=group, description=text, io_manager_key="staging", kinds={"parquet"})
        for name, text in described.items()
    }


def outputs(frames: Mapping[str, pl.DataFrame]) -> Iterator[dg.Output[pl.DataFrame]]:
    """One Dagster output for each frame."""
    for name, frame in frames.items():
        yield dg.Output(frame, output_name=name)


def framed(tables: dict[str, list[Row]], names: Sequence[str], faults: str) -> dict[str, pl.DataFrame]:
    """Rows as frames under their contracts; the quality rows of a room travel under the name `faults`.

    Takes the rows out of `tables` one table at a time: rows and frames of everything together would not fit well.
    """
    frames = {name: contract(name).frame(tables.pop(name)) for name in names}
    frames[faults] = contract("quality").frame(tables.pop("quality"))
    return frames


def with_faults(frame: pl.DataFrame, faults: Sequence[Row]) -> pl.DataFrame:
    """A frame of quality rows with more of them."""
    return pl.concat([frame, contract("quality").frame(faults)])


def released() -> tuple[str, ...]:
    """Names of all released tables, each after those that it points to."""
    return tuple(contracts())
