"""The text-free edition: same rows and keys, no words; and the way back to the full one from the archive."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest
from typer.testing import CliRunner, Result

from pipelines.archive.store import Archive
from pipelines.cli.main import app
from pipelines.contracts import contracts, of_edition
from pipelines.publish import sql
from pipelines.publish.database import FULL_ONLY, left_out
from tests.evidence.conftest import Built

NEED_TEXT = {"10_unresolved_mentions", "12_clause_tree"}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def tables(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "parquet").iterdir())}


@pytest.fixture(scope="module")
def both(built: Built, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The full and the text-free edition from one run."""
    folder = tmp_path_factory.mktemp("both")
    build(built, folder / "full", "--text-free", folder / "bare")
    return folder / "full", folder / "bare"


@pytest.fixture(scope="module")
def bare(both: tuple[Path, Path]) -> Path:
    """The text-free edition of the release."""
    return both[1]


def build(built: Built, out: Path, *options: object) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(built.archive.parent / "cache"))
        result = run("build", "--archive", built.archive, "--out", out, *options)
    assert result.exit_code == 0, result.output


@pytest.fixture
def rehydrate(bare: Path, tmp_path: Path) -> Callable[..., tuple[Result, Path]]:
    """Fills the text-free edition, or another one, from an archive; gives the result and where it was to go."""

    def fill(archive: Path, release: Path = bare) -> tuple[Result, Path]:
        out = tmp_path / "filled"
        return run("rehydrate", "--archive", archive, "--release", release, "--out", out), out

    return fill


def test_every_table_has_the_same_rows_without_its_prose(built: Built, bare: Path) -> None:
    for name, contract in contracts().items():
        full, without = (pl.read_parquet(folder / "parquet" / f"{name}.parquet") for folder in (built.release, bare))
        assert without.equals(full.drop(contract.prose)), name


def test_each_edition_is_the_same_from_a_run_of_its_own(built: Built, both: tuple[Path, Path], tmp_path: Path) -> None:
    build(built, tmp_path / "alone", "--without-text")
    assert [tables(folder) for folder in both] == [tables(built.release), tables(tmp_path / "alone")]


def test_no_text_of_a_clause_is_anywhere_in_it(built: Built, bare: Path) -> None:
    text = pl.read_parquet(built.release / "parquet" / "clauses.parquet")["text"].str.slice(0, 60).unique().to_list()
    cells = {
        str(cell)
        for path in (bare / "parquet").iterdir()
        for column in pl.read_parquet(path).iter_columns()
        for cell in column.unique().to_list()
    }
    assert not [one for one in text if len(one) == 60 and any(one in cell for cell in cells)]


def test_it_says_what_it_is_wherever_its_name_stands(bare: Path) -> None:
    head = (bare / "README.md").read_text(encoding="utf-8")
    assert head.splitlines()[0].endswith("(text-free edition)") and "clauses.text" in head
    with duckdb.connect(bare / "accede.duckdb", read_only=True) as connection:
        assert connection.execute("SELECT edition FROM about").fetchall() == [("text-free",)]


def test_its_views_and_macros_are_whole_and_those_left_out_could_not_be_there(bare: Path) -> None:
    with duckdb.connect(bare / "accede.duckdb", read_only=True) as connection:
        views = [
            row[0] for row in connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
        ]
        for view in views:
            connection.execute(f"FROM {view} LIMIT 1").fetchall()
        for file in sql.files("examples"):
            if file.stem not in NEED_TEXT:
                connection.execute(sql.text(f"examples/{file.name}")).fetchall()
    assert left_out("text-free") == ["calls_with_text", "mentions_with_treaty", "clause_tree"]
    shown = {name for contract in contracts().values() for name in contract.prose}
    full_only = [text for text in map(_text, sql.files("views")) if text.startswith(FULL_ONLY)]
    assert all(any(name in text for name in shown) for text in full_only)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [("show", "A/RES/0/1"), ("sql", "SELECT text FROM clauses")])
def test_who_asks_it_for_words_is_told_how_to_have_them(bare: Path, command: tuple[str, str]) -> None:
    result = run(*command, "--release", bare)
    assert (result.exit_code, "accede rehydrate" in result.stderr) == (1, True)


def test_prose_is_never_part_of_a_key() -> None:
    for name, contract in of_edition("text-free").items():
        held = {
            *contract.primary_key,
            *contract.sort,
            *(field for key in contract.foreign_keys for field in key.fields),
        }
        assert held <= set(contract.columns), name


def test_filled_again_it_is_the_full_edition_to_the_byte(
    built: Built, rehydrate: Callable[..., tuple[Result, Path]]
) -> None:
    result, out = rehydrate(built.archive)
    assert result.exit_code == 0, result.output
    assert tables(out) == tables(built.release)
    assert (out / "README.md").read_bytes() == (built.release / "README.md").read_bytes()


def test_a_document_that_the_archive_lacks_is_named_and_its_rows_stay_without_words(
    built: Built, rehydrate: Callable[..., tuple[Result, Path]], tmp_path: Path
) -> None:
    archive = Archive(Path(shutil.copytree(built.archive, tmp_path / "archive")))
    [entry] = [entry for entry in archive.entries() if entry.name.endswith("a_res_0_7.txt")]
    archive.path(entry.sha256).unlink()
    result, out = rehydrate(archive.root)
    assert (result.exit_code, "a_res_0_7.txt (not in the archive)" in result.output) == (0, True)
    clauses = pl.read_parquet(out / "parquet" / "clauses.parquet")
    assert clauses.filter(pl.col("text").is_null())["symbol"].unique().to_list() == ["A/RES/0/7"]


def test_a_clause_with_another_hash_fills_nothing(
    built: Built, bare: Path, rehydrate: Callable[..., tuple[Result, Path]], tmp_path: Path
) -> None:
    altered = Path(shutil.copytree(bare, tmp_path / "altered"))
    path = altered / "parquet" / "clauses.parquet"
    first = pl.col("clause_id") == "A/RES/0/1#op.2"
    pl.read_parquet(path).with_columns(
        text_sha256=pl.when(first).then(pl.lit("0" * 64)).otherwise("text_sha256")
    ).write_parquet(path)
    result, out = rehydrate(built.archive, altered)
    assert (result.exit_code, "A/RES/0/1#op.2" in result.stderr, out.exists()) == (1, True, False)


def test_the_full_edition_cannot_be_filled(built: Built, rehydrate: Callable[..., tuple[Result, Path]]) -> None:
    result, _ = rehydrate(built.archive, built.release)
    assert (result.exit_code, "full edition" in result.stderr) == (2, True)
