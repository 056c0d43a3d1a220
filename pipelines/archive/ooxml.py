"""Word files (OOXML): known by the members of their zip; symbol and language from headers, properties and text.

As much as naming a file takes; reading it is the reader's work.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from pipelines import symbols
from pipelines.archive import languages

MAIN = "word/document.xml"
_LIMIT = 32 * 2**20
_SAMPLE = 400_000
_PARAGRAPH = re.compile(rb"<w:p[ >].*?</w:p>", re.S)
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SYMBOL_PROPERTY = re.compile(rb"name=\"[^\"]*symbol[^\"]*\"[^>]*>\s*<[^>]*>([^<]*)<", re.I)
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


def is_word(names: list[str]) -> bool:
    """True for the members of a Word file; its main part may bear another name, its folder does not."""
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


def names_of(data: bytes) -> list[str]:
    """The members of a zip file; none when it cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.namelist()
    except _FAULTS:
        return []


def symbol_and_language(data: bytes) -> tuple[str | None, str | None]:
    """Symbol in normal form and ISO 639-1 language; None for what the file does not say."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            printed = (symbols.parse(text) for text in _printed(package))
            symbol = next((found for found in printed if found), None)
            text = " ".join(paragraphs(_part(package, MAIN)[:_SAMPLE]))
    except _FAULTS:
        return None, None
    return symbol.normal if symbol else None, languages.from_text(text)


def _printed(package: zipfile.ZipFile) -> Iterator[str]:
    headers = [name for name in package.namelist() if re.fullmatch(r"word/header\d*\.xml", name)]
    for name in sorted(headers):
        yield from paragraphs(_part(package, name))
    if "docProps/custom.xml" in package.namelist():
        yield from symbol_properties(_part(package, "docProps/custom.xml"))
    yield from paragraphs(_part(package, MAIN)[:_SAMPLE])


def symbol_properties(xml: bytes) -> Iterator[str]:
    """Values of the properties in docProps/custom.xml that name a symbol."""
    for found in _SYMBOL_PROPERTY.finditer(xml):
        yield _plain(found[1])


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    if name not in package.namelist() or package.getinfo(name).file_size > _LIMIT:
        return b""
    return package.read(name)


def paragraphs(xml: bytes) -> Iterator[str]:
    """The text of every paragraph in a part, white space folded."""
    for paragraph in _PARAGRAPH.finditer(xml):
        if text := " ".join("".join(_plain(found) for found in _TEXT.findall(paragraph[0])).split()):
            yield text


def _plain(text: bytes) -> str:
    return html.unescape(text.decode("utf-8", "replace"))
