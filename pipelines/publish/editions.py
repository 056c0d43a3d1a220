"""A text-free edition read back from its folder, and whether what was filled into it is the full edition again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from pipelines.contracts import contracts, of_edition
from pipelines.publish import connection, describe, digest, parquet
from pipelines.publish.about import About
from pipelines.publish.place import DESCRIPTOR


class NotTextFree(Exception):
    """The folder holds no text-free edition; one line."""


def about(folder: Path) -> About:
    """What a release says of itself in its descriptor. Raises NotTextFree where the folder holds no release."""
    try:
        return describe.read(folder).about
    except (OSError, ValueError, KeyError) as error:
        raise NotTextFree(f"{folder} holds no release with a {DESCRIPTOR} that names its edition") from error


def read(folder: Path) -> dict[str, pl.DataFrame]:
    """The tables of a text-free edition. Raises NotTextFree for anything else, and for tables of another version."""
    edition = about(folder).edition
    if edition != "text-free":
        raise NotTextFree(f"{folder} holds the {edition} edition: only a text-free one can be filled in")
    tables = {name: _table(folder, name) for name in contracts()}
    for name, contract in of_edition(edition).items():
        if tuple(tables[name].columns) != contract.columns:
            raise NotTextFree(f"{folder}: the table {name} has other columns than this version of the software knows")
    return tables


def _table(folder: Path, name: str) -> pl.DataFrame:
    path = _path(folder, name)
    if not path.is_file():
        raise NotTextFree(f"{folder}: the table {name} is missing")
    return pl.read_parquet(path)


def differing(tables: Mapping[str, pl.DataFrame], folder: Path) -> list[str]:
    """Filled tables whose content is not that of the full edition from which the one in `folder` was made."""
    found = []
    for name, contract in contracts().items():
        wanted = parquet.digest_of_full(_path(folder, name))
        if wanted is None:
            continue
        with connection.connect() as con:
            connection.register(con, {name: tables[name]})
            if digest.digest(con, contract) != wanted:
                found.append(name)
    return found


def _path(folder: Path, name: str) -> Path:
    return folder / "parquet" / f"{name}.parquet"
