"""One fetch as a process of its own, to be killed: python -m tests.figures.fetch_child URL ARCHIVE SPEED DOCUMENTS."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.double.large import large
from tests.figures.fetch import fetched

if __name__ == "__main__":
    url, archive, speed, count = sys.argv[1:]
    asyncio.run(fetched(large(int(count)), Path(archive), url, 0, float(speed), faulty=False))
