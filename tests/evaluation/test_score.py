"""The score of one document, and the documents of an archive that can be scored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive
from pipelines.cli.main import app
from pipelines.evaluation.difference import differences, pieces
from pipelines.evaluation.documents import evaluate, pairs
from pipelines.evaluation.score import Score, score
from pipelines.evaluation.table import summary, worst
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
    assert (found.same, found.precision, found.recall, found.f1) == (1, 0.5, 1 / 3, 0.4)


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


def test_nothing_to_find_is_no_loss() -> None:
    assert (Score().f1, Score().precision) == (1.0, 1.0)


def test_differences_leave_out_what_agrees() -> None:
    official = [clause("One;", 1), clause("Two;", 2), clause("Three;", 3)]
    other = [clause("One;", 1), clause("Two", 2), clause("Three;", 4)]
    found = list(differences(official, other))
    assert [(one.columns, one.other and one.other["text"]) for one in found] == [
        (("text",), "Two"),
        (("label",), "Three;"),
    ]


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
    results = evaluate(archive)
    assert [(one.symbol, one.format) for one in results] == [("A/RES/0/1", "word"), ("A/RES/0/2", "word")]
    assert [one.symbol for one in worst(results, 5)] == ["A/RES/0/2"]
    (_, whole) = [row for row in summary(results) if row["era"] in ("2001-2016", "all")]
    assert whole["documents"] == 2 and whole["precision"] == 1.0 and 0.9 < whole["recall"] < 1.0
    assert len(pairs(archive.entries(), "A/RES/0/2")) == 1


def test_the_command_prints_the_table_and_what_differs(archive: Archive) -> None:
    run = CliRunner().invoke
    said = run(app, ["evaluate", "--archive", str(archive.root)])
    assert said.exit_code == 0 and "A/RES/0/2" in said.stdout and "word" in said.stdout
    said = run(app, ["evaluate", "--archive", str(archive.root), "--show", "A/RES/0/1"])
    assert said.exit_code == 0 and "0 differences" in said.stdout
    assert run(app, ["evaluate", "--archive", str(archive.root), "--show", "A/RES/0/3"]).exit_code == 1
    assert run(app, ["evaluate", "--archive", str(archive.root / "none")]).exit_code == 2
