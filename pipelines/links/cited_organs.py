"""Which organ adopted a resolution that is cited by its number alone."""

from __future__ import annotations

import re

_TAIL = (
    r"(?:,?\s(?!(?:(?:Human Rights|Security) Council|General Assembly)\b)(?:of|on|for|to|in|the|and|[A-Z][\w’‑-]+))*"
)
_ORGANS = (
    ("hrc", r"Human Rights Council"),
    ("sc", r"(?<!Peace and )Security Council"),
    ("ecosoc", r"Economic and Social Council"),
    ("ga", r"(?<!Parliamentary )General Assembly"),
    ("chr", r"(?<!Sub-)Commission on Human Rights"),
    (
        "other",
        r"(?:(?:Environment|Health|Habitat|Parliamentary|National|Legislative|Inter-Parliamentary) Assembly|Commission"
        r"|Conference|Council of (?:Europe|Ministers|the)|Peace and Security Council|Governing (?:Council|Body)"
        r"|Congress|(?:Executive|European|Governance) (?:Council|Board)|Organi[sz]ation|Parliament|Committee|Board)"
        + _TAIL,
    ),
    ("assembly", r"Assembly"),
    ("council", r"Council"),
)
_ORGAN = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _ORGANS))
_GAP = re.compile(
    r"(?:[’']s?)?\s*(?:,?\s*(?:in|by|through|under|with|and|its|the|relevant|previous|including|contained)\b,?\s*)*"
)
_OWN = re.compile(r"\b(?:its|our)\s+(?:\w+\s+){0,3}$")
_OWN_OPENS = re.compile(r"(?:[A-Z]\w+\s(?:\w+\s){0,2})?its\s")
_PLACE_IN_REPORT = re.compile(r"\b(?:chap|sect|annex|part)\b[^;]*,\s$")
_COUNCIL_REPORT = re.compile(r"\bA/\d+/53\b")
_AFTER = re.compile(r"(?:\s(?:of|on)\s\d{1,2}\s\w+\s\d{4})?,?\s(?:of|by)\sthe\s(?:United Nations\s)?")
_FIRST_COUNCIL_YEAR = 2006


def organ_before(text: str, at: int, body: str) -> str:
    """Organ named before a place: ga, sc, hrc, ecosoc, chr, council (which one the number tells), other, or open.

    "its resolution" means the organ named straight before ("the Council, in its resolution"), else the citing one.
    """
    before = text[max(0, at - 140) : at]
    organs = list(_ORGAN.finditer(before))
    if organs and _GAP.fullmatch(before, organs[-1].end()):
        name = organs[-1].lastgroup or "open"
        return {"assembly": "ga", "council": body if body in {"hrc", "sc", "ecosoc"} else "council"}.get(name, name)
    if not _OWN.search(before):
        return _in_report(before) or ("none" if body == "ga" and "Human Rights" in before else "open")
    # "the World Tourism Organization at its session of September, by its resolution": whose it is, a date may tell.
    return "none" if organs and organs[-1].lastgroup == "other" and not _OWN_OPENS.match(text) else body


def _in_report(before: str) -> str | None:
    """ "chap. IV, sect. A, resolution 37/17" is of the body whose report is cited; No. 53 is the Council's."""
    if not _PLACE_IN_REPORT.search(before):
        return None
    return "hrc" if _COUNCIL_REPORT.search(before) else "none"


def organ_after(text: str, at: int) -> str | None:
    """Organ named after the number: "resolution 51/32 of the Human Rights Council"."""
    found = _AFTER.match(text, at)
    organ = _ORGAN.match(text, found.end()) if found else None
    name = organ.lastgroup if organ else None
    return {"assembly": "ga"}.get(name or "", name)


def organ_by_date(session: str, year: int | None) -> str | None:
    """Organ whose session of that number fell in a year: ga, hrc, either, none; None where there is no date to ask.

    The General Assembly's session N begins in September of 1945 + N; the Human Rights Council holds three a year.
    """
    if year is None or not session.isdigit():
        return None
    of_assembly = year - 1945 - int(session) in (0, 1)
    of_council = abs(_FIRST_COUNCIL_YEAR + (int(session) - 1) // 3 - year) <= 1 and year >= _FIRST_COUNCIL_YEAR
    if of_assembly and of_council:
        return "either"
    return "ga" if of_assembly else "hrc" if of_council else "none"
