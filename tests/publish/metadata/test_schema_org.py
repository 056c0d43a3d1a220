"""schema_org.jsonld is RDF in the terms of schema.org alone, and names every table, column and file."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, Graph, Literal, URIRef

from pipelines.contracts import contracts

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


@pytest.fixture(scope="module")
def graph(small_release: Path) -> Graph:
    place = "https://example.org/release/schema_org.jsonld"
    return Graph().parse(small_release / "schema_org.jsonld", format="json-ld", publicID=place)


def test_every_term_is_one_of_schema_org(graph: Graph) -> None:
    kinds = {kind for kind in graph.objects(None, RDF.type) if isinstance(kind, URIRef)}
    names = {name for name in graph.predicates() if name != RDF.type}
    assert [term for term in kinds | names if term not in rdflib.SDO] == []


def test_what_search_engines_require_stands_there(graph: Graph) -> None:
    for subject in graph.subjects(RDF.type, rdflib.SDO.Dataset):
        assert {rdflib.SDO.name, rdflib.SDO.description, rdflib.SDO.license, rdflib.SDO.creator} <= set(
            graph.predicates(subject)
        )


def test_every_column_is_named_for_its_table(graph: Graph) -> None:
    for name, contract in contracts().items():
        table = graph.value(None, rdflib.SDO.alternateName, Literal(name))
        columns = {
            str(graph.value(each, rdflib.SDO.name)) for each in graph.objects(table, rdflib.SDO.variableMeasured)
        }
        assert columns == set(contract.columns)
