"""The least that a build can cost: lxml alone over the bytes of an archive, on one core.

python -m tests.benchmarks.floor ARCHIVE
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from lxml import etree

from pipelines.archive.store import Archive


def floor(archive: Archive) -> tuple[int, int, float]:
    """(files, bytes, seconds) of making a tree of every XML file; reading them from disk is not counted."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, huge_tree=False)
    entries = [entry for entry in archive.entries() if entry.format in ("akn", "status")]
    seconds = 0.0
    for entry in entries:
        data = archive.read(entry.sha256)
        start = time.perf_counter()
        etree.fromstring(data, parser)
        seconds += time.perf_counter() - start
    return len(entries), sum(entry.size for entry in entries), seconds


if __name__ == "__main__":
    files, size, seconds = floor(Archive(Path(sys.argv[1])))
    print(f"{files} files, {size / 1e6:.1f} MB, {seconds:.2f} s")
