"""Symbols of resolutions and presidential statements: read, taken apart, brought to the normal form.

The normal form has no spaces: `A/RES/78/187`, `A/RES/75/254B`, `A/RES/1514(XV)`, `S/RES/2405(2018)`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Body = Literal["ga", "sc", "hrc", "ecosoc"]
Kind = Literal["resolution", "presidential_statement"]

_TAIL = r"(?P<tail>(?:/(?:REV|ADD|CORR|AMEND)\.\d+)*)"
_LETTER = r"(?P<letter>[A-Z](?:(?:-|,|AND)[A-Z])*)?"
_FORMS: tuple[tuple[Body, Kind, re.Pattern[str]], ...] = tuple(
    (body, kind, re.compile(form + _LETTER + _TAIL, re.ASCII))  # type: ignore[misc]
    for body, kind, form in (
        ("hrc", "resolution", r"A/HRC/RES/(?P<session>(?:S-)?\d+)/(?P<number>\d+)"),
        ("hrc", "presidential_statement", r"A/HRC/PRST/(?P<session>(?:S-)?\d+)/(?P<number>\d+)"),
        ("ga", "resolution", r"A/RES/(?P<session>(?:ES-|S-)?\d+)/(?P<number>\d+)"),
        ("ga", "resolution", r"A/RES/(?P<number>\d+)\((?P<session>(?:ES-|S-)?[IVXL]+)\)"),
        ("sc", "resolution", r"S/RES/(?P<number>\d+)\((?P<session>\d+)\)"),
        ("sc", "presidential_statement", r"S/PRST/(?P<session>\d+)/(?P<number>\d+)"),
        ("ecosoc", "resolution", r"E/RES/(?P<session>(?:S-)?\d+)/(?P<number>\d+)"),
        ("ecosoc", "resolution", r"E/RES/(?P<number>\d+)\((?P<session>[IVXL]+)\)"),
    )
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol. `session` as printed (78, ES-10, XV) or the year; `letter` B, or A-C for a collection."""

    body: Body
    kind: Kind
    session: str
    number: int
    letter: str | None
    tail: str
    stem: str

    @property
    def normal(self) -> str:
        """The normal form, tail included."""
        return f"{self.stem}{self.letter or ''}{self.tail}"

    @property
    def is_collection(self) -> bool:
        """True for the symbol of a document that holds several lettered parts."""
        return self.letter is not None and len(self.letter) > 1

    @property
    def is_specimen(self) -> bool:
        """True for session 0, which no organ ever held: the documents written for this project."""
        return self.session in ("0", "S-0", "ES-0")

    def part(self, letter: str) -> Symbol:
        """The symbol of one lettered part of this document."""
        return replace(self, letter=letter.upper(), tail="")

    def resolution(self) -> Symbol:
        """The symbol of what was adopted: a reissue or corrigendum (/Rev.1) is the same resolution."""
        return replace(self, tail="")


def parse(printed: str) -> Symbol | None:
    """The symbol printed in any usual spacing (`S/RES/2405 (2018)`, `A/RES/74/255 A-B`), or None.

    A star for a reissue and the word around a lettered part ("A and B") are understood; symbols of other
    documents (drafts, reports, meeting records) give None.
    """
    bare = re.sub(r"\s+|\*", "", printed.replace("–", "-").replace("‑", "-")).rstrip(".").upper()
    for body, kind, form in _FORMS:
        if found := form.fullmatch(bare):
            return _symbol(body, kind, found)
    return None


def _symbol(body: Body, kind: Kind, found: re.Match[str]) -> Symbol:
    letter = found["letter"]
    stem = found.string[: found.start("letter") if letter else found.start("tail")]
    return Symbol(
        body=body,
        kind=kind,
        session=found["session"],
        number=int(found["number"]),
        letter=re.sub(",|AND", "-", letter) if letter else None,
        tail=_printed_tail(found["tail"]),
        stem=stem,
    )


def _printed_tail(tail: str) -> str:
    return "".join(f"/{part.capitalize()}" for part in tail.split("/") if part)


def normal(printed: str) -> str:
    """The normal form of a symbol; text that is no symbol of a resolution comes back without its spaces."""
    symbol = parse(printed)
    return symbol.normal if symbol else re.sub(r"\s+", "", printed)
