"""From raw paragraph to text: white space folded, the printed number taken off, all places moved along."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.readers.akn_blocks import clean_label
from pipelines.readers.document import Link, Span
from pipelines.readers.word_inline import NoteMark, Paragraph

# A number set off by a tab: 1. (a) (iv) a) I. ii. B. 3.2 12 – •
_SET_OFF = re.compile(
    r"\s*(?P<label>\(\w{1,5}\)|\d{1,3}(?:\.\d{1,3})*\.?|[IVXLC]{1,7}\.|[ivxl]{1,7}\.|[^\W\d_]\.|[a-z]{1,4}\)"
    r"|[一二三四五六七八九十]{1,3}、|[㈠-㈩]|[–—•●▪·○*-])[^\S\t\n]*\t\s*(?=\S)"
)

# A number on a line of its own, whose paragraph follows.
_ALONE = re.compile(r"\d{1,3}\.")


@dataclass(slots=True)
class Text:
    """The text of a paragraph or note without number and marks; places count its code points."""

    text: str
    label: str | None
    italics: tuple[Span, ...]
    links: tuple[Link, ...]
    notes: tuple[tuple[int, NoteMark], ...]
    repeats: tuple[tuple[int, str], ...]
    is_italic: bool
    is_bold: bool


def fold(paragraph: Paragraph, label: str | None = None, cut: int = 0) -> Text:
    """The text from `cut` on, folded as every reader folds; `label` is an automatic number, if there is one."""
    raw = paragraph.raw
    if label is None and cut == 0 and raw.rfind("\t") > 0 and (set_off := _SET_OFF.match(raw)):
        label, cut = clean_label(set_off["label"]), set_off.end()
    raw = raw[cut:]
    text = " ".join(raw.split())
    if label is None and _ALONE.fullmatch(text):
        label, text = clean_label(text), ""
    italics = tuple([found for start, end in paragraph.italics if (found := _span(start - cut, end - cut, raw, text))])
    return Text(
        text=text,
        label=label or None,
        italics=italics,
        links=_links(paragraph, cut, raw, text) if paragraph.links else (),
        notes=tuple([(_end(note.place - cut, raw, text), note) for note in paragraph.notes]),
        repeats=tuple([(_end(place - cut, raw, text), printed) for place, printed in paragraph.repeats]),
        is_italic=len(italics) == 1 and italics[0][0] == 0 and italics[0][1] >= len(text) - 1,
        is_bold=bool(text) and paragraph.bold >= len(text) - 1,
    )


def _links(paragraph: Paragraph, cut: int, raw: str, text: str) -> tuple[Link, ...]:
    spans = [(link, _span(link.start - cut, link.end - cut, raw, text)) for link in paragraph.links]
    return tuple([Link(*span, link.href) for link, span in spans if span])


def split(paragraph: Paragraph, place: int) -> tuple[Text, Text]:
    """The text before and after a line end of the paragraph, each as a text of its own."""
    before = Paragraph(
        raw=paragraph.raw[:place],
        italics=[(start, min(end, place)) for start, end in paragraph.italics if start < place],
        bold=min(paragraph.bold, place),
        links=[link for link in paragraph.links if link.end <= place],
        notes=[note for note in paragraph.notes if note.place <= place],
        repeats=[repeat for repeat in paragraph.repeats if repeat[0] <= place],
    )
    after = Paragraph(
        raw=paragraph.raw,
        italics=[(max(start, place), end) for start, end in paragraph.italics if end > place],
        bold=max(paragraph.bold - place, 0),
        links=[link for link in paragraph.links if link.start > place],
        notes=[note for note in paragraph.notes if note.place > place],
        repeats=[repeat for repeat in paragraph.repeats if repeat[0] > place],
    )
    return fold(before), fold(after, "", place + 1)


def _end(place: int, raw: str, text: str) -> int:
    """Code points of the folded text before a place of the raw text."""
    before = raw[: max(place, 0)].strip()
    return len(before) if text.startswith(before) else len(" ".join(before.split()))


def _span(start: int, end: int, raw: str, text: str) -> Span | None:
    """A stretch of the raw text in the folded one, without white space at its ends; None when nothing is left."""
    inner = raw[max(start, 0) : max(end, 0)].strip()
    if not inner:
        return None
    last = _end(end, raw, text)
    return last - len(" ".join(inner.split())), last
