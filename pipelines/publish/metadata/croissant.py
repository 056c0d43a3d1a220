"""croissant.json: the release for programs that learn from data (Croissant 1.0, a form of schema.org in JSON-LD)."""

from __future__ import annotations

from typing import Any

from pipelines.contracts import Contract, Field
from pipelines.publish.metadata import citation
from pipelines.publish.metadata.facts import Facts, File
from pipelines.publish.metadata.jsonld import without_empty
from pipelines.publish.metadata.words import DISCLAIMER, KEYWORDS, MAKER, NAME, RIGHTS, SPECIMEN_NAME, WHAT

# The name that the specification and its library know Parquet by; the registered one came later.
PARQUET = "application/x-parquet"
TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}
# The context that the specification prescribes, word for word: its library warns of any other.
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def dataset(facts: Facts) -> dict[str, Any]:
    """The release as a Croissant data set; files are named by their place beside croissant.json."""
    newest = facts.period.newest
    return without_empty(
        {
            "@context": CONTEXT,
            "@type": "sc:Dataset",
            "conformsTo": "http://mlcommons.org/croissant/1.0",
            "name": SPECIMEN_NAME if facts.about.is_specimen else NAME,
            "alternateName": facts.about.title,
            "description": f"{facts.about.title}. {WHAT} {DISCLAIMER}",
            "version": facts.about.version,
            "license": RIGHTS,
            "citeAs": citation.line(facts),
            "creator": {"@type": "sc:Organization", "name": MAKER},
            "keywords": list(KEYWORDS),
            "inLanguage": list(facts.period.languages),
            "datePublished": None if newest is None else newest.isoformat(),
            "distribution": [_file(facts.tables[contract.name], contract) for contract in facts.contracts],
            "recordSet": [_record_set(contract) for contract in facts.contracts],
        }
    )


def _file(file: File, contract: Contract) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": _file_id(contract),
        "name": _file_id(contract),
        "description": f"{contract.description} Rights: {contract.rights}",
        "contentUrl": file.path,
        "contentSize": f"{file.size} B",
        "encodingFormat": PARQUET,
        "sha256": file.sha256,
    }


def _file_id(contract: Contract) -> str:
    return f"{contract.name}.parquet"


def _record_set(contract: Contract) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": contract.name,
        "name": contract.name,
        "description": contract.description,
        "key": [{"@id": f"{contract.name}/{column}"} for column in contract.primary_key],
        "field": [_field(contract, field) for field in contract.fields],
    }


def _field(contract: Contract, field: Field) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{contract.name}/{field.name}",
        "name": field.name,
        "description": field.description,
        "dataType": TYPES[field.type],
        "source": {"fileObject": {"@id": _file_id(contract)}, "extract": {"column": field.name}},
    }
