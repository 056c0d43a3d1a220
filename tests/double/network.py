"""The network between client and double, with the failures that no server can play: TLS and names."""

from __future__ import annotations

import random

import httpx

from pipelines.sources.transport import ToDouble

SHARE = 0.01


class Network(httpx.AsyncBaseTransport):
    """To the double, save for `share` of all requests each that meet no TLS, or a name that does not exist."""

    def __init__(self, base_url: str, seed: int, share: float = SHARE) -> None:
        self._inner = httpx.AsyncHTTPTransport()
        self._good = ToDouble(self._inner, base_url)
        self._bad = (
            ToDouble(self._inner, base_url.replace("http:", "https:")),
            _Nameless(self._inner),
        )
        self._chance = random.Random(seed)
        self._share = share

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        point = self._chance.random()
        fault = next((one for place, one in enumerate(self._bad, start=1) if point < place * self._share), None)
        transport = fault or self._good
        return await transport.handle_async_request(request)

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Nameless(httpx.AsyncBaseTransport):
    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.url = httpx.URL("http://nowhere.invalid/")
        return await self._inner.handle_async_request(request)
