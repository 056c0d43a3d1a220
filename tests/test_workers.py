"""Processes that are killed: what died is said, the rest of the work goes on."""

from __future__ import annotations

import ctypes
import os
import time

import pytest

from pipelines.batch import map_batches
from pipelines.workers import Died, Limits, WrongLimit, pool, watched

LIMITS = Limits(seconds=0.4, memory=300)


def act(what: str) -> str:
    """Do what a document can do to its reader."""
    if what == "hang":
        while True:
            pass
    if what == "wait":
        time.sleep(60)
    if what == "eat":
        return str(len(bytes(2**30)))
    if what == "eat in C":
        ctypes.memset(ctypes.CDLL(None).malloc(2**31) or os.abort(), 1, 2**31)
    if what == "crash":
        ctypes.string_at(0)
    if what == "fail":
        raise KeyError(what)
    return what.upper()


def watched_act(what: str) -> str:
    with watched():
        return act(what)


def instead(what: str, error: Died) -> str:
    return str(error)


REASONS = {
    "hang": "it takes more than 0.4 seconds of processor time",
    "wait": "it takes more than 4 seconds",
    "eat": "it takes more than 300 MB of memory",
    "eat in C": "its reader was stopped by the system, most likely for more than 300 MB of memory",
    "crash": "its reader crashed (SIGSEGV)",
}


@pytest.mark.parametrize("what", REASONS)
def test_a_process_that_dies_says_why_and_is_replaced(what: str) -> None:
    with pool(1, LIMITS) as executor:
        with pytest.raises(Died) as died:
            executor.submit(watched_act, what).result()
        assert str(died.value) == REASONS[what]
        assert executor.submit(watched_act, "a").result() == "A"


def test_what_stood_beside_a_deadly_item_is_done_in_its_place() -> None:
    items = [f"item {number}" for number in range(40)]
    items[3], items[5], items[30] = "crash", "hang", "eat"
    with pool(2, LIMITS) as executor:
        done = map_batches(act, items, executor=executor, instead=instead)
    assert done == [REASONS.get(item, item.upper()) for item in items]


def test_without_a_substitute_a_death_is_an_error() -> None:
    with pool(1, LIMITS) as executor, pytest.raises(Died, match="SIGSEGV"):
        map_batches(act, ["crash", *"a" * 200], executor=executor)


def test_an_exception_comes_back_as_it_is_and_harms_no_process() -> None:
    with pool(1, LIMITS) as executor:
        before = executor.submit(os.getpid).result()
        with pytest.raises(KeyError, match="fail") as raised:
            executor.submit(act, "fail").result()
        assert "in act" in raised.value.__notes__[0]
        assert executor.submit(os.getpid).result() == before


def test_the_time_of_a_document_is_its_own() -> None:
    with pool(1, LIMITS) as executor:
        busy = [executor.submit(_busy, 0.15) for _ in range(4)]
        assert [one.result() for one in busy] == ["done"] * 4


def _busy(seconds: float) -> str:
    with watched():
        start = time.process_time()
        while time.process_time() - start < seconds:
            pass
    return "done"


def test_a_block_that_is_left_by_an_error_waits_for_nobody() -> None:
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt), pool(1, Limits()) as executor:
        executor.submit(time.sleep, 60)
        executor.submit(os.getpid)
        time.sleep(0.5)
        raise KeyboardInterrupt
    assert time.monotonic() - start < 30


@pytest.mark.parametrize("printed", ["soon", "-1", "0", "inf", "nan"])
def test_a_limit_that_is_none_is_refused_by_name(printed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCEDE_DOCUMENT_SECONDS", printed)
    with pytest.raises(WrongLimit, match=f"^ACCEDE_DOCUMENT_SECONDS is '{printed}'"):
        Limits.from_environment()


def test_limits_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCEDE_DOCUMENT_SECONDS", "5")
    monkeypatch.setenv("ACCEDE_DOCUMENT_MB", "512")
    assert Limits.from_environment() == Limits(5.0, 512)
