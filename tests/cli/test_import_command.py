"""`accede import`: what it prints and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from pipelines.archive.store import Archive
from pipelines.cli.import_ import import_

app = typer.Typer()
app.command()(import_)

PAGE = b"Testing of archives\nA/RES/0/9\n1. Asks the tester to go on;\n2/3\n"
STATUS = b"<Document><Treaty><Footer>XVIII 12 a. Penal Matters</Footer></Treaty></Document>"


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one page that can be read and four files that cannot, in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "page.txt").write_bytes(PAGE)
    for number in range(4):
        (tmp_path / "inbox" / f"scan{number}.png").write_bytes(b"\x89PNG\r\n")
    return tmp_path / "inbox"


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_the_summary_says_what_was_taken_and_names_the_first_of_what_was_not(inbox: Path) -> None:
    said = _run("inbox", "--archive", "here")
    assert said.exit_code == 0
    words = said.stdout.split()
    assert words[words.index("all") :][:3] == ["all", "1", "0"]
    assert "inbox/scan2.png" in said.stdout and "inbox/scan3.png" not in said.stdout
    assert "accede build --archive here" in said.stdout
    assert len(Archive(Path("here")).entries()) == 1


def test_verbose_names_all(inbox: Path) -> None:
    assert "inbox/scan3.png" in _run("inbox", "--verbose").stdout


def test_strict_ends_with_one_when_a_file_was_not_taken(inbox: Path) -> None:
    assert _run("inbox", "--strict").exit_code == 1
    assert _run("inbox/page.txt", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "no such file or folder: nowhere"),
        (["inbox", "--as-at", "2018-13-01"], "--as-at 2018-13-01"),
        (["inbox", "--archive", "inbox"], "holds other files"),
        (["status.xml"], "say --as-at YYYY-MM-DD"),
    ],
)
def test_wrong_use_is_one_line_and_ends_with_two(inbox: Path, arguments: list[str], said: str) -> None:
    (inbox.parent / "status.xml").write_bytes(STATUS)
    result = _run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr and result.stderr.count("\n") == 1


def test_a_damaged_archive_is_one_line_and_ends_with_one(inbox: Path) -> None:
    _run("inbox", "--archive", "here")
    ledger = Path("here/ledger.jsonl")
    ledger.write_bytes(b"torn\n" + ledger.read_bytes())
    result = _run("inbox", "--archive", "here")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "line 1" in result.stderr


def test_an_interrupt_keeps_what_was_taken(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipelines.cli.import_.import_paths", interrupted)
    result = _run("inbox")
    assert result.exit_code == 130 and "interrupted" in result.stderr
