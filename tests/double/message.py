"""A request as the double sees it and the reply that it decides on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Request:
    """`host` from the Host header, or by path for a browser that asks 127.0.0.1; `target` as it came."""

    host: str
    target: str
    headers: Mapping[str, str]

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path)

    @property
    def raw_query(self) -> str:
        return urlsplit(self.target).query

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(self.raw_query, keep_blank_values=True))


@dataclass(frozen=True, slots=True)
class Reply:
    """`cut`: bytes of the body after which the connection breaks; `trickle`: seconds between small pieces; `delay`:
    seconds before anything comes; `reset`: no answer at all; `is_announced` False: a body without length, over when
    the connection is.
    """

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    delay: float = 0.0
    cut: int | None = None
    trickle: float = 0.0
    reset: bool = False
    is_announced: bool = True


def html(body: str, status: int = 200) -> Reply:
    """A page."""
    return Reply(status, {"Content-Type": "text/html; charset=utf-8"}, f"<!DOCTYPE html><html>{body}</html>".encode())


def text(body: str, status: int = 200) -> Reply:
    """Plain text."""
    return Reply(status, {"Content-Type": "text/plain; charset=utf-8"}, body.encode())


def redirect(location: str) -> Reply:
    """A 302 as Express servers send it."""
    headers = {"Content-Type": "text/plain; charset=utf-8", "Location": location}
    return Reply(302, headers, f"Found. Redirecting to {location}".encode())


def conditional(request: Request, reply: Reply, etag: str) -> Reply:
    """The reply under an ETag, or 304 for a client that has it."""
    if request.headers.get("if-none-match") == etag:
        return Reply(304, {"ETag": etag})
    return Reply(reply.status, {**reply.headers, "ETag": etag}, reply.body)
