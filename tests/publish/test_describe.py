"""A finished release can be described anew: another version in every file that names one, the tables as they were."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from pipelines.publish.checks import all_checks
from pipelines.publish.describe import describe, read
from pipelines.publish.release import release

VERSION = "7.8.9"


@pytest.fixture(scope="module")
def again(small_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small release, described as version 7.8.9."""
    folder = shutil.copytree(small_release, tmp_path_factory.mktemp("again") / "release")
    said = read(folder)
    describe(folder, replace(said, about=replace(said.about, version=VERSION)))
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_description_says_the_version_and_nothing_else_changes(again: Path, small_release: Path) -> None:
    before, after = contents(small_release), contents(again)
    changed = {name for name in before if after[name] != before[name]}
    assert before.keys() == after.keys()
    assert changed == {
        "README.md",
        "DICTIONARY.md",
        "CITATION.cff",
        "datapackage.json",
        "croissant.json",
        "dcat.jsonld",
        "schema_org.jsonld",
    }
    assert all(VERSION.encode() in after[name] for name in changed)


def test_what_was_said_reads_back(again: Path) -> None:
    said = read(again)
    assert (said.about.version, said.about.title, said.rows["clauses"]) == (VERSION, "SPECIMEN: Accede", 9)


def test_a_text_free_edition_is_described_without_its_words(
    small_tables: dict[str, pl.DataFrame], tmp_path: Path
) -> None:
    out = tmp_path / "bare"
    release(small_tables, out, title="Accede", is_specimen=True, software_version="0.1.0", edition="text-free")
    descriptor = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    clauses = {resource["name"]: resource for resource in descriptor["resources"]}["clauses"]
    assert "text" not in [field["name"] for field in clauses["schema"]["fields"]]
    assert "| `text` |" not in (out / "DICTIONARY.md").read_text(encoding="utf-8")
    croissant = json.loads((out / "croissant.json").read_text(encoding="utf-8"))
    assert "clauses/text" not in [field["@id"] for table in croissant["recordSet"] for field in table["field"]]


def test_every_rule_that_was_checked_is_listed(small_release: Path) -> None:
    listed = pl.read_csv(small_release / "checks.csv")
    assert listed.columns == ["table", "column", "kind", "rule", "rows", "failures"]
    assert listed.height == len(all_checks()) and listed["failures"].sum() == 0
    assert f"{listed.height:,} rules" in (small_release / "README.md").read_text(encoding="utf-8")
