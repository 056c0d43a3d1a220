"""Time as the sources see it: one place, so that a rehearsal on localhost can run faster than the clock on the wall."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, date, datetime


class Clock:
    """Seconds that pass `speed` times as fast as real ones; 1 for everything but rehearsals against a double."""

    def __init__(self, speed: float = 1.0) -> None:
        self.speed = speed

    def now(self) -> float:
        """Seconds since some fixed moment; never runs backwards."""
        return time.monotonic() * self.speed

    async def sleep(self, seconds: float) -> None:
        """Let `seconds` pass."""
        if seconds > 0:
            await asyncio.sleep(seconds / self.speed)

    def limit(self, seconds: float) -> asyncio.Timeout:
        """A block that raises TimeoutError after `seconds`."""
        return asyncio.timeout(seconds / self.speed)

    def stamp(self) -> datetime:
        """The moment in UTC, to the second, for the ledger of asks."""
        return datetime.now(UTC).replace(microsecond=0)

    def today(self) -> date:
        """The day in UTC."""
        return self.stamp().date()
