"""`accede treaty` and `accede state` on the small release of tests/publish."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from pipelines.cli.state import state
from pipelines.cli.treaty import treaty
from pipelines.publish.release import release
from tests.publish.tables import tables
from tests.publish.tables_treaties import COVENANT, PAPER, PROTOCOL

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    out: Path = tmp_path_factory.mktemp("release") / "release"
    release(tables(), out, title="Accede", is_specimen=True, software_version="0.1.0")
    app = typer.Typer()
    app.command("treaty")(treaty)
    app.command("state")(state)
    return lambda *words: CliRunner().invoke(app, [*words, "--release", str(out)])


def names(answer: dict[str, list[dict[str, str]]], key: str) -> list[str]:
    return [row["participant_id"] for row in answer[key]]


@pytest.mark.parametrize(
    ("day", "parties", "signed", "withdrawn"),
    [
        ("2005-01-01", ["COG"], ["UGA"], []),
        ("2010-05-31", ["COG", "ORG-EU", "FRA"], ["UGA"], []),
        ("2010-06-01", ["ORG-EU", "FRA"], ["UGA"], ["COG"]),
        ("2017-01-01", ["ORG-EU", "FRA", "NIU"], ["UGA"], ["COG"]),
    ],
)
def test_standing_of_a_day(run: Run, day: str, parties: list[str], signed: list[str], withdrawn: list[str]) -> None:
    answer = json.loads(run("treaty", PROTOCOL, "--on", day, "--json").output)
    found = [names(answer, key) for key in ("parties", "signatories_only", "withdrawn")]
    assert found == [parties, signed, withdrawn]


def test_neither_are_the_states_of_the_day(run: Run) -> None:
    before, after = (
        json.loads(run("treaty", PROTOCOL, "--on", day, "--json").output) for day in ("2011-07-13", "2011-07-14")
    )
    assert (names(before, "neither"), names(after, "neither")) == (["NIU"], ["NIU", "SSD"])


def test_counts_stand_beside_those_of_the_depositary(run: Run) -> None:
    lines = [" ".join(line.split()) for line in run("treaty", PROTOCOL).output.splitlines()]
    assert "On 2018-01-15, by the status of 2018-01-15:" in lines
    assert "parties 3 (2 bound by it, 1 from a day not known)" in lines
    assert any("own count in its newest status file: 3 parties" in line for line in lines)


def test_day_after_the_newest_status_says_so(run: Run) -> None:
    assert "Nothing is known after 2014-07-10" in run("treaty", COVENANT, "--on", "2016-01-01").output


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["treaty", "XVIII-12-b"], 1, "nearest: XVIII-12-a"),
        (["treaty", PAPER], 1, "has no status here; its depositary: Keeper of the Paper"),
        (["treaty", PROTOCOL, "--on", "18 December 2013"], 2, "is no day"),
        (["state", "Ugandda"], 1, "nearest: Uganda"),
    ],
)
def test_what_is_not_there_is_refused(run: Run, words: list[str], code: int, said: str) -> None:
    result = run(*words)
    assert (result.exit_code, said in " ".join(result.stderr.split())) == (code, True)


@pytest.mark.parametrize(("day", "signatories"), [("2005-01-01", 2), ("2010-06-01", 2), ("2004-03-01", 2)])
def test_signatories_are_those_that_have_not_left(run: Run, day: str, signatories: int) -> None:
    """Uganda, Congo until it left, France from 2006."""
    answer = json.loads(run("treaty", PROTOCOL, "--on", day, "--json").output)
    assert answer["counts"]["signatories"] == signatories


@pytest.mark.parametrize("name", ["UGA", "uga", "Uganda"])
def test_state_by_code_or_name(run: Run, name: str) -> None:
    assert json.loads(run("state", name, "--json").output)["participant_id"] == "UGA"


def test_state_shows_its_treaties_and_calls_not_answered(run: Run) -> None:
    answer = json.loads(run("state", "UGA", "--json").output)
    assert [(row["treaty_id"], row["standing"]) for row in answer["treaties"]] == [(PROTOCOL, "signatory")]
    assert [(row["treaty_id"], row["calls"], row["voted_yes"]) for row in answer["open_calls"]] == [
        (PROTOCOL, 2, 1),
        (COVENANT, 1, 0),
    ]


def test_state_that_answered_has_no_open_call_for_the_treaty(run: Run) -> None:
    answer = json.loads(run("state", "NIU", "--json").output)
    assert [row["treaty_id"] for row in answer["open_calls"]] == [COVENANT]


def test_day_before_the_treaty_was_made_says_so(run: Run) -> None:
    output = run("treaty", PROTOCOL, "--on", "1999-01-01").output
    assert "On 1999-01-01 it had not been concluded." in output
    assert "Neither" not in output


def test_party_that_left_later_has_the_day(run: Run) -> None:
    answer = json.loads(run("treaty", PROTOCOL, "--on", "2010-05-31", "--json").output)
    assert {row["participant_id"]: row["until"] for row in answer["parties"]}["COG"] == "2010-06-01"


def test_treaty_by_its_title(run: Run) -> None:
    assert json.loads(run("treaty", "protocol on river traffic", "--json").output)["treaty_id"] == PROTOCOL
    assert f"{PROTOCOL} (Protocol on river traffic)" in " ".join(run("treaty", "river").stderr.split())


@pytest.mark.parametrize(("name", "start"), [("picture.svg", "<svg"), ("picture.json", "{")])
def test_picture_of_a_treaty(run: Run, tmp_path: Path, name: str, start: str) -> None:
    assert run("treaty", PROTOCOL, "--picture", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_picture_in_another_form_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("treaty", PROTOCOL, "--picture", str(tmp_path / "picture.png"))
    assert (result.exit_code, "is drawn as .svg or .json" in " ".join(result.stderr.split())) == (2, True)
