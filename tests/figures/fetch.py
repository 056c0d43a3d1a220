"""Figures of fetching: python -m tests.figures.fetch [--seeds 20] [--documents 2000] [--kills 50] [--speed 500].

Everything runs against the double on 127.0.0.1. `--speed` makes the client's clock and the double's run faster than
the wall's: pauses, spacing and time limits shrink alike, what is asked and answered does not. The spacing is measured
apart, at a lower speed, so that the jitter of this machine is small beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.archive.store import Archive
from pipelines.sources.asks import Key
from pipelines.sources.clock import Clock
from pipelines.sources.fetch import fetch_all
from pipelines.sources.hosts import HOSTS
from pipelines.sources.http import Client
from pipelines.sources.report import Report
from pipelines.sources.states import States
from tests.double.faults import Faults
from tests.double.hosts import answers
from tests.double.large import large, wishes
from tests.double.network import Network
from tests.double.server import Double
from tests.double.world import World
from tests.figures.fetch_again import again

CONTACT = "figures@example.org"
STATED = {"documents.un.org": (4, 1.5), "treaties.un.org": (1, 1.0)}


async def fetched(world: World, archive: Path, url: str, seed: int, speed: float, faulty: bool = True) -> Report:
    """One fetch of everything in the world."""
    client = Client(
        CONTACT,
        clock=Clock(speed),
        chance=random.Random(seed),
        transport=Network(url, seed, share=0.01 if faulty else 0.0),
    )
    return await fetch_all(wishes(world), Archive(archive), client, Report())


def compared(world: World, archive: Path) -> Counter[str]:
    """How the ledger and the archive differ from what the double says is true."""
    states = {state.key: state for state in States(archive)}
    held = {entry.sha256 for entry in Archive(archive).entries()}
    found: Counter[str] = Counter()
    for key, (truth, sha256) in _truth(world):
        state = states.get(Key(*key))
        status = state.status if state else "not asked"
        found["documents"] += 1
        found["other state than true"] += status != truth
        found["lost"] += truth == "saved" and status != "saved"
        found["wrongly absent"] += status == "absent" and truth != "absent"
        if state and status == "saved":
            found["wrong bytes"] += state.sha256 != sha256 or state.sha256 not in held
    return found


def _truth(world: World) -> Iterator[tuple[tuple[str, str, str], tuple[str, str | None]]]:
    from pipelines.archive.store import sha256_of

    yield from world.truth().items()
    for path, body in world.repositories["GAresolutions"].items():
        yield (f"A/RES/0/{path.split('_')[3]}", "en", "xml"), ("saved", sha256_of(body))


async def faults(seeds: Sequence[int], count: int, speed: float) -> Counter[str]:
    """Every seed one fetch of all documents while a quarter of all answers go wrong."""
    total: Counter[str] = Counter()
    most: Counter[str] = Counter()
    for seed in seeds:
        world, chance = large(count), Faults(seed)
        began = time.monotonic()
        with TemporaryDirectory() as folder:
            archive = Path(folder) / "archive"
            async with Double(answers(world, chance), speed=speed) as double:
                report = await fetched(world, archive, double.url, seed, speed)
                for host, meter in double.meters.items():
                    most[host] = max(most[host], meter.most_under_way)
            found = compared(world, archive)
        total += found
        print(
            f"  seed {seed:>2}: {report.requests:,} requests, {sum(chance.done.values()):,} faults, "
            f"{found['other state than true']} other than true, {time.monotonic() - began:.1f} s",
            flush=True,
        )
    print(f"  most in flight: {', '.join(f'{host} {count}' for host, count in sorted(most.items()))}")
    return total


async def spacing(speed: float, count: int) -> dict[str, tuple[int, float, int]]:
    """(most in flight, shortest gap in the double's seconds, requests) by host, without faults."""
    world = large(count)
    with TemporaryDirectory() as folder:
        async with Double(answers(world), speed=speed) as double:
            await fetched(world, Path(folder) / "archive", double.url, 0, speed, faulty=False)
            return {
                host: (meter.most_under_way, min(meter.gaps, default=0.0), len(meter.arrivals))
                for host, meter in double.meters.items()
            }


async def kills(count: int, number: int, speed: float) -> Counter[str]:
    """One archive, its fetch killed `number` times at random moments and resumed, beside one that was left alone."""
    world, chance = large(count), random.Random(0)
    found: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        killed, whole = Path(folder) / "killed", Path(folder) / "whole"
        async with Double(answers(world), speed=speed) as double:
            began = time.monotonic()
            await fetched(world, whole, double.url, 0, speed, faulty=False)
            life = (time.monotonic() - began) / number
            for _ in range(number):
                await _one_life(double, killed, speed, count, chance.uniform(0, 2 * life), found)
            await _one_life(double, killed, speed, count, None, found)
        one, other = ({entry.key for entry in Archive(path).entries()} for path in (killed, whole))
        found["files that differ from those of an undisturbed fetch"] = len(one ^ other)
        found["files"] = len(one)
    return found


async def _one_life(
    double: Double, archive: Path, speed: float, count: int, seconds: float | None, found: Counter[str]
) -> None:
    """Run a fetch as a process of its own; kill it `seconds` after its first request."""
    saved = _saved_paths(archive)
    before = {host: len(meter.targets) for host, meter in double.meters.items()}
    asked_before = len(double.asked())
    arguments = ("-m", "tests.figures.fetch_child", double.url, str(archive), str(speed), str(count))
    child = await asyncio.create_subprocess_exec(sys.executable, *arguments)
    if seconds is not None:
        for _ in range(2000):
            if len(double.asked()) > asked_before or child.returncode is not None:
                break
            await asyncio.sleep(0.005)
        await asyncio.sleep(seconds)
        if child.returncode is None:
            child.kill()
            found["killed"] += 1
    await child.wait()
    for host in ("documents.un.org", "raw.githubusercontent.com"):
        targets = double.asked(host)[before.get(host, 0) :]
        found["asked again though saved"] += sum(target in saved for target in targets)


def _saved_paths(archive: Path) -> set[str]:
    if not Archive(archive).exists:
        return set()
    return {"/" + (entry.url or "").split("/", 3)[3] for entry in Archive(archive).entries() if entry.url}


def planning() -> tuple[int, float, float]:
    """(documents, seconds, MB at most) of planning everything that is known to exist, ledger full, in a process."""
    import subprocess

    said = subprocess.run(
        [sys.executable, "-m", "tests.figures.fetch_plan"], capture_output=True, text=True, check=True
    ).stdout.split()
    return int(said[0]), float(said[1]), float(said[2])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.figures.fetch", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--speed", type=float, default=500)
    given = parser.parse_args()
    documents, seconds, megabytes = planning()
    print(f"planning {documents:,} documents with a full ledger: {seconds:.2f} s, {megabytes:.0f} MB")
    print("spacing and requests in flight, at 20 times real speed (stated: in flight, seconds apart):")
    for host, (most, gap, requests) in asyncio.run(spacing(20, 60)).items():
        stated = STATED.get(host, (HOSTS[host].in_flight, HOSTS[host].spacing))
        print(f"  {host}: {most} in flight, {gap:.2f} s apart at least, {requests} requests (stated {stated})")
    print("a second fetch with nothing new, on the same day:")
    for line in asyncio.run(again(given.speed)):
        print(f"  {line}")
    print(f"killed and resumed, {given.documents:,} documents:")
    print(" ", dict(asyncio.run(kills(given.documents, given.kills, given.speed))))
    print(f"fault mode, {given.seeds} seeds of {given.documents:,} documents:")
    print(" ", dict(asyncio.run(faults(range(1, given.seeds + 1), given.documents, given.speed))))


if __name__ == "__main__":
    main()
