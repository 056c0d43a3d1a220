"""Whether a released row says what the document in the archive says: bytes, reader's text, span, hash, page."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from pipelines.archive.errors import ArchiveDamaged
from pipelines.archive.store import Archive
from pipelines.readers import Unreadable, read
from pipelines.readers.document import Document
from pipelines.rows import Row


class NotProved(Exception):
    """Why a row is not proved, in one line."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A thing with an id, and the released rows that it rests on.

    `document` is a row of documents; `holder` the row of clauses or footnotes whose text holds the thing, without its
    column text in a text-free edition. `start` and `end` are code points within the holder's text; of a clause or
    a note itself they are the whole of it.
    """

    id: str
    kind: str
    document: Row
    holder: Row
    start: int
    end: int


def reread(archive: Archive, row: Row) -> Document:
    """The document of a row of documents, read anew from the archive. Raises NotProved."""
    if not archive.path(row["sha256"]).is_file():
        raise NotProved(f"the archive has no file {row['sha256']} ({row['name']}); import it")
    try:
        document = read(archive.read(row["sha256"]), row["format"])
    except ArchiveDamaged as error:
        raise NotProved(str(error)) from error
    except Unreadable as error:
        raise NotProved(f"{row['name']} cannot be read any more: {error.reason}") from error
    if digest(document.text) != row["text_sha256"]:
        raise NotProved(_other_text(document, row))
    return document


def compare(claim: Claim, document: Document) -> None:
    """Compare the rows of a claim with its document as read anew. Raises NotProved."""
    holder = claim.holder
    if holder["span_start"] is None:
        raise NotProved("the page that holds this note is not in the document")
    start, end = holder["span_start"], holder["span_end"]
    text, said = document.text[start:end], f"code points {start} to {end} of the document's text"
    if "text_sha256" in holder and digest(text) != holder["text_sha256"]:
        raise NotProved(f"text_sha256 of the row is not the hash of {said}")
    if "text" in holder and holder["text"] != text:
        raise NotProved(f"the text of the row is not what stands at {said}")
    if claim.end > len(text):
        raise NotProved(f"the span {claim.start} to {claim.end} goes beyond the text that holds it")
    if (pages := (holder.get("page_from"), holder.get("page_to"))) not in ((None, None), _pages(document, start, end)):
        raise NotProved(f"the row says pages {pages[0]} to {pages[1]}, the document says otherwise")


def digest(text: str) -> str:
    """SHA-256 of a text as UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _other_text(document: Document, row: Row) -> str:
    then, now = f"{row['reader']} {row['reader_version']}", f"{document.reader} {document.reader_version}"
    if then == now:
        return f"the reader {now} gives another text of {row['name']} than when the release was made"
    return f"the reader {now} of this software gives another text of {row['name']} than {then}, which the release used"


def _pages(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """First and last page of the block that holds a span."""
    blocks = (block for statement in document.statements for block in statement.blocks)
    return next((block.pages for block in blocks if block.start <= start and end <= block.end), None)
