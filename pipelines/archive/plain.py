"""Plain text that is a document: a symbol stands in its first lines as a heading, not within a sentence."""

from __future__ import annotations

import re

from pipelines import symbols
from pipelines.archive import languages
from pipelines.archive.records import symbol_in

_LINES_LOOKED_AT = 12
_SYMBOL = (
    r"[ASE]/(?:HRC/)?(?:RES|PRST)/(?:E?S-)?\d+(?:/\d+)?(?: ?\((?:\d{1,4}|(?:E?S-)?[IVXL]+)\))?"
    r"(?: ?[A-Z](?:-[A-Z])?(?!\w))?"
)
# What else stands on the line of the symbol: the organization's name before it, a star for a reissue after it.
_FURNITURE = r"(?:United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций|Distr\.?:? ?\w*|General)"
_ALONE = re.compile(rf"(?:{_FURNITURE}\s+)*({_SYMBOL})\s*\**")
# A page flattened into one line: the whole head of a document before its text.
_FLATTENED = re.compile(rf"(?:{_FURNITURE}\s+)+({_SYMBOL})\s*\**\s")
# A running header on one line, title before or after the symbol: no sentence and no row of a table.
_RUNNING = re.compile(rf"(?:({_SYMBOL})\**\s{{2,}}\S[^,;]*|[^,;:.]*\S\s{{2,}}({_SYMBOL})\**)")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# "Resolution 399 (1976)", its date on the next line or its own; "50 (1948). Resolution of 29 May 1948"; "1514 (XV). …".
_HEADING = re.compile(
    rf"(?:RESOLUTION|Resolution)\s+(\d+ ?\((?:\d{{4}}|[IVXL]+)\))(?:\s*of \d{{1,2}} {_MONTH} \d{{4}})?\s*\**$"
    r"|(\d+ ?\((?:\d{4}|(?:E?S-)?[IVXL]+)\))(?:\.\s*\**\s*[A-Z]|\.? Resolution of )"
    r"|((?:E?S-)?\d{1,4}/\d{1,3})\.\s+[A-Z]"
)
# A year that is missing or damaged stands in the date below: "Resolution 290", "of 8 December 1970".
_DATED = re.compile(rf"^(?:RESOLUTION|Resolution) (\d+)(?: \([^)]*\))?\nof \d{{1,2}} {_MONTH} (\d{{4}})$", re.M)
_ORGAN = re.compile(r"\bThe (General Assembly|Security Council|Economic and Social Council)\b")


def decoded(data: bytes) -> str | None:
    """The text of plain-text bytes (UTF-8, UTF-16 with its mark, else Windows Latin); None for other bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\x00" in data[:65536]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    controls = sum(char < " " and char not in "\t\n\r\f" for char in text[:4096])
    return None if controls > len(text[:4096]) / 50 else text


def symbol_of(text: str) -> str | None:
    """The symbol in the head of a text, in normal form; None when there is none, or several are printed.

    Where no symbol is printed (volumes of the resolutions adopted up to 1993), the number and year or session of the
    heading make one, for the organ that speaks in the text; of several resolutions on a page, that of the first.
    """
    lines = _head(text)
    printed = [match for line in lines if (match := _on_line(line))] or _headed(lines, text)
    normal = {symbol.normal for one in printed if (symbol := symbols.parse(one))}
    if len(normal) == 1:
        return normal.pop()
    return None if prints_symbol(text) else symbol_in([line.strip() for line in text.splitlines()])


def prints_symbol(text: str) -> bool:
    """True where a symbol stands as one in the head of a text, and is not made of a heading's number."""
    return any(_on_line(line) for line in _head(text))


def _head(text: str) -> list[str]:
    return [line.strip() for line in text[:20000].splitlines() if line.strip()][:_LINES_LOOKED_AT]


def _headed(lines: list[str], text: str) -> list[str]:
    """Symbols made of the headings in the first lines: Resolution 399 (1976), 1514 (XV). Title, 68/147. Title."""
    found = [number[1] or number[2] or number[3] for line in lines if (number := _HEADING.match(line))]
    found = found or [f"{number[1]} ({number[2]})" for number in _DATED.finditer("\n".join(lines))]
    return [f"{letter}/RES/{number}" for number in found if (letter := _organ(number, text))]


def _organ(number: str, text: str) -> str | None:
    """The letter of the organ: only resolutions of the Security Council bear a year of four digits."""
    if re.search(r"\(\d{4}\)$", number):
        return "S"
    organ = _ORGAN.search(text)
    return {"General Assembly": "A", "Economic and Social Council": "E"}.get(organ[1]) if organ else None


def language_of(text: str) -> str | None:
    """The language of a text by its commonest words."""
    return languages.from_text(text)


def _on_line(line: str) -> str | None:
    found = _ALONE.fullmatch(line) or _FLATTENED.match(line) or _RUNNING.fullmatch(line)
    return next((group for group in found.groups() if group), None) if found else None
