"""Which clauses may hold a call at all: cheap tests, as all clauses of all resolutions pass here."""

from __future__ import annotations

import re
from collections.abc import Sequence

# From the cheapest on: substrings are found faster than patterns.
_ACTS = (
    *(
        "ratif",
        "Ratif",
        "ccede",
        "cceding",
        "ccession",
        "ecome",
        "ecoming",
        "dhere to",
        "dhering",
        "dherence",
        "nstruments of",
    ),
    *("nstrument of", "eservations", "do so", "doing so", "niversali", "niversal acce", " sign ", " sign,", "igning"),
    *(
        "ignature",
        " join",
        "Join",
        "eturn",
        "accept",
        " approve",
        "approving",
        "declaration",
        "competence of",
        "be bound",
    ),
    "provided for in",
)
_OBJECTS = (
    *("onvention", "rotocol", "reaty", "reaties", "nstrument", "greement", "ovenant", "Statute", "mendment", "Pact"),
    *("Charter", "Constitution", "urisdiction", "ompetence", "eservation"),
)
_DIRECTIVES = ("all", "rg", "ecommend", "ncourag", "nvit", "equest", "ppeal", "xhort", "sk", "emand", "mplor", "eseech")
_ACT = re.compile(
    r"ratif(?:y|ications?\b)|[Aa]cced(?:e|ing)\b|ccessions?\b|[Bb]ecom(?:e|ing)\b[^.;]{0,80}?(?:part(?:y|ies)"
    r"|signator|bound)\b|dher(?:e|ing|ence) to\b|nstruments? of\b|reservations?\b|\bdo(?:ing)? so\b|to be bound\b"
    r"|niversal(?:i[sz]ation|ity)\b|niversal (?:and [\w-]+ )?(?:sign|adher|accept|particip)|\b[Ss]ign(?:ing"
    r"|ature)?\b|\b(?:re-?)?[Jj]oin(?:ing)?\b|eturn(?:ing)?,? (?:[\w ,]{0,40} )?to\b|ccept(?:ing|ance)?\b|pprov(?:e"
    r"|ing)\b|declarations?\b|competence|options? provided for"
)


def may_call(text: str, stems: Sequence[str], is_stemless: bool = False) -> bool:
    """False for a clause that holds no act of consent, or with its stems no treaty or no directive.

    `is_stemless`: the directive stands on a page that is not there.
    """
    if not _holds(text, _ACTS):
        return False
    texts = [text, *stems]
    if not any(_holds(text, _OBJECTS) for text in texts):
        return False
    if not is_stemless and not any(_holds(text, _DIRECTIVES) for text in texts):
        return False
    return _ACT.search(text) is not None


def _holds(text: str, words: tuple[str, ...]) -> bool:
    # A loop, as any() over a generator takes twice the time.
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False
