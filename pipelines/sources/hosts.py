"""The only hosts that are ever asked, and how gently.

A limit here is what people who run clients of these hosts have found to be borne (ODS fails 4 to 13% of requests at ten
at a time, 0.3% at four), a little on the safe side: 1.6 s keeps 1.5 s even when the network shortens a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from pipelines.sources.errors import Failed


@dataclass(frozen=True, slots=True)
class Host:
    """`in_flight`: requests under way at once, at most; `spacing`: seconds from one request to the next, at least."""

    name: str
    in_flight: int
    spacing: float


_LONGEST = 4000
HOSTS = {
    host.name: host
    for host in (
        Host("documents.un.org", 4, 1.6),
        Host("treaties.un.org", 1, 1.1),
        Host("api.github.com", 1, 1.1),
        Host("raw.githubusercontent.com", 4, 0.25),
        Host("metadata.un.org", 1, 2.1),
        Host("research.un.org", 1, 2.1),
        Host("digitallibrary.un.org", 1, 5.1),
    )
}


def known(url: str) -> Host:
    """The host of a URL that may be asked. Raises Failed for another host, scheme, port, or for credentials in it."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Failed("unknown_host", f"no address: {url[:100]!r}") from error
    host = HOSTS.get(parts.hostname or "")
    if host is None:
        raise Failed("unknown_host", f"{parts.hostname or url[:100]!r} is not one of the known hosts")
    if parts.scheme != "https" or port not in {None, 443} or parts.username is not None or parts.password is not None:
        raise Failed("unknown_host", f"only plain https addresses are asked, not {url[:100]!r}")
    return host


def redirected(url: str, location: str) -> str:
    """Where a redirect leads, absolute and without fragment. Raises Failed when that place may not be asked."""
    if not location.isprintable() or len(location) > _LONGEST:
        raise Failed("redirect_refused", "redirect with control characters, or without end")
    try:
        target = urljoin(url, location.strip().replace(" ", "%20")).partition("#")[0]
        known(target)
    except (Failed, ValueError) as error:
        raise Failed("redirect_refused", f"redirect from {urlsplit(url).hostname}: {error}") from error
    return target
