"""The score of one document, and the documents of an archive that can be scored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive
from pipelines.cli.main import app
from pipelines.contracts import contract
from pipelines.evaluation.difference import differences, note_differences, pieces
from pipelines.evaluation.documents import read_pairs, result
from pipelines.evaluation.pairs import pairs
from pipelines.evaluation.score import score
from pipelines.evaluation.table import evaluation, worst
from pipelines.paths import SPECIMEN
from pipelines.readers import read
from tests.docx import of_document

Row = dict[str, Any]


def clause(text: str, number: int = 1, **other: object) -> Row:
    return {
        "clause_id": f"A/RES/0/9#op.{number}",
        "part": "operative",
        "label": str(number),
        "verb": None,
        "text": text,
        **other,
    }


def test_a_paragraph_counts_as_often_as_it_stands_there() -> None:
    official = [clause("Tests;", 1), clause("Tests;", 2), clause("Reads;", 3)]
    found = score(official, [clause("Tests;"), clause("Reads", 3)])
    figures = found.figures()
    assert (figures["precision"], figures["recall"], figures["f1"]) == ((1, 2), (1, 3), (2, 5))


def test_a_hyphen_that_does_not_break_is_a_hyphen() -> None:
    assert score([clause("cease\u2011fire;")], [clause("cease-fire;")]).same == 1


def test_part_label_and_verb_are_compared_on_paragraphs_that_are_the_same() -> None:
    official = [clause("One;", 1, verb="ask"), clause("Two;", 2, verb="urge"), clause("Three;", 3, verb="note")]
    other = [clause("One;", 1, verb="ask"), clause("Two;", 7, part="preamble", verb="ask")]
    found = score(official, other)
    assert (found.same, found.same_part, found.same_label) == (2, 1, 1)
    assert (found.official_verbs, found.same_verbs) == (2, 1)


def test_a_note_is_tied_when_its_paragraph_is_the_right_one() -> None:
    official, other = [clause("One;", 1), clause("Two;", 2)], [clause("One;", 1), clause("Two;", 2)]
    notes = [{"text": text, "clause_id": row["clause_id"]} for text, row in zip(("a", "b"), official, strict=True)]
    moved = [notes[0], {"text": "b", "clause_id": official[0]["clause_id"]}]
    found = score(official, other, (notes, moved))
    assert (found.official_notes, found.found_notes, found.tied_notes) == (2, 2, 1)


def test_differences_leave_out_what_agrees() -> None:
    official = [clause("One;", 1), clause("Two;", 2), clause("Three;", 3)]
    other = [clause("One;", 1), clause("Three;", 4)]
    found = [(one.columns, one.other and one.other["text"]) for one in differences(official, other)]
    assert found == [(("text",), None), (("label",), "Three;")]


def test_paragraphs_alike_stand_side_by_side() -> None:
    official, other = [clause("asks all States to report")], [clause("New York"), clause("asks all States to repeat")]
    found = [(one.official and one.official["text"], one.other["text"]) for one in differences(official, other)]
    assert found == [(None, "New York"), (official[0]["text"], other[1]["text"])]


def test_notes_differ_by_marker_and_text() -> None:
    official = [{"marker": "1", "text": "One."}, {"marker": "2", "text": "Two."}]
    other = [{"marker": "1", "text": "One."}, {"marker": "2", "text": "Too."}, {"marker": "3", "text": "Three."}]
    assert note_differences(official, other) == [(official[1], other[1]), (None, other[2])]


def test_pieces_mark_the_words_that_differ() -> None:
    assert pieces("asks all States", "asks some States")[1] == [("asks", False), ("some", True), ("States", False)]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Three resolutions in official XML, two of them in Word too, one of these without its last paragraphs."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a_res_0_1_en", "a_res_0_2_en", "a_res_0_3_en"):
        data = (SPECIMEN / "documents" / f"{name}.xml").read_bytes()
        (folder / f"{name}.xml").write_bytes(data)
        document = read(data, "akn")
        if name == "a_res_0_1_en":
            (folder / f"{name}.docx").write_bytes(of_document(document))
        if name == "a_res_0_2_en":
            (folder / f"{name}.docx").write_bytes(of_document(_shortened(document)))
    held = Archive(tmp_path / "archive")
    import_paths([folder], held)
    return held


def _shortened(document: Any) -> Any:
    from dataclasses import replace

    statement = document.statements[0]
    return replace(document, statements=(replace(statement, blocks=statement.blocks[:-2]),))


def test_documents_in_two_formats_are_scored_and_the_worst_are_listed(archive: Archive) -> None:
    results = [result(pair) for pair in read_pairs(archive)]
    assert [(one.symbol, one.format) for one in results] == [("A/RES/0/1", "word"), ("A/RES/0/2", "word")]
    assert [one.symbol for one in worst(results, 5)] == ["A/RES/0/2"]
    assert len(read_pairs(archive, symbol="A/RES/0/2")) == 1


def test_the_table_has_each_figure_of_each_format_and_era(archive: Archive) -> None:
    rows = evaluation([result(pair) for pair in read_pairs(archive)])
    table = contract("evaluation").frame(rows)
    (recall,) = table.filter(format="word", era="all", figure="recall").to_dicts()
    assert recall["documents"] == 2 and recall["total"] - recall["matched"] == 1
    assert recall["share"] == recall["matched"] / recall["total"]


def test_a_document_that_cannot_be_read_has_lost_all_of_it(archive: Archive) -> None:
    (pair,) = read_pairs(archive, symbol="A/RES/0/1")
    entries = {entry.sha256: entry for entry in archive.entries()}
    (unread,) = pairs([pair.official], [(entries[pair.other.document["sha256"]], "encrypted")])
    found = result(unread)
    assert (found.unread, found.score.same, found.score.official) == ("encrypted", 0, len(pair.official.clauses))


def test_the_command_prints_the_table_and_what_differs(archive: Archive) -> None:
    run = CliRunner().invoke
    said = run(app, ["evaluate", "--archive", str(archive.root)])
    assert said.exit_code == 0 and "A/RES/0/2" in said.stdout and "word" in said.stdout
    said = run(app, ["evaluate", "--archive", str(archive.root), "--show", "A/RES/0/1"])
    assert said.exit_code == 0 and "0 differences in paragraphs, 0 in notes" in said.stdout
    assert run(app, ["evaluate", "--archive", str(archive.root), "--show", "A/RES/0/3"]).exit_code == 1
    assert run(app, ["evaluate", "--archive", str(archive.root / "none")]).exit_code == 2
