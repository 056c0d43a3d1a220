"""The specimen archive: what it must hold to be worth building, and that nobody can take it for the real thing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from pipelines.archive.importer import ImportReport, import_paths
from pipelines.archive.store import Archive
from pipelines.clauses.stage import parse_all
from pipelines.links.index import TreatyIndex
from pipelines.links.link import Tables, link, sources
from pipelines.paths import SPECIMEN
from pipelines.rows import Row
from pipelines.treaties.build import build
from tests.pdf import specimens

DOCUMENTS = sorted((SPECIMEN / "documents").glob("*.xml"))
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"

# The calls that the texts make: clause and treaty.
CALLS = {
    ("A/RES/0/1#op.2", "XVIII-12-a"),
    ("A/RES/0/1#op.3", "XVIII-12-a"),
    ("A/RES/0/1#op.4", "XVIII-12"),
    ("A/RES/0/1#op.5.d", "IV-11-c"),
    ("A/RES/0/2#pp.5", "IV-11-c"),
    ("A/RES/0/2#op.1", "IV-11"),
    ("A/RES/0/2#op.2", "IV-11-c"),
    ("A/RES/0/2#op.3", "IV-11"),
    ("A/RES/0/2#op.4", "IV-11-c"),
    ("A/RES/0/3#op.I.1", "XVIII-12-a"),
    ("A/RES/0/3#op.II.1", "IV-11-c"),
    ("A/RES/0/4A#op.1", "XVIII-12-a"),
    ("A/RES/0/4A#op.2", "XVIII-12-a"),
    ("A/RES/0/4B#op.1", "IV-11-c"),
    ("A/RES/0/5#op.1", "XVIII-12-a"),
    ("A/RES/0/5#op.2", "XVIII-12-a"),
    ("A/RES/0/6#op.u0.d", "XVIII-12-a"),
    ("A/RES/0/7#op.1", "IV-11-c"),
    ("A/RES/0/8#op.1", "IV-11-c"),
    ("S/RES/2(0)#op.3.c", "XVIII-12"),
    ("S/RES/2(0)#op.3.c", "XVIII-12-a"),
    ("S/RES/2(0)#op.4", "XVIII-12"),
    ("S/PRST/0/1#op.u3", "XVIII-12-a"),
    ("A/HRC/RES/0/1#op.1.b", "XVIII-12-a"),
    ("E/RES/0/1#op.1", "XVIII-12"),
    ("E/RES/0/1#op.2", "XVIII-12"),
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Archive, ImportReport]:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    return archive, import_paths([SPECIMEN], archive)


@pytest.fixture(scope="module")
def treaties(imported: tuple[Archive, ImportReport]) -> Tables:
    archive, _ = imported
    return build([(entry, archive.read(entry.sha256)) for entry in archive.entries() if entry.format == "status"])


@pytest.fixture(scope="module")
def parsed(imported: tuple[Archive, ImportReport]) -> Tables:
    documents, unreadable = parse_all(imported[0])
    names = ("resolutions", "clauses", "footnotes", "hyperlinks", "quality")
    tables = {name: [row for document in documents for row in getattr(document, name)] for name in names}
    return {**tables, "quality": [*unreadable, *tables["quality"]]}


@pytest.fixture(scope="module")
def linked(parsed: Tables, treaties: Tables) -> Tables:
    index = TreatyIndex.build(treaties["treaties"])
    tables = [link(source, index) for source in _english(parsed)]
    return {name: [row for table in tables for row in table[name]] for name in tables[0]}


def _english(parsed: Tables) -> Iterator[object]:
    def chosen(name: str) -> list[Row]:
        rows = (row for row in parsed[name] if row.get("language") == "en")
        return sorted(rows, key=lambda row: row["symbol"]) if name != "hyperlinks" else []

    yield from sources(parsed["resolutions"], chosen("clauses"), chosen("footnotes"), chosen("hyperlinks"))


def test_every_file_is_taken_without_a_word_from_the_user(imported: tuple[Archive, ImportReport]) -> None:
    _, report = imported
    assert [Path(name.name).name for name in report.not_taken] == ["README.md"]
    assert report.warnings == []
    assert {entry.format for entry in report.taken} == {"akn", "word", "pdf", "text", "extract", "status"}


def test_no_row_can_be_taken_for_a_real_resolution(parsed: Tables) -> None:
    assert parsed["resolutions"]
    assert all(row["is_specimen"] for row in parsed["resolutions"])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_document_says_specimen_on_its_cover(path: Path) -> None:
    cover = etree.parse(path).find(f".//{AKN}coverPage/{AKN}p/{AKN}docStatus")
    assert cover is not None
    assert (cover.text or "").startswith("SPECIMEN")


def test_the_only_fault_is_the_one_put_there_on_purpose(parsed: Tables, treaties: Tables) -> None:
    faults = {(row["subject"], row["kind"]) for row in [*parsed["quality"], *treaties["quality"]]}
    assert faults == {("A/RES/0/1#op.4~2", "duplicate_label")}


def test_both_languages_have_the_same_clauses(parsed: Tables) -> None:
    ids = {language: [] for language in ("en", "fr")}  # type: dict[str, list[str]]
    for row in parsed["clauses"]:
        if row["symbol"] == "A/RES/0/1":
            ids[row["language"]].append(row["clause_id"])
    assert ids["en"] == ids["fr"]


def test_treaty_facts_are_those_of_their_day(treaties: Tables) -> None:
    told = {
        row["treaty_id"]: (row["signatories_stated"], row["parties_stated"], row["as_at"].isoformat())
        for row in treaties["treaties"]
        if row["has_status"]
    }
    assert told == {
        "XVIII-12-a": (117, 173, "2018-01-15"),
        "IV-11-c": (121, 174, "2018-01-15"),
        "IV-11": (140, 194, "2015-03-14"),
        "XVIII-12": (147, 179, "2014-07-10"),
    }


def test_only_the_congo_and_uganda_had_signed_the_trafficking_protocol_and_gone_no_further(treaties: Tables) -> None:
    signed = [
        row["participant_id"]
        for row in treaties["treaty_standing"]
        if (row["treaty_id"], row["standing"], row["valid_to"]) == ("XVIII-12-a", "signatory", None)
    ]
    assert sorted(signed) == ["COG", "UGA"]


def test_the_calls_found_are_the_calls_made(linked: Tables) -> None:
    assert {(row["clause_id"], row["treaty_id"]) for row in linked["accession_calls"]} == CALLS


@pytest.mark.parametrize("name", sorted(specimens()))
def test_the_pdfs_are_those_that_the_command_makes(name: str) -> None:
    assert (SPECIMEN / "documents" / name).read_bytes() == specimens()[name]


def test_an_item_of_the_pdf_runs_over_the_page(parsed: Tables) -> None:
    rows = {row["clause_id"]: row for row in parsed["clauses"] if row["symbol"] == "A/RES/0/8"}
    assert list(rows)[-7:] == [f"A/RES/0/8#op.{place}" for place in ("2.a", "2.b", "2.b.i", "2.b.ii", "2.c", "3", "4")]
    assert (rows["A/RES/0/8#op.2.c"]["page_from"], rows["A/RES/0/8#op.2.c"]["page_to"]) == (1, 2)


def test_the_fragment_begins_and_ends_inside_a_sub_paragraph(parsed: Tables) -> None:
    rows = [row for row in parsed["clauses"] if row["symbol"] == "A/RES/0/6"]
    assert [row["label"] for row in rows if row["label"]] == ["(b)", "(c)", "(d)", "(e)"]
    assert not any("A/RES/0/6" in row["text"] or "3/4" in row["text"] for row in rows)
    notes = [(row["marker"], row["text"]) for row in parsed["footnotes"] if row["symbol"] == "A/RES/0/6"]
    assert notes == [("8", None)]


def test_a_sub_paragraph_runs_over_the_page_without_its_furniture(parsed: Tables) -> None:
    texts = {row["clause_id"]: row["text"] for row in parsed["clauses"] if row["symbol"] == "A/RES/0/7"}
    assert texts["A/RES/0/7#op.2.b"].endswith("by a person who has the power to send a patrol;")
    notes = [row["text"] for row in parsed["footnotes"] if row["symbol"] == "A/RES/0/7"]
    assert notes == ["United Nations, Treaty Series, vol. 1577, No. 27531.", "Ibid., vol. 2171, No. 27531."]
