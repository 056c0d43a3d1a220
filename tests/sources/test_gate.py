"""The door to a host: spacing and number in flight, measured by the double."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from pipelines.sources.http import Client
from tests.double.message import Reply, Request, text
from tests.double.server import Double

Run = Callable[..., Any]


def test_no_more_in_flight_than_stated(asked: Run) -> None:
    """Answers take 20 s, requests could follow each other every 1.6 s: the limit of four binds."""

    def answer(request: Request, _under_way: int) -> Reply:
        return Reply(body=b"x", delay=0.0 if request.path == "/robots.txt" else 20.0)

    async def ask(client: Client, double: Double) -> int:
        await asyncio.gather(*(client.get(f"https://documents.un.org/{number}") for number in range(12)))
        return double.meters["documents.un.org"].most_under_way

    assert asked(ask, answer=answer, speed=200.0) == 4


def test_no_faster_than_stated(asked: Run) -> None:
    """Over ten gaps, so that what a busy machine delays in one arrival it takes from the next gap."""

    async def ask(client: Client, double: Double) -> float:
        await asyncio.gather(*(client.get(f"https://documents.un.org/{number}") for number in range(10)))
        arrivals = double.meters["documents.un.org"].arrivals
        return (arrivals[-1] - arrivals[0]) / (len(arrivals) - 1)

    assert asked(ask, answer=lambda _request, _under_way: text(""), speed=40.0) >= 1.5


def test_hosts_do_not_wait_for_each_other(asked: Run) -> None:
    async def ask(client: Client, double: Double) -> float:
        before = client.clock.now()
        await asyncio.gather(
            *(client.get(f"https://{host}/x") for host in ("documents.un.org", "treaties.un.org", "metadata.un.org"))
        )
        return client.clock.now() - before

    took = asked(ask, answer=lambda _request, _under_way: text(""), speed=20.0)
    assert took < 3.5
