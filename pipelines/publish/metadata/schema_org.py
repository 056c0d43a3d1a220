"""schema_org.jsonld: the release for search engines, as a Dataset of schema.org."""

from __future__ import annotations

from typing import Any

from pipelines.contracts import Contract
from pipelines.publish.metadata import citation
from pipelines.publish.metadata.facts import Facts, File
from pipelines.publish.metadata.jsonld import DUCKDB, PARQUET, without_empty
from pipelines.publish.metadata.words import DISCLAIMER, KEYWORDS, MAKER, RIGHTS, WHAT

# The vocabulary itself and not the address of its context, so that nobody needs a network to read the file.
CONTEXT = {"@vocab": "https://schema.org/"}


def dataset(facts: Facts) -> dict[str, Any]:
    """The release as a Dataset, each table as a part of it with its columns."""
    period = facts.period
    return without_empty(
        {
            "@context": CONTEXT,
            "@type": "Dataset",
            "name": facts.about.title,
            "description": f"{WHAT} {DISCLAIMER}",
            "version": facts.about.version,
            "dateModified": None if period.newest is None else period.newest.isoformat(),
            "temporalCoverage": None if period.first is None else f"{period.first}/{period.newest}",
            "inLanguage": list(period.languages),
            "keywords": list(KEYWORDS),
            "isAccessibleForFree": True,
            "license": {"@type": "CreativeWork", "name": "Rights by table", "text": RIGHTS},
            "creditText": citation.line(facts),
            "creator": {"@type": "Organization", "name": MAKER},
            "distribution": [_download(facts.database, DUCKDB, None)],
            "hasPart": [_table(facts, contract) for contract in facts.contracts],
        }
    )


def _table(facts: Facts, contract: Contract) -> dict[str, Any]:
    file = facts.tables[contract.name]
    return {
        "@type": "Dataset",
        "name": f"{facts.about.title}: {contract.title}",
        "alternateName": contract.name,
        "description": contract.description,
        "creditText": contract.source,
        "license": {"@type": "CreativeWork", "name": "Rights", "text": contract.rights},
        "creator": {"@type": "Organization", "name": MAKER},
        "variableMeasured": [
            {"@type": "PropertyValue", "name": field.name, "description": field.description}
            for field in contract.fields
        ],
        "distribution": [_download(file.path, PARQUET, file)],
    }


def _download(path: str, kind: str, file: File | None) -> dict[str, Any]:
    known = {} if file is None else {"contentSize": f"{file.size} B", "sha256": file.sha256}
    return {"@type": "DataDownload", "contentUrl": path, "encodingFormat": kind, **known}
