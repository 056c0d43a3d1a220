"""The marker of the tests that leave this machine, and how they ask: the real servers, or a double to rehearse."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest

from pipelines.sources.clock import Clock
from pipelines.sources.http import Client

T = TypeVar("T")
Live = Callable[..., Any]
FAST = 40.0


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "live: asks the UN's real servers; needs ACCEDE_CONTACT and a network")


@pytest.fixture
def live(request: pytest.FixtureRequest) -> Live:
    """Runs one coroutine function (client) under ACCEDE_CONTACT, at the polite rate and with few requests.

    With --base-url everything goes to a double on this machine, which may be asked faster.
    """
    base_url = request.config.getoption("--base-url")
    if not base_url and "live" not in request.config.option.markexpr:
        pytest.skip("asks real servers: only with -m live")
    contact = os.environ.get("ACCEDE_CONTACT") or ("rehearsal@example.org" if base_url else None)
    if contact is None:
        pytest.skip("asks real servers: set ACCEDE_CONTACT, or rehearse with --base-url")

    def run(ask: Callable[[Client], Awaitable[T]], most: int = 10) -> T:
        async def whole() -> T:
            clock = Clock(FAST if base_url else 1.0)
            async with Client(contact, base_url=base_url, max_requests=most, clock=clock) as client:
                return await ask(client)

        return asyncio.run(whole())

    return run


@pytest.fixture
def approved(request: pytest.FixtureRequest) -> None:
    """For sources that are off by their terms: only with ACCEDE_LIVE_LIBRARY=1, or at a double."""
    if not (request.config.getoption("--base-url") or os.environ.get("ACCEDE_LIVE_LIBRARY")):
        pytest.skip("off by its terms: set ACCEDE_LIVE_LIBRARY=1 with the Library's approval")
