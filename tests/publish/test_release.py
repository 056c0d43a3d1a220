"""A release is whole, repeatable, says what it is, and does no harm to what stood there before."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from pipelines.publish.checks import ChecksFailed
from pipelines.publish.place import OutRefused
from pipelines.publish.release import ReleaseReport, release

Tables = dict[str, pl.DataFrame]


def publish(tables: Tables, out: Path, *, is_specimen: bool = True) -> ReleaseReport:
    return release(tables, out, title="Accede", is_specimen=is_specimen, software_version="0.1.0")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def broken(tables: Tables) -> Tables:
    return tables | {"votes": pl.concat([tables["votes"], tables["votes"]])}


@pytest.fixture
def earlier(small_release: Path, tmp_path: Path) -> Path:
    """A release at tmp_path/out, made before the test began."""
    return Path(shutil.copytree(small_release, tmp_path / "out"))


def test_same_tables_give_same_bytes_and_digests(small_tables: Tables, tmp_path: Path) -> None:
    first = publish(small_tables, tmp_path / "a")
    second = publish(small_tables, tmp_path / "b")
    differing = {name for name, hashed in first.files.items() if second.files[name] != hashed}
    assert first.files.keys() == second.files.keys()
    assert differing <= {"accede.duckdb"}
    assert first.digests == second.digests
    assert (first.rows["clauses"], first.rows["accession_call_states"]) == (9, 14)


def test_checksums_cover_every_file(small_release: Path) -> None:
    lines = (small_release / "checksums.sha256").read_text().splitlines()
    listed = {name: hashed for hashed, name in (line.split("  ", 1) for line in lines)}
    found = contents(small_release)
    del found["checksums.sha256"]
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}


def test_specimen_is_said_wherever_the_name_stands(small_release: Path) -> None:
    descriptor = json.loads((small_release / "datapackage.json").read_text())
    assert descriptor["title"] == "SPECIMEN: Accede"
    assert descriptor["name"] == "accede-specimen"
    assert (small_release / "README.md").read_text().startswith("# SPECIMEN: Accede\n")


def test_readme_gives_vintage_rows_and_digests(small_release: Path) -> None:
    text = (small_release / "README.md").read_text()
    digest = json.loads((small_release / "datapackage.json").read_text())["resources"][0]["x-digest"]
    assert "Version 0.0.0-unpublished. Treaty data: as at 2014-07-10 to 2018-01-15, by treaty." in text
    assert "| `accession_call_states` | 14 |" in text
    assert digest in text


def test_failed_check_leaves_earlier_release_as_it_was(small_tables: Tables, earlier: Path) -> None:
    before = contents(earlier.parent)
    with pytest.raises(ChecksFailed) as caught:
        publish(broken(small_tables), earlier)
    assert contents(earlier.parent) == before
    assert {(failure.table, failure.kind) for failure in caught.value.failures} >= {("votes", "unique")}


def test_failed_check_publishes_nothing(small_tables: Tables, tmp_path: Path) -> None:
    with pytest.raises(ChecksFailed):
        publish(broken(small_tables), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_earlier_release_is_replaced_whole(small_tables: Tables, earlier: Path) -> None:
    publish(small_tables, earlier, is_specimen=False)
    assert json.loads((earlier / "datapackage.json").read_text())["title"] == "Accede"
    assert (earlier / "README.md").read_text().startswith("# Accede\n\nWhich clause")
    assert [path.name for path in earlier.parent.iterdir()] == ["out"]


def test_folder_with_other_things_is_refused(small_tables: Tables, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("three years of work")
    with pytest.raises(OutRefused, match="not a release"):
        publish(small_tables, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_release_with_a_file_of_the_user_is_refused(small_tables: Tables, earlier: Path) -> None:
    (earlier / "notes.txt").write_text("mine")
    with pytest.raises(OutRefused, match=r"notes\.txt"):
        publish(small_tables, earlier)
    assert (earlier / "notes.txt").read_text() == "mine"
