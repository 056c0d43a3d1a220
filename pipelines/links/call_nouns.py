"""Calls that ask for a thing: "calls for the universal ratification of", "urging its adherence to"."""

from __future__ import annotations

import re

from pipelines.links.call_acts import Act
from pipelines.links.call_directives import Directive

_HEAD = re.compile(
    r"\s+(?P<before>(?:[\w’'-]+,? ){0,10}?)(?P<universal>(?:(?:more|truly|full|genuine) )?(?:universali[sz]ation"
    r"|universality|(?:universal|widest possible|wide|wider|broad|broader)(?: and [\w-]+)? (?:signature"
    r"|ratification|accession|adherence|acceptance|participation in|membership)))\b"
    r"|\s+(?P<before2>(?:[\w’'-]+,? ){0,10}?)(?P<act>signature|ratifications?|accessions?|adherence|acceptances?"
    r"|approvals?)\b",
)
# "encourages full implementation of the Convention as well as ratification of its Protocols"
_SECOND = re.compile(
    r"(?: (?!to\b)[\w§-]+){1,30},? (?:and|as well as) (?:the |early |prompt |universal |full )*(?P<act>ratification"
    r"|accession)s?(?= (?:of|to|or)\b)"
)
_FOLLOWING = re.compile(
    r"(?:,| (?:and|or|of|to|the|effective|full|universal|prompt|further|as well as)\b)* (?P<act>signature"
    r"|ratification|accession|adherence|acceptance|approval)s?\b"
)
# Words that make of the thing somebody else's work, or a report on it.
_NOT_ASKED = re.compile(
    r"\b(?:promot\w+|efforts?|support\w*|assist\w*|reports?|campaigns?|information|status|importance|advoca\w+"
    r"|dialogue|work|cooperation|progress|commitments?|to|that|review|follow-up|action|regret\w*|implementation of"
    r"|compliance|respect|strict|expressions?|whose|from|among|finali[sz]ation|conclusion|letter|memorandum)\b"
)
_NAMES = {
    "signature": "sign",
    "ratification": "ratify",
    "accession": "accede",
    "adherence": "adhere",
    "acceptance": "accept",
    "approval": "approve",
}


def things_asked(text: str, directive: Directive) -> list[Act]:
    """Acts that a directive asks for as things, where its words begin with them; "universalize" for universal ones."""
    match = _HEAD.match(text, directive.body, directive.end)
    if match and match["universal"] and not _NOT_ASKED.search(match["before"]):
        return [Act("universalize", match.start("universal"), match.end("universal"))]
    if match is None or match["universal"] or _NOT_ASKED.search(match["before2"]):
        match = _SECOND.match(text, directive.body, directive.end)
    if match is None:
        return []
    acts = [Act(_NAMES[match["act"].rstrip("s")], match.start("act"), match.end("act"))]
    following = _FOLLOWING.match(text, match.end(), directive.end)
    while following:
        acts.append(Act(_NAMES[following["act"]], following.start("act"), following.end()))
        following = _FOLLOWING.match(text, following.end(), directive.end)
    return acts
