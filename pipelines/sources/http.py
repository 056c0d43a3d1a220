"""The one place where HTTP lives: every request of every source goes through `Client.get`.

A request is sent only to a known host, when its robots.txt allows it, in its turn, under limits of size and time; what
fails in passing is tried again after a pause; what says "no" is not asked in a loop. Redirects are handed back,
checked, so that a source can see what they mean. No cookie is kept: a host learns nothing but the contact.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Any, Self

import httpx

from pipelines.sources import faults
from pipelines.sources.clock import Clock
from pipelines.sources.contact import user_agent
from pipelines.sources.errors import BudgetSpent, Failed
from pipelines.sources.gate import Gate
from pipelines.sources.hosts import HOSTS, known, redirected
from pipelines.sources.retry import ATTEMPTS, PATIENCE, back_off
from pipelines.sources.robots import Robots
from pipelines.sources.transport import transport_for
from pipelines.sources.wire import whole

SIZE_LIMIT = 96 * 2**20
TIME_LIMIT = 180.0
"""Seconds for one whole answer; ODS takes up to 31 s to resolve a symbol."""
HOPS = 5
_SENT = "http11.send_request_headers.complete"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, complete. `url` as asked; header names in lower case."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def location(self) -> str | None:
        """Where a redirect leads, None for any other answer. Raises Failed when that place may not be asked."""
        if self.status not in {301, 302, 303, 307, 308}:
            return None
        return redirected(self.url, self.headers.get("location", ""))


class Client:
    """Asks the known hosts on behalf of one user.

    `contact` goes into the User-Agent; `base_url` sends everything to a double on this machine; `max_requests` counts
    every request, repetitions and robots.txt too. Raises NoContact, WrongAddress.
    """

    def __init__(
        self,
        contact: str | None,
        *,
        base_url: str | None = None,
        max_requests: int | None = None,
        clock: Clock | None = None,
        chance: random.Random | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        agent = user_agent(contact)
        self.clock = clock or Clock()
        self.requests = 0
        self._max_requests = max_requests
        self._chance = chance or random.Random()
        self.gates = {name: Gate(host, self.clock) for name, host in HOSTS.items()}
        self._robots = Robots(self._get)
        self._http = httpx.AsyncClient(
            transport=transport or transport_for(base_url),
            headers={"User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            follow_redirects=False,
            timeout=None,
            trust_env=False,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def get(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Answer:
        """One answer that is not a failure of the moment; a redirect is not followed.

        With `etag` or `last_modified` the answer may be a 304. Raises Failed, BudgetSpent.
        """
        delay = await self._robots.allow(url)
        gate = self.gates[known(url).name]
        gate.spacing = max(gate.spacing, delay)
        asked = {"If-None-Match": etag, "If-Modified-Since": last_modified if etag is None else None}
        # A tag that is not ASCII cannot be sent back: the file is then had anew, and compared by its hash.
        return await self._get(url, {name: value for name, value in asked.items() if value and value.isascii()})

    async def follow(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Answer:
        """As `get`, with redirects among known hosts followed."""
        for _ in range(HOPS):
            answer = await self.get(url, etag=etag, last_modified=last_modified)
            if answer.location is None:
                return answer
            url = answer.location
        raise Failed("redirect_refused", f"more than {HOPS} redirects")

    async def _get(self, url: str, headers: Mapping[str, str]) -> Answer:
        gate = self.gates[known(url).name]
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return await self._attempt(gate, url, headers)
            except Failed as error:
                if not error.is_passing or gate.stopped or attempt == ATTEMPTS:
                    raise
                await self.clock.sleep(back_off(attempt, self._chance, error.retry_after))
        raise AssertionError("unreachable")

    async def _attempt(self, gate: Gate, url: str, headers: Mapping[str, str]) -> Answer:
        async with gate.turn() as sent:
            self._count()
            try:
                answer = await self._once(url, headers, sent)
                faults.check(answer.status, answer.headers, url, self.clock.stamp())
            except Failed as error:
                self._note(gate, error)
                raise
        gate.answered()
        return answer

    def _count(self) -> None:
        if self._max_requests is not None and self.requests >= self._max_requests:
            raise BudgetSpent
        self.requests += 1

    def _note(self, gate: Gate, error: Failed) -> None:
        if error.kind in {"challenge", "forbidden"}:
            gate.refused(error)
        elif error.retry_after is not None and error.retry_after > PATIENCE:
            gate.stop(f"{error.detail}; come back in {error.retry_after / 60:.0f} minutes")
        elif error.is_passing:
            gate.failed(error)

    async def _once(self, url: str, headers: Mapping[str, str], sent: Any) -> Answer:
        async def trace(event: str, _info: dict[str, Any]) -> None:
            if event == _SENT:
                sent()

        try:
            async with (
                self.clock.limit(TIME_LIMIT),
                self._http.stream("GET", url, headers=headers, extensions={"trace": trace}) as response,
            ):
                body = await whole(response.aiter_raw(), response.status_code, response.headers, SIZE_LIMIT)
        except (TimeoutError, httpx.TimeoutException) as error:
            raise Failed("timeout", f"no whole answer within {TIME_LIMIT:.0f} s") from error
        except httpx.TransportError as error:
            raise faults.of_transport(error) from error
        except (httpx.InvalidURL, UnicodeError) as error:
            raise Failed("unknown_host", f"no address that can be asked: {str(error)[:120]}") from error
        return Answer(url, response.status_code, dict(response.headers), body)
