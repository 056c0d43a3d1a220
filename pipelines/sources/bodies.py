"""What kind of file a body is, by its bytes, and whether its end is there; Content-Type has no say in it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import Literal

from pipelines.sources.errors import Failed

BodyKind = Literal["xml", "pdf", "word", "word_ole", "wordperfect", "zip", "html", "empty", "other"]

_MAGIC: tuple[tuple[bytes, BodyKind], ...] = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "word_ole"),
    (b"\xffWPC", "wordperfect"),
)
_OLE_HEADER = 512
_PLACEHOLDERS = {"c55c4e45623069cc1265176fdf005b958e69b939e558ae7f86c8ee1ff720fad6"}
_PLACEHOLDER_SIZE = 83_914
_BOM = b"\xef\xbb\xbf"


def kind_of(body: bytes) -> BodyKind:
    """The kind of a body: OOXML is `word`, .doc of the 2000s `word_ole`, files of 1993-2000 mostly `wordperfect`."""
    start = body[:1024].removeprefix(_BOM).lstrip()
    if not start:
        return "empty"
    if body.startswith(b"PK\x03\x04"):
        return "word" if b"word/" in body else "zip"
    if start.startswith(b"<"):
        return "html" if _is_html(start) else "xml"
    return next((kind for magic, kind in _MAGIC if start.startswith(magic)), "other")


def _is_html(start: bytes) -> bool:
    head = start.lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script")) or b"<html" in head


def is_placeholder(body: bytes) -> bool:
    """True for the valid one-page PDF by which ODS says that a document does not exist (seen since April 2023)."""
    if hashlib.sha256(body).hexdigest() in _PLACEHOLDERS:
        return True
    return len(body) == _PLACEHOLDER_SIZE and body.startswith(b"%PDF") and b"/Type/Pages/Count 1/" in body[:2048]


def require_whole(body: bytes, kind: BodyKind) -> None:
    """Raise Failed when the end of the file is missing: a body without announced length can be cut unnoticed."""
    if not _has_end(body, kind):
        raise Failed("cut", f"the end of the file is missing ({kind}, {len(body)} bytes)")


def _has_end(body: bytes, kind: BodyKind) -> bool:
    tail = body[-2048:].rstrip()
    if kind == "pdf":
        return b"%%EOF" in tail
    if kind in {"word", "zip"}:
        return _opens(body)
    if kind == "word_ole":
        return len(body) > _OLE_HEADER
    if kind == "xml":
        return tail.endswith(b">") and b"</" in tail
    return True


def _opens(body: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as file:
            return bool(file.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
