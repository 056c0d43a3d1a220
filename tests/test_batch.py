"""Mapping over documents: the same results in the same order, wherever they are made or kept."""

from __future__ import annotations

import pickle
import threading
import time
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from pipelines import batch
from pipelines.batch import Memo, map_batches, process_pool, source_version

ITEMS = [f"A/RES/0/{number}" for number in range(450)]


class Counted:
    """A function that knows how often it was called."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self._lock = threading.Lock()

    def __call__(self, item: str) -> dict[str, object]:
        with self._lock:
            self.calls.append(item)
        return {"symbol": item, "length": len(item)}


def measure(item: str) -> int:
    """A function that a process can import."""
    return len(item)


def add_size(index: Any, item: str) -> int:
    return int(index.size) + len(item)


def fail_on(bad: set[str], item: str) -> str:
    if item in bad:
        raise ValueError(item)
    return item


@pytest.fixture
def threads() -> Executor:
    return ThreadPoolExecutor(2)


def test_results_come_in_the_order_of_the_items_wherever_they_are_made(threads: Executor) -> None:
    expected = [{"symbol": item, "length": len(item)} for item in ITEMS]
    assert map_batches(Counted(), ITEMS) == map_batches(Counted(), ITEMS, executor=threads) == expected


def test_a_pool_is_not_bothered_for_a_few_items() -> None:
    class Unwanted(ThreadPoolExecutor):
        def submit(self, *_: object, **__: object) -> None:  # type: ignore[override]
            raise AssertionError("sent to the pool")

    few = ITEMS[: batch.WORTH_A_POOL - 1]
    assert map_batches(measure, few, executor=Unwanted()) == [len(item) for item in few]


@pytest.mark.parametrize("with_pool", [False, True])
def test_what_the_memo_holds_is_not_made_again(tmp_path: Path, threads: Executor, with_pool: bool) -> None:
    executor = threads if with_pool else None
    first, second = Counted(), Counted()
    before = map_batches(first, ITEMS, executor=executor, memo=Memo(tmp_path, "v1"))
    after = map_batches(second, [*ITEMS, "new"], executor=executor, memo=Memo(tmp_path, "v1"))
    assert (len(first.calls), second.calls) == (len(ITEMS), ["new"])
    assert after[:-1] == before


def test_another_version_of_the_code_knows_nothing(tmp_path: Path) -> None:
    map_batches(Counted(), ITEMS[:3], memo=Memo(tmp_path, "v1"))
    other = Counted()
    map_batches(other, ITEMS[:3], memo=Memo(tmp_path, "v2"))
    assert len(other.calls) == 3


def test_only_the_newest_versions_stay_in_the_cache(tmp_path: Path) -> None:
    for number in range(5):
        map_batches(measure, ITEMS[:1], memo=Memo(tmp_path, f"version{number}"))
    assert "version4" in {path.name for path in tmp_path.iterdir()}
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"torn", None])
def test_a_damaged_file_of_the_memo_is_made_again(tmp_path: Path, damage: bytes | None) -> None:
    memo = Memo(tmp_path, "v1")
    map_batches(measure, ["abc"], memo=memo)
    [path] = [path for path in tmp_path.rglob("*") if path.is_file()]
    whole = path.read_bytes()
    path.write_bytes(whole[:-2] + bytes([whole[-2] ^ 1]) + whole[-1:] if damage is None else damage)
    assert map_batches(measure, ["abc"], memo=memo) == [3]
    assert path.read_bytes() == whole


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert map_batches(measure, ["abc"], memo=Memo(tmp_path / "file", "v1")) == [3]


def test_different_functions_share_no_results(tmp_path: Path) -> None:
    memo = Memo(tmp_path, "v1")
    map_batches(measure, ["abc"], memo=memo)
    assert map_batches(partial(fail_on, set()), ["abc"], memo=memo) == ["abc"]


def test_what_a_function_was_given_beforehand_travels_once(monkeypatch: pytest.MonkeyPatch) -> None:
    restored: list[int] = []

    class Index:
        """Something large that a function needs."""

        def __setstate__(self, state: dict[str, int]) -> None:
            restored.append(state["size"])
            self.size = state["size"]

    class Pickling(ThreadPoolExecutor):
        """Sends what it is given as a process pool does."""

        def submit(self, function: object, *given: object, **_: object) -> Any:
            return super().submit(*pickle.loads(pickle.dumps((function, *given))))

    monkeypatch.setattr(f"{__name__}.Index", Index, raising=False)
    Index.__qualname__ = "Index"
    index = Index.__new__(Index)
    index.size = 7
    assert map_batches(partial(add_size, index), ITEMS, executor=Pickling(2)) == [7 + len(item) for item in ITEMS]
    assert restored == [7]


@pytest.mark.parametrize("with_pool", [False, True])
def test_the_first_error_in_the_order_of_the_items_is_raised(threads: Executor, with_pool: bool) -> None:
    with pytest.raises(ValueError, match=f"^{ITEMS[40]}$"):
        map_batches(partial(fail_on, {ITEMS[400], ITEMS[40]}), ITEMS, executor=threads if with_pool else None)


def test_an_interrupt_passes_through_and_drops_the_rest(tmp_path: Path) -> None:
    seen: list[str] = []

    def press(item: str) -> str:
        seen.append(item)
        if len(seen) == 20:
            raise KeyboardInterrupt
        time.sleep(0.001)
        return item

    memo = Memo(tmp_path, "v1")
    with ThreadPoolExecutor(1) as executor, pytest.raises(KeyboardInterrupt):
        map_batches(press, ITEMS, executor=executor, memo=memo)
    assert len(seen) < len(ITEMS) / 2


def test_progress_counts_what_is_known_and_ends_at_the_total(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    map_batches(measure, ITEMS[:4], memo=Memo(tmp_path, "v"))
    map_batches(measure, ITEMS[:6], memo=Memo(tmp_path, "v"), progress=lambda done, of: heard.append((done, of)))
    assert (heard[0], heard[-1]) == ((4, 6), (6, 6))


def test_one_processor_needs_no_pool() -> None:
    with process_pool(1) as executor:
        assert executor is None


def test_the_version_of_the_source_changes_with_any_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "made_up_for_a_test" / "inner"
    package.mkdir(parents=True)
    (package.parent / "__init__.py").write_text("")
    (package / "grammar.py").write_text("VERBS = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    before = source_version("made_up_for_a_test")
    assert source_version("made_up_for_a_test") == before
    (package / "grammar.py").write_text("VERBS = 2\n")
    assert source_version("made_up_for_a_test") != before
    assert source_version("pipelines.batch") != source_version("pipelines.memo")
