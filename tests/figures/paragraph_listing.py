"""The paragraphs of official XML listed by a traversal of its own, to hold the readers and the grammar against.

No code of theirs is used: `p` elements in document order, told apart by the names of the elements around them.
Headings, formulas, tables and notes are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

ASIDE = {
    "meta",
    "coverPage",
    "preface",
    "conclusions",
    "formula",
    "table",
    "authorialNote",
    "notes",
    "heading",
    "subheading",
}
LISTED = ("{*}p", "{*}listIntroduction", "{*}crossHeading", "{*}num", "{*}heading", "{*}subheading")
REISSUED = re.compile(r"\*+ (?:Reissued|Nouveau tirage)")
OWNERS = ("paragraph", "point", "item")
LABEL_IN_TEXT = re.compile(
    r"(\([a-zأ-ي]{1,2}\)|\([أ-ي] [أ-ي]\)|\([ivxl]+\)|\(\d{1,2}\)|\([一二三四五六七八九十]{1,3}\)|[a-z]{1,2}\)"
    r"|[ivxl]{3,7}\)|[㈠-㈩]|’\d+‘|[–—•●▪·])\s*"
    r"|(\d{1,3}(?:\.\d{1,2})*)(?:\.\s+|\s[–-]\s+(?=[أ-ي]))"
)
ANNEX = re.compile(r"(annex|annexe|anexo|приложение|المرفق|附件|enclosure)(\s*[\dIVXLCA-Z一-十]+)?\W*", re.IGNORECASE)
ANNEX_TITLED = re.compile(r"(annex|annexe)(\s+[IVX\d]+|\s+[A-Z])?(\s*$|\s*[—–:.]\s|\s+to resolution\s)", re.IGNORECASE)

Key = tuple[str, str | None, str]


def name(element: etree._Element) -> str:
    """Local name; comments have none."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def text_of(element: etree._Element, markers: set[str]) -> str:
    """Text without notes and repeated note marks, white space folded."""
    pieces: list[str] = []

    def walk(node: etree._Element) -> None:
        pieces.append(node.text or "")
        for child in node:
            kind = name(child)
            if kind == "authorialNote":
                markers.add(child.get("marker") or "")
            elif kind in ("eol", "br"):
                pieces.append(" ")
            elif kind == "sup" and is_repeat("".join(map(str, child.itertext())), markers) and "".join(pieces).strip():
                pass
            elif kind not in ("", "embeddedStructure", "mod"):
                walk(child)
            pieces.append(child.tail or "")

    walk(element)
    return " ".join("".join(pieces).split())


def is_repeat(printed: str, markers: set[str]) -> bool:
    """A raised number that is the mark of a note already met."""
    numbers = re.findall(r"\d+", printed)
    return bool(numbers) and not re.search(r"[^\d\s,–-]", printed) and set(numbers) <= markers


def listing(data: bytes) -> Iterator[Key]:
    """(part, label, text) of every paragraph of print in a file."""
    root = etree.fromstring(data, etree.XMLParser(recover=True))
    for statement in [*root.iter("{*}statement")] or [root]:
        if any(name(a) == "statement" for a in statement.iterancestors()):
            continue
        yield from of_statement(statement)


def of_statement(statement: etree._Element) -> Iterator[Key]:
    """The paragraphs of one statement, drafts and annexes inside it included."""
    place = Place()
    for element in statement.iter(*LISTED):
        path = [name(a) for a in element.iterancestors()]
        if name(element) == "num":
            place.number(element)
        elif name(element) in ("heading", "subheading"):
            text = text_of(element, set())
            place.in_annex |= "attachment" not in path and bool(ANNEX_TITLED.match(text))
        elif ASIDE & set(path) or is_aside(element) or is_formula_container(element):
            place.markers |= {note.get("marker") or "" for note in element.iter("{*}authorialNote")}
        elif key := place.paragraph(element, path):
            yield key


