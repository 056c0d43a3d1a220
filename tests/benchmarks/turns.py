"""Several ways to do the same with the same files, measured in turns."""

from __future__ import annotations

import gc
import random
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median

Step = Callable[[bytes], object]


def in_turns(steps: Mapping[str, Step], files: Sequence[bytes], rounds: int) -> dict[str, float]:
    """Seconds of each step over all files: of every file the median round, summed.

    The order changes all the time: whoever comes after a step that has emptied the processor's caches is slower.
    """
    times: dict[str, list[list[float]]] = {name: [[] for _ in files] for name in steps}
    order, chance = list(steps), random.Random(0)
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for place, data in enumerate(files):
            chance.shuffle(order)
            for name in order:
                times[name][place].append(_seconds(steps[name], data))
    gc.unfreeze()
    return {name: sum(map(median, own)) for name, own in times.items()}


def _seconds(step: Step, data: bytes) -> float:
    # What the step before left behind is no part of this one.
    gc.collect()
    start = _processor()
    step(data)
    return _processor() - start


def _processor() -> float:
    """Seconds of the processor for this process and for the programs that it ran."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
