"""Which addresses may be connected to: public ones for the hosts of the UN, this machine's own for a double."""

from __future__ import annotations

import asyncio
import ipaddress
from urllib.parse import urlsplit

from pipelines.sources.errors import WrongAddress


async def resolved(host: str) -> list[str]:
    """The addresses of a name, most wanted first. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, 443)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """False for what is private, local, shared or reserved, also where IPv6 wraps such an IPv4 address."""
    found = ipaddress.ip_address(address.partition("%")[0])
    wrapped = found.ipv4_mapped or found.sixtofour if isinstance(found, ipaddress.IPv6Address) else None
    found = wrapped or found
    return found.is_global and not found.is_multicast


def on_this_machine(base_url: str) -> str:
    """Scheme, host and port of a double. Raises WrongAddress when that is not this machine."""
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
