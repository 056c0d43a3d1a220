from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import Result

from pipelines.cli import sheet, tree
from pipelines.cli.terminal import open_release
from tests.cli.conftest import ITEM, NOTE, SYMBOL, TREATY

Run = Callable[..., Result]


def test_the_tree_stands_in_reading_order_with_marks_where_they_belong(accede: Run) -> None:
    lines = [line.rstrip() for line in accede("show", SYMBOL).output.splitlines()]

    assert "SPECIMEN: a test" in lines
    assert lines.index("Preamble") < lines.index("Operative part") < lines.index("Joining") < lines.index("Notes")
    assert "1.     Urges all States:" in lines
    assert f"    (a)    To join the Trafficking Protocol[8] {{{TREATY}}}, as resolution 55/25 asks;" in lines
    assert f"8      {NOTE}" in lines


def test_a_call_says_who_had_not_joined_then_and_who_had_later(accede: Run) -> None:
    assert "XVIII-12-a: 2 of 3 States had not joined then; 1 of them had by 2018-01-15" in accede("show", SYMBOL).output


def test_brackets_of_a_text_are_no_markup(accede: Run) -> None:
    assert "Mindful of brackets [bold] in texts," in accede("show", SYMBOL).output


@pytest.mark.parametrize("written", ["a/res/0/9", "A/RES/0/ 9"])
def test_a_symbol_may_be_written_in_any_usual_way(accede: Run, written: str) -> None:
    assert accede("show", *written.split()).output == accede("show", SYMBOL).output


def test_another_language_keeps_the_calls_of_the_clause(accede: Run) -> None:
    output = accede("show", SYMBOL, "--language", "FR").output
    assert "Exhorte tous les États :" in output
    assert "also in en" in output


def test_a_language_that_is_not_there_is_refused_with_those_that_are(accede: Run) -> None:
    result = accede("show", SYMBOL, "--language", "ar")
    assert (result.exit_code, "languages: en, fr" in result.stderr) == (1, True)


def test_an_unknown_symbol_is_refused_with_the_nearest(accede: Run) -> None:
    result = accede("show", "A/RES/0/8")
    assert result.exit_code == 1
    assert result.stderr.strip() == f"accede: A/RES/0/8 is not in this release; nearest: {SYMBOL}"


def test_json_nests_clauses_and_hangs_everything_on_them(accede: Run) -> None:
    found = json.loads(accede("show", SYMBOL, "--json").output)

    assert (found["symbol"], found["adopted_on"], found["languages"]) == (SYMBOL, "2013-12-18", ["en", "fr"])
    item = found["clauses"][1]["clauses"][0]
    assert item["clause_id"] == f"{SYMBOL}#op.1.a"
    assert [mention["treaty_id"] for mention in item["treaties"]] == [TREATY]
    assert [citation["cited_symbol"] for citation in item["citations"]] == ["A/RES/55/25"]
    assert [(call["not_joined_then"], call["joined_since"]) for call in item["calls"]] == [(2, 1)]
    assert found["notes"][0]["citations"][0]["cited_symbol"] == "A/RES/55/25"


def test_on_a_terminal_verbs_treaties_and_citations_have_their_styles(release: Path) -> None:
    with open_release(release) as connection:
        resolution = sheet.find(connection, SYMBOL)
        assert resolution is not None
        found = sheet.read(connection, resolution, "en")
    console = Console(file=io.StringIO(), force_terminal=True, width=100, color_system="truecolor", record=True)
    for line in tree.render(found):
        console.print(line, highlight=False)
    drawn = console.export_text(styles=True)

    assert "\x1b[1;3mUrges\x1b[0m" in drawn
    assert "\x1b[1;36mTrafficking Protocol\x1b[0m" in drawn
    assert "\x1b[4mresolution 55/25\x1b[0m" in drawn
    assert ITEM.split()[0] in drawn
