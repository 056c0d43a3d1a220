"""How requests travel: to public addresses that were looked at, under the certificate of the host that was named."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from pipelines.sources.addresses import is_public
from pipelines.sources.errors import Failed, WrongAddress
from pipelines.sources.http import Client
from pipelines.sources.transport import PublicOnly, transport_for
from tests.double.network import Network
from tests.double.server import Double

ODS = "https://documents.un.org"
Run = Callable[..., Any]
Resolve = Callable[[str], Awaitable[list[str]]]


class _Line(httpx.AsyncBaseTransport):
    """Notes what it is asked; refuses connections to the addresses in `dead`."""

    def __init__(self, seen: list[tuple[str, str, str]], dead: str = "") -> None:
        self._seen, self._dead = seen, dead

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host == self._dead:
            raise httpx.ConnectError("unreachable", request=request)
        self._seen.append((request.url.host, request.extensions["sni_hostname"], request.headers["host"]))
        return httpx.Response(200)


def _names(*answers: list[str]) -> Resolve:
    """A name server that says something else each time, its last answer for ever."""
    left = list(answers)

    async def resolve(_host: str) -> list[str]:
        return left.pop(0) if len(left) > 1 else left[0]

    return resolve


def _sent(transport: PublicOnly, *urls: str) -> None:
    async def send() -> None:
        async with httpx.AsyncClient(transport=transport) as client:
            for url in urls:
                await client.get(url)

    asyncio.run(send())


def test_what_was_looked_at_is_what_is_connected_to() -> None:
    """A name that leads elsewhere at the second look (DNS rebinding) is not looked up a second time."""
    seen: list[tuple[str, str, str]] = []
    names = _names(["1.1.1.1"], ["10.0.0.1"])
    _sent(PublicOnly(lambda: _Line(seen), names), f"{ODS}/a", f"{ODS}/b")
    assert seen == [("1.1.1.1", "documents.un.org", "documents.un.org")] * 2


def test_a_dead_address_leaves_the_next_one() -> None:
    seen: list[tuple[str, str, str]] = []
    _sent(PublicOnly(lambda: _Line(seen, dead="2606:4700::1"), _names(["2606:4700::1", "1.1.1.1"])), f"{ODS}/a")
    assert [host for host, _, _ in seen] == ["1.1.1.1"]


def test_hosts_that_share_an_address_share_no_connection() -> None:
    made: list[_Line] = []

    def make() -> _Line:
        made.append(_Line([]))
        return made[-1]

    _sent(PublicOnly(make, _names(["1.1.1.1"])), f"{ODS}/a", "https://treaties.un.org/a", f"{ODS}/b")
    assert len(made) == 2


@pytest.mark.parametrize("answers", [[["10.0.0.1"]], [["1.1.1.1", "127.0.0.1"]], [["::ffff:192.168.0.1"]]])
def test_a_private_address_is_not_asked(answers: list[list[str]]) -> None:
    with pytest.raises(Failed, match="private address"):
        _sent(PublicOnly(lambda: _Line([]), _names(*answers)), f"{ODS}/a")


def test_another_host_is_refused_here_too() -> None:
    with pytest.raises(Failed, match="known hosts"):
        _sent(PublicOnly(lambda: _Line([]), _names(["1.1.1.1"])), "https://example.org/")


@pytest.mark.parametrize(
    ("address", "is_it"),
    [
        ("1.1.1.1", True), ("2606:4700::1", True),
        ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False),
        ("fe80::1%eth0", False), ("::", False), ("2002:a00:1::1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, is_it: bool) -> None:
    assert is_public(address) is is_it


@pytest.mark.parametrize("fault", ["tls", "name"])
def test_failures_of_tls_and_of_names_are_told_apart_and_repeated(asked: Run, fault: str) -> None:
    async def ask(_client: Client, double: Double) -> tuple[str, int]:
        network = Network(double.url, 0, always=fault)
        client = Client("tester@example.org", transport=network, clock=_client.clock)
        with pytest.raises(Failed) as caught:
            await client.get(f"{ODS}/a")
        return caught.value.kind, client.requests

    assert asked(ask) == ({"tls": "tls", "name": "network"}[fault], 5)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "nonsense"])
def test_a_proxy_of_another_kind_is_refused(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(WrongAddress):
        transport_for(None)
