"""The head of a document in Word: its symbol, and where its title ends and its text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipelines import symbols
from pipelines.archive import ooxml
from pipelines.readers.word_package import Element, Package, R, W

# The organ that speaks, alone on its line; in the six languages.
_FORMULA = re.compile(
    r"The (?:General Assembly|Security Council|Human Rights Council|Economic and Social Council)[,:]?"
    r"|L[’']Assemblée générale ?[,:]?|Le Conseil (?:de sécurité|des droits de l[’']homme|économique et social) ?[,:]?"
    r"|La Asamblea General[,:]?|El Consejo (?:de Seguridad|de Derechos Humanos|Económico y Social)[,:]?"
    r"|Генеральная Ассамблея[,:]?|Совет (?:Безопасности|по правам человека)[,:]?|Экономический и Социальный Совет[,:]?"
    r"|إن (?:الجمعية العامة|مجلس الأمن|مجلس حقوق الإنسان|المجلس الاقتصادي والاجتماعي) ?[،:]?"
    r"|(?:大会|安全理事会|人权理事会|经济及社会理事会)[，：]?",
    re.IGNORECASE,
)
_LONGEST_FORMULA = 50
_LONGEST_LINE = 150
"""Code points of a line in a head; what is longer is a paragraph."""
_OTHER_SYMBOL = re.compile(r"[AES]/[\w./() -]*\d[\w./() -]*")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_HEADERS = ("first", "default", "even")


def is_formula(text: str) -> bool:
    """True for the line that names the organ and opens the preamble."""
    return len(text) < _LONGEST_FORMULA and _FORMULA.fullmatch(text) is not None


def printed_symbols(package: Package, body: Element, parts: dict[str, tuple[str, str]]) -> Iterator[str]:
    """What may be the document's symbol, best first: headers of the first page, of the others, properties, title."""
    for name in _header_parts(body, parts):
        yield from ooxml.paragraphs(package.part(name) or b"")
    yield from ooxml.symbol_properties(package.part("docProps/custom.xml") or b"")
    core = package.xml("docProps/core.xml")
    if core is not None:
        yield core.findtext(_TITLE) or ""


def _header_parts(body: Element, parts: dict[str, tuple[str, str]]) -> list[str]:
    found: dict[str, list[str]] = {}
    for reference in body.iter(W + "headerReference"):
        kind, target = parts.get(reference.get(R + "id") or "", ("", ""))
        if kind == "header":
            found.setdefault(reference.get(W + "type") or "default", []).append(target)
    return list(dict.fromkeys(name for kind in _HEADERS for name in found.get(kind, ())))


def choose(printed: Iterator[str]) -> tuple[symbols.Symbol | None, str | None]:
    """The first that is the symbol of a resolution or statement, and the first that is another document's."""
    other: str | None = None
    for text in printed:
        if "/" not in text:
            continue
        if found := symbols.parse(text):
            return found, other
        if other is None and _OTHER_SYMBOL.fullmatch(text):
            other = text
    return None, other


def head_length(lines: Sequence[str], ranks: Sequence[int | None]) -> int:
    """How many of the first paragraphs are the head: up to the formula, else past the last title set as a heading."""
    for place, line in enumerate(lines):
        if is_formula(line):
            return place
    end = 0
    for place, (line, rank) in enumerate(zip(lines, ranks, strict=False)):
        if rank is not None and rank <= 1:
            end = place + 1
        elif end and len(line) > _LONGEST_LINE:
            break
    return end
