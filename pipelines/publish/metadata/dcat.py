"""dcat.jsonld: the release for data portals: a catalogue of DCAT-AP 3, one data set a table and one for the whole."""

from __future__ import annotations

from typing import Any

from pipelines.contracts import Contract
from pipelines.publish.metadata.facts import Facts, File, Period
from pipelines.publish.metadata.jsonld import DUCKDB, PARQUET, without_empty
from pipelines.publish.metadata.words import DISCLAIMER, KEYWORDS, MAKER, RIGHTS, WHAT

EU = "http://publications.europa.eu/resource/authority/"
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# International issues; justice, legal system and public safety.
THEMES = [{"@id": f"{EU}data-theme/{code}"} for code in ("INTR", "JUST")]
LANGUAGES = {"ar": "ARA", "en": "ENG", "es": "SPA", "fr": "FRA", "ru": "RUS", "zh": "ZHO"}
WHOLE = "#release"


def catalogue(facts: Facts) -> dict[str, Any]:
    """The release as a catalogue; everything is named relative to the place of the file."""
    return {
        "@context": CONTEXT,
        "@id": "#catalogue",
        "@type": "dcat:Catalog",
        **_described(facts, facts.about.title, f"{WHAT} {DISCLAIMER}"),
        "dct:rights": _rights(RIGHTS),
        "dcat:dataset": [_whole(facts), *(_table(facts, contract) for contract in facts.contracts)],
    }


def _whole(facts: Facts) -> dict[str, Any]:
    what = "All tables, views and macros in one DuckDB file."
    return {
        "@id": WHOLE,
        **_dataset(facts, facts.about.title, WHAT),
        "dct:hasPart": [{"@id": _id(contract)} for contract in facts.contracts],
        "dcat:distribution": [_distribution(facts.database, DUCKDB, what, RIGHTS, None)],
    }


def _table(facts: Facts, contract: Contract) -> dict[str, Any]:
    file = facts.tables[contract.name]
    return {
        "@id": _id(contract),
        **_dataset(facts, f"{facts.about.title}: {contract.title}", contract.description),
        "dct:identifier": contract.name,
        "dct:isPartOf": {"@id": WHOLE},
        "dct:provenance": {"@type": "dct:ProvenanceStatement", "rdfs:label": contract.source},
        "dcat:distribution": [
            _distribution(file.path, PARQUET, f"{contract.title} as Parquet.", contract.rights, file)
        ],
    }


def _id(contract: Contract) -> str:
    return f"#{contract.name}"


def _dataset(facts: Facts, title: str, description: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Dataset",
        **_described(facts, title, description),
        **_temporal(facts.period),
        "dcat:version": facts.about.version,
        "dcat:keyword": list(KEYWORDS),
        "dcat:theme": THEMES,
        "dct:accessRights": {"@id": f"{EU}access-right/PUBLIC", "@type": "dct:RightsStatement"},
    }


def _described(facts: Facts, title: str, description: str) -> dict[str, Any]:
    period = facts.period
    return without_empty(
        {
            "dct:title": title,
            "dct:description": description,
            "dct:publisher": {"@id": "#publisher", "@type": "foaf:Agent", "foaf:name": MAKER},
            "dct:modified": None if period.newest is None else _date(period.newest),
            "dct:language": [
                {"@id": f"{EU}language/{LANGUAGES[code]}"} for code in period.languages if code in LANGUAGES
            ],
        }
    )


def _temporal(period: Period) -> dict[str, Any]:
    if period.first is None or period.newest is None:
        return {}
    return {
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _date(period.first),
            "dcat:endDate": _date(period.newest),
        }
    }


def _distribution(path: str, kind: str, description: str, rights: str, file: File | None) -> dict[str, Any]:
    return {
        "@id": f"#{path}",
        "@type": "dcat:Distribution",
        "dct:title": path.rsplit("/", 1)[-1],
        "dct:description": description,
        "dcat:accessURL": {"@id": path},
        "dcat:downloadURL": {"@id": path},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{kind}"},
        "dct:rights": _rights(rights),
        **({} if file is None else _size(file)),
    }


def _size(file: File) -> dict[str, Any]:
    return {
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": _checksum(file.sha256),
    }


def _checksum(sha256: str) -> dict[str, Any]:
    return {
        "@type": "spdx:Checksum",
        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
        "spdx:checksumValue": {"@value": sha256, "@type": "xsd:hexBinary"},
    }


def _rights(words: str) -> dict[str, Any]:
    return {"@type": "dct:RightsStatement", "rdfs:label": words}


def _date(day: object) -> dict[str, str]:
    return {"@value": str(day), "@type": "xsd:date"}
