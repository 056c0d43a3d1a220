"""datapackage.json: the release as a Frictionless Data Package, version 2, made from the contracts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipelines.contracts import Contract
from pipelines.publish.about import About

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
NAME, SPECIMEN_NAME = "accede", "accede-specimen"


def sha256(path: Path) -> str:
    """SHA-256 of a file's bytes in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def descriptor(
    contracts: Sequence[Contract],
    folder: Path,
    rows: Mapping[str, int],
    digests: Mapping[str, str],
    about: About,
) -> dict[str, Any]:
    """The descriptor of a release whose Parquet files stand in `folder`. The DuckDB file has no hash in it: its bytes
    differ from build to build."""
    return {
        "$schema": PROFILE,
        "name": SPECIMEN_NAME if about.is_specimen else NAME,
        "title": about.title,
        "version": about.software_version,
        "description": "Which clause of which United Nations resolution calls on States to join which treaty, who had "
        "not joined on that day, and who did afterwards.",
        "x-is-specimen": about.is_specimen,
        "x-edition": about.edition,
        "resources": [_resource(contract, folder, rows, digests) for contract in contracts],
    }


def _resource(contract: Contract, folder: Path, rows: Mapping[str, int], digests: Mapping[str, str]) -> dict[str, Any]:
    path = f"parquet/{contract.name}.parquet"
    file = folder / path
    return {
        "$schema": RESOURCE_PROFILE,
        "name": contract.name,
        "type": "table",
        "title": contract.title,
        "description": contract.description,
        "path": path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": file.stat().st_size,
        "hash": f"sha256:{sha256(file)}",
        "sources": [{"title": contract.source}],
        "x-rights": contract.rights,
        "x-known-flaws": list(contract.known_flaws),
        "x-rows": rows[contract.name],
        "x-digest": digests[contract.name],
        "schema": _schema(contract),
    }


def _schema(contract: Contract) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": SCHEMA_PROFILE,
        "fields": [_field(words) for words in contract.descriptor["fields"]],
        "primaryKey": list(contract.primary_key),
    }
    if contract.foreign_keys:
        schema["foreignKeys"] = [
            {
                "fields": list(key.fields),
                # A table refers to itself by an empty name or its own; version 2 takes its own.
                "reference": {"resource": key.table, "fields": list(key.table_fields)},
            }
            for key in contract.foreign_keys
        ]
    return schema


def _field(words: Mapping[str, Any]) -> dict[str, Any]:
    return {name: words[name] for name in ("name", "type", "description", "constraints") if name in words}


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write a descriptor as JSON that a person can read."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
