"""datapackage.json: the release as a Frictionless Data Package, version 2, made from the contracts."""

from __future__ import annotations

from typing import Any

from pipelines.contracts import Contract, Field, ForeignKey
from pipelines.publish.metadata import citation
from pipelines.publish.metadata.facts import Facts
from pipelines.publish.metadata.jsonld import PARQUET
from pipelines.publish.metadata.words import DISCLAIMER, KEYWORDS, MAKER, NAME, SPECIMEN_NAME, WHAT

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"


def descriptor(facts: Facts) -> dict[str, Any]:
    """The descriptor of a release. The DuckDB file does not stand in it: a package is made of tables in files."""
    newest = facts.period.newest
    return {
        "$schema": PROFILE,
        "name": SPECIMEN_NAME if facts.about.is_specimen else NAME,
        "title": facts.about.title,
        "version": facts.about.version,
        "description": f"{WHAT} {DISCLAIMER}",
        "keywords": list(KEYWORDS),
        "contributors": [{"title": MAKER, "roles": ["creator"]}],
        "x-is-specimen": facts.about.is_specimen,
        "x-edition": facts.about.edition,
        "x-software-version": facts.about.software_version,
        "x-citation": citation.line(facts),
        "x-newest-day": None if newest is None else newest.isoformat(),
        "resources": [_resource(contract, facts) for contract in facts.contracts],
    }


def _resource(contract: Contract, facts: Facts) -> dict[str, Any]:
    file = facts.tables[contract.name]
    return {
        "$schema": RESOURCE_PROFILE,
        "name": contract.name,
        "type": "table",
        "title": contract.title,
        "description": contract.description,
        "path": file.path,
        "format": "parquet",
        "mediatype": PARQUET,
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "sources": [{"title": contract.source}],
        "x-rights": contract.rights,
        "x-known-flaws": list(contract.known_flaws),
        "x-rows": facts.rows[contract.name],
        "x-digest": facts.digests[contract.name],
        "schema": _schema(contract),
    }


def _schema(contract: Contract) -> dict[str, Any]:
    """Table Schema. Its rule for a key of several columns knows only whole references and wholly empty ones; keys of
    which a part may be empty, such as the parent of a clause in its language, stand apart from it."""
    keys = {
        "foreignKeys": [_foreign_key(key) for key in contract.foreign_keys if not _may_be_part_empty(contract, key)],
        "x-foreign-keys-where-filled": [
            _foreign_key(key) for key in contract.foreign_keys if _may_be_part_empty(contract, key)
        ],
    }
    return {
        "$schema": SCHEMA_PROFILE,
        "fields": [_field(field) for field in contract.fields],
        "primaryKey": list(contract.primary_key),
        **{name: stated for name, stated in keys.items() if stated},
    }


def _may_be_part_empty(contract: Contract, key: ForeignKey) -> bool:
    optional = {field.name for field in contract.fields if not field.is_required}
    return len(key.fields) > 1 and not optional.isdisjoint(key.fields)


def _foreign_key(key: ForeignKey) -> dict[str, Any]:
    # A table refers to itself by an empty name or its own; version 2 takes its own.
    return {"fields": list(key.fields), "reference": {"resource": key.table, "fields": list(key.table_fields)}}


def _field(field: Field) -> dict[str, Any]:
    constraints = {"constraints": dict(field.constraints)} if field.constraints else {}
    return {"name": field.name, "type": field.type, "description": field.description, **constraints}
