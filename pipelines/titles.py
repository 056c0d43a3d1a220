"""Titles as they are released: on one line, without what no title means.

Titles have no span in a document, so that they may be mended; texts of clauses stay as the reader read them.
"""

from __future__ import annotations

import html
import re

from pipelines.rows import Row, quality

LOST = "\ufffd"
"""What a decoder puts in the place of bytes that it cannot read."""

# UTF-8 that was read as Windows-1252: é as Ã©, a curly quote as â€™. No title has such pairs by itself.
_LATER = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
_DECODED_WRONG = re.compile(f"(?:[\u00c2\u00c3]|\u00e2\u20ac)[{_LATER}]")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:]*(?: [^<>]*)?/?>")
_ENTITY = re.compile(r"&(?:[a-z]{2,6}|#x?[0-9A-Fa-f]+);")
# Control characters that are no white space, soft hyphens, marks of direction and width.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)


def clean(title: str) -> str:
    """White space folded; markup, entities and wrongly decoded letters put right; nothing invisible. Others stay."""
    before = None
    while title != before:
        before = title
        title = _ENTITY.sub(_character, _TAG.sub("", _DECODED_WRONG.sub(_decoded, title)))
        title = " ".join(_INVISIBLE.sub("", title).split())
    return title


def _decoded(match: re.Match[str]) -> str:
    """The character meant; nothing where the bytes are none in UTF-8."""
    return b"".join(map(_byte, match.group())).decode("utf-8", errors="ignore")


def _byte(char: str) -> bytes:
    """The byte that a character was read from; Windows leaves five bytes to the C1 controls."""
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")


def _character(match: re.Match[str]) -> str:
    """The character that an entity stands for; of an unknown one its name."""
    found = html.unescape(match.group())
    return match.group()[1:-1] if found == match.group() else found


def fault(subject_kind: str, subject: str, title: str | None) -> list[Row]:
    """A row of quality where characters of a title could not be decoded; none for all others."""
    if LOST not in (title or ""):
        return []
    detail = "The title holds characters that could not be decoded."
    return [quality(subject_kind, subject, "lost_characters", detail, "U+FFFD stands in their place")]
