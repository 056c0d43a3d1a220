"""Publishing built folders: which version, what is refused, and that `latest` only ever names a whole release."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest
from obstore.store import MemoryStore

from pipelines.publish import checksums
from pipelines.publish.checks import ChecksFailed
from pipelines.versions import publishing
from pipelines.versions.bucket import BucketStore
from pipelines.versions.folder import FolderStore
from pipelines.versions.numbers import Version
from pipelines.versions.publishing import Declared, PublishRefused, publish
from pipelines.versions.store import Store, StoreRefused
from tests.figures.publish_kills import kill
from tests.versions.conftest import Make

Tables = dict[str, pl.DataFrame]


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return FolderStore(tmp_path / "store") if request.param == "folder" else BucketStore("s3://open/it", MemoryStore())


@pytest.fixture
def folder_store(tmp_path: Path, small_release: Path) -> FolderStore:
    kept = FolderStore(tmp_path / "store")
    publish(small_release, kept)
    return kept


def another_title(tables: Tables) -> Tables:
    title = pl.when(pl.col("symbol") == "A/RES/0/7").then(pl.lit("Other bridges")).otherwise("title").alias("title")
    return {**tables, "resolutions": tables["resolutions"].with_columns(title)}


def fewer_votes(tables: Tables) -> Tables:
    return {**tables, "votes": tables["votes"].slice(1)}


def test_first_release_is_1_0_0_and_the_same_again_is_none(store: Store, small_release: Path) -> None:
    first, again = publish(small_release, store), publish(small_release, store)
    assert (str(first.version), first.is_new) == ("1.0.0", True)
    assert (str(again.version), again.is_new) == ("1.0.0", False)
    assert store.versions() == [Version(1, 0, 0)] and store.latest() == Version(1, 0, 0)


def test_changed_rows_make_a_patch_and_are_told(
    store: Store, small_release: Path, changed: Make, tmp_path: Path
) -> None:
    publish(small_release, store)
    done = publish(changed(another_title), store)
    folder = store.fetch(done.version, tmp_path / "fetched")
    assert str(done.version) == "1.0.1" and store.latest() == done.version
    assert pl.read_parquet(folder / "parquet" / "changes.parquet").rows() == [
        ("resolutions", "A/RES/0/7", "changed", "title")
    ]
    assert "| resolutions | title | 1 | A/RES/0/7 |" in (folder / "CHANGES.md").read_text()
    assert checksums.differing(folder) == []


def test_every_file_says_the_version_and_parquet_is_as_built(folder_store: FolderStore, small_release: Path) -> None:
    folder = folder_store.root / "latest"
    assert json.loads((folder / "datapackage.json").read_text())["version"] == "1.0.0"
    assert "version: 1.0.0" in (folder / "CITATION.cff").read_text()
    with duckdb.connect(folder / "accede.duckdb", read_only=True) as con:
        assert con.execute("SELECT version FROM about").fetchall() == [("1.0.0",)]
        [(tags,)] = con.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'accede'").fetchall()
    assert tags["storage_version"].startswith("v1.2.0")
    built = small_release / "parquet" / "clauses.parquet"
    assert (folder / "parquet" / "clauses.parquet").read_bytes() == built.read_bytes()


def test_a_row_that_went_stops_the_release_unless_it_is_declared(folder_store: FolderStore, changed: Make) -> None:
    lesser = changed(fewer_votes)
    with pytest.raises(ChecksFailed) as caught:
        publish(lesser, folder_store)
    assert "votes: lost" in str(caught.value) and "A/RES/0/7 | " in str(caught.value)
    assert folder_store.latest() == Version(1, 0, 0)
    done = publish(lesser, folder_store, Declared(loss="a vote was counted twice"))
    assert str(done.version) == "1.0.1"
    assert "a vote was counted twice" in (folder_store.root / "latest" / "CHANGES.md").read_text()


def test_a_reader_that_got_worse_stops_the_release(folder_store: FolderStore, changed: Make) -> None:
    with pytest.raises(ChecksFailed, match="evaluation: worse"):
        publish(
            changed(lambda tables: {**tables, "evaluation": tables["evaluation"].with_columns(share=0.5)}), folder_store
        )


def test_a_breaking_change_must_be_declared(folder_store: FolderStore, small_release: Path, tmp_path: Path) -> None:
    older = folder_store.root / "releases" / "1.0.0"
    said = json.loads((older / "datapackage.json").read_text())
    fields = next(each for each in said["resources"] if each["name"] == "votes")["schema"]["fields"]
    fields.append({"name": "mood", "type": "string", "description": "Gone since."})
    (older / "datapackage.json").write_text(json.dumps(said))
    with pytest.raises(PublishRefused, match=r"column votes\.mood is gone.*--breaking"):
        publish(small_release, folder_store)
    assert str(publish(small_release, folder_store, Declared(breaking="nobody read it")).version) == "2.0.0"


def test_a_new_table_makes_a_minor_version(folder_store: FolderStore, small_release: Path) -> None:
    older = folder_store.root / "releases" / "1.0.0"
    said = json.loads((older / "datapackage.json").read_text())
    said["resources"] = [each for each in said["resources"] if each["name"] != "quality"]
    (older / "datapackage.json").write_text(json.dumps(said))
    assert str(publish(small_release, folder_store).version) == "1.1.0"


def test_a_damaged_build_is_refused(tmp_path: Path, small_release: Path) -> None:
    damaged = shutil.copytree(small_release, tmp_path / "damaged")
    (damaged / "README.md").write_text("other words")
    with pytest.raises(PublishRefused, match=r"README\.md"):
        publish(damaged, FolderStore(tmp_path / "store"))


def test_one_publisher_at_a_time(store: Store, small_release: Path) -> None:
    with store.publishing(), pytest.raises(StoreRefused, match="another publisher"):
        publish(small_release, store)


def test_an_upload_that_breaks_never_becomes_latest(
    small_release: Path, changed: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = BucketStore("s3://open/it", MemoryStore())
    publish(small_release, store)
    get = store._get
    monkeypatch.setattr(store, "_get", lambda path: b"cut" if path.endswith("1/accede.duckdb") else get(path))
    with pytest.raises(StoreRefused, match="other bytes"):
        publish(changed(another_title), store)
    assert store.latest() == Version(1, 0, 0) and store.versions() == [Version(1, 0, 0)]
    monkeypatch.undo()
    assert str(publish(changed(another_title), store).version) == "1.0.1"


def test_a_store_of_another_kind_is_refused(
    folder_store: FolderStore, small_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = publishing.described(small_release)
    monkeypatch.setattr(
        publishing, "described", lambda folder: real if folder == small_release else _as_real(real, folder)
    )
    with pytest.raises(PublishRefused, match="differ in kind"):
        publish(small_release, folder_store)


def _as_real(release: publishing.Described, folder: Path) -> publishing.Described:
    return publishing.Described(folder, "1.0.0", release.title, False, release.edition, release.tables)


def test_days_are_compared_as_days(folder_store: FolderStore, changed: Make) -> None:
    done = publish(
        changed(
            lambda tables: {
                **tables,
                "resolutions": tables["resolutions"].with_columns(adopted_on=pl.lit(date(1999, 1, 1))),
            }
        ),
        folder_store,
    )
    assert set(done.rows["columns"]) == {"adopted_on"}


def test_killed_at_any_moment_latest_is_whole(tmp_path: Path) -> None:
    """The short form of `python -m tests.figures.publish_kills`."""
    assert kill(3, 7, tmp_path).wrong == []
