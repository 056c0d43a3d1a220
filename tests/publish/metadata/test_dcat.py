"""dcat.jsonld is RDF, and has what DCAT-AP 3 makes mandatory, of the kind and as often as it says (dcat_ap.ttl)."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import DCTERMS, RDF, SH, Graph, Literal, Node, URIRef

from pipelines.contracts import contracts

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
PLACE = "https://example.org/release/"
SHAPES = Graph().parse(Path(__file__).with_name("dcat_ap.ttl"))


@pytest.fixture(scope="module")
def graph(small_release: Path) -> Graph:
    return Graph().parse(small_release / "dcat.jsonld", format="json-ld", publicID=f"{PLACE}dcat.jsonld")


def conforms(graph: Graph) -> tuple[bool, str]:
    """Whether a graph has what the shapes ask for, and what it lacks."""
    is_valid, _, said = pyshacl.validate(graph, shacl_graph=SHAPES)
    return is_valid, said


def test_it_has_what_dcat_ap_asks_for(graph: Graph) -> None:
    is_valid, said = conforms(graph)
    assert is_valid, said


MANDATORY = sorted(
    (str(kind), str(path))
    for shape, kind in SHAPES.subject_objects(SH.targetClass)
    for rule in SHAPES.objects(shape, SH.property)
    if SHAPES.value(rule, SH.minCount) is not None
    for path in SHAPES.objects(rule, SH.path)
)


@pytest.mark.parametrize(("kind", "name"), MANDATORY)
def test_it_would_not_pass_without_what_is_mandatory(graph: Graph, kind: str, name: str) -> None:
    subject = min(graph.subjects(RDF.type, URIRef(kind)))
    lacking = Graph() + graph
    lacking.remove((subject, URIRef(name), None))
    assert not conforms(lacking)[0]


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
