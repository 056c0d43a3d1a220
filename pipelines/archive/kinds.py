"""Files that no reader of this version reads, told by their first bytes; and files that are nobody's document."""

from __future__ import annotations

import re

_NO_READER = "no reader for this format in this version"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The stream in which Office puts a file with a password; names of streams stand in sectors anywhere in the file.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

MAGIC: tuple[tuple[bytes, str], ...] = (
    (OLE, "Office file before 2007 (OLE) that is no Word document"),
    (b"\xffWPC", f"WordPerfect: {_NO_READER}"),
    (b"{\\rtf", f"rich text (RTF): {_NO_READER}"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"BM", "image"),
    (b"\x28\xb5\x2f\xfd", "compressed by Zstandard: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive: unpack it first"),
    (b"Rar!", "RAR archive: unpack it first"),
    (b"PAR1", "Parquet: no document"),
    (b"SQLite format 3\x00", "database: no document"),
)
OFFICE_MEMBERS = (
    ("xl/", "spreadsheet: no document"),
    ("ppt/", "presentation: no document"),
    ("mimetype", f"OpenDocument or EPUB: {_NO_READER}"),
)
_SYSTEM_NAMES = {"desktop.ini", "thumbs.db", ".ds_store", ".gitignore", ".gitattributes", ".gitkeep"}
_ABOUT_FILES = re.compile(r"(readme|licen[cs]e|copying|notice|changelog)(\.(md|txt|rst))?")
_SYSTEM_FOLDERS = {".git", ".svn", ".hg", "__macosx", "$recycle.bin"}
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def by_first_bytes(data: bytes) -> str | None:
    """Why a file that starts like this is not taken; None when its first bytes say nothing against it."""
    if data.startswith(OLE) and _ENCRYPTED in data:
        return "Word or Excel file with a password: save it without one, then import it again"
    for magic, reason in MAGIC:
        if data.startswith(magic) and (magic != b"BM" or b"\x00" in data[:32]):
            return reason
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image"
    if _HTML.match(data[:4096]):
        return f"HTML page: {_NO_READER}"
    return None


def is_about_files(name: str) -> bool:
    """True for a README or a licence, which every repository of documents has."""
    return _ABOUT_FILES.fullmatch(name.casefold().rpartition("/")[2]) is not None


def is_system_folder(name: str) -> bool:
    """True for folders that a system or a version control keeps for itself."""
    return name.casefold() in _SYSTEM_FOLDERS


def is_system_file(name: str) -> bool:
    """True for files that a system or a version control keeps for itself; `name` with its folders."""
    *folders, last = name.casefold().split("/")
    return last in _SYSTEM_NAMES or last.startswith("._") or any(folder in _SYSTEM_FOLDERS for folder in folders)
