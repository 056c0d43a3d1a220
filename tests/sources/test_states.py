"""The ledger of asks: whole after any death, one writer at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.sources.asks import Key
from pipelines.sources.states import FetchUnderWay, State, States

AT = "2026-11-23T12:00:00+00:00"


def _state(number: int, status: str = "saved") -> State:
    return State(f"A/RES/0/{number}", "en", "pdf", status, "ods", AT)  # type: ignore[arg-type]


def test_the_last_line_on_a_key_holds(tmp_path: Path) -> None:
    with States(tmp_path).writing() as put:
        put(_state(1, "error"))
        put(_state(2))
        put(_state(1, "absent"))
    assert States(tmp_path).counts() == {"absent": 1, "saved": 1}


def test_a_torn_line_is_cut_off_by_the_next_writer(tmp_path: Path) -> None:
    states = States(tmp_path)
    with states.writing() as put:
        put(_state(1))
    with states.path.open("ab") as file:
        file.write(b'{"symbol":"A/RES')
    assert len(States(tmp_path)) == 1
    with States(tmp_path).writing() as put:
        put(_state(2))
    assert {state.symbol for state in States(tmp_path)} == {"A/RES/0/1", "A/RES/0/2"}


def test_what_was_put_is_there_before_the_end(tmp_path: Path) -> None:
    with States(tmp_path).writing() as put:
        put(_state(1))
        assert States(tmp_path).get(Key("A/RES/0/1", "en", "pdf")) == _state(1)


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    with States(tmp_path).writing(), pytest.raises(FetchUnderWay), States(tmp_path).writing():
        pass


def test_superseded_lines_are_tidied_away(tmp_path: Path) -> None:
    states = States(tmp_path)
    with states.writing() as put:
        for _ in range(1010):
            put(_state(1))
    with States(tmp_path).writing():
        pass
    assert states.path.read_bytes().count(b"\n") == 1
