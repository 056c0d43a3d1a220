"""Several ways to do the same with the same files, measured in turns and without what was kept of an earlier round."""

from __future__ import annotations

import gc
import multiprocessing
import random
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from multiprocessing.connection import Connection
from statistics import median

Step = Callable[[bytes], object]


def in_turns(steps: Mapping[str, Step], files: Sequence[bytes], rounds: int, warm: bytes) -> dict[str, float]:
    """Seconds of each step over all files: of every file the median round, summed.

    A round of a step is a process of its own: decoders keep fonts of the files that they have read, and no build reads
    a file twice. `warm` is a file that all have read before, so that none is measured loading its code.
    """
    times: dict[str, list[list[float]]] = {name: [] for name in steps}
    order, chance = list(steps), random.Random(0)
    for step in steps.values():
        step(warm)
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        chance.shuffle(order)
        for name in order:
            times[name].append(_round(steps[name], files))
    gc.unfreeze()
    return {name: sum(map(median, zip(*own, strict=True))) for name, own in times.items()}


def _round(step: Step, files: Sequence[bytes]) -> list[float]:
    """Seconds of a step for each file, in a process that goes on from this one as it is."""
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    child = fork.Process(target=_measure, args=(step, files, there))
    child.start()
    there.close()
    spent: list[float] = here.recv()
    child.join()
    return spent


def _measure(step: Step, files: Sequence[bytes], answer: Connection) -> None:
    answer.send([_seconds(step, data) for data in files])


def _seconds(step: Step, data: bytes) -> float:
    # What the file before left behind is no part of this one.
    gc.collect()
    start = _processor()
    step(data)
    return _processor() - start


def _processor() -> float:
    """Seconds of the processor for this process and for the programs that it ran."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
