"""Styles of a Word file: which are italic, bold, headings, and which number their paragraphs; through their bases."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipelines.readers.akn_blocks import rank
from pipelines.readers.word_package import Element, W

Number = tuple[str, int]
"""numId and level of an automatic number."""
_VALUE = W + "val"
_OFF = frozenset({"0", "false", "off", "none"})
_TITLES = {"TitleHCH": "HCh", "TitleH1": "H1", "TitleH2": "H23"}
_SEPARATORS = re.compile(r"[\s_/,]+")


class Style(NamedTuple):
    """What a style lays down; None where it leaves it to its base. `rank` as of a heading, 0 outermost."""

    base: str | None
    italic: bool | None
    bold: bool | None
    hidden: bool | None
    raised: bool | None
    number: Number | None
    rank: int | None

    def over(self, base: Style) -> Style:
        """The style, with what it leaves open taken from its base."""
        return Style._make(below if own is None else own for own, below in zip(self, base, strict=True))


_PLAIN = Style(None, None, None, None, None, None, None)


class Styles:
    """The styles of one file by id, with what they take from their bases; each is read when first asked for."""

    def __init__(self, elements: dict[str, Element], default: str | None) -> None:
        self._elements = elements
        self._whole: dict[str, Style] = {}
        self.default = default

    def of(self, name: str | None) -> Style:
        """The style of that id; the default paragraph style for None."""
        name = name or self.default or ""
        found = self._whole.get(name)
        if found is None:
            found = self._whole[name] = self._merged(name)
        return found

    def _merged(self, name: str) -> Style:
        element = self._elements.get(name)
        if element is None:
            return _PLAIN
        own = _style(element, name)
        # Where bases go round in a circle, the way ends here.
        self._whole[name] = own
        return own.over(self.of(own.base)) if own.base else own


def styles(root: Element | None) -> Styles:
    """The styles in styles.xml."""
    elements: dict[str, Element] = {}
    default = None
    for element in root.iterfind(W + "style") if root is not None else ():
        name = element.get(W + "styleId") or ""
        elements[name] = element
        if default is None and element.get(W + "type") == "paragraph":
            default = name if (element.get(W + "default") or "0") not in _OFF else None
    return Styles(elements, default)


def _style(element: Element, name: str) -> Style:
    held = _held(element)
    base, printed = held.get(W + "basedOn"), held.get(W + "name")
    face, shape = _held(held.get(W + "rPr")), _held(held.get(W + "pPr"))
    return Style(
        base=base.get(_VALUE) if base is not None else None,
        italic=switched(face.get(W + "i")),
        bold=switched(face.get(W + "b")),
        hidden=switched(face.get(W + "vanish")),
        raised=is_raised(face.get(W + "vertAlign")),
        number=number(shape.get(W + "numPr")),
        rank=_rank(name, printed.get(_VALUE) if printed is not None else None),
    )


def _held(element: Element | None) -> dict[str, Element]:
    return {part.tag: part for part in element} if element is not None else {}


def _rank(name: str, printed: str | None) -> int | None:
    """By the style's id, else by its printed name: `_ H_2/3` is H23, `heading 1` Heading1."""
    bare = _SEPARATORS.sub("", printed or "")
    for one in (name, _TITLES.get(name), bare, bare[:1].upper() + bare[1:]):
        if one and (found := rank(one)) is not None:
            return found
    return None


def switched(element: Element | None) -> bool | None:
    """True or False as a property switches on or off, None where it is not there."""
    return None if element is None else (element.get(_VALUE) or "1") not in _OFF


def is_raised(element: Element | None) -> bool | None:
    """True for superscript."""
    return None if element is None else element.get(W + "val") == "superscript"


def number(element: Element | None) -> Number | None:
    """numId and level in a numPr; numId 0 takes a number away."""
    if element is None:
        return None
    held = {part.tag: part.get(W + "val") or "" for part in element}
    level = held.get(W + "ilvl", "0")
    return held.get(W + "numId", ""), int(level) if level.isdecimal() else 0
