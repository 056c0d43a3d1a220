"""dcat.jsonld is RDF, and has what DCAT-AP 3 makes mandatory, of the kind and as often as it says."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib import DCTERMS, FOAF, RDF, Graph, Literal, Namespace, Node, URIRef

from pipelines.contracts import contracts

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
SPDX = Namespace("http://spdx.org/rdf/terms#")
PLACE = "https://example.org/release/"


@pytest.fixture(scope="module")
def graph(small_release: Path) -> Graph:
    return Graph().parse(small_release / "dcat.jsonld", format="json-ld", publicID=f"{PLACE}dcat.jsonld")


# Class, property, and how often at least and at most; None is any number.
RULES: list[tuple[URIRef, URIRef, int, int | None]] = [
    (rdflib.DCAT.Catalog, DCTERMS.title, 1, None),
    (rdflib.DCAT.Catalog, DCTERMS.description, 1, None),
    (rdflib.DCAT.Catalog, DCTERMS.publisher, 1, 1),
    (rdflib.DCAT.Catalog, DCTERMS.modified, 0, 1),
    (rdflib.DCAT.Dataset, DCTERMS.title, 1, None),
    (rdflib.DCAT.Dataset, DCTERMS.description, 1, None),
    (rdflib.DCAT.Dataset, DCTERMS.publisher, 0, 1),
    (rdflib.DCAT.Dataset, DCTERMS.accessRights, 0, 1),
    (rdflib.DCAT.Dataset, DCTERMS.modified, 0, 1),
    (rdflib.DCAT.Dataset, rdflib.DCAT.distribution, 1, None),
    (rdflib.DCAT.Distribution, rdflib.DCAT.accessURL, 1, None),
    (rdflib.DCAT.Distribution, DCTERMS.rights, 0, 1),
    (rdflib.DCAT.Distribution, rdflib.DCAT.mediaType, 0, 1),
    (rdflib.DCAT.Distribution, rdflib.DCAT.byteSize, 0, 1),
    (rdflib.DCAT.Distribution, SPDX.checksum, 0, 1),
    (FOAF.Agent, FOAF.name, 1, None),
    (SPDX.Checksum, SPDX.algorithm, 1, 1),
    (SPDX.Checksum, SPDX.checksumValue, 1, 1),
]


@pytest.mark.parametrize(("kind", "name", "least", "most"), RULES)
def test_cardinality(graph: Graph, kind: URIRef, name: URIRef, least: int, most: int | None) -> None:
    subjects = list(graph.subjects(RDF.type, kind))
    assert subjects
    for subject in subjects:
        times = len(list(graph.objects(subject, name)))
        assert least <= times <= (most or times), subject


def test_one_data_set_for_each_table_and_one_for_the_whole(graph: Graph) -> None:
    assert set(graph.objects(None, DCTERMS.identifier)) == {Literal(name, lang="en") for name in contracts()}
    assert len(list(graph.objects(None, rdflib.DCAT.dataset))) == len(contracts()) + 1


def test_every_address_is_a_file_of_the_release(graph: Graph, small_release: Path) -> None:
    for subject in graph.subjects(RDF.type, rdflib.DCAT.Distribution):
        assert (small_release / _one(graph, subject, rdflib.DCAT.accessURL).removeprefix(PLACE)).is_file()


def test_sizes_are_those_of_the_files(graph: Graph, small_release: Path) -> None:
    for subject, size in graph.subject_objects(rdflib.DCAT.byteSize):
        file = small_release / _one(graph, subject, rdflib.DCAT.accessURL).removeprefix(PLACE)
        assert size == Literal(file.stat().st_size, datatype=rdflib.XSD.nonNegativeInteger)


def test_titles_say_specimen(graph: Graph) -> None:
    described = [*graph.subjects(RDF.type, rdflib.DCAT.Dataset), *graph.subjects(RDF.type, rdflib.DCAT.Catalog)]
    assert all(_one(graph, subject, DCTERMS.title).startswith("SPECIMEN") for subject in described)


def _one(graph: Graph, subject: Node, name: URIRef) -> str:
    return str(graph.value(subject, name))
