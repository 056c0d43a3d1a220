"""The treaty that a status file is about: its number in the Secretary-General's list, as `XVIII-12-a`."""

from __future__ import annotations

import re

_TENS = ("", "X", "XX")
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_CHAPTERS = tuple(ten + unit for ten in _TENS for unit in _UNITS)
_ID = r"[IVX]+(?:-[A-E])?-\d+(?:-\d*[a-z]{0,2}){0,2}"
_NAMED = re.compile(rf"({_ID})(?:[._ ](?:en|fr))?(?:[._ ].*)?", re.ASCII)
_NUMBERED = re.compile(r"(\d{1,2})-(\d[\da-z-]*)\.csv", re.ASCII)
# The footer prints chapter, section of the chapter, number and sub-number before the chapter's title.
_FOOTER = re.compile(rb"<Footer>\s*([IVX]+(?: [A-E])? \d[^.<]*)\.")
_CHAPTER = re.compile(rb"<Header>\s*(?:CHAPTER|CHAPITRE)\s+([IVX]+(?:[ .-]+[A-E])?)\b")
_NUMBER = re.compile(rb"<Numsect>\s*([^<]+?)\s*</Numsect>")
_SUBNUMBER = re.compile(rb"<Subnumsect>\s*([^<]+?)\s*</Subnumsect>")


def from_name(name: str) -> str | None:
    """The id in a file name: `XVIII-12-a.en.xml`, or `18-12-a.csv` with the chapter in Arabic figures."""
    last = name.rpartition("/")[2]
    if named := _NAMED.fullmatch(last):
        return named[1]
    if (numbered := _NUMBERED.fullmatch(last)) and 1 <= int(numbered[1]) < len(_CHAPTERS):
        chapter = _CHAPTERS[int(numbered[1])]
        # Chapter XI has sections; tables numbered in Arabic figures exist of its section A only (Customs Matters).
        return f"{chapter}-A-{numbered[2]}" if chapter == "XI" else f"{chapter}-{numbered[2]}"
    return None


def from_status(data: bytes, name: str) -> str | None:
    """The id that a status file prints in its footer or header; the name of the file where it prints none."""
    if footer := _FOOTER.search(data):
        return _joined(footer[1])
    chapter, number, subnumber = (form.search(data) for form in (_CHAPTER, _NUMBER, _SUBNUMBER))
    if chapter is None or number is None:
        return from_name(name)
    return "-".join(_joined(part[1]) for part in (chapter, number, subnumber) if part)


def _joined(printed: bytes) -> str:
    return "-".join(re.split(r"[ .\s-]+", printed.decode("ascii", "replace").strip()))
