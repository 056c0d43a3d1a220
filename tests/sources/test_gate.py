"""The door to a host: spacing and number in flight, under a clock that only moves when somebody sleeps."""

from __future__ import annotations

import asyncio

import pytest

from pipelines.sources.clock import Clock
from pipelines.sources.errors import Failed
from pipelines.sources.gate import Gate
from pipelines.sources.hosts import HOSTS, Host

ODS = HOSTS["documents.un.org"]


class Still(Clock):
    """Time passes by sleeping alone, so that nothing here depends on the machine."""

    def __init__(self) -> None:
        super().__init__()
        self.moment = 0.0

    def now(self) -> float:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        self.moment += max(0.0, seconds)
        await asyncio.sleep(0)


async def _times(clock: Still, gate: Gate, count: int) -> list[float]:
    """When each of `count` requests was sent."""
    times: list[float] = []

    async def ask() -> None:
        async with gate.turn() as sent:
            times.append(clock.now())
            sent()

    await asyncio.gather(*(ask() for _ in range(count)))
    return times


def test_no_faster_than_stated() -> None:
    clock = Still()
    times = asyncio.run(_times(clock, Gate(ODS, clock), 10))
    assert times == pytest.approx([number * ODS.spacing for number in range(10)])


def test_the_spacing_counts_from_the_sending_not_from_the_answer() -> None:
    """An answer of 20 s does not hold up the next request, up to the number in flight."""

    async def run() -> int:
        clock, over = Still(), asyncio.Event()
        gate = Gate(Host("documents.un.org", 4, 1.6), clock)
        under_way = 0

        async def ask() -> None:
            nonlocal under_way
            async with gate.turn() as sent:
                under_way += 1
                sent()
                await over.wait()

        tasks = [asyncio.ensure_future(ask()) for _ in range(12)]
        for _ in range(100):
            await asyncio.sleep(0)
        most = under_way
        over.set()
        await asyncio.gather(*tasks)
        return most

    assert asyncio.run(run()) == 4


def test_a_pause_holds_up_everybody() -> None:
    clock = Still()
    gate = Gate(ODS, clock)
    gate.pause(300)
    assert asyncio.run(_times(clock, gate, 2)) == pytest.approx([300, 300 + ODS.spacing])


def test_hosts_do_not_wait_for_each_other() -> None:
    async def run() -> list[list[float]]:
        clock = Still()
        gates = [Gate(HOSTS[name], clock) for name in ("documents.un.org", "treaties.un.org", "metadata.un.org")]
        return await asyncio.gather(*(_times(clock, gate, 1) for gate in gates))

    assert asyncio.run(run()) == [[0.0]] * 3


def test_a_stopped_host_refuses_those_who_wait_already() -> None:
    async def run() -> list[object]:
        clock = Still()
        gate = Gate(ODS, clock)
        gate.pause(60)
        waiting = asyncio.gather(_times(clock, gate, 1), return_exceptions=True)
        await asyncio.sleep(0)
        gate.stop("it said so")
        return list(await waiting)

    (refused,) = asyncio.run(run())
    assert isinstance(refused, Failed) and refused.kind == "host_stopped"
