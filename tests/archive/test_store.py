"""The archive on disk: what it keeps, and what it says of damage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from archive_shapes import akn

from pipelines.archive.entry import Entry
from pipelines.archive.errors import ArchiveDamaged, ArchiveMissing, NoPlaceForArchive
from pipelines.archive.store import Archive, sha256_of

DATA = akn()
ENTRY = Entry(sha256_of(DATA), "akn", "A/RES/0/9", "en", "in/a.xml", "import", None, None, len(DATA))
STATUS = replace(ENTRY, format="status_table", symbol="VI-6-a", name="6-6-a.csv", as_at=date(2014, 7, 10))


def _filled(root: Path, *entries: Entry) -> Archive:
    archive = Archive(root)
    with archive.writing():
        for entry in entries:
            archive.add(DATA, entry)
    return archive


def test_a_file_comes_back_as_it_went_in(tmp_path: Path) -> None:
    archive = _filled(tmp_path / "new" / "archive", ENTRY)
    assert archive.read(ENTRY.sha256) == DATA
    assert Archive(archive.root).entries() == [ENTRY]
    assert archive.path(ENTRY.sha256) == archive.root / "objects" / ENTRY.sha256[:2] / ENTRY.sha256


def test_the_same_bytes_of_another_day_or_treaty_are_another_entry(tmp_path: Path) -> None:
    later = replace(STATUS, as_at=date(2015, 3, 14))
    twin = replace(STATUS, symbol="VI-6-b", name="6-6-b.csv")
    renamed = replace(STATUS, name="copy/6-6-a.csv")
    assert _filled(tmp_path, STATUS, later, twin, renamed).entries() == [STATUS, later, twin]


def test_entries_do_not_depend_on_the_order_of_import(tmp_path: Path) -> None:
    several = [ENTRY, STATUS, replace(ENTRY, symbol="A/RES/0/10"), replace(ENTRY, symbol=None)]
    assert _filled(tmp_path / "a", *several).entries() == _filled(tmp_path / "b", *reversed(several)).entries()


def test_changed_and_lost_bytes_are_named_and_mended_by_another_import(tmp_path: Path) -> None:
    archive = _filled(tmp_path, ENTRY)
    path = archive.path(ENTRY.sha256)
    for damage in (DATA[:-1] + b"!", b"", None):
        path.unlink() if damage is None else path.write_bytes(damage)
        with pytest.raises(ArchiveDamaged, match=path.name):
            archive.read(ENTRY.sha256)
        if damage is not None and len(damage) == len(DATA):
            path.unlink()
        assert _filled(tmp_path, ENTRY).read(ENTRY.sha256) == DATA


def test_a_torn_last_line_is_passed_over_and_cut_off(tmp_path: Path) -> None:
    archive = _filled(tmp_path, ENTRY, STATUS)
    ledger = archive.ledger.path
    whole = ledger.read_bytes()
    ledger.write_bytes(whole[:-20])
    assert archive.entries() == [ENTRY]
    assert _filled(tmp_path, STATUS).entries() == [ENTRY, STATUS]
    assert ledger.read_bytes() == whole


def test_a_damaged_line_within_the_ledger_is_named(tmp_path: Path) -> None:
    archive = _filled(tmp_path, ENTRY, STATUS)
    lines = archive.ledger.path.read_bytes().splitlines(keepends=True)
    archive.ledger.path.write_bytes(b"{torn\n" + lines[1])
    with pytest.raises(ArchiveDamaged, match="line 1"):
        archive.entries()


def test_no_archive_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match="accede import"):
        Archive(tmp_path).entries()


def test_a_folder_with_other_files_does_not_become_an_archive(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(NoPlaceForArchive, match="other files"):
        _filled(tmp_path, ENTRY)
    with pytest.raises(NoPlaceForArchive, match="a file"):
        _filled(tmp_path / "thesis.txt", ENTRY)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_what_an_interrupted_import_left_over_goes(tmp_path: Path) -> None:
    archive = _filled(tmp_path, ENTRY)
    (tmp_path / "incoming" / "half").write_bytes(b"half a fi")
    _filled(tmp_path, STATUS)
    assert list((tmp_path / "incoming").iterdir()) == []
    assert archive.entries() == [ENTRY, STATUS]
