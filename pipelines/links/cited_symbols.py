"""Symbols printed in full: A/75/53, S/2019/456, A/HRC/31/2, A/CONF.157/24 (Part I), S/RES/1325 (2000)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.links.cited import Cited, normal

# Series of the United Nations and its bodies; other organizations' documents are cited by their own rules.
_SERIES = (
    "A|S|E|ST|T|CD|CCW|UNEP|NPT|FCCC|CAC|CTOC|DP|ISBA|SPLOS|TD|HRI|CCPR|CEDAW|CERD|CRC|CRPD|CAT|CMW|CED|HSP|ICCD|BWC"
    "|IDB|APLC|CLCS|CEB|TPNW|UNCTAD|UNW|LOS|JIU|ICSC|ACC|ECE|PCNICC|ICC|SSP|PBC"
)
_PART = r"(?:\s?\((?:[Pp]art|[Vv]ol|[Ss]ect|[Ss]upp|SUPP|PART|VOL|SECT|Introduction|Income)[^()]{0,24}\))?"
_YEAR = r"(?:\s?\((?:\d{4}|(?:E?S-)?[IVXL]+)\))?"
_TAIL = r"(?:/(?:Rev|Add|Corr|Amend|SR|PV)\.\d+)*"
# Letters of the Latin alphabet alone: in Chinese the next word follows without a space (S/2019/456号文件).
_SYMBOL = re.compile(
    rf"(?<![A-Za-z\d_/.:-])(?P<symbol>(?:{_SERIES})(?:/(?:(?:ES|S)[-‑])?[A-Z\d][A-Za-z\d_.]*(?:\([\dIVXL]+\)(?=/))?(?:-\d+(?=/))?)+"
    rf"{_YEAR}{_PART}{_TAIL})(?:[-–](?:A|S|E)/[A-Za-z\d_./]*[A-Za-z\d_])?"
)
_RESOLUTION = re.compile(r"(?:A|E|S|A/HRC)/(?:RES|PRST|DEC)/")
_LETTER = re.compile(r"(?<=\d)\s?([A-Z])(?![\w.])")


def printed_symbols(text: str) -> Iterator[Cited]:
    """Symbols of a text in order; two symbols of one document joined by a hyphen count as the first."""
    if "/" not in text:
        return
    for match in _SYMBOL.finditer(text):
        bare = normal(match["symbol"])
        if not re.search(r"\d", bare):
            continue
        end = match.end() - (len(match.group()) - len(match.group().rstrip(".")))
        letter = _LETTER.match(text, end) if _RESOLUTION.match(bare) else None
        yield Cited(match.start(), letter.end() if letter else end, bare + (letter[1] if letter else ""), "pattern")
