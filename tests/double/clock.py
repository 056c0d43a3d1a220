"""A clock for tests: fast, and without hurry."""

from __future__ import annotations

import asyncio

from pipelines.sources.clock import Clock


class Patient(Clock):
    """Runs fast, but never loses patience: on a busy machine a good answer may take longer than a fast clock allows."""

    def limit(self, seconds: float) -> asyncio.Timeout:
        return asyncio.timeout(60)
