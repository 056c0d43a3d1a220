"""From a row to the bytes of its document: proved for every format, refused with the reason where something differs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from typer.testing import Result

from pipelines.archive.store import Archive
from pipelines.cli.terminal import open_release, rows
from pipelines.evidence.proof import Claim, NotProved, compare, reread
from tests.evidence.conftest import Built

Prove = Callable[..., Result]
CLAUSE = "A/RES/0/1#op.2"
PDF = "A/RES/0/17#op.1.a"
FORMATS = {"akn", "word", "text", "pdf"}


def said(result: Result) -> dict[str, object]:
    found: dict[str, object] = json.loads(result.stdout)
    return found


@pytest.fixture
def altered(built: Built, tmp_path: Path) -> Callable[[str], Path]:
    """The released DuckDB file with one statement done to it."""

    def alter(statement: str) -> Path:
        copy = shutil.copy(built.release / "accede.duckdb", tmp_path / "altered.duckdb")
        with duckdb.connect(copy) as connection:
            connection.execute(statement)
        return Path(copy)

    return alter


def test_every_clause_of_every_format_is_proved(built: Built) -> None:
    archive, formats = Archive(built.archive), set()
    with open_release(built.release) as connection:
        documents = {row["sha256"]: row for row in rows(connection, "FROM documents")}
        clauses = rows(connection, "FROM clauses")
    for row in clauses:
        document = documents[row["document"]]
        claim = Claim(str(row["clause_id"]), "clause", document, row, 0, len(str(row["text"])))
        compare(claim, reread(archive, document))
        formats.add(document["format"])
    assert formats == FORMATS - {"word"}  # the specimen in Word is a witness: no clause rests on it


def test_word_is_proved_too(built: Built) -> None:
    with open_release(built.release) as connection:
        [document] = rows(connection, "FROM documents WHERE format = 'word'")
    text = reread(Archive(built.archive), document).text
    holder = {"span_start": 0, "span_end": 9, "text": text[:9]}
    compare(Claim("x", "clause", document, holder, 0, 9), reread(Archive(built.archive), document))
    with pytest.raises(NotProved, match="not what stands"):
        compare(
            Claim("x", "clause", document, {**holder, "text": "something"}, 0, 9),
            reread(Archive(built.archive), document),
        )


def test_file_format_page_and_place_are_shown(prove: Prove) -> None:
    result = prove(PDF)
    assert result.exit_code == 0
    assert "a_res_0_17.pdf" in result.stdout and "pdf, pages 1 to 2 of 2" in result.stdout
    assert "⟦Cover their wells at night and to keep the rope of every well dry;⟧" in result.stdout


@pytest.mark.parametrize(
    ("wanted", "kind", "text"),
    [
        ("A/RES/0/7#pp.1/note.1", "footnote", "United Nations, Treaty Series, vol. 1577, No. 27531."),
        (f"{CLAUSE}/call.1", "call", "Calls upon all States"),
        (f"{CLAUSE}/treaty.1", "mention", "Protocol to Prevent"),
        ("A/RES/0/1#op.1/note.6/cite.1", "citation", "A/0/124"),
        ("A/RES/0/1 #op.2", "clause", "Calls upon all States"),
    ],
)
def test_whatever_has_an_id_has_its_place(prove: Prove, wanted: str, kind: str, text: str) -> None:
    found = said(prove(wanted, "--json"))
    assert (found["kind"], found["is_proved"]) == (kind, True)
    assert str(found["text"]).startswith(text)


def test_another_language_is_another_document(prove: Prove) -> None:
    english, french = said(prove(CLAUSE, "--json")), said(prove(CLAUSE, "--json", "--language", "fr"))
    assert french["is_proved"] and french["document"] != english["document"]


def test_an_id_that_is_not_there_is_refused_with_the_nearest(prove: Prove) -> None:
    result = prove("A/RES/0/1#op.22")
    assert (result.exit_code, CLAUSE in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE clauses SET text = replace(text, 'all', 'some')", "the text of the row is not what stands at"),
        ("UPDATE clauses SET text_sha256 = sha256('')", "text_sha256 of the row is not the hash"),
        ("UPDATE documents SET text_sha256 = sha256('')", "gives another text"),
        ("UPDATE documents SET text_sha256 = sha256(''), reader_version = '0'", "than akn 0, which the release used"),
    ],
)
def test_a_row_that_was_changed_is_not_proved(
    prove: Prove, altered: Callable[[str], Path], statement: str, reason: str
) -> None:
    result = prove(CLAUSE, "--release", str(altered(statement)))
    assert result.exit_code == 1
    assert reason in result.stdout


def test_another_page_is_not_proved(prove: Prove, altered: Callable[[str], Path]) -> None:
    result = prove(PDF, "--release", str(altered("UPDATE clauses SET page_to = 1")))
    assert (result.exit_code, "the row says pages 1 to 1" in result.stdout) == (1, True)


def test_bytes_that_changed_or_went_are_not_proved(prove: Prove, built: Built, tmp_path: Path) -> None:
    archive = Archive(Path(shutil.copytree(built.archive, tmp_path / "archive")))
    [sha256] = [entry.sha256 for entry in archive.entries() if entry.name.endswith("a_res_0_17.pdf")]
    archive.path(sha256).write_bytes(b"%PDF-1.4 something else")
    changed = prove(PDF, "--archive", str(archive.root))
    archive.path(sha256).unlink()
    gone = prove(PDF, "--archive", str(archive.root))
    assert (changed.exit_code, "bytes have changed" in changed.stdout) == (1, True)
    assert (gone.exit_code, f"the archive has no file {sha256}" in gone.stdout) == (1, True)
