"""Which answers are no answers: what each status, header and broken connection means for the client."""

from __future__ import annotations

import re
import ssl
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlsplit

import httpx

from pipelines.sources.errors import Failed
from pipelines.sources.retry import retry_after

IMPORT_INSTEAD = "download the file in a browser and take it in with  accede import FILE"


def check(status: int, headers: Mapping[str, str], url: str, now: datetime) -> None:
    """Raise Failed for an answer that says nothing about the document asked for."""
    host = urlsplit(url).hostname
    wait = retry_after(headers.get("retry-after"), now)
    # AWS WAF answers 202 with an empty or a script page, which passes for success where only 4xx and 5xx count.
    if status == 202 or headers.get("x-amzn-waf-action", "").lower() in {"challenge", "captcha"}:
        raise Failed("challenge", f"{host} wants proof that a human asks; it is not asked again: {IMPORT_INSTEAD}")
    if status == 429 or (status == 403 and headers.get("x-ratelimit-remaining") == "0"):
        raise Failed("too_many_requests", f"{host} asks for fewer requests", _github_wait(wait, headers, now))
    if status in {401, 403, 407, 451}:
        raise Failed("forbidden", f"{host} refuses this client (HTTP {status}): {IMPORT_INSTEAD}")
    if status >= 500 or status in {408, 425}:
        raise Failed("server_error", f"{host} answers HTTP {status}", wait)


def _github_wait(wait: float | None, headers: Mapping[str, str], now: datetime) -> float | None:
    reset = headers.get("x-ratelimit-reset", "")
    if wait is None and reset.isascii() and reset.isdigit():
        return max(0.0, int(reset[:12]) - now.timestamp())
    return wait


def of_transport(error: httpx.TransportError) -> Failed:
    """A broken connection as a failure: by name, by certificate, in the middle of a body, or before any answer."""
    host = "the host"
    if (request := getattr(error, "_request", None)) is not None:
        host = request.headers.get("host", host)
    if _is_tls(error):
        return Failed("tls", f"no secure connection to {host}: {str(error)[:120] or 'it hung up'}")
    if isinstance(error, httpx.RemoteProtocolError) and "location header" in str(error):
        return Failed("redirect_refused", f"redirect from {host}: {str(error)[:120]}")
    if isinstance(error, httpx.RemoteProtocolError) and re.search("incomplete|complete message body", str(error)):
        return Failed("cut", f"{host} closed the connection in the middle of a body")
    return Failed("network", f"no connection to {host}: {str(error)[:120] or type(error).__name__}")


def _is_tls(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return True
        seen = seen.__cause__ or seen.__context__
    return "[SSL" in str(error)
