"""What stands before the first paragraph: the cover lines of a document, up to its first enacting formula."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.readers.text_forms import FORMULA, FORMULA_INSIDE
from pipelines.readers.text_furniture import PAGE_END, is_emblem

_STATEMENT = re.compile(r"(?:Statement|Note) by the President\b.*", re.IGNORECASE)
_LINES_OF_A_COVER = 80
_LONGEST_LINE = 300
_NAME = re.compile(r"(?:RESOLUTION|Resolution) \d+ ?\(|\d+ \(\d{4}\)\.? Resolution of")
_UNDER_NAME = re.compile(r"of \d{1,2} \w+ \d{4}|\[[A-Z]/.*|Adopted by .*|on \d{1,2} \w+ \d{4}.*|$")
# Parts of a cover that a flattened page runs together.
_COVER_PART = re.compile(
    r"\s+(?=Distr\.|Agenda items? \d|Resolutions? adopted by|Adopted by the|\[(?:on|without)|\d{2,3}/\d{1,3}\. [A-Z]"
    r"|RESOLUTION \d)"
)
_NOTE = re.compile(r"(?<=\.)\s+(?=\d{1,3} [A-Z])")
_PARAGRAPH = re.compile(
    r"(?<=[,;:.])(?P<mark> \d{1,3})?\s+(?=\d{1,3}\. [A-Z]|\([a-z]\) [A-Z]|(?:[A-Z][a-z]+ly )?[A-Z][a-z]+ing\b|_{3,})"
)


@dataclass(frozen=True, slots=True)
class Cover:
    """The lines of the cover and those of the body. `has_formula`: the body opens with an enacting formula."""

    head: list[str]
    body: list[str]
    has_formula: bool
    is_whole: bool
    """True when the document has its beginning."""


def split(text: str) -> Cover:
    """Take the cover off a text; what a person wrote above it behind a # (where it came from) is left out."""
    lines = lines_of(text)
    name = next((i for i, line in enumerate(lines[:_LINES_OF_A_COVER]) if _NAME.match(line)), None)
    end = _end_of_name(lines, name) if name is not None else 0
    for place, line in enumerate(lines[:_LINES_OF_A_COVER]):
        if name is None and line.startswith("Whereas "):
            return Cover(_cover_lines(lines[:place]), lines[place:], False, True)
        if FORMULA.fullmatch(line) and not any(lines[i].startswith("Whereas") for i in range(end, place)):
            return Cover(_cover_lines(lines[:place]), lines[place:], True, True)
        if _STATEMENT.fullmatch(line):
            return Cover(_cover_lines(lines[: place + 1]), lines[place + 1 :], False, True)
    if name is None:
        return Cover([], lines, False, False)
    return Cover(_cover_lines(lines[:end]), lines[end:], False, True)


def _end_of_name(lines: list[str], name: int) -> int:
    """Where the lines below the name of a resolution end: its date, symbol, meeting."""
    end = name + 1
    while end < len(lines) and _UNDER_NAME.fullmatch(lines[end]):
        end += 1
    return end


def lines_of(text: str) -> list[str]:
    """The lines of a text, white space folded; what a person wrote above it behind a # is left out."""
    lines = [_folded(line) for line in re.split(r"\r\n|[\n\r\v\x85\u2028\u2029]|(\f)", text) if line is not None]
    while lines and (not lines[0] or lines[0].startswith("# ")):
        lines.pop(0)
    return [part for line in lines for part in (_unflattened(line) if len(line) > _LONGEST_LINE else (line,))]


def _folded(line: str) -> str:
    return line if line == PAGE_END else " ".join(line.split())


def _unflattened(line: str) -> list[str]:
    """The lines of a page that an extraction ran together: cover, formula, paragraphs."""
    formula = FORMULA_INSIDE.search(line)
    parts: list[str] = []
    if formula:
        parts = [*_COVER_PART.split(line[: formula.start()].strip()), formula[0].strip()]
        line = line[formula.end() :]
    body, rule, notes = line.partition("___")
    parts += _PARAGRAPH.sub(lambda found: (found["mark"] or "") + "\n", body.strip()).split("\n")
    return [*parts, "___", *_NOTE.split(notes.strip("_ "))] if rule else parts


def _cover_lines(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip() and not is_emblem(line)]
