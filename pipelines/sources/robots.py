"""robots.txt, obeyed: asked for once a host and run, under the rules of RFC 9309."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol
from urllib.parse import urlsplit

from protego import Protego

from pipelines.sources.contact import PRODUCT
from pipelines.sources.errors import Failed
from pipelines.sources.hosts import known
from pipelines.sources.retry import PATIENCE

LONGEST = 512 * 1024
"""Bytes that a parser has to read at least (RFC 9309, 2.5)."""
HOPS = 5
"""Redirects that are followed at least (RFC 9309, 2.3.1.2)."""


class Got(Protocol):
    """What of an answer matters here."""

    @property
    def status(self) -> int: ...
    @property
    def body(self) -> bytes: ...
    @property
    def location(self) -> str | None: ...


class Robots:
    """The rules of each host, fetched when the host is first asked."""

    def __init__(self, get: Callable[[str, Mapping[str, str]], Awaitable[Got]]) -> None:
        self._get = get
        self._rules: dict[str, Protego] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def allow(self, url: str) -> float:
        """The Crawl-delay in seconds, 0 without one. Raises Failed where the URL may not be asked."""
        host = known(url).name
        async with self._locks.setdefault(host, asyncio.Lock()):
            if host not in self._rules:
                self._rules[host] = await self._read(host)
        rules = self._rules[host]
        if not rules.can_fetch(url, PRODUCT):
            raise Failed("robots", f"robots.txt of {host} does not allow {urlsplit(url).path}")
        delay = float(rules.crawl_delay(PRODUCT) or 0.0)
        if not 0 <= delay <= PATIENCE:
            raise Failed("robots", f"robots.txt of {host} asks for {delay:g} s between requests")
        return delay

    async def _read(self, host: str) -> Protego:
        """No file means no rules; a server that cannot say is not asked for anything else."""
        url = f"https://{host}/robots.txt"
        for _ in range(1 + HOPS):
            answer = await self._get(url, {})
            try:
                location = answer.location
            except Failed:
                # To a place that is not asked: a login page, or the front page of another site.
                return Protego.parse("")
            if location is None:
                break
            url = location
        is_file = answer.status == 200 and not answer.body[:200].lstrip().startswith(b"<")
        return Protego.parse(answer.body[:LONGEST].decode("utf-8", "replace") if is_file else "")
