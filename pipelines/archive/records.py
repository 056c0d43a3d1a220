"""Resolutions that stand one after another on the pages of a record: each has its number, a title and a formula.

The volumes of resolutions adopted up to the 1990s print no symbol. The number above the title and the organ that speaks
in the enacting formula make one: `1985/11. Title` and `The Economic and Social Council,` are E/RES/1985/11.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines import symbols

_TITLE = r"(?:\s+[A-ZÀ-ÞА-Я“\"«*].*)?"
_SESSION = r"(?:E?S-)?(?:\d{1,2}|[IVXL]+)"
# 1985/11. Title; 51/77. Title; 1514 (XV). Title; 2603 A (XXIV). Title; the title may stand on the next line.
_NUMBERED = re.compile(
    rf"(?:(?P<number>(?:E?S-)?\d{{1,4}}/\d{{1,3}})(?: (?P<letter>[A-Z]))?"
    rf"|(?P<old>\d{{1,4}})(?: (?P<old_letter>[A-Z]))? \((?P<session>{_SESSION})\))\s?[.*]{{1,2}}{_TITLE}"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# Resolution 399 (1976), with its day on the same line or below; 50 (1948). Resolution of 29 May 1948.
_OF_COUNCIL = re.compile(
    rf"(?i:resolution|résolution|resolución) (?P<number>\d{{1,4}}) \((?P<year>\d{{4}})\)"
    rf"(?:\s+of \d{{1,2}} {_MONTH} \d{{4}})?\s*\**"
    r"|(?P<first>\d{1,4}) \((?P<in>\d{4})\)\.? Resolution of .*"
)
_ORGANS = {
    "General Assembly": "A/RES/",
    "Assemblée générale": "A/RES/",
    "Asamblea General": "A/RES/",
    "Генеральная Ассамблея": "A/RES/",
    "Security Council": "S/RES/",
    "Conseil de sécurité": "S/RES/",
    "Consejo de Seguridad": "S/RES/",
    "Совет Безопасности": "S/RES/",
    "Economic and Social Council": "E/RES/",
    "Conseil économique et social": "E/RES/",
    "Consejo Económico y Social": "E/RES/",
    "Экономический и Социальный Совет": "E/RES/",
    "Human Rights Council": "A/HRC/RES/",
}
_LETTERED = ("ga", "ecosoc")
"""Bodies whose parts A and B are resolutions of their own; those of S/RES/161(1961) are one."""
_FORMULA = re.compile(rf"[“\"«]?(?:The |L[’']|Le |La |El )?(?P<organ>{'|'.join(_ORGANS)})\s?[,.:;*]?", re.IGNORECASE)
_LETTER = re.compile(r"[A-Z]\.?")
_CLAUSE = re.compile(r"\(?[\da-z]{1,3}[.)]\s|.*;$")
_LINES_OF_A_PREAMBLE = 60
_LINES_OF_A_HEADING = 9
"""Number, title in several lines, name and day of adoption, the letter of a part, up to the formula."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a resolution opens: the place of its heading and of its first line, and its symbol in normal form.

    The first line is the enacting formula, or what stands before that (`Whereas …`, A/RES/217(III)A). Without a
    formula below it, a heading is none of a resolution: body and symbol are None.
    """

    place: int
    body: int | None
    symbol: str | None

    def moved(self, count: int) -> Opening:
        """The same in a text without its first lines."""
        return Opening(self.place - count, self.body and self.body - count, self.symbol)


def openings(lines: Sequence[str]) -> list[Opening]:
    """The headings of resolutions in a text, in order; lines are stripped, blank ones may stand between them.

    The parts of a resolution that has several (A, B) open under their letters.
    """
    found: list[Opening] = []
    last: Opening | None = None
    for place, line in enumerate(lines):
        heading = _heading(line)
        opening = _opening(heading, place, lines) if heading else _next_part(last, place, lines)
        if opening is not None:
            found.append(opening)
            last = opening if heading or opening.symbol else last
    return found


def _heading(line: str) -> re.Match[str] | None:
    if not (line[:1].isdigit() or line[:1] in ("R", "r")):
        return None
    return _NUMBERED.fullmatch(line) or _OF_COUNCIL.fullmatch(line)


def symbol_in(lines: Sequence[str]) -> str | None:
    """The symbol of the first resolution that opens in a text."""
    return next((opening.symbol for opening in openings(lines) if opening.symbol), None)


def _opening(heading: re.Match[str], place: int, lines: Sequence[str]) -> Opening:
    body, organ = _body_below(place, lines)
    symbol = symbols.parse(_printed(heading, organ)) if organ else None
    if body is None or symbol is None:
        return Opening(place, None, None)
    if symbol.letter is None and symbol.body in _LETTERED and any(map(_LETTER.fullmatch, lines[place + 1 : body])):
        symbol = symbol.part("A")
    return Opening(place, body, symbol.normal)


def _next_part(last: Opening | None, place: int, lines: Sequence[str]) -> Opening | None:
    """The part B after a part A, with a formula of its own."""
    symbol = symbols.parse(last.symbol) if last is not None and last.symbol else None
    if symbol is None or symbol.letter is None or lines[place].rstrip(".") != chr(ord(symbol.letter) + 1):
        return None
    body, _ = _body_below(place, lines)
    return Opening(place, body, symbol.part(chr(ord(symbol.letter) + 1)).normal) if body is not None else None


def _body_below(place: int, lines: Sequence[str]) -> tuple[int | None, str]:
    """Where the text below a heading begins and the organ that speaks in it; no more than a heading stands between."""
    looked_at = 0
    first: int | None = None
    for at in range(place + 1, len(lines)):
        if not lines[at]:
            continue
        if formula := _FORMULA.fullmatch(lines[at]):
            return (at if first is None else first), formula["organ"]
        if first is None and lines[at].startswith("Whereas "):
            first = at
        looked_at += 1
        limit = _LINES_OF_A_HEADING if first is None else _LINES_OF_A_PREAMBLE
        if looked_at > limit or (first is None and _CLAUSE.match(lines[at])) or _heading(lines[at]):
            break
    return None, ""


def _printed(heading: re.Match[str], organ: str) -> str:
    """The symbol as it would be printed."""
    found = heading.groupdict()
    stem = next(letters for name, letters in _ORGANS.items() if name.casefold() == organ.casefold())
    if "year" in found:
        return f"S/RES/{found['number'] or found['first']} ({found['year'] or found['in']})"
    if found["old"]:
        return f"{stem}{found['old']} ({found['session']}){found['old_letter'] or ''}"
    return f"{stem}{found['number']}{found['letter'] or ''}"
