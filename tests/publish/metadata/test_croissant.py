"""croissant.json passes its own library without a word, and the library reads every record back through it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import mlcroissant
import pandas as pd
import polars as pl
import pytest

from pipelines.contracts import contracts

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib", "ignore:The inplace keyword")


@pytest.fixture(scope="module")
def dataset(small_release: Path) -> mlcroissant.Dataset:
    return mlcroissant.Dataset(jsonld=str(small_release / "croissant.json"))


def plain(value: Any) -> Any:
    """A value as the library gives it, as Python has it: text comes as bytes, days as time stamps, nothing as NaN."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, pd.Timestamp):
        return value.date()
    return None if pd.isna(value) else value


def test_it_is_valid_without_errors_and_warnings(dataset: mlcroissant.Dataset) -> None:
    issues = dataset.metadata.ctx.issues
    assert (issues.errors, issues.warnings) == (set(), set())


def test_every_table_is_a_record_set_with_its_columns_in_order(dataset: mlcroissant.Dataset) -> None:
    found = {each.id: [field.name for field in each.fields] for each in dataset.metadata.record_sets}
    assert found == {name: list(each.columns) for name, each in contracts().items()}


@pytest.mark.parametrize("table", list(contracts()))
def test_records_read_back_as_they_were(
    dataset: mlcroissant.Dataset, small_tables: dict[str, pl.DataFrame], table: str
) -> None:
    records = [{key.split("/", 1)[1]: plain(value) for key, value in each.items()} for each in dataset.records(table)]
    assert records == small_tables[table].to_dicts()


def test_its_day_is_the_newest_of_the_data(dataset: mlcroissant.Dataset) -> None:
    assert dataset.metadata.date_published.date() == date(2018, 1, 15)
