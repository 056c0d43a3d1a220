"""`accede publish`, `releases` and `diff` as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from pipelines.cli.main import app
from pipelines.publish.release import release
from tests.publish.tables import tables

RUN = CliRunner()


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two builds, of which the second has another title."""
    folder = tmp_path_factory.mktemp("builds")
    first, second = tables(), tables()
    second["resolutions"] = second["resolutions"].with_columns(pl.lit("Other").alias("title"))
    for name, made in (("first", first), ("second", second)):
        release(made, folder / name, title="Accede", is_specimen=True, software_version="0.1.0", is_checked=True)
    return folder / "first", folder / "second"


def test_two_builds_become_two_versions_that_are_listed_and_compared(builds: tuple[Path, Path], tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    for build, said in zip(builds, ("Release  1.0.0", "Release  1.0.1"), strict=True):
        done = RUN.invoke(app, ["publish", "--release", str(build), "--to", store])
        assert done.exit_code == 0 and said in done.output
    listed = json.loads(RUN.invoke(app, ["releases", "--store", store, "--verify", "--json"]).stdout)
    assert [(row["version"], row["latest"], row["files"]) for row in listed] == [
        ("1.0.1", "latest", "proved"),
        ("1.0.0", "", "proved"),
    ]
    rows = RUN.invoke(app, ["diff", "1.0.0", "1.0.1", "--store", store, "--rows"]).stdout.splitlines()
    assert rows[0] == "table,key,change,columns" and {row.split(",")[2] for row in rows[1:]} == {"changed"}
    assert "1.0.1" in RUN.invoke(app, ["sql", "FROM about", "--release", store]).stdout


def test_the_same_release_does_not_differ(builds: tuple[Path, Path]) -> None:
    assert RUN.invoke(app, ["diff", str(builds[0]), str(builds[0])]).output == "No row differs.\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["publish", "--release", "nowhere", "--to", "store"], 1, "no release in nowhere"),
        (["diff", "1.0.0", "1.0.1"], 2, "--store"),
        (["diff", "1.0.0", "9.9.9", "--store", "nowhere"], 1, "keeps no release 1.0.0"),
        (["releases", "--store", "nowhere"], 1, "no release in nowhere"),
        (["releases", "--store", "ftp://somewhere"], 1, "a store is a folder, or s3://bucket/prefix"),
    ],
)
def test_wrong_use_is_one_line(words: list[str], code: int, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACCEDE_STORE", raising=False)
    done = RUN.invoke(app, words)
    assert done.exit_code == code
    assert said in done.stderr and done.stderr.count("\n") == 1
