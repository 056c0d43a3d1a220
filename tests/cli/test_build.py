"""`accede build` as a person meets it: faults of documents, refusals, wrong use."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive
from pipelines.cli.main import app
from pipelines.paths import SPECIMEN


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


def _archive(folder: Path, *documents: Path) -> Path:
    import_paths([SPECIMEN / "treaties", *documents], Archive(folder))
    return folder


def _build(archive: Path, out: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["build", "--archive", str(archive), "--out", str(out), *options])


@pytest.fixture
def with_a_truncated_document(tmp_path: Path) -> Path:
    whole = SPECIMEN / "documents" / "a_res_0_2_en.xml"
    cut = tmp_path / "cut.xml"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    return _archive(tmp_path / "archive", SPECIMEN / "documents" / "a_res_0_1_en.xml", cut)


def test_a_truncated_document_is_named_and_the_rest_goes_on(with_a_truncated_document: Path, tmp_path: Path) -> None:
    result = _build(with_a_truncated_document, tmp_path / "out")
    assert result.exit_code == 0
    assert "cut.xml" in result.output
    assert (tmp_path / "out" / "checksums.sha256").is_file()


def test_strict_makes_a_truncated_document_an_error(with_a_truncated_document: Path, tmp_path: Path) -> None:
    assert _build(with_a_truncated_document, tmp_path / "out", "--strict").exit_code == 1


def test_no_archive_is_wrong_use(tmp_path: Path) -> None:
    result = _build(tmp_path / "nowhere", tmp_path / "out")
    assert result.exit_code == 2
    assert "accede import" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_files_is_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("years of work", encoding="utf-8")
    result = _build(_archive(tmp_path / "archive"), out)
    assert result.exit_code == 1
    assert (out / "thesis.txt").read_text(encoding="utf-8") == "years of work"


@pytest.mark.parametrize("options", [["--text-free", "out"], ["--text-free", "bare", "--without-text"]])
def test_the_text_free_edition_beside_the_full_one_has_a_folder_of_its_own(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _build(_archive(tmp_path / "archive"), Path("out"), *options).exit_code == 2


def test_neither_edition_appears_where_one_is_refused(tmp_path: Path) -> None:
    result = _build(_archive(tmp_path / "archive"), tmp_path / "out", "--text-free", str(tmp_path / "out" / "bare"))
    assert result.exit_code == 1 and "is in" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_damaged_archive_is_named_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))  # nothing is remembered, all files are read
    archive = _archive(tmp_path / "archive")
    damaged = next(path for path in (archive / "objects").rglob("*") if path.is_file())
    damaged.write_bytes(b"something else")
    result = _build(archive, tmp_path / "out")
    assert result.exit_code == 1
    assert damaged.name in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
