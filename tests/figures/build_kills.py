"""SIGKILL at random moments of `accede build` over an earlier release: what stands at `--out` is one whole release.

    python -m tests.figures.build_kills [--kills 50] [--seed 1] [--archive DIR --every 10]

Two archives are built in turn over one release folder, by default the specimen archive and every second document of it.
Four kills in five come at any moment of a build, the others while the finished folder is put in place. After each kill
the files must be those of one of the two releases, to the byte (DuckDB's own file, which never is the same twice, by
the checksum beside it); then the same build must succeed and leave nothing beside its release.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.archive import specimen
from pipelines.publish import checksums
from pipelines.publish.describe import DATABASE
from tests.figures.determinism import subset

ACCEDE = Path(sys.executable).with_name("accede")
PLACING = 0.4
"""Seconds from the last file of a release on, in which it is put in place and the earlier one deleted."""


@dataclass
class Told:
    """Builds killed in time and those that were done before; which release stood there; what was wrong."""

    killed: int = 0
    ended: int = 0
    found: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Builder:
    """Builds of two archives over one release folder, with a cache and a folder for temporary files of their own."""

    def __init__(self, archives: list[Path], work: Path) -> None:
        self.archives = archives
        self.out = work / "place" / "release"
        for name in ("cache", "temporary"):
            (work / name).mkdir()
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(work / "cache"), "TMPDIR": str(work / "temporary")}
        self.wanted = [self.whole(number) for number in (0, 1)]

    def start(self, number: int) -> subprocess.Popen[bytes]:
        """Begin to build one of the archives."""
        command = [ACCEDE, "build", "--archive", self.archives[number], "--out", self.out]
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def whole(self, number: int) -> dict[str, str]:
        """Build one of the archives to its end; gives what the release holds."""
        if self.start(number).wait():
            raise SystemExit(f"{self.archives[number]} cannot be built")
        return self.listed()

    def listed(self) -> dict[str, str]:
        """SHA-256 by file as the release lists them, without that of the database."""
        listed = checksums.parse((self.out / checksums.CHECKSUMS).read_text(encoding="utf-8"))
        return {name: hashed for name, hashed in listed.items() if name != DATABASE}

    def is_placing(self) -> bool:
        """Whether a new release is finished in the folder beside that it is made in."""
        return any(self.out.parent.glob(f".{self.out.name}.building.*/{checksums.CHECKSUMS}"))

    def standing(self) -> str:
        """Which release stands there: first, second; or what is wrong with it."""
        if differing := checksums.differing(self.out):
            return f"not whole: {', '.join(differing)}"
        held = self.listed()
        return next(
            (name for name, wanted in zip(("first", "second"), self.wanted, strict=True) if held == wanted), "?"
        )

    def beside(self) -> list[str]:
        """What lies beside the release."""
        return sorted(path.name for path in self.out.parent.iterdir() if path != self.out)


def kill(kills: int, source: random.Random, builder: Builder) -> Told:
    """Kill builds of both archives in turn, and build to the end what was killed."""
    told = Told()
    start = time.perf_counter()
    builder.whole(1)
    usual = time.perf_counter() - start
    for number in range(kills):
        process = builder.start(number % 2)
        _wait(process, builder, source, usual if number % 5 else 0.0)
        process.kill()
        is_killed = process.wait() == -signal.SIGKILL
        told.killed += is_killed
        told.ended += not is_killed
        told.found[standing := builder.standing()] += 1
        if standing not in ("first", "second"):
            told.wrong.append(f"after kill {number + 1}: {standing}")
        told.wrong += _again(number, builder)
    return told


def _wait(process: subprocess.Popen[bytes], builder: Builder, source: random.Random, usual: float) -> None:
    """Until a random moment of a build that takes `usual` seconds; with none, until one of its being put in place."""
    if usual:
        time.sleep(source.uniform(0, usual))
        return
    while process.poll() is None and not builder.is_placing():
        time.sleep(0.001)
    time.sleep(source.uniform(0, PLACING))


def _again(number: int, builder: Builder) -> list[str]:
    """What is wrong with the build after a kill."""
    is_same = builder.whole(number % 2) == builder.wanted[number % 2] and not checksums.differing(builder.out)
    wrong = [] if is_same else [f"build after kill {number + 1}: other files"]
    return wrong + [f"build after kill {number + 1}: leaves {name}" for name in builder.beside()]


def main() -> None:
    """Print the figures; exit 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--archive", type=Path, help="archive instead of the specimen archive")
    parser.add_argument("--every", type=int, default=1, help="of the archive, take every n-th document")
    asked = parser.parse_args()
    work = Path(tempfile.mkdtemp(prefix="accede-kills-"))
    try:
        with specimen.opened(asked.archive) as archive:
            steps = {"first": asked.every, "second": asked.every + 1}
            archives = [subset(archive.root, every, work / name) for name, every in steps.items()]
            told = kill(asked.kills, random.Random(asked.seed), Builder(archives, work))
    finally:
        shutil.rmtree(work)
    found = ", ".join(f"{name} release {count}" for name, count in sorted(told.found.items()))
    print(f"killed {told.killed}, ended before {told.ended}; standing afterwards: {found}; wrong: {len(told.wrong)}")
    print("\n".join(told.wrong))
    sys.exit(bool(told.wrong))


if __name__ == "__main__":
    main()
