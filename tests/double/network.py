"""The network between client and double, with the failures that no server can play: TLS and names."""

from __future__ import annotations

import random
import socket
from typing import Literal

import httpx

from pipelines.sources.transport import PublicOnly, ToDouble

SHARE = 0.01
Fault = Literal["tls", "name"]


class Network(httpx.AsyncBaseTransport):
    """To the double, save for `share` of all requests each that meet no TLS, or a name that does not exist.

    `always`: the fault that every request meets.
    """

    def __init__(self, base_url: str, seed: int, share: float = SHARE, always: Fault | None = None) -> None:
        self._inner = httpx.AsyncHTTPTransport()
        self._good = ToDouble(self._inner, base_url)
        # A server that speaks no TLS where TLS is due, and the very transport of a fetch under a dead name server.
        self._bad: dict[Fault, httpx.AsyncBaseTransport] = {
            "tls": ToDouble(self._inner, base_url.replace("http:", "https:")),
            "name": PublicOnly(lambda: self._inner, _no_such_name),
        }
        self._chance = random.Random(seed)
        self._share = share
        self._always = always

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        point = self._chance.random()
        chosen = next((one for place, one in enumerate(self._bad, start=1) if point < place * self._share), None)
        fault = self._always or chosen
        transport = self._bad[fault] if fault else self._good
        return await transport.handle_async_request(request)

    async def aclose(self) -> None:
        await self._inner.aclose()


async def _no_such_name(_host: str) -> list[str]:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
