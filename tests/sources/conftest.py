"""A double for each test, and a client whose clock runs fast: nothing here waits for politeness on the wall."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from pipelines.sources.clock import Clock
from pipelines.sources.http import Client
from tests.double.clock import Patient
from tests.double.hosts import answers
from tests.double.message import Reply, Request
from tests.double.server import Double
from tests.double.world import World

SPEED = 2000.0

Asked = Callable[[Client, Double], Awaitable[object]]


@asynccontextmanager
async def served(
    world: World | None = None,
    answer: Callable[[Request, int], Reply] | None = None,
    max_requests: int | None = None,
    speed: float = SPEED,
    is_patient: bool = True,
) -> AsyncIterator[tuple[Client, Double]]:
    """A client and the double that it asks, for a world or for one function that answers everything.

    `is_patient` False: the client's limits of time shrink with `speed`, for tests of what is too slow.
    """
    async with Double(answer or answers(world or World()), speed=speed) as double:
        client = Client(
            "tester@example.org",
            base_url=double.url,
            clock=Patient(speed) if is_patient else Clock(speed),
            chance=random.Random(0),
            max_requests=max_requests,
        )
        async with client:
            yield client, double


@pytest.fixture
def asked() -> Callable[..., Any]:
    """Runs one coroutine function (client, double) against a double: asked(function, world=…)."""

    def run(function: Asked, **given: Any) -> Any:
        async def whole() -> Any:
            async with served(**given) as (client, double):
                return await function(client, double)

        return asyncio.run(whole())

    return run
