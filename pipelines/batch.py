"""The same function over many documents: in this process, on an executor, and not at all where the result is known.

An executor is any `concurrent.futures.Executor`: `process_pool()` here, `distributed.Client.get_executor()` on a
cluster. The results and their order are the same with each.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from functools import cached_property, lru_cache, partial
from typing import Any, TypeVar

from pipelines.memo import MISS, Memo, source_version
from pipelines.workers import Died, pool, watched

__all__ = ["WORTH_A_POOL", "Died", "Memo", "guarded_pool", "iterate", "map_batches", "process_pool", "source_version"]

T = TypeVar("T")
R = TypeVar("R")
Progress = Callable[[int, int], None]

WORTH_A_POOL = 200
"""Items; for fewer, starting processes and importing the readers in each takes longer than the work itself."""
BATCH = 16
"""Items sent to a worker at a time: pickling costs little beside reading them, and an interrupt is heard soon."""


def map_batches(
    function: Callable[[T], R],
    items: Sequence[T],
    *,
    executor: Executor | None = None,
    memo: Memo | None = None,
    progress: Progress | None = None,
    instead: Callable[[T, Died], R] | None = None,
) -> list[R]:
    """`[function(item) for item in items]`, without the work whose results `memo` holds; as `iterate` says."""
    return list(iterate(function, items, executor=executor, memo=memo, progress=progress, instead=instead))


def iterate(
    function: Callable[[T], R],
    items: Sequence[T],
    *,
    executor: Executor | None = None,
    memo: Memo | None = None,
    progress: Progress | None = None,
    instead: Callable[[T, Died], R] | None = None,
) -> Iterator[R]:
    """The results of `map_batches` one after the other: those that were made now are not kept here.

    Function, items and results must be picklable. With a memo, `repr(item)` must say all that the result depends on
    beside the source code; a ledger entry does, since its sha256 stands for the bytes. The first exception in the order
    of the items is raised and what was not begun is dropped; an interrupt passes through likewise.

    `instead` is for items that may bring their process down: they go to the executor however few they are, and it gives
    the result of those whose process died. Such a result is not remembered: limits and machines differ.
    """
    keys = [memo.key(function, item) for item in items] if memo else []
    results: list[Any] = [memo.get(key) for key in keys] if memo else [MISS] * len(items)
    missing = [index for index, result in enumerate(results) if result is MISS]
    done = len(items) - len(missing)
    computed = _computed(function, items, missing, executor, memo, instead)
    with closing(computed):
        for index in range(len(items)):
            result, results[index] = results[index], None
            if result is MISS:
                if progress:
                    progress(done, len(items))
                done += 1
                _, result, payload = next(computed)
                if memo and payload is not None:
                    memo.put(keys[index], payload)
            yield result
    if progress:
        progress(len(items), len(items))


@contextmanager
def process_pool(workers: int | None = None) -> Iterator[Executor | None]:
    """A pool of one process for each processor; None where there is only one. Nothing is started before work is sent.

    Workers are started afresh, not forked from a process that runs threads (Dagster, Polars), and leave interrupts to
    their parent. Raises WrongLimit.
    """
    workers = workers or os.cpu_count() or 1
    if workers == 1:
        yield None
        return
    with pool(workers) as executor:
        yield executor


@contextmanager
def guarded_pool() -> Iterator[Executor]:
    """A pool for what may bring its process down: a process of its own also where there is only one processor."""
    with pool(os.cpu_count() or 1) as executor:
        yield executor


Computed = tuple[int, Any, bytes | None]


def _computed(
    function: Callable[[T], R],
    items: Sequence[T],
    missing: Sequence[int],
    executor: Executor | None,
    memo: Memo | None,
    instead: Callable[[T, Died], R] | None,
) -> Generator[Computed, None, None]:
    """(index, result, pickled result where a memo wants it) in the order of the items."""
    if executor is not None and (instead is not None or len(missing) >= WORTH_A_POOL):
        yield from _elsewhere(function, items, missing, executor, instead)
        return
    for index in missing:
        result = function(items[index])
        yield index, result, _pickled(result) if memo else None


def _elsewhere(
    function: Callable[[T], R],
    items: Sequence[T],
    missing: Sequence[int],
    executor: Executor,
    instead: Callable[[T, Died], R] | None,
) -> Iterator[Computed]:
    batches = [missing[start : start + BATCH] for start in range(0, len(missing), BATCH)]
    batch_of = partial(_batch, _Shared(function))
    # Taken off one by one: a future keeps its result as long as it is kept itself.
    futures = deque(executor.submit(batch_of, [items[index] for index in batch]) for batch in batches)
    try:
        for batch in batches:
            try:
                done = list(zip(batch, futures.popleft().result(), strict=True))
            except Died:
                yield from _one_by_one(batch_of, items, batch, executor, instead)
                continue
            for index, payload in done:
                yield index, pickle.loads(payload), payload
    finally:
        for future in futures:
            future.cancel()


def _one_by_one(
    batch_of: Callable[[Sequence[T]], list[bytes]],
    items: Sequence[T],
    batch: Sequence[int],
    executor: Executor,
    instead: Callable[[T, Died], R] | None,
) -> Iterator[Computed]:
    """A batch whose process died: which of its items did it, and the results of the others."""
    for index in batch:
        try:
            [payload] = executor.submit(batch_of, [items[index]]).result()
        except Died as error:
            if instead is None:
                raise
            yield index, instead(items[index], error), None
        else:
            yield index, pickle.loads(payload), payload


class _Shared:
    """A function that is pickled once and restored once in each process: what it was given may be large."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function

    def __call__(self, item: object) -> Any:
        return self.function(item)

    @cached_property
    def _payload(self) -> bytes:
        return _pickled(self.function)

    def __reduce__(self) -> tuple[Callable[[bytes], _Shared], tuple[bytes]]:
        return _restored, (self._payload,)


@lru_cache(maxsize=4)
def _restored(payload: bytes) -> _Shared:
    return _Shared(pickle.loads(payload))


def _batch(function: Callable[[T], R], items: Sequence[T]) -> list[bytes]:
    results = []
    for item in items:
        with watched():
            results.append(_pickled(function(item)))
    return results


def _pickled(result: object) -> bytes:
    return pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
