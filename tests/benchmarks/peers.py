"""The same files read by others: bare decoding, and the libraries and programs that a user would take instead.

pdfplumber and python-docx are in the dependency group `peers`, pdftotext comes with poppler-utils; what is not
installed is left out.
"""

from __future__ import annotations

import importlib.util
import io
import shutil
import subprocess
from collections.abc import Callable

from tests.benchmarks.peer_rules import Clause, from_pages, from_paragraphs

Peer = Callable[[bytes], list[Clause]]


def pdf_peers() -> dict[str, Peer | None]:
    """Peers that read PDF by name; None for one that is not installed."""
    return {
        "pdftotext + rules": with_pdftotext if shutil.which("pdftotext") else None,
        "pdfplumber + rules": with_pdfplumber if importlib.util.find_spec("pdfplumber") else None,
    }


def word_peers() -> dict[str, Peer | None]:
    """Peers that read Word by name; None for one that is not installed."""
    return {"python-docx + rules": with_docx if importlib.util.find_spec("docx") else None}


def with_pdftotext(data: bytes) -> list[Clause]:
    """A process of poppler's program for each file; its pages end with form feeds."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return from_pages(done.stdout.decode("utf-8", "replace").split("\f")[:-1])


def with_pdfplumber(data: bytes) -> list[Clause]:
    """The text of every page by pdfplumber with its own settings."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return from_pages([page.extract_text() for page in document.pages])


def with_docx(data: bytes) -> list[Clause]:
    """The paragraphs of the body by python-docx, which knows no footnotes."""
    import docx

    return from_paragraphs(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
