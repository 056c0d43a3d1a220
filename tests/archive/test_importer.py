"""Import: what is taken, what is there already, what is not taken and why."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from archive_shapes import EXTRACT, PAGE, TABLE, akn, status, tarred, zipped

from pipelines.archive.importer import NO_DAY, ImportReport, NoSuchPath, import_paths
from pipelines.archive.store import Archive

DAY = date(2018, 1, 15)


@pytest.fixture
def material(tmp_path: Path) -> Path:
    """A folder of everything that can be taken, and of some that cannot."""
    root = tmp_path / "material"
    (root / "docs").mkdir(parents=True)
    (root / "docs" / "a.xml").write_bytes(akn("A/RES/0/1"))
    (root / "docs" / "torn.xml").write_bytes(akn("A/RES/0/2")[:-30])
    (root / "docs" / "page.txt").write_bytes(PAGE)
    (root / "docs" / "scan.png").write_bytes(b"\x89PNG\r\n")
    (root / "docs" / "README.md").write_bytes(b"About these files")
    (root / "extract.zip").write_bytes(zipped({"data_extract/0.json": EXTRACT, "copy of a.xml": akn("A/RES/0/1")}))
    (root / "treaties.tar.xz").write_bytes(tarred({"XVIII-12-a.en.xml": status(), "18-12-a.csv": TABLE}))
    return root


def _snapshot(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _import(material: Path, as_at: date | None = DAY) -> ImportReport:
    return import_paths([material], Archive(material.parent / "archive"), as_at)


def test_everything_is_accounted_for(material: Path) -> None:
    report = _import(material)
    assert report.formats == {
        "akn": (2, 1),
        "extract": (1, 0),
        "status": (1, 0),
        "status_table": (1, 0),
        "text": (1, 0),
    }
    assert [(one.name, one.is_passed_over) for one in report.not_taken] == [
        ("material/docs/README.md", True),
        ("material/docs/scan.png", False),
    ]
    assert [name for name, reason in report.warnings if "not well-formed" in reason] == ["material/docs/torn.xml"]
    assert report.faults == 2


def test_names_keep_folder_and_archive(material: Path) -> None:
    _import(material)
    names = {entry.symbol or entry.format: entry.name for entry in Archive(material.parent / "archive").entries()}
    assert names["A/RES/0/1"] == "material/docs/a.xml"
    assert names["extract"] == "material/extract.zip/data_extract/0.json"


def test_importing_twice_changes_nothing(material: Path) -> None:
    _import(material)
    before = _snapshot(material.parent / "archive")
    report = _import(material)
    assert (len(report.taken), len(report.already)) == (0, 7)
    assert _snapshot(material.parent / "archive") == before


def test_a_day_dates_status_files_alone(material: Path) -> None:
    _import(material)
    entries = Archive(material.parent / "archive").entries()
    assert {entry.as_at for entry in entries if entry.format in ("status", "status_table")} == {DAY}
    assert {entry.as_at for entry in entries if entry.format not in ("status", "status_table")} == {None}


def test_a_status_file_that_says_its_day_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_bytes(status(said="<!-- Status as at 2024-05-04 -->"))
    report = import_paths([tmp_path / "x.xml"], Archive(tmp_path / "archive"), DAY)
    assert [entry.as_at for entry in report.taken] == [date(2024, 5, 4)]


def test_a_status_file_without_a_day_is_not_taken(material: Path) -> None:
    report = _import(material, as_at=None)
    assert [one.name.rpartition("/")[2] for one in report.not_taken if one.reason == NO_DAY] == [
        "XVIII-12-a.en.xml",
        "18-12-a.csv",
    ]
    assert report.undated == 2
    assert "--as-at" in NO_DAY


def test_a_path_that_is_not_there_stops_before_anything_is_written(material: Path) -> None:
    with pytest.raises(NoSuchPath, match="elsewhere"):
        import_paths([material, material / "elsewhere"], Archive(material.parent / "archive"))
    assert not (material.parent / "archive").exists()


def test_all_official_xml_is_recognised(shared: Path, tmp_path: Path) -> None:
    tars = [shared / "resolutions" / f"unxml-{name}.tar.xz" for name in ("hrc", "ecosoc")]
    report = import_paths([*tars, shared / "seed"], Archive(tmp_path))
    assert report.formats == {"akn": (306, 1), "extract": (8, 0), "text": (1, 0)}
    assert (report.not_taken, report.warnings) == ([], [])
    assert all(entry.symbol and entry.language for entry in report.taken if entry.format != "extract")
    assert {entry.symbol for entry in report.taken if entry.format == "text"} == {"A/RES/68/147"}
