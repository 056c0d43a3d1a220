"""How frames travel between assets: as Parquet files in a staging folder of one build."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import polars as pl


class Staging(dg.ConfigurableIOManager):
    """Keeps the frame of each asset as FOLDER/<asset>.parquet.

    Dagster's own default pickles into its home folder; dagster-polars 0.27 breaks with Polars 2.
    """

    folder: str

    def path(self, key: dg.AssetKey) -> Path:
        return Path(self.folder) / f"{key.path[-1]}.parquet"

    def handle_output(self, context: dg.OutputContext, obj: pl.DataFrame) -> None:
        path = self.path(context.asset_key)
        path.parent.mkdir(parents=True, exist_ok=True)
        obj.write_parquet(path, compression="lz4")
        context.add_output_metadata({"dagster/row_count": obj.height})

    def load_input(self, context: dg.InputContext) -> pl.DataFrame:
        return pl.read_parquet(self.path(context.asset_key), memory_map=False)
