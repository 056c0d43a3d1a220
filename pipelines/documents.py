"""The row of `documents` for a file of the archive; readers of every kind say what they add to the ledger's entry."""

from __future__ import annotations

from pipelines.archive.entry import Entry
from pipelines.rows import Row


def beside_row(entry: Entry, reader: str, version: str, rights: str, is_used: bool = True) -> Row:
    """A file beside the documents: metadata of many resolutions, or treaty status; no span counts in its text."""
    return {
        "sha256": entry.sha256,
        "symbol": None,
        "language": entry.language,
        "format": entry.format,
        "source": entry.source,
        "url": entry.url,
        "name": entry.name,
        "as_at": entry.as_at,
        "pages": None,
        "ocr_pages": None,
        "confidence": None,
        "made_from": None,
        "reader": reader,
        "reader_version": version,
        "text_sha256": None,
        "is_used": is_used,
        "rights": rights,
    }
