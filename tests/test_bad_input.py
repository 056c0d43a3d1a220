"""Bad files in an archive: each has its reason, in time, and the good ones beside them are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.archive.entry import Entry
from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive, sha256_of
from pipelines.batch import guarded_pool
from pipelines.clauses.stage import parse_all
from pipelines.rows import Row
from tests.bad_input import SYMBOL, Bad, of_size, resolution
from tests.figures.fuzz import fuzz

BAD = of_size(pages=1_001, characters=240_000)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive that holds all bad files as what their names say, and a good one."""
    archive = Archive(tmp_path_factory.mktemp("bad"))
    with archive.writing():
        for bad in (*BAD, Bad("good.pdf", "pdf", resolution, "")):
            data = bad.data()
            archive.add(data, Entry(sha256_of(data), bad.format, SYMBOL, "en", bad.name, "test", None, None, len(data)))
    return archive


@pytest.fixture(scope="module")
def rows(archive: Archive) -> dict[str, Row]:
    with guarded_pool() as executor:
        parsed, faults = parse_all(archive, executor=executor)
    assert [one.document["name"] for one in parsed] == ["good.pdf"]
    return {str(row["name"]): row for row in faults}


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_a_bad_file_is_a_row_that_says_why(bad: Bad, rows: dict[str, Row]) -> None:
    row = rows[bad.name]
    kind = "image_only" if bad.name == "images.pdf" else "unreadable"
    assert row["kind"] == kind and row["done"].startswith("file not used")
    assert bad.said in row["detail"]


def test_an_import_takes_what_it_can_name_and_gives_a_reason_for_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for bad in BAD:
        (folder / bad.name).write_bytes(bad.data())
    report = import_paths([folder], Archive(tmp_path / "archive"))
    assert {entry.name for entry in report.taken} == {f"files/{bad.name}" for bad in BAD if bad.refused is None}
    reasons = {one.name.removeprefix("files/"): one.reason for one in report.not_taken}
    refused = {bad.name: bad.refused for bad in BAD if bad.refused}
    assert reasons.keys() == refused.keys()
    assert [name for name in refused if refused[name] not in reasons[name]] == []


def test_a_mutated_file_is_read_or_refused() -> None:
    ends = fuzz(count=48, seed=7, shared=None)
    assert {how for how, _ in ends} == {"read", "refused"}
