"""Lines with a part of their own in a document: enacting formulas, annexes, the lines of adoption at the end."""

from __future__ import annotations

import re

from pipelines.readers.months import MONTH

_ORGANS = "General Assembly|Security Council|Human Rights Council|Economic and Social Council|Trusteeship Council"
FORMULA = re.compile(
    rf"[“\"]?The (?:{_ORGANS})\s?[,.:;*]?"
    r"|L’Assemblée générale,?|La Asamblea General,?|Генеральная Ассамблея,?|大会，?|إن الجمعية العامة،?"
)
_ORGAN_WORD = r"(?:[A-Z][\w’-]*|of|the|on|for|and|to|in|against)"
ORGAN = re.compile(
    rf"The (?:{_ORGAN_WORD} ){{0,9}}(?:Commission|Committee|Conference|Council|Assembly|Board|Parties|Forum)"
    rf"(?: {_ORGAN_WORD}){{0,12}},"
)
FORMULA_INSIDE = re.compile(rf"\bThe (?:{_ORGANS}),\s+(?=[A-Z])")
ANNEX = re.compile(
    r"[“\"]?(?:Annex|ANNEX|Annexe|Anexo|Enclosure|Attachment|Appendix)(?: (?:[IVX]{1,5}|[A-Z]|\d{1,2}))?[.:*]?"
    r"(?:\s*[—–:]\s+[A-Z][^.;,]{2,80}| to (?:the present |this )?(?:resolution|decision)[^.;,]{0,40})?"
)
PART = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.?|(?:[IVX]{1,5}|[A-Z])\.\s+[A-Z].*|(?:PART|Part|Section|SECTION) [IVX\d]+")
_ARTICLE = r"[“\"]?(?:Article|ARTICLE|Rule|Regulation) \d{1,3}(?: (?:bis|ter|quater|quinquies))?"
ARTICLE = re.compile(rf"{_ARTICLE}(?:\.|: [A-Z][^.;]{{2,80}})?")
ARTICLE_ALONE = re.compile(rf"{_ARTICLE}\.?")
# Approved: one volume says so. Adapted: what a scan makes of it.
_ADOPTED = (
    r"\[?(?:Adopted|ADOPTED|Adapted|Approved) (?:unanimously|at the|by \d|by a (?:recorded )?vote"
    r"|by (?:consensus|acclamation)|without a vote|on \d|as a whole)"
)
ADOPTED = re.compile(_ADOPTED)
# 947th plenary meeting, 14 December 1960.; up to 1948 in words: Hundred and eighty-third plenary meeting,
MEETING = (
    r"(?:\d{1,2},?\d{0,3}(?:st|nd|rd|th)(?: \((?:resumed|private)\))? (?:plenary )?"
    r"|[A-Z][a-z]+(?:[ -][a-z]+){0,4}(?:[- ]first|[- ]second|[- ]third|(?<=[a-z])th) plenary )meeting"
)
_DAY = rf"\d{{1,2}} (?:{MONTH}) \d{{4}}\.?"
CLOSING = re.compile(
    rf"{MEETING}(?: \(resumed\))?[.,]?(?:\s*{_DAY})?|{_DAY}"
    rf"|{_ADOPTED}.*"
)

# Heads of pages in the volumes: 66 General Assembly—Fifteenth Session; Resolutions adopted on the reports of … 67
_VOLUME = (
    r"(?:General Assembly|Economic and Social Council|Trusteeship Council)\s?[—–-]+\s?.{3,60}[Ss]ession(?:,? \d{4})?"
    r"|(?:[IVX]{1,5}\.\s*(?:[—–-]\s*)?)?Resolutions?(?: and decisions)? adopted"
    r" (?:on the reports?|without reference) .{5,90}"
)
VOLUME_HEAD = re.compile(rf"(?:\d{{1,4}}\s+)?(?:{_VOLUME}?)(?:\s+\d{{1,4}})?")
