"""The whole job on the specimen archive, as Dagster and the terminal run it."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import duckdb
import pytest

from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive
from pipelines.assets.resources import Folders
from pipelines.cli.job import run
from pipelines.paths import SPECIMEN
from pipelines.publish.release import DATABASE
from pipelines.treaties.errors import UnknownParticipants


def _build(out: Path, cache: Path, archive: str = "") -> Path:
    run("release", Folders(archive=archive, out=str(out), cache=str(cache)), lambda stage, done, of: None)
    return out


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("specimen")
    return _build(folder / "release", folder / "cache")


def _hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix in {".parquet", ".json", ".md"})
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _digests(folder: Path) -> list[tuple[str, str]]:
    """Content of every table of the DuckDB file, whatever its bytes."""
    with duckdb.connect(str(folder / DATABASE), read_only=True) as connection:
        names = [row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY ALL").fetchall()]
        return [(name, str(connection.table(name).order("ALL").fetchall())) for name in names]


def test_a_second_build_gives_the_same_bytes_and_content(release: Path, tmp_path: Path) -> None:
    again = _build(tmp_path / "again", tmp_path / "other-cache")
    assert _hashes(again) == _hashes(release)
    assert _digests(again) == _digests(release)


def test_a_build_from_remembered_results_gives_the_same_bytes(release: Path, tmp_path: Path) -> None:
    remembered = _build(tmp_path / "again", release.parent / "cache")
    assert _hashes(remembered) == _hashes(release)


def test_the_specimen_release_says_so(release: Path) -> None:
    assert "SPECIMEN" in (release / "README.md").read_text(encoding="utf-8").splitlines()[0]


def test_an_unknown_participant_publishes_nothing(release: Path, tmp_path: Path) -> None:
    """One letter too many in one name of one status file: the build names it and the earlier release stays."""
    documents = tmp_path / "documents"
    documents.mkdir()
    for source in (SPECIMEN / "treaties").glob("*.xml"):
        text = source.read_text(encoding="utf-8")
        (documents / source.name).write_text(text.replace(">Uganda<", ">Ugandda<", 1), encoding="utf-8")
    archive = Archive(tmp_path / "archive")
    import_paths([documents], archive)
    out = tmp_path / "out"
    shutil.copytree(release, out)
    before = _hashes(out)
    with pytest.raises(UnknownParticipants, match="Ugandda"):
        _build(out, tmp_path / "cache", str(archive.root))
    assert _hashes(out) == before
