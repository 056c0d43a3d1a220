"""The small release, made once for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from pipelines.publish.release import release
from tests.publish.tables import tables


@pytest.fixture(scope="session")
def small_tables() -> dict[str, pl.DataFrame]:
    return tables()


@pytest.fixture(scope="session")
def small_release(small_tables: dict[str, pl.DataFrame], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a published release of the small tables."""
    out = tmp_path_factory.mktemp("small") / "release"
    release(small_tables, out, title="Accede", is_specimen=True, software_version="0.1.0")
    return out