class Place:
    """Where the listing stands: notes met, an annex begun in the main body, a number that stood alone."""

    def __init__(self) -> None:
        self.markers: set[str] = set()
        self.in_annex = False
        self.pending: str | None = None
        self.seen: set[etree._Element] = set()

    def number(self, num: etree._Element) -> None:
        """Keep a plain number whose paragraph holds nothing else."""
        owner = num.getparent()
        if owner is None or name(owner) != "paragraph":
            return
        holds = {name(child) for child in owner} & {"content", "list", "p", "heading", "subheading"}
        if not holds and (clean(num) or "").isdigit():
            self.pending = clean(num)

    def paragraph(self, element: etree._Element, path: list[str]) -> Key | None:
        """Part, label and text of a paragraph; None for headings, ornaments and the note of a reissue."""
        text = text_of(element, self.markers)
        label = own_label(element, self.seen)
        if not re.search(r"\w", text.replace("_", "")):
            self.pending = label if label and label.isdigit() else self.pending
            return None
        if "attachment" not in path and ANNEX.fullmatch(text) and len(text) < 30:
            self.in_annex = True
            return None
        is_capitals = label and label.isalpha() and label.isupper() and text.isupper()
        if REISSUED.match(text) or is_heading(element, text, label) or is_capitals:
            return None
        part = part_of(element, path, self.in_annex)
        if label is None and part != "preamble":
            label = self.pending
        self.pending = None
        return part, *label_and_text(label, text, part)


def label_and_text(label: str | None, text: str, part: str) -> tuple[str | None, str]:
    """The label with what is left of it at the start of the text, or the label that stands there."""
    if label:
        left = re.match(r"\.?(\d{1,2}(?:\.\d{1,2})*)\.?\s+|\.\s+", text)
        if left is None or (left[1] and "." not in label):
            return label, text
        return (f"{label}.{left[1]}" if left[1] else label), text[left.end() :]
    found = LABEL_IN_TEXT.match(text)
    if found is None or (part == "preamble" and not found[1]):
        return None, text
    return found[1] or found[2], text[found.end() :]


def is_formula_container(element: etree._Element) -> bool:
    """The enacting formula of a draft resolution inside a paragraph (E/RES/2022/12)."""
    owner = element.getparent()
    return owner is not None and name(owner) == "container" and owner.get("name") == "formula"


def is_aside(element: etree._Element) -> bool:
    """Titles, headings inside a p, tables' notes, headings between paragraphs."""
    kinds = {name(child) for child in element}
    if name(element) == "crossHeading":
        return element.get("refersTo") != "#preamble"
    owner = next((a for a in element.iterancestors() if name(a) == "paragraph"), None)
    if owner is not None and owner.get("class") == "FootnoteText":
        return True
    return bool(kinds & {"docTitle", "docType", "subheading", "heading", "num"}) and not (element.text or "").strip()


def own_label(element: etree._Element, seen: set[etree._Element]) -> str | None:
    """The num of the paragraph, point or item of which this is the first p."""
    owner = next((a for a in element.iterancestors() if name(a) in OWNERS), None)
    if owner is None or owner in seen:
        return None
    seen.add(owner)
    num = next((c for c in owner if name(c) == "num"), None)
    return clean(num) if num is not None else None


def clean(num: etree._Element) -> str | None:
    """Number as printed without its closing point (or the dash that closes Arabic ones)."""
    text = " ".join("".join(map(str, num.itertext())).split())
    return re.sub(r"(?<=\w)\s*[-–.]+$", "", text).rstrip(".") or None


def part_of(element: etree._Element, path: list[str], annex_from_here: bool) -> str:
    if "attachment" in path or annex_from_here:
        return "annex"
    if "preamble" in path or "container" in path or name(element) == "crossHeading":
        return "preamble"
    return "operative"


def is_heading(element: etree._Element, text: str, label: str | None) -> bool:
    """Paragraphs in a heading style, or bold as a whole, that are no sentence."""
    owner = next((a for a in element.iterancestors() if name(a) in OWNERS), None)
    style = (owner.get("class") or "") if owner is not None else ""
    if text.startswith("The ") and text.endswith(",") and label is None and name(owner) == "paragraph":  # type: ignore[arg-type]
        return all((s.get("class") or "") == "italic" for s in element) and len(element) == 1 and len(text) < 120
    if text.endswith((";", ":", ",", "；", "：", "，", "؛", "،")):
        return False
    if owner is None:
        return not text.endswith(".") and "container" not in [name(a) for a in element.iterancestors()]
    if style.startswith(("H", "BLUEHeading")):
        return True
    slanted = [s for s in element.iter("{*}span") if "italic" in (s.get("class") or "")]
    is_slanted = len(" ".join("".join(t for s in slanted for t in s.itertext()).split())) >= len(text) - 1  # type: ignore[misc]
    if name(owner) == "paragraph" and is_slanted and text[:1].isupper() and not text.endswith("."):
        return True
    bold = "".join(t for s in element.iter("{*}span") if "bold" in (s.get("class") or "") for t in s.itertext())  # type: ignore[misc]
    return name(owner) == "paragraph" and len(" ".join(bold.split())) >= len(text) - 1 and not text.endswith(".")
