"""Planning everything, measured alone in a process: python -m tests.figures.fetch_plan -> documents, seconds, MB."""

from __future__ import annotations

import json
import resource
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.sources import ranges
from pipelines.sources.fetch import prepare
from pipelines.sources.names import REPOSITORIES
from pipelines.sources.partitions import Partition
from pipelines.sources.planner import Wishes
from pipelines.sources.states import State, States


def _full_ledger(archive: Path, partitions: tuple[Partition, ...]) -> None:
    """Half of all documents saved, a quarter absent, the rest not asked yet; 10,000 files listed."""
    symbols = [symbol for one in partitions for symbol in ranges.symbols(one)]
    with States(archive).writing() as put:
        for place, symbol in enumerate(symbols):
            if place % 4 != 3:
                status = "absent" if place % 4 == 2 else "saved"
                put(State(symbol, "en", "pdf", status, "ods", "2026-01-01T00:00:00+00:00", sha256="0" * 64))  # type: ignore[arg-type]
    trees = archive / "fetch" / "trees"
    trees.mkdir()
    for name in REPOSITORIES.values():
        files = {
            f"{session}session/English/A_RES_{session}_{n}_E.xml": "0" for session in range(74, 82) for n in range(310)
        }
        (trees / f"{name}.json").write_text(json.dumps({"files": files}))


if __name__ == "__main__":
    partitions = tuple(ranges.known())
    with TemporaryDirectory() as folder:
        _full_ledger(Path(folder), partitions)
        began = time.perf_counter()
        plan = prepare(Wishes(partitions=partitions), Path(folder), date(2026, 11, 23)).plan
        seconds = time.perf_counter() - began
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(len(plan.wants) + plan.settled, f"{seconds:.3f}", f"{megabytes:.0f}")
