"""The head of a printed document as particulars: its lines grouped by type face, then read as those of plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pipelines.readers.document import Particulars
from pipelines.readers.pdf_lines import Line
from pipelines.readers.pdf_paragraphs import Paragraph
from pipelines.readers.text_head import particulars

_AGENDA = re.compile(r"Agenda items? .+")
_RESOLUTION = re.compile(r"Resolution \d+ \(\d{4}\)")
_NUMBER = re.compile(r"(?:E?S-)?\d+/\d+(?: [A-Z])?\.(?:\s|$)")


def told(head: Sequence[Paragraph], closing: Sequence[str], running: str | None) -> Particulars:
    """What head, closing lines and running title say."""
    texts = [text for paragraph in head for text in _by_face(paragraph.lines)]
    found = particulars(texts, closing, running)
    agenda = next((place for place, text in enumerate(texts) if _AGENDA.fullmatch(text)), None)
    if agenda is not None and agenda + 1 < len(texts) and _is_title(texts[agenda + 1]):
        found = replace(found, agenda_title=texts[agenda + 1])
    title = found.title or next((text for text in texts if _RESOLUTION.fullmatch(text)), None)
    return replace(found, title=title)


def _by_face(lines: Sequence[Line]) -> list[str]:
    """The lines of a paragraph, those of one type face joined: agenda item and its title stand in two."""
    return [" ".join(line.text for line in group) for _, group in groupby(lines, key=lambda line: line.bold)]


def _is_title(text: str) -> bool:
    return text[:1].isupper() and not _NUMBER.match(text) and not text.startswith(("Resolution", "Adopted"))
