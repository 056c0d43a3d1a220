"""The parts of a Word file (OOXML): a zip of XML, opened with limits and without trust. No paragraph is read here."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib

from lxml import etree

from pipelines.readers import Unreadable

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The stream in which Word puts a file with a password.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
ZIP = b"PK\x03\x04"
PART_LIMIT = 48 * 2**20
"""Bytes of one part unpacked; the largest real one of 205 (a resolution of 60 pages) has 1 MB."""
RATIO_LIMIT = 150
"""Unpacked to packed, beyond ALWAYS_ALLOWED; real parts pack 1 to 40."""
ALWAYS_ALLOWED = 4 * 2**20
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# The same vocabulary under the names of ISO 29500 Strict.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


class Package:
    """A Word file whose parts are read when asked for. Raises Unreadable with a reason for the user."""

    def __init__(self, data: bytes) -> None:
        if not data.strip():
            raise Unreadable("the file is empty")
        if data.startswith(OLE) and _ENCRYPTED in data:
            raise Unreadable("the Word file is encrypted and needs a password")
        if data.startswith(OLE):
            raise Unreadable("Word 97 .doc: install LibreOffice or antiword to read it, then import the file again")
        if not data.startswith(ZIP):
            raise Unreadable("the bytes are no Word file (OOXML)")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename: info for info in self._zip.infolist()}
        except _FAULTS as error:
            raise Unreadable(f"the Word file is cut short or damaged ({error})") from None
        self.main = self._main()

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none."""
        info = self._parts.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise Unreadable("the Word file is encrypted")
        if info.file_size > PART_LIMIT or info.file_size > max(ALWAYS_ALLOWED, info.compress_size * RATIO_LIMIT):
            raise Unreadable("the Word file unpacks to more than any real document")
        try:
            return self._zip.read(info)
        except _FAULTS as error:
            raise Unreadable(f"the Word file is cut short or damaged ({error})") from None

    def xml(self, name: str) -> Element | None:
        """The root of a part; None where there is none."""
        data = self.part(name)
        return parse_xml(data, name) if data is not None else None

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relations of a part by id: (kind, target); parts inside the file by their full name, links as they stand."""
        folder, _, file = part.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External":
                target = _inside(folder, target)
            found[relation.get("Id") or ""] = ((relation.get("Type") or "").rpartition("/")[2], target)
        return found

    def _main(self) -> str:
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target in self._parts:
                return target
        if "word/document.xml" not in self._parts:
            raise Unreadable("the zip file holds no Word document")
        return "word/document.xml"


def _inside(folder: str, target: str) -> str:
    """Full name of a part that a relation names from within a folder."""
    if target.startswith("/") or ".." in target:
        return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return f"{folder}/{target}" if folder else target


def parse_xml(data: bytes, name: str) -> Element:
    """The root of one part; no entity is resolved, nothing loaded from anywhere."""
    if _DECLARES.search(data[:4096]):
        raise Unreadable(f"{name} declares a document type or entities, which Word never does")
    if b"purl.oclc.org/ooxml" in data[:4096]:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    # Without a table of ids, which nobody asks for, lxml is a third faster.
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"{name} in the Word file is not well-formed: {error.msg}") from None
