"""Official links: the address behind printed words gives the cited symbol."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from pipelines.links.cited import Cited, normal
from pipelines.links.cited_words import LETTERS, letters
from pipelines.rows import Row

_ADDRESS = re.compile(
    r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/+(?:[a-z]{2}/+)?(?P<symbol>(?!(?:ar|en|es|fr|ru|zh)/)[a-z]+/.+)",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?<=\d)[a-z](?:-[a-z])?$", re.IGNORECASE)
_RESOLUTION = re.compile(r"(?:A|E|A/HRC)/(?:RES|DEC)/", re.IGNORECASE)
# What every symbol is made of; an address may hold anything else.
_FORM = re.compile(r"[A-Za-z](?=.*\d)[A-Za-z\d/.()*-]*[A-Za-z\d)]")
_PRINTED = re.compile(rf"(?<=\d){LETTERS}")


def linked(text: str, links: Sequence[Row]) -> list[Cited]:
    """Citations of the links in one text; links to other places than documents are left out."""
    found: list[Cited] = []
    for row in _joined(links):
        symbol = _symbol(row["href"])
        printed = text[row["start"] : row["end"]]
        if symbol and row["start"] < row["end"] and _agrees(printed, symbol):
            found += _cited(text, row["start"], row["end"], symbol)
    return found


def _joined(links: Sequence[Row]) -> list[Row]:
    """Neighbouring links to one address as one: "1325", " " and "(2000)" are often three."""
    joined: list[Row] = []
    for row in sorted(links, key=lambda row: (row["start"], row["end"])):
        if joined and joined[-1]["href"] == row["href"] and row["start"] - joined[-1]["end"] <= 1:
            joined[-1] = {**joined[-1], "end": row["end"]}
        else:
            joined.append(row)
    return joined


def _symbol(href: str) -> str | None:
    """Symbol of an address in normal form; None for an address of anything else."""
    match = _ADDRESS.match(unquote(href).strip())
    if not match:
        return None
    symbol = re.sub(r"\(supp\)|[#?;\[].*$|[-–](?:A|S|E)/.*$", "", match["symbol"], flags=re.IGNORECASE)
    symbol = normal(symbol)
    if not _FORM.fullmatch(symbol):  # among them forms that nobody filled in: A/72/___
        return None
    symbol = re.sub(r"(?<=\d)([A-Z])(\([IVXL]+\))$", r"\2\1", symbol)
    head = re.match(r"[A-Za-z]+(?:/[A-Za-z]+)*(?=/|$)", symbol)
    return head.group().upper() + symbol[head.end() :] if head else None


def _agrees(printed: str, symbol: str) -> bool:
    """False where the address holds none of the printed figures: the link was put on the wrong words."""
    figures = re.findall(r"\d+", printed)
    known = {int(figure) for figure in re.findall(r"\d+", symbol)}
    return bool(figures) and int(figures[0]) in known


def _cited(text: str, start: int, end: int, symbol: str) -> list[Cited]:
    """One citation, or one for each lettered part.

    Printed letters, in the link or after it, go before those of the address: A/RES/78/254A holds parts A to C.
    """
    end = start + len(text[start:end].rstrip())
    if not _RESOLUTION.match(symbol):
        return [Cited(start, end, symbol, "link")]
    lettered = _LETTERED.search(symbol)
    after = _PRINTED.match(text, end)
    inside = _PRINTED.search(text, start, end + 1) if not after else None
    parts = [part for part in letters((after or inside or [""])[0]) if not symbol.endswith(part)]
    if lettered:
        symbol = symbol[: lettered.start()]
        parts = parts or letters(lettered.group().upper())
    return [Cited(start, after.end() if after else end, symbol + part, "link") for part in parts or [""]]
