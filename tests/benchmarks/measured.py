"""Running a command and measuring it: seconds, and memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

_PAUSE = 0.1


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds by the wall clock; the highest sum of memory (shared pages counted once) seen at any moment, in bytes."""

    seconds: float
    memory: int


def run(command: Sequence[object], environment: Mapping[str, str] | None = None) -> Measured:
    """Run a command to its end; what it prints is shown only when it fails, and then this program ends too."""
    start = time.perf_counter()
    words = [str(part) for part in command]
    with TemporaryFile() as said:
        process = subprocess.Popen(
            words,
            env={**os.environ, **(environment or {})},
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        memory = _watch(process)
        seconds = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(words)} ended with {process.returncode}:\n{said.read().decode()}")
    return Measured(seconds, memory)


def _watch(process: subprocess.Popen[bytes]) -> int:
    highest = 0
    while True:
        highest = max(highest, _memory(process.pid))
        try:
            process.wait(_PAUSE)
        except subprocess.TimeoutExpired:
            continue
        return highest


def _memory(session: int) -> int:
    """Bytes that the processes of a session hold in memory together."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            # The name of the program, in brackets, may hold spaces; the session is the fourth value after it.
            if int((folder / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                total += _proportional(folder)
        except (OSError, ValueError):
            continue
    return total


def _proportional(folder: Path) -> int:
    lines = (folder / "smaps_rollup").read_text().splitlines()
    return 1024 * sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
