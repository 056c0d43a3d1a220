"""Lines to running text: white space folded, line ends joined, note marks taken out, italics and links as spans."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from pipelines.readers.document import Link, Span
from pipelines.readers.pdf_lines import Line
from pipelines.readers.pdf_runs import Run
from pipelines.readers.pdf_words import Vocabulary

_MARK = re.compile(r"\d{1,3}/?(?:\s*[,–-]\s*\d{1,3}/?)*,?|[*†‡]{1,4}|[a-z]")
_HYPHENS = "-\u2010\u2011\u00ad"
_JOINING = f"–—/{_HYPHENS}"
# A dash or a stroke at the line's end joins words; a stroke after a figure may close a note mark (`5/`).
_DASHED_END = re.compile(r"(?<=\S)[–—]$|(?<=[^\W\d_])/$")
_LOOSE_HYPHEN = re.compile(r"(?<=[^\W\d_])\s[-\u2010\u2011]$")
# “troop- and police-contributing”: the hyphen at the line's end stays, and so does the space.
_PENDING = re.compile(r"(?:and|or|et|ou|y|o|и)\s")


@dataclass(slots=True)
class Composed:
    """Text with its cues, counted from its start; marks are (offset, marker as printed)."""

    text: str = ""
    italics: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)


class Composer:
    """Puts the lines of one paragraph together.

    known: markers of notes that a raised figure may be the mark of. words: how often the document prints each word
    inside a line, which tells a hyphen that only parts a word at the line's end from one that belongs to it.
    """

    def __init__(self, known: Collection[str], words: Vocabulary) -> None:
        self.known = known
        self.words = words
        self.pieces: list[str] = []
        self.length = 0
        self.tail = ""
        self.italics: list[Span] = []
        self.links: list[Link] = []
        self.marks: list[tuple[int, str]] = []
        self.needs_space = False

    def compose(self, lines: Iterable[Line], skip: tuple[int, int] = (0, 0)) -> Composed:
        """The text of the lines; of the first one `skip` leaves out runs and letters of the run after them."""
        runs_left_out, letters = skip
        above: Line | None = None
        for line in lines:
            if above is not None and self.length:
                self._end_line(above, line)
            above = line
            for place in range(runs_left_out, len(line.runs)):
                run = line.runs[place]
                if place > runs_left_out and line.space_before[place]:
                    self.needs_space = True
                self._run(run, line, letters)
                letters = 0
            runs_left_out = 0
        return Composed("".join(self.pieces), self.italics, self.links, self.marks)

    def _run(self, run: Run, line: Line, letters: int) -> None:
        text = run.text[letters:] if letters else run.text
        if run.size < line.size * 0.8 and self._is_mark(text):
            self.marks += [(self.length, marker) for marker in re.findall(r"\d+|[*†‡]+|[a-z]", text)]
            if text[-1:].isspace():
                self.needs_space = True
            return
        folded = " ".join(text.split())
        if text[:1].isspace():
            self.needs_space = True
        if folded:
            start = self._append(folded)
            if run.italic:
                self._italic(start)
            if run.href:
                self._link(start, run.href)
        if text[-1:].isspace():
            self.needs_space = True

    def _is_mark(self, text: str) -> bool:
        bare = text.strip()
        return bool(_MARK.fullmatch(bare)) and any(marker in self.known for marker in re.findall(r"\w+|[*†‡]+", bare))

    def _append(self, text: str) -> int:
        if self.needs_space and self.length:
            self.pieces.append(" ")
            self.length += 1
        self.needs_space = False
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start

    def _italic(self, start: int) -> None:
        if self.italics and self.italics[-1][1] >= start - 1:
            self.italics[-1] = (self.italics[-1][0], self.length)
        else:
            self.italics.append((start, self.length))

    def _link(self, start: int, href: str) -> None:
        last = self.links[-1] if self.links else None
        if last and last.href == href and last.end >= start - 1:
            self.links[-1] = Link(last.start, self.length, href)
        else:
            self.links.append(Link(start, self.length, href))

    # Line ends

    def _end_line(self, above: Line, following: Line) -> None:
        """What stands between the end of one line and the start of the next: a space, nothing, a hyphen less."""
        self.needs_space = True
        last = self.pieces[-1]
        if last[-1:] not in _JOINING:
            return
        starts = following.text[:1]
        if above.ends_blank and not self._end().endswith((" -", " \u2011")):
            return
        if _DASHED_END.search(last):
            self.needs_space = False
        elif last[-1:] in _HYPHENS and last[-2:-1].isalnum() and starts.isalnum():
            self.needs_space = _PENDING.match(following.text) is not None
            if not self.needs_space and self._only_parts(last, following):
                self._cut(1)
        elif _LOOSE_HYPHEN.search(self._end()) and starts.isalpha():
            self._tighten()
            self.needs_space = False

    def _only_parts(self, last: str, following: Line) -> bool:
        """True for a soft hyphen, or where the document prints the word whole and never with its hyphen."""
        if last[-1] == "\u00ad":
            return True
        return self.words.is_parted(self._end()[:-1], following.text)

    def _end(self) -> str:
        return "".join(self.pieces[-3:])

    def _tighten(self) -> None:
        """Close the gap before a hyphen at the end of the text: `gender -` is `gender-`."""
        last = self.pieces[-1]
        if len(last) == 1:
            self.pieces[-2:] = [last] if self.pieces[-2] == " " else self.pieces[-2:]
        else:
            self.pieces[-1] = last[:-2] + last[-1]
        self.length -= 1
        self._clip()

    def _cut(self, count: int) -> None:
        self.pieces[-1] = self.pieces[-1][:-count]
        self.length -= count
        self._clip()

    def _clip(self) -> None:
        if self.italics and self.italics[-1][1] > self.length:
            self.italics[-1] = (self.italics[-1][0], self.length)
