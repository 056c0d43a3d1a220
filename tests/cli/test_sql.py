from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from pipelines.cli import query, shell
from pipelines.cli.formats import Format
from pipelines.cli.query import Session
from pipelines.cli.terminal import open_release

Run = Callable[..., Result]

ALL_KINDS = "SELECT DATE '2013-12-18' AS day, NULL AS nothing, true AS yes, 1.50 AS price, 'a|b\"' AS t, [1, 2] AS list"


def test_csv_has_iso_days_and_nothing_for_null(accede: Run) -> None:
    lines = accede("sql", ALL_KINDS, "--format", "csv").output.splitlines()
    assert list(csv.reader(lines)) == [
        ["day", "nothing", "yes", "price", "t", "list"],
        ["2013-12-18", "", "true", "1.5", 'a|b"', "[1, 2]"],
    ]


def test_json_is_a_list_of_objects_with_null(accede: Run) -> None:
    found = json.loads(accede("sql", ALL_KINDS, "--format", "json").output)
    assert found == [{"day": "2013-12-18", "nothing": None, "yes": True, "price": 1.5, "t": 'a|b"', "list": [1, 2]}]


def test_json_of_no_rows_is_an_empty_list(accede: Run) -> None:
    assert json.loads(accede("sql", "SELECT 1 WHERE false", "--format", "json").output) == []


def test_columns_of_one_name_are_told_apart(accede: Run) -> None:
    assert json.loads(accede("sql", "SELECT 1 AS n, 2 AS n", "--format", "json").output) == [{"n": 1, "n_2": 2}]


def test_markdown_escapes_its_own_bars(accede: Run) -> None:
    output = accede("sql", "SELECT 'a|b' AS t", "--format", "markdown").output
    assert output.splitlines() == ["| t |", "| --- |", "| a\\|b |"]


def test_a_table_in_a_pipe_folds_no_cell_and_tells_null_from_empty(accede: Run) -> None:
    lines = accede("sql", "SELECT repeat('x', 300) AS long, NULL AS nothing, '[bold]' AS markup").output.splitlines()
    assert lines[2].split() == ["x" * 300, "NULL", "[bold]"]


def test_sql_comes_from_a_pipe_and_the_last_answer_is_printed(accede: Run) -> None:
    assert accede("sql", "--format", "csv", given="SELECT 1 AS a; SELECT 2 AS b;").output == "b\n2\n"


def test_a_file_is_run(accede: Run, tmp_path: Path) -> None:
    file = tmp_path / "question.sql"
    file.write_text("-- how many clauses?\nSELECT count(*) AS n FROM clauses;\n")
    assert accede("sql", str(file), "--format", "csv").output == "n\n4\n"


EXAMPLES = {"01_one_verb": "SELECT 'urge' AS verb", "02_two_verbs": "SELECT 2 AS verbs"}


@pytest.mark.parametrize("name", ["01_one_verb", "one-verb", "01"])
def test_an_example_is_run_by_its_name_or_a_part_of_it(accede: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(query, "examples", lambda: EXAMPLES)
    assert accede("sql", name, "--format", "csv").output == "verb\nurge\n"


def test_a_name_that_fits_two_examples_is_refused_with_both(accede: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query, "examples", lambda: EXAMPLES)
    refused = accede("sql", "verb")
    assert refused.exit_code == 2
    assert refused.stderr == "accede: no example is called verb; nearest: 01_one_verb, 02_two_verbs\n"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("SELECT 1 FROM\nclause", "accede: Catalog Error: Table with name clause does not exist! Did you mean"),
        ("SELEC 1", "accede: Parser Error: syntax error"),
        ("DROP TABLE clauses", "accede: Invalid Input Error: Cannot execute statement of type"),
        ("INSTALL httpfs", "accede: extensions are neither installed nor loaded here"),
        (".tabels", "accede: no command is called .tabels"),
    ],
)
def test_an_error_is_one_line_and_exit_1(accede: Run, asked: str, said: str) -> None:
    result = accede("sql", asked)
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert result.stderr.startswith(said)


def test_no_release_is_one_line_that_says_how_to_make_one(accede: Run, tmp_path: Path) -> None:
    result = accede("sql", "SELECT 1", "--release", str(tmp_path))
    assert result.exit_code == 1
    assert (result.stderr.count("\n"), "accede build" in result.stderr) == (1, True)


def _type(release: Path, *lines: str) -> str:
    """What the shell prints for lines typed one after the other, then Ctrl-D."""
    out, waiting = io.StringIO(), iter(lines)

    def read(_: str) -> str:
        line = next(waiting, None)
        if line is None:
            raise EOFError
        if line == "^C":
            raise KeyboardInterrupt
        return line

    with open_release(release) as connection:
        shell.run(Session(connection, Format.CSV, out), read)
    return out.getvalue()


def test_a_statement_in_the_shell_goes_on_until_its_semicolon(release: Path) -> None:
    assert _type(release, "SELECT 1 AS a,", "2 AS b;") == "a,b\n1,2\n\n"


def test_ctrl_c_throws_away_what_was_begun(release: Path) -> None:
    assert _type(release, "SELECT nonsense", "^C", "SELECT 3 AS c;", ".quit", "SELECT 4;") == "\nc\n3\n"


def test_an_error_does_not_end_the_shell(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _type(release, "SELEC;", "SELECT 5 AS e;") == "e\n5\n\n"
    assert "Parser Error" in capsys.readouterr().err


def test_dot_commands_list_tables_and_columns_and_change_the_format(release: Path) -> None:
    assert "treaty_mentions,table" in _type(release, ".tables")
    assert "clause_id,VARCHAR" in _type(release, ".schema clauses")
    assert _type(release, ".format json", "SELECT 6 AS f;") == '[\n{"f": 6}\n]\n\n'
