"""Where requests leave the machine: to public addresses of the host named, or all to a double on this machine."""

from __future__ import annotations

import asyncio
import ipaddress
import os
from urllib.parse import urlsplit

import httpx

from pipelines.sources.errors import Failed, WrongAddress

_LIMITS = httpx.Limits(max_connections=16, max_keepalive_connections=16, keepalive_expiry=30)


def transport_for(base_url: str | None) -> httpx.AsyncBaseTransport:
    """The transport of a fetch. Raises WrongAddress when `base_url` is not on this machine."""
    if base_url:
        return ToDouble(httpx.AsyncHTTPTransport(limits=_LIMITS), base_url)
    # Behind a proxy only the proxy knows addresses; the certificate still has to be that of the host named.
    if proxy := os.environ.get("HTTPS_PROXY") or os.environ.get("https_proxy"):
        return httpx.AsyncHTTPTransport(limits=_LIMITS, proxy=proxy)
    return PublicOnly(httpx.AsyncHTTPTransport(limits=_LIMITS))


class PublicOnly(httpx.AsyncBaseTransport):
    """Refuses a known name that leads to a private address, as a captive portal would have it."""

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self._inner = inner
        self._checked: set[str] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        if host not in self._checked:
            await _require_public(host)
            self._checked.add(host)
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        await self._inner.aclose()


class ToDouble(httpx.AsyncBaseTransport):
    """Sends every request to one address on this machine; the Host header still names the host that was meant."""

    def __init__(self, inner: httpx.AsyncBaseTransport, base_url: str) -> None:
        self._inner = inner
        self._base = httpx.URL(_on_this_machine(base_url))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme=self._base.scheme, host=self._base.host, port=self._base.port)
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        await self._inner.aclose()


def _on_this_machine(base_url: str) -> str:
    try:
        parts = urlsplit(base_url)
        host, port = parts.hostname, parts.port
        is_here = host == "localhost" or ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        host, port, is_here = None, None, False
    if not is_here or parts.scheme not in {"http", "https"}:
        raise WrongAddress(f"{base_url}: a double runs on this machine, as http://127.0.0.1:8765")
    shown = f"[{host}]" if ":" in (host or "") else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port else "")


async def _require_public(host: str) -> None:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, 443)
    except OSError as error:
        raise Failed("network", f"no address known for {host} ({error.strerror or error})") from error
    for *_, address in found:
        if not ipaddress.ip_address(str(address[0]).partition("%")[0]).is_global:
            raise Failed("unknown_host", f"{host} leads to the private address {address[0]}: not asked")
