"""The server: HTTP/1.1 over asyncio, with what a real one does to clients, and a count of what clients do to it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus
from types import TracebackType
from typing import Self

from tests.double.message import Reply, Request

Answer = Callable[[Request, int], Reply]
"""Decides on a reply; the second argument is the number of requests under way at that host, this one included."""
PIECE = 64


@dataclass(slots=True)
class Meter:
    """What the double has seen of one host; times in the double's seconds."""

    arrivals: list[float] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    conditional: int = 0
    under_way: int = 0
    most_under_way: int = 0

    @property
    def gaps(self) -> list[float]:
        """Seconds from one arrival to the next."""
        return [after - before for before, after in zip(self.arrivals, self.arrivals[1:], strict=False)]


class Double:
    """Serves on 127.0.0.1 while it is entered. `speed`: seconds of the double in a second on the wall."""

    def __init__(self, answer: Answer, *, port: int = 0, speed: float = 1.0) -> None:
        self.meters: dict[str, Meter] = {}
        self._answer = answer
        self._port = port
        self._speed = speed
        self._server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        """Where it can be reached."""
        return f"http://127.0.0.1:{self._port}"

    def asked(self, host: str | None = None) -> list[str]:
        """Targets asked of one host, or of all, in the order of arrival at each."""
        meters: Iterable[Meter] = self.meters.values() if host is None else [self.meters.get(host, Meter())]
        return [target for meter in meters for target in meter.targets]

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connection, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()

    async def serve_forever(self) -> None:
        """Serve until cancelled."""
        assert self._server is not None
        await self._server.serve_forever()

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await _read(reader)) is not None:
                if not await self._request(request, reader, writer):
                    break
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            pass
        except asyncio.CancelledError:
            # The loop is closing: nobody waits for this connection any more.
            pass
        finally:
            writer.close()

    async def _request(self, request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; False when the connection is over. A client that leaves is no longer under way."""
        meter = self.meters.setdefault(request.host, Meter())
        meter.arrivals.append(time.monotonic() * self._speed)
        meter.targets.append(request.target)
        meter.conditional += "if-none-match" in request.headers
        meter.under_way += 1
        meter.most_under_way = max(meter.most_under_way, meter.under_way)
        left = asyncio.ensure_future(reader.read(1))
        sending = asyncio.ensure_future(self._send(self._answer(request, meter.under_way), writer))
        try:
            await asyncio.wait({left, sending}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            meter.under_way -= 1
            is_whole = sending.done() and not sending.cancelled() and sending.exception() is None and sending.result()
            for task in (left, sending):
                task.cancel()
            await asyncio.gather(left, sending, return_exceptions=True)
        return bool(is_whole)

    async def _send(self, reply: Reply, writer: asyncio.StreamWriter) -> bool:
        await asyncio.sleep(reply.delay / self._speed)
        if reply.reset:
            return False
        writer.write(_head(reply))
        body = reply.body if reply.cut is None else reply.body[: reply.cut]
        if reply.trickle:
            for start in range(0, len(body), PIECE):
                writer.write(body[start : start + PIECE])
                await writer.drain()
                await asyncio.sleep(reply.trickle / self._speed)
        else:
            writer.write(body)
        await writer.drain()
        return reply.cut is None and reply.is_announced


def _head(reply: Reply) -> bytes:
    headers = {"Date": formatdate(usegmt=True), **reply.headers}
    if not reply.is_announced:
        headers["Connection"] = "close"
    elif reply.status != 304:
        headers["Content-Length"] = str(len(reply.body))
    lines = [f"HTTP/1.1 {reply.status} {HTTPStatus(reply.status).phrase}"]
    return "\r\n".join([*lines, *(f"{name}: {value}" for name, value in headers.items()), "", ""]).encode("latin-1")


async def _read(reader: asyncio.StreamReader) -> Request | None:
    try:
        first_byte = await reader.readexactly(1)
        # The start of TLS at a server that speaks none: it hangs up, and the client sees that it is no TLS.
        if first_byte == b"\x16":
            return None
        head = first_byte + await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    _method, target, _version = first.split(" ")
    pairs = (line.partition(":") for line in lines if line)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    return Request(_host(headers.get("host", ""), target), target, headers)


_BY_PATH = (
    ("/repos/", "api.github.com"),
    ("/UNxml/", "raw.githubusercontent.com"),
    ("/Pages/", "treaties.un.org"),
    ("/doc/Publication/", "treaties.un.org"),
    ("/editor/", "metadata.un.org"),
    ("/en/docs/", "research.un.org"),
    ("/record/", "digitallibrary.un.org"),
)


def _host(header: str, target: str) -> str:
    name = header.partition(":")[0]
    if name not in {"127.0.0.1", "localhost", ""}:
        return name
    return next((host for start, host in _BY_PATH if target.startswith(start)), "documents.un.org")
