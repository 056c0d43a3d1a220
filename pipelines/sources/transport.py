"""How requests travel: straight to the known hosts, through the user's proxy, or to a double on this machine."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import httpx

from pipelines.sources.addresses import is_public, on_this_machine, resolved
from pipelines.sources.errors import Failed, WrongAddress
from pipelines.sources.hosts import known

_LIMITS = httpx.Limits(max_connections=16, max_keepalive_connections=16, keepalive_expiry=30)
_CONNECT = 20.0
"""Seconds for one address: a host that has two may have one that is dead from here."""

Resolve = Callable[[str], Awaitable[list[str]]]
"""The addresses of a name, most wanted first. Raises OSError."""


def transport_for(base_url: str | None) -> httpx.AsyncBaseTransport:
    """The transport of a fetch. Raises WrongAddress for a `base_url` elsewhere, or a proxy of another kind."""
    if base_url:
        return ToDouble(httpx.AsyncHTTPTransport(limits=_LIMITS), base_url)
    # Behind a proxy only the proxy knows addresses; the certificate still has to be that of the host named.
    if proxy := os.environ.get("HTTPS_PROXY") or os.environ.get("https_proxy"):
        if urlsplit(proxy).scheme not in {"http", "https"}:
            raise WrongAddress("HTTPS_PROXY: only proxies at http:// and https:// addresses are used")
        return httpx.AsyncHTTPTransport(limits=_LIMITS, proxy=proxy)
    context = httpx.create_ssl_context()
    return PublicOnly(lambda: httpx.AsyncHTTPTransport(limits=_LIMITS, verify=context))


class PublicOnly(httpx.AsyncBaseTransport):
    """Connects to the very addresses that it has looked at, and refuses a known name that leads to a private one.

    Resolving, looking and connecting are one step, so that a second answer of a name server cannot come in between.
    Each host has connections of its own (`make` makes a transport): two may share an address, never a certificate.
    """

    def __init__(self, make: Callable[[], httpx.AsyncBaseTransport], resolve: Resolve | None = None) -> None:
        self._make = make
        self._resolve = resolve or resolved
        self._transports: dict[str, httpx.AsyncBaseTransport] = {}
        self._addresses: dict[str, list[str]] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url, host = request.url, known(str(request.url)).name
        if host not in self._transports:
            self._transports[host] = self._make()
        if host not in self._addresses:
            self._addresses[host] = await self._public(host)
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.extensions["timeout"] = {**request.extensions.get("timeout", {}), "connect": _CONNECT}
        failure: httpx.TransportError | None = None
        for address in self._addresses[host]:
            request.url = url.copy_with(host=address)
            try:
                return await self._transports[host].handle_async_request(request)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
        # The next attempt asks the name server anew: hosts move in the course of a long fetch.
        self._addresses.pop(host, None)
        assert failure is not None
        raise failure

    async def aclose(self) -> None:
        for transport in self._transports.values():
            await transport.aclose()

    async def _public(self, host: str) -> list[str]:
        """Raises Failed when the name has no address, or any that is not public."""
        try:
            found = await self._resolve(host)
        except OSError as error:
            raise Failed("network", f"no address known for {host} ({error.strerror or error})") from error
        for address in found:
            if not is_public(address):
                raise Failed("unknown_host", f"{host} leads to the private address {address}: not asked")
        if not found:
            raise Failed("network", f"no address known for {host}")
        return found


class ToDouble(httpx.AsyncBaseTransport):
    """Sends every request to one address on this machine; the Host header still names the host that was meant."""

    def __init__(self, inner: httpx.AsyncBaseTransport, base_url: str) -> None:
        self._inner = inner
        self._base = httpx.URL(on_this_machine(base_url))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme=self._base.scheme, host=self._base.host, port=self._base.port)
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        await self._inner.aclose()
