"""Memory of a process that reads document after document."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from pathlib import Path

from tests.figures.pdf import rows

File = tuple[str, bytes]
"""Format and bytes."""


def memory(files: list[File], readings: int) -> dict[int, int]:
    """Bytes held by a process of its own after the first turn of the files, half the readings, and all of them."""
    looks = sorted({min(len(files), readings), readings // 2, readings})
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_read, files, looks).result()


def _read(files: list[File], looks: list[int]) -> dict[int, int]:
    seen: dict[int, int] = {}
    for count, (form, data) in enumerate(islice(cycle(files), looks[-1]), start=1):
        rows(data, form, "")
        if count in looks:
            seen[count] = _resident()
    return seen


def _resident() -> int:
    """Bytes of this process in memory."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
