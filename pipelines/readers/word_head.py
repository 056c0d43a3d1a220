"""What the head and the closing lines of a document in Word say about its adoption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.readers.document import Particulars
from pipelines.readers.text_head import particulars
from pipelines.readers.word_pieces import Piece
from pipelines.symbols import Kind

_LETTER = re.compile(r"[A-Z]\.?")


def told(head: Sequence[Piece], closing: Sequence[str], kind: Kind) -> Particulars:
    """Particulars of a statement; the title of a presidential statement is that of its agenda item, as elsewhere."""
    lines = [line for piece in head for line in piece.lines if not _LETTER.fullmatch(line)]
    found = particulars(lines, closing, None)
    return replace(found, title=found.agenda_title) if kind == "presidential_statement" else found
