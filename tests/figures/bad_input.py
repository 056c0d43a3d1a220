"""What every bad file costs, at full size: time and memory of the process that looked at it, and what it said.

python -m tests.figures.bad_input [--pages 10000] [--characters 1000000]
"""

from __future__ import annotations

import argparse
import resource
import sys
import time

from pipelines.archive.recognise import recognise
from pipelines.readers import Unreadable, read
from pipelines.workers import Died, Limits, pool, watched
from tests.bad_input import of_size, resolution


def look(place: int, pages: int, characters: int) -> tuple[str, float, float, float]:
    """(what the reader said, seconds of recognition, seconds of reading, MB at the peak over those of a good file)."""
    read(resolution(), "pdf")
    bad = of_size(pages, characters)[place]
    data = bad.data()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with watched():
        start = time.process_time()
        recognise(data, bad.name)
        between = time.process_time()
        try:
            said = f"read: {len(read(data, bad.format).text):,} characters"
        except Unreadable as error:
            said = error.reason
    end = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return said, between - start, end - between, (peak - before) / 1024


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=10_000)
    options.add_argument("--characters", type=int, default=1_000_000)
    chosen = options.parse_args(arguments)
    print(f"{'file':16} {'recognised':>10} {'read':>8} {'memory':>8}  reason")
    for place, bad in enumerate(of_size(chosen.pages, chosen.characters)):
        try:
            with pool(1, Limits.from_environment()) as executor:
                said, told, took, memory = executor.submit(look, place, chosen.pages, chosen.characters).result()
            print(f"{bad.name:16} {told:8.2f} s {took:6.2f} s {memory:5.0f} MB  {said}", flush=True)
        except Died as error:
            print(f"{bad.name:16} {'':10} {'':8} {'':8}  killed: {error}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
