"""SIGKILL at random moments of `accede publish`: what `latest` names afterwards is a whole release.

    python -m tests.figures.publish_kills [--kills 50] [--seed 1]

Prints how many were killed, how many had ended before, and each release that was not whole (there should be none).
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipelines.publish import checksums
from pipelines.publish.release import release
from pipelines.versions.folder import FolderStore
from tests.publish.tables import tables

ACCEDE = Path(sys.executable).with_name("accede")


@dataclass(frozen=True)
class Told:
    """Publishers killed in time, those that were done before, and what was wrong with the store afterwards."""

    killed: int
    ended: int
    wrong: list[str]


def builds(folder: Path) -> list[Path]:
    """Two builds that differ in a title."""
    made = []
    for title in ("One", "Other"):
        changed = tables()
        changed["resolutions"] = changed["resolutions"].with_columns(pl.lit(title).alias("title"))
        out = folder / title
        release(changed, out, title="Kills", is_specimen=True, software_version="0", is_checked=True)
        made.append(out)
    return made


def kill(kills: int, seed: int, folder: Path) -> Told:
    """Publish one build after the other into one store and kill each publisher at a random moment."""
    source, made, place = random.Random(seed), builds(folder), folder / "store"
    whole = _timed(made[0], place)
    killed, wrong = 0, list[str]()
    for number in range(kills):
        process = subprocess.Popen(_command(made[(number + 1) % 2], place), stdout=-3, stderr=-3)
        time.sleep(source.uniform(0, whole))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        wrong += [f"after kill {number + 1}: {fault}" for fault in _faults(FolderStore(place))]
    return Told(killed, kills - killed, wrong)


def _timed(build: Path, place: Path) -> float:
    """Seconds of a whole publish; it makes the first release."""
    start = time.perf_counter()
    subprocess.run(_command(build, place), check=True, stdout=-3)
    return time.perf_counter() - start


def _command(build: Path, place: Path) -> list[str]:
    return [str(ACCEDE), "publish", "--release", str(build), "--to", str(place)]


def _faults(store: FolderStore) -> list[str]:
    latest = store.latest()
    if latest is None:
        return ["latest names no release"]
    return [
        f"{version}: {', '.join(wrong)}"
        for version in store.versions()
        if (wrong := checksums.differing(store.fetch(version, store.root)))
    ]


def main() -> None:
    """Print the figures; exit 1 when a release was not whole."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="accede-kills-"))
    try:
        told = kill(asked.kills, asked.seed, folder)
    finally:
        shutil.rmtree(folder)
    print(f"killed {told.killed}, ended before {told.ended}; not whole: {len(told.wrong)}")
    print("\n".join(told.wrong))
    sys.exit(bool(told.wrong))


if __name__ == "__main__":
    main()
