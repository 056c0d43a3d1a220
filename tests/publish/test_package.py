"""datapackage.json is a valid Frictionless descriptor and true of the files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

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


def test_every_table_stands_in_it_with_hash_and_size(descriptor: dict[str, Any], small_release: Path) -> None:
    assert [resource["name"] for resource in descriptor["resources"]] == list(contracts())
    for resource in descriptor["resources"]:
        data = (small_release / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)


def test_schema_holds_keys(descriptor: dict[str, Any]) -> None:
    schema = {resource["name"]: resource["schema"] for resource in descriptor["resources"]}["footnotes"]
    assert schema["primaryKey"] == ["footnote_id", "language"]
    assert schema["foreignKeys"][1]["reference"] == {"resource": "clauses", "fields": ["clause_id", "language"]}
