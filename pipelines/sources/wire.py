"""A body as it comes over the wire: as long as announced, no longer than any document, unpacked or not."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Mapping

from pipelines.sources.errors import Failed

_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_BODILESS = {204, 304}


async def whole(parts: AsyncIterator[bytes], status: int, headers: Mapping[str, str], limit: int) -> bytes:
    """The whole body, at most `limit` bytes before and after unpacking. Raises Failed for anything else."""
    announced = headers.get("content-length", "")
    expected = int(announced[:18]) if announced.isascii() and announced.isdigit() else None
    if expected is not None and expected > limit:
        raise Failed("too_large", f"{expected // 2**20:,} MB announced")
    body = bytearray()
    async for part in parts:
        body += part
        if len(body) > limit:
            raise Failed("too_large", f"more than {limit // 2**20} MB")
    if expected not in {None, len(body)} and status not in _BODILESS:
        raise Failed("cut", f"{len(body)} of {expected} bytes came")
    return unpacked(bytes(body), headers.get("content-encoding", "identity").strip().lower(), limit)


def unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """The body without its Content-Encoding; never more than `limit` bytes are made. Raises Failed.

    No packing is asked for. A server that packs all the same may do so once and in the old way: packings inside each
    other are how a few kilobytes become a terabyte.
    """
    if encoding in {"", "identity"} or not body:
        return body
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise Failed("unexpected", f"body packed as {encoding[:40]!r}, which was not asked for")
    packed = zlib.decompressobj(_GZIP_OR_ZLIB)
    try:
        made = packed.decompress(body, limit + 1)
    except zlib.error as error:
        raise Failed("cut", f"body that cannot be unpacked ({error})") from error
    if len(made) > limit:
        raise Failed("too_large", f"unpacks to more than {limit // 2**20} MB")
    if not packed.eof or packed.unused_data:
        raise Failed("cut", "the end of the packed body is missing, or something follows it")
    return made
