"""Readers: bytes of one file in, a Document out. One file a format; none knows files, networks or the grammar."""

from __future__ import annotations

from pipelines.readers.document import Document, Role


class Unreadable(Exception):
    """The bytes cannot be read as a document; `reason` is a sentence for the user, `kind` that of its quality row."""

    def __init__(self, reason: str, kind: str = "unreadable") -> None:
        super().__init__(reason)
        self.reason = reason
        self.kind = kind


LONGEST = 50_000
"""Characters of a paragraph; the longest real one has 5,666, and some of what looks at it takes its square in time."""


def read(data: bytes, format: str) -> Document:
    """The document in `data`; format is akn, word, pdf or text.

    Raises Unreadable for anything that is no resolution or statement, and ValueError for a format without reader.
    """
    document = _read(data, format)
    blocks = (block for statement in document.statements for block in statement.blocks)
    # A table is one block and never a clause: that of S/PRST/2018/18 (an aide-memoire) is far longer.
    if any(block.end - block.start > LONGEST for block in blocks if block.role is not Role.TABLE):
        raise too_long()
    return document


def too_long() -> Unreadable:
    """The reason for a paragraph beyond any real one."""
    return Unreadable(f"a paragraph of more than {LONGEST:,} characters, which no real document has")


def _read(data: bytes, format: str) -> Document:
    if format == "akn":
        from pipelines.readers import akn

        return akn.read(data)
    if format == "word":
        from pipelines.readers import word

        return word.read(data)
    if format == "text":
        from pipelines.readers import text

        return text.read(data)
    if format == "pdf":
        from pipelines.readers import pdf

        return pdf.read(data)
    raise ValueError(f"no reader of documents for the format {format!r}")
