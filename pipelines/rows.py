"""Rows as they travel between the rooms: plain dicts with exactly a contract's columns."""

from __future__ import annotations

import hashlib
from typing import Any

Row = dict[str, Any]


def quality(subject_kind: str, subject: str, kind: str, detail: str, done: str, name: str | None = None) -> Row:
    """A row of the quality table: one fault that the build met, and what was done about it."""
    detail = " ".join(detail.split())
    parts = (subject_kind, subject, kind, detail, done, name or "")
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return {
        "quality_id": digest[:16],
        "subject_kind": subject_kind,
        "subject": subject,
        "kind": kind,
        "detail": detail,
        "done": done,
        "name": name,
    }
