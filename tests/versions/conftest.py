"""The small release of tests/publish, and releases made from it with a change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from pipelines.publish.release import release
from tests.publish.fixtures import small_release, small_tables

__all__ = ["small_release", "small_tables"]

Change = Callable[[dict[str, pl.DataFrame]], dict[str, pl.DataFrame]]
Make = Callable[[Change], Path]


@pytest.fixture
def changed(small_tables: dict[str, pl.DataFrame], tmp_path: Path) -> Make:
    """A function that builds the small release with a change of its tables, unchecked."""

    def make(change: Change) -> Path:
        out = tmp_path / "changed"
        tables = change(dict(small_tables))
        release(tables, out, title="Accede", is_specimen=True, software_version="0.1.0", is_checked=True)
        return out

    return make
