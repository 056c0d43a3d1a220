"""Bytes of a status file -> XML tree, without entities, network or loss.

The Treaty Collection labels its files iso-8859-1 and keeps only the low byte of typographic characters: a quotation
mark becomes a control character, an ellipsis a bare ampersand. So two thirds of the files are not well-formed. lxml's
own recovering mode loses the escaped markup of such files; here the text is mended and then parsed strictly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from pipelines.treaties.errors import UnreadableStatus

LARGEST = 32 * 1024 * 1024


@dataclass(frozen=True)
class Tree:
    """The root of a status file; `mended` says in words what was not well-formed, or is None."""

    root: etree._Element
    mended: str | None


_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
# Control characters that XML forbids, and the C1 block that XML allows but no text means.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# What is left of U+2026 when its high byte is lost is an ampersand.
_ELLIPSIS = "\u2026"


def parse(data: bytes) -> Tree:
    """The tree of a status file, as it stands if well-formed, else mended. Raises UnreadableStatus."""
    if len(data) > LARGEST:
        raise UnreadableStatus(f"larger than {LARGEST // 1024 // 1024} MB")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableStatus("declares a document type or entities")
    try:
        return Tree(etree.fromstring(data, _parser()), None)
    except etree.XMLSyntaxError as error:
        return _mended(data, error)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )


def _mended(data: bytes, error: etree.XMLSyntaxError) -> Tree:
    text = _DECLARATION.sub("", _decoded(data))
    text, ampersands = _BARE_AMPERSAND.subn(_ELLIPSIS, text)
    text, controls = _CONTROL.subn(_character, text)
    if not ampersands and not controls:
        raise UnreadableStatus(f"not well-formed: {error.msg}") from error
    try:
        root = etree.fromstring(text.encode(), _parser())
    except etree.XMLSyntaxError as second:
        raise UnreadableStatus(f"not well-formed: {second.msg}") from second
    return Tree(root, f"{controls} control characters, {ampersands} bare ampersands")


def _decoded(data: bytes) -> str:
    if re.match(rb"\s*<\?xml[^>]*encoding=.utf-8", data, re.IGNORECASE):
        return data.decode("utf-8", errors="replace")
    return data.decode("latin-1")


def _character(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:  # the low byte of a character of the block General Punctuation
        return chr(0x2000 + code)
    return bytes([code]).decode("cp1252", errors="replace")
