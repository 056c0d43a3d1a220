"""The door to one host: how many at once, how far apart, when to pause, when to stop asking.

A turn lasts from the moment when a request may be sent to the end of its body. The next request waits until the last
one has really been sent, so a slow connection never brings two of them together.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from pipelines.sources.clock import Clock
from pipelines.sources.errors import Failed
from pipelines.sources.hosts import Host

FAILURES_IN_A_ROW = 6
COOL_DOWN = 30.0
COOL_DOWNS = 5
REFUSALS = 3


class Gate:
    """The state of one host during one fetch."""

    def __init__(self, host: Host, clock: Clock) -> None:
        self.host = host
        self.spacing = host.spacing
        self.stopped: str | None = None
        self._clock = clock
        self._slots = asyncio.Semaphore(host.in_flight)
        self._order = asyncio.Lock()
        self._next = 0.0
        self._failures = 0
        self._cool_downs = 0
        self._refusals = 0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[Callable[[], None]]:
        """Wait for a turn; gives what to call when the request has been sent. Raises Failed for a stopped host."""
        async with self._slots:
            await self._order.acquire()
            sent = self._sender()
            try:
                await self._wait()
                yield sent
            finally:
                sent()

    def pause(self, seconds: float) -> None:
        """Send nothing for `seconds`: the server asked for it."""
        self._next = max(self._next, self._clock.now() + seconds)

    def answered(self) -> None:
        """The host works."""
        self._failures = self._cool_downs = self._refusals = 0

    def failed(self, error: Failed) -> None:
        """The host does not work: after some failures in a row it is left alone for a while, then given up."""
        self._failures += 1
        if error.retry_after is not None:
            self.pause(error.retry_after)
        if self._failures < FAILURES_IN_A_ROW:
            return
        self._failures = 0
        self._cool_downs += 1
        if self._cool_downs > COOL_DOWNS:
            self.stop(f"{self.host.name} keeps failing ({error.detail}); try again later")
            return
        self.pause(COOL_DOWN * 2 ** (self._cool_downs - 1))

    def refused(self, error: Failed) -> None:
        """The host does not want this client: at once for a challenge, after a few refusals else."""
        self._refusals += 1
        if error.kind == "challenge" or self._refusals >= REFUSALS:
            self.stop(error.detail)

    def stop(self, reason: str) -> None:
        """Ask nothing more of this host in this run."""
        self.stopped = self.stopped or reason

    def _sender(self) -> Callable[[], None]:
        is_sent = False

        def sent() -> None:
            nonlocal is_sent
            if not is_sent:
                is_sent = True
                self._next = max(self._next, self._clock.now() + self.spacing)
                self._order.release()

        return sent

    async def _wait(self) -> None:
        while True:
            if self.stopped:
                raise Failed("host_stopped", self.stopped)
            seconds = self._next - self._clock.now()
            if seconds <= 0:
                return
            await self._clock.sleep(seconds)
