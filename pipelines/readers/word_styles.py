"""Styles of a Word file: which are italic, bold, headings, and which number their paragraphs; through their bases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from pipelines.readers.akn_blocks import rank
from pipelines.readers.word_package import Element, Package, W, parse_xml

Number = tuple[str, int]
"""numId and level of an automatic number."""
Face = Mapping[str, bool]
"""Whether letters are italic, bold, hidden, raised; what is not there is left to what lies below."""
_ID, _TYPE, _DEFAULT, _VALUE = W + "styleId", W + "type", W + "default", W + "val"
_BASE, _NAME, _LETTERS, _SHAPE, _NUMBER = W + "basedOn", W + "name", W + "rPr", W + "pPr", W + "numPr"
_FACE = {W + "rStyle": "style", W + "i": "italic", W + "b": "bold", W + "vanish": "hidden", W + "vertAlign": "raised"}
_OFF = frozenset({"0", "false", "off", "none"})
_TITLES = {"TitleHCH": "HCh", "TitleH1": "H1", "TitleH2": "H23"}
_SEPARATORS = re.compile(r"[\s_/,]+")


class Style(NamedTuple):
    """What a style lays down; None where it leaves it to its base. `rank` as of a heading, 0 outermost."""

    base: str | None
    face: Face
    number: Number | None
    rank: int | None

    def over(self, base: Style) -> Style:
        """The style, with what it leaves open taken from its base."""
        return Style(
            self.base,
            over(self.face, base.face),
            base.number if self.number is None else self.number,
            base.rank if self.rank is None else self.rank,
        )


PLAIN = Style(None, {}, None, None)


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
            return PLAIN
        own = _style(element, name)
        # Where bases go round in a circle, the way ends here.
        self._whole[name] = own
        return own.over(self.of(own.base)) if own.base else own


def styles(package: Package, name: str) -> Styles:
    """The styles in the part of that name; none where there is no such part."""
    part = package.part(name)
    root = parse_xml(_without_latent(part), name) if part is not None else None
    elements: dict[str, Element] = {}
    default = None
    for element in root.iterchildren(W + "style") if root is not None else ():
        name = element.get(_ID) or ""
        elements[name] = element
        if default is None and element.get(_TYPE) == "paragraph":
            default = name if (element.get(_DEFAULT) or "0") not in _OFF else None
    return Styles(elements, default)


def _without_latent(part: bytes) -> bytes:
    """The part without its list of the styles that Word knows and the document does not define, often half of it."""
    before, _, rest = part.partition(b"<w:latentStyles ")
    _, end, after = rest.partition(b"</w:latentStyles>")
    return before + after if end else part


def _style(element: Element, name: str) -> Style:
    base = printed = list_number = None
    face: Face = {}
    for part in element:
        tag = part.tag
        if tag == _BASE:
            base = part.get(_VALUE)
        elif tag == _NAME:
            printed = part.get(_VALUE)
        elif tag == _LETTERS:
            face, _ = face_of(part)
        elif tag == _SHAPE:
            list_number = number(next(part.iterchildren(_NUMBER), None))
    return Style(base, face, list_number, _rank(name, printed))


def face_of(properties: Element) -> tuple[Face, str | None]:
    """What the properties of a style or a run say themselves, and the id of the style that a run names beside."""
    face: dict[str, bool] = {}
    style = None
    for part in properties:
        kind = _FACE.get(part.tag)
        if kind is None:
            continue
        value = part.get(_VALUE)
        if kind == "style":
            style = value or ""
        else:
            face[kind] = value == "superscript" if kind == "raised" else value not in _OFF
    return face, style


def over(face: Face, below: Face) -> Face:
    """A face, with what it leaves open taken from another."""
    return {**below, **face} if face and below else face or below


def _rank(name: str, printed: str | None) -> int | None:
    """By the style's id, else by its printed name: `_ H_2/3` is H23, `heading 1` Heading1."""
    bare = _SEPARATORS.sub("", printed or "")
    for one in (name, _TITLES.get(name), bare, bare[:1].upper() + bare[1:]):
        if one and (found := rank(one)) is not None:
            return found
    return None


def number(element: Element | None) -> Number | None:
    """numId and level in a numPr; numId 0 takes a number away."""
    if element is None:
        return None
    held = {part.tag: part.get(_VALUE) or "" for part in element}
    level = held.get(W + "ilvl", "0")
    return held.get(W + "numId", ""), int(level) if level.isdecimal() else 0
