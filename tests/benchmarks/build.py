"""Import and build of all real documents: time and memory, beside the least that reading them can cost.

    python -m tests.benchmarks.build [--shared ../shared/data] [--work DIR]

Every step is the command that a user runs, in processes of its own, with an empty cache before the first build.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.archive.store import Archive
from tests.benchmarks.floor import floor
from tests.benchmarks.measured import Measured, run

ACCEDE = Path(sys.executable).with_name("accede")
RESOLUTIONS = ("unxml-ga", "unxml-sc", "unxml-hrc", "unxml-ecosoc", "unxml-ga-78-other-languages")
STATUS = (("mtdsg-xml-2018-01", "2018-01-15"), ("mtdsg-tables-2015", "2014-07-10"))
TARGETS = {"import and build": 60.0, "build after one changed file": 10.0}
MEMORY_TARGET = 1.5e9


def fill(archive: Path, shared: Path) -> Measured:
    """Import everything in three commands, since the status files are of two days; seconds add up, memory does not."""
    documents = [shared / "resolutions" / f"{name}.tar.xz" for name in RESOLUTIONS]
    steps = [run([ACCEDE, "import", *documents, shared / "seed", "--archive", archive])]
    for name, day in STATUS:
        path = shared / "treaties" / f"{name}.tar.xz"
        steps.append(run([ACCEDE, "import", path, "--as-at", day, "--archive", archive]))
    return Measured(sum(step.seconds for step in steps), max(step.memory for step in steps))


def build(archive: Path, work: Path) -> Measured:
    """Build a release, with the cache of this benchmark alone."""
    command = [ACCEDE, "build", "--archive", archive, "--out", work / "release"]
    return run(command, {"XDG_CACHE_HOME": str(work / "cache")})


def change_one(archive: Path, work: Path) -> None:
    """Import one document again with a comment at its end: another file that claims the same symbol."""
    entry = next(entry for entry in Archive(archive).entries() if entry.format == "akn" and entry.symbol)
    changed = work / "changed.xml"
    changed.write_bytes(Archive(archive).read(entry.sha256) + b"<!-- changed -->")
    run([ACCEDE, "import", changed, "--archive", archive])


def measure(shared: Path, work: Path) -> dict[str, Measured]:
    """The steps by name, in their order."""
    archive = work / "archive"
    steps = {"import": fill(archive, shared)}
    steps["import again"] = fill(archive, shared)
    steps["build"] = build(archive, work)
    total = steps["import"].seconds + steps["build"].seconds
    steps["import and build"] = Measured(total, max(steps["import"].memory, steps["build"].memory))
    steps["build again"] = build(archive, work)
    change_one(archive, work)
    steps["build after one changed file"] = build(archive, work)
    return steps


def report(steps: dict[str, Measured], files: int, size: int, least: float) -> None:
    """Print the steps with their ratio to the floor and their targets."""
    print(f"floor: lxml alone over {files:,} XML files, {size / 1e6:.0f} MB, one core: {least:.1f} s\n")
    print(f"{'step':<30}{'seconds':>9}{'x floor':>9}{'target':>8}{'memory MB':>11}")
    for name, step in steps.items():
        target = f"{TARGETS[name]:.0f}" if name in TARGETS else ""
        print(f"{name:<30}{step.seconds:>9.1f}{step.seconds / least:>9.1f}{target:>8}{step.memory / 1e6:>11.0f}")
    print(f"\nmemory: the highest sum over all processes of a step; target {MEMORY_TARGET / 1e6:.0f} MB")


def main() -> None:
    """Measure, in a folder that is gone afterwards unless --work names one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"), help="folder of the real documents")
    parser.add_argument("--work", type=Path, help="folder for archive, cache and release; must be empty")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="accede-benchmark-") as temporary:
        work = options.work or Path(temporary)
        steps = measure(options.shared, work)
        report(steps, *floor(Archive(work / "archive")))


if __name__ == "__main__":
    main()
