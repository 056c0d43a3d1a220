"""datapackage.json is a valid Frictionless descriptor and true of the files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from frictionless import Package

from pipelines.contracts import contracts


@pytest.fixture(scope="module")
def descriptor(small_release: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((small_release / "datapackage.json").read_text())
    return loaded


def test_descriptor_is_valid(descriptor: dict[str, Any]) -> None:
    report = Package.validate_descriptor(descriptor)
    assert report.valid, report.flatten(["type", "note"])


def test_the_rows_hold_what_the_descriptor_says(
    descriptor: dict[str, Any], small_tables: dict[str, pl.DataFrame], tmp_path: Path
) -> None:
    """Types, rules, primary and foreign keys, by frictionless itself; from CSV, as it has no reader of Parquet here."""
    for resource in descriptor["resources"]:
        small_tables[resource["name"]].write_csv(tmp_path / f"{resource['name']}.csv")
    as_csv = [
        {"name": each["name"], "type": "table", "path": f"{each['name']}.csv", "schema": each["schema"]}
        for each in descriptor["resources"]
    ]
    report = Package.from_descriptor({"name": "sample", "resources": as_csv}, basepath=str(tmp_path)).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])


def test_every_table_stands_in_it_with_hash_and_size(descriptor: dict[str, Any], small_release: Path) -> None:
    assert [resource["name"] for resource in descriptor["resources"]] == list(contracts())
    for resource in descriptor["resources"]:
        data = (small_release / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)


def test_schema_holds_keys(descriptor: dict[str, Any]) -> None:
    schema = {resource["name"]: resource["schema"] for resource in descriptor["resources"]}["footnotes"]
    assert schema["primaryKey"] == ["footnote_id", "language"]
    assert {"fields": ["symbol"], "reference": {"resource": "resolutions", "fields": ["symbol"]}} in schema[
        "foreignKeys"
    ]
    (filled, *_) = schema["x-foreign-keys-where-filled"]
    assert filled["reference"] == {"resource": "clauses", "fields": ["clause_id", "language"]}
