"""What the wording of a paragraph says about its part, for formats that do not code preambular paragraphs."""

from __future__ import annotations

import re

# “Decides …”, “Also requests …”, “Strongly urges …”: a finite verb in the third person opens an operative paragraph.
_ADVERBS = r"(?:(?:Also|Again|Further|Once again|[A-Z][a-z]+ly)\s+)*"
_OPERATIVE = re.compile(
    rf"(?!Whereas\b)[“\"]?{_ADVERBS}"
    r"(?:[A-Za-z]+(?:[^sgdu\W]|(?<!o)u)s|(?i:recommends|commends|demands|extends|reminds|intends|amends|upholds|forwards))\b"
)
# “Recalling …”, “Deeply concerned …”, “Having considered …”: a participle or adjective opens a preambular one.
_PREAMBULAR = re.compile(
    rf"[“\"]?{_ADVERBS}(?:Whereas|[A-Za-z]+ing|(?i:aware|alarmed|anxious|appalled|cognizant|concerned|conscious|convinced"
    r"|desirous|determined|dismayed|distressed|disturbed|encouraged|grieved|guided|horrified|indignant|inspired|mindful"
    r"|moved|outraged|perturbed|preoccupied|resolved|saddened|shocked|troubled))\b"
)
_OPEN_ENDS = (":", "：")
_COMMAS = (",", "，", "،")


def opens_operative(text: str) -> bool:
    """True for an unnumbered paragraph that opens with the verb of an operative one."""
    return _OPERATIVE.match(text) is not None


def opens_preambular(text: str) -> bool:
    """True for a paragraph that opens as preambular ones do."""
    return _PREAMBULAR.match(text) is not None


def ends_preambular(text: str) -> bool:
    """True for text that ends as preambular paragraphs do, with a comma."""
    return text.endswith(_COMMAS)


def ends_whole(text: str) -> bool:
    """True for text that ends as the last operative paragraph does, with a full stop."""
    return text.rstrip('”"').endswith((".", "。"))


def ends_sentence(text: str) -> bool:
    """True for text that ends with a stop of any sort, and is not cut off by the end of a page."""
    return text.rstrip('”"’) ')[-1:] in ".;:,!?。；：，،؛"


def ends_open(text: str) -> bool:
    """True for text that announces what follows with a colon."""
    return text.rstrip('”"’ ').endswith(_OPEN_ENDS)


def goes_on(text: str) -> bool:
    """True for text that starts in lower case and so goes on with what stands before it (`o ` is a bullet)."""
    return text[:1].islower() and text[1:2] != " "
