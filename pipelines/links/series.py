"""References to the United Nations Treaty Series as notes print them, with all known slips of print.

Forms: "vol. N, No. N", "vols. N, N and N, No. N", "vol. N, Nos. N-N", "Nos. N and N", "vol. N, vol. N, No. N",
"vol. N. No. N"; several of them in one note, each opened by "Treaty Series" or "Ibid.".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBERS = r"\d+(?:\s*(?:[–−—-]|,\s*and|,|and|&)\s*\d+)*"
_VOLUMES = rf"vols?\.?\s*{_NUMBERS}(?:\s*,?\s*(?:and\s+)?vols?\.?\s*{_NUMBERS})*"
_REFERENCE = re.compile(rf"(?P<volumes>{_VOLUMES})\s*\.?\s*[,.;]?\s*Nos?\.?\s*(?P<numbers>{_NUMBERS})", re.IGNORECASE)
_LEAGUE = re.compile(
    r"League of Nations,?\s*Treaty Series,?\s*vol\.?\s*(?P<volume>[IVXLCDM]+),?\s*No\.?\s*(?P<number>\d+)"
)
_OPENING = re.compile(r"Treaty\s+Series", re.IGNORECASE)
_IBID = re.compile(r"^\W*(?:see\s+(?:also\s+)?)?i?bid\b\.?,?\s*(?=vols?\b)", re.IGNORECASE)
_BARE_IBID = re.compile(r"^\W*(?:see\s+(?:also\s+)?)?ibid\.?\W*$", re.IGNORECASE)
_RANGE = re.compile(r"(\d+)\s*[–−—-]\s*(\d+)")


@dataclass(frozen=True)
class SeriesReference:
    """One reference; `league` for the Treaty Series of the League of Nations, whose volumes are Roman."""

    volumes: tuple[str, ...]
    numbers: tuple[str, ...]
    league: bool = False

    def __str__(self) -> str:
        prefix = "League of Nations Treaty Series, " if self.league else ""
        return f"{prefix}vol. {', '.join(self.volumes)}, No. {', '.join(self.numbers)}"


def _numbers(printed: str) -> tuple[str, ...]:
    """Numbers of a list, ranges written out (a range of more than ten is a slip and stays as its ends)."""
    found: list[str] = []
    for part in re.split(r",|\band\b|&", printed):
        span = _RANGE.search(part)
        if span and 0 < int(span[2]) - int(span[1]) <= 10:
            found += [str(number) for number in range(int(span[1]), int(span[2]) + 1)]
        else:
            found += re.findall(r"\d+", part)
    return tuple(dict.fromkeys(found))


def series_references(note: str) -> list[SeriesReference]:
    """References to the Treaty Series in a note, in order; empty for a note about anything else."""
    league = [SeriesReference((found["volume"],), (found["number"],), True) for found in _LEAGUE.finditer(note)]
    if league or not (_OPENING.search(note) or _IBID.match(note)):
        return league
    return [
        SeriesReference(_numbers(re.sub(r"vols?\.?", ",", found["volumes"], flags=re.I)), _numbers(found["numbers"]))
        for found in _REFERENCE.finditer(note)
    ]


def is_bare_ibid(note: str) -> bool:
    """True for a note that holds nothing but "Ibid."."""
    return _BARE_IBID.match(note) is not None
