"""Text inside a paragraph of a Word file: runs, italics, links, note marks, fields, before white space is folded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pipelines.readers import LONGEST, too_long
from pipelines.readers.document import Link, Span
from pipelines.readers.word_package import Element, R, W
from pipelines.readers.word_styles import PLAIN, Face, Number, Style, Styles, face_of, number, over

_DIGITS = re.compile(r"\d+(?:\s*[,–-]\s*\d+)*")
_HYPERLINK = re.compile(r"\s*HYPERLINK\s+(?:\\l\s+\"[^\"]*\"|\"?(?P<href>[^\"\s]+))", re.IGNORECASE)
_YEAR_END = re.compile(r"(?<!\d)(?:19|20)\d\d$")
# Signs without print: directions, joins and breaks that are not seen.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
_PROPERTIES, _TEXT, _SHAPES, _VALUE = W + "rPr", W + "t", W + "pPr", W + "val"
_SHAPE = {W + "pStyle": "style", W + "numPr": "number", W + "jc": "align"}
_FIXED = {W + "tab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011", W + "ptab": "\t"}
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,4}")
_PRIVATE = 0xF000
# Signs that Word takes out of symbol fonts.
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0x2D: "–", 0xA8: "•", 0xD8: "•", 0x6F: "○"}


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note mark at a place of the raw text; `printed` for a mark of its own (*), None for the next number."""

    place: int
    id: str
    printed: str | None = None


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it stands in the file: `raw` with tabs and line ends, all places counted in it."""

    raw: str = ""
    style: Style = PLAIN
    style_id: str | None = None
    number: Number | None = None
    align: str | None = None
    italics: list[Span] = field(default_factory=list)
    bold: int = 0
    links: list[Link] = field(default_factory=list)
    notes: list[NoteMark] = field(default_factory=list)
    repeats: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    code: str = ""
    start: int | None = None


class Inline:
    """Reads the paragraphs of one part of the file. `known` are the markers of notes met so far."""

    def __init__(self, styles: Styles, links: Mapping[str, tuple[str, str]], known: set[str]) -> None:
        self.styles = styles
        self.hrefs = links
        self.known = known
        self.count = 0
        self.has_changes = False
        self._fields: list[_Field] = []
        self._now = Paragraph()
        self._holders: dict[str, Callable[[Element], None]] = {
            W + "pPr": self._shape,
            W + "r": self._run,
            W + "hyperlink": self._hyperlink,
            W + "fldSimple": self._simple_field,
            W + "ins": self._inserted,
            W + "moveTo": self._inserted,
            W + "del": self._deleted,
            W + "moveFrom": self._deleted,
        }
        for name in ("smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo"):
            self._holders[W + name] = self._children
        self._signs: dict[str, Callable[[Element], None]] = {
            W + "footnoteReference": self._reference,
            W + "endnoteReference": self._reference,
            W + "fldChar": self._field_mark,
            W + "instrText": self._field_code,
            W + "sym": self._symbol,
            W + "br": self._break,
        }

    def paragraph(self, element: Element) -> Paragraph:
        """The paragraph that a w:p holds."""
        if len(element) < 2 and (not len(element) or element[0].tag == _SHAPES):
            return Paragraph()
        self._now = Paragraph(style=self.styles.of(None))
        for open_field in self._fields:
            open_field.start = 0 if open_field.start is not None else None
        self._children(element)
        return self._now

    def _children(self, element: Element) -> None:
        for part in element:
            holder = self._holders.get(part.tag)
            if holder:
                holder(part)

    def _shape(self, shape: Element) -> None:
        now = self._now
        for part in shape:
            kind = _SHAPE.get(part.tag)
            if kind is None:
                continue
            if kind == "style":
                now.style_id = part.get(_VALUE)
                now.style = self.styles.of(now.style_id)
            elif kind == "number":
                now.number = number(part)
            else:
                now.align = part.get(_VALUE)
        if now.number is None:
            now.number = now.style.number

    def _inserted(self, element: Element) -> None:
        self.has_changes = True
        self._children(element)

    def _deleted(self, element: Element) -> None:
        self.has_changes = True

    def _hyperlink(self, element: Element) -> None:
        start = len(self._now.raw)
        self._children(element)
        _, href = self.hrefs.get(element.get(R + "id") or "", ("", ""))
        self._link(start, href)

    def _link(self, start: int, href: str) -> None:
        end = len(self._now.raw)
        if href and end > start:
            self._now.links.append(Link(start, end, href))

    # Runs

    def _run(self, run: Element) -> None:
        now = self._now
        face: Face = {}
        start = len(now.raw)
        for part in run:
            tag = part.tag
            if tag == _TEXT:
                self._add(part.text or "")
            elif tag == _PROPERTIES:
                face, named = face_of(part)
                if named is not None:
                    face = over(face, self.styles.of(named).face)
                if (face.get("hidden") or face.get("raised")) and self._is_aside(face, run):
                    return
            elif tag in _FIXED:
                self._add(_FIXED[tag])
            elif tag in self._signs:
                self._signs[tag](part)
        face = over(face, now.style.face)
        if face and len(now.raw) > start:
            self._note_face(start, face)

    def _add(self, text: str) -> None:
        if self._fields and self._fields[-1].start is None:
            return
        now = self._now
        now.raw += text if text.isascii() else _UNSEEN.sub("", text)
        if len(now.raw) > LONGEST:
            raise too_long()

    def _note_face(self, start: int, face: Face) -> None:
        """Note that what was added from `start` on is in italics or bold."""
        raw, italics = self._now.raw, self._now.italics
        if face.get("italic"):
            if italics and not raw[italics[-1][1] : start].strip():
                start_of_all = italics.pop()[0]
                italics.append((start_of_all, len(raw)))
            else:
                italics.append((start, len(raw)))
        if face.get("bold"):
            self._now.bold += len(raw) - start

    def _is_aside(self, face: Face, run: Element) -> bool:
        """True for a run that is no text: hidden, or a raised mark of a note that stands elsewhere."""
        if face.get("hidden"):
            return True
        text = "".join([part.text or "" for part in run if part.tag == _TEXT]).strip()
        if text == "," and self._follows_mark():
            return True
        if not text or not self._is_repeat(text) or any(part.tag in self._signs for part in run):
            return False
        self._now.repeats.append((len(self._now.raw), text))
        return True

    def _is_repeat(self, text: str) -> bool:
        """A raised number that an earlier note bears, after a year too but not after another figure (10²)."""
        before = self._now.raw
        if not before or not _DIGITS.fullmatch(text):
            return False
        if before[-1:].isdigit() and not _YEAR_END.search(before[-5:]):
            return False
        return all(marker in self.known for marker in re.findall(r"\d+", text))

    def _follows_mark(self) -> bool:
        places = [note.place for note in self._now.notes[-1:]] + [place for place, _ in self._now.repeats[-1:]]
        return len(self._now.raw) in places

    # Signs

    def _reference(self, sign: Element) -> None:
        name = ("e" if sign.tag == W + "endnoteReference" else "f") + (sign.get(W + "id") or "")
        printed: str | None = None
        if (sign.get(W + "customMarkFollows") or "0") not in ("0", "false"):
            printed = self._own_mark(sign)
        else:
            self.count += 1
            printed = str(self.count)
        self.known.add(printed)
        self._now.notes.append(NoteMark(len(self._now.raw), name, printed))

    def _own_mark(self, sign: Element) -> str:
        """Take the printed mark that follows in the same run out of the text."""
        following = sign.getnext()
        if following is None or following.tag != W + "t":
            return "*"
        printed = (following.text or "").strip()
        following.text = ""
        return printed or "*"

    def _field_mark(self, mark: Element) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].start = len(self._now.raw)
        elif self._fields and kind == "end":
            done = self._fields.pop()
            found = _HYPERLINK.match(done.code)
            if found and found["href"] and done.start is not None:
                self._link(done.start, found["href"])

    def _field_code(self, code: Element) -> None:
        if self._fields:
            self._fields[-1].code += code.text or ""

    def _simple_field(self, element: Element) -> None:
        start = len(self._now.raw)
        self._children(element)
        found = _HYPERLINK.match(element.get(W + "instr") or "")
        self._link(start, (found["href"] if found else None) or "")

    def _symbol(self, sign: Element) -> None:
        printed = sign.get(W + "char") or ""
        code = int(printed, 16) if _HEXADECIMAL.fullmatch(printed) else 0
        is_private = code >= _PRIVATE
        self._add(_SYMBOLS.get(code - _PRIVATE if is_private else code, "" if is_private or not code else chr(code)))

    def _break(self, sign: Element) -> None:
        self._add(" " if sign.get(W + "type") in ("page", "column") else "\n")
