"""Mistakes in files withhold no release: the short form of tests/figures/fuzz_build.py."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from pipelines.archive.store import Archive
from pipelines.cli.main import app
from tests.figures.fuzz_build import fill


def test_an_archive_of_spoilt_files_still_becomes_a_release(tmp_path: Path) -> None:
    assert fill(Archive(tmp_path / "archive"), tmp_path, None, documents=0, seed=8) > 3
    said = CliRunner().invoke(
        app, ["build", "--archive", str(tmp_path / "archive"), "--out", str(tmp_path / "release")]
    )
    assert said.exit_code == 0, said.stderr
