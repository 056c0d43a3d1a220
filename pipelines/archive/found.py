"""What a walk over the user's files finds: bytes under a label, or the reason why there are none."""

from __future__ import annotations

from dataclasses import dataclass

MEMBER_LIMIT = 128 * 2**20
"""Bytes; the largest official document of 2000-2026 has 2 MB, the largest extract 3 MB."""


@dataclass(frozen=True, slots=True)
class Found:
    """One file; `data` is None when `reason` says why.

    `name`: a label with the folders and archives it stood in, never used as a path; `seen`: bytes of the user's files
    walked over so far; `is_passed_over`: nobody's document, so no loss.
    """

    name: str
    data: bytes | None
    reason: str | None = None
    seen: int = 0
    is_passed_over: bool = False


def label(*parts: str) -> str:
    """Parts of a path as one label that can be printed and kept: UTF-8 only, no control characters, forward slashes."""
    joined = "/".join(part.strip("/") for part in parts if part)
    clean = joined.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in clean)


def too_large(size: int) -> str:
    """The reason for a file above the limit."""
    return f"larger than {MEMBER_LIMIT // 2**20} MB ({size // 2**20} MB)"
