"""Resolutions and decisions cited by number in words: "its resolution 44/25", "resolutions 1325 (2000), 1820 (2008)".

The organ is told by the words before "resolution", by the form of the number and by the date beside it; a number
whose organ stays open, or whose date belongs to no session of that number, is not cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipelines.links.cited import Cited
from pipelines.links.cited_organs import organ_after, organ_before, organ_by_date

_KEYWORD = re.compile(r"\b(?P<word>[Rr]esolutions?|[Dd]ecisions?|UNSCRs?)\b")
LETTERS = r"\s?[A-Z](?=[\s,;.)]|$)(?:(?:,\s|\sand\s|\sto\s|-)[A-Z](?=[\s,;.)]|$))*"
_NUMBER = re.compile(
    r"(?<![\w/.–-])(?:"
    r"(?P<year>(?:19|20)\d\d)/(?P<of_year>\d{1,3})"
    r"|(?P<session>(?:E?S[-‑])?\d{1,2})/(?P<number>\d{1,3})"
    r"|(?P<serial>\d{1,4})(?:\s(?P<part>[A-Z]))?\s?\((?P<in>(?:19|20)\d\d|(?:E?S[-‑])?[IVXL]+)\)"
    rf")(?![\w/]|\.\d|-\d)(?P<letters>{LETTERS})?"
)
_DATE = re.compile(r"\s?(?:,\s)?(?:of|on|adopted on)\s\d{1,2}\s[A-Z][a-z]+\s(?P<year>\d{4})")
_LISTED = re.compile(rf"(?:{_DATE.pattern})?(?:,|,?\sand|,?\sor)\s")
_END = re.compile(r"(?<!sect)(?<!para)(?<!paras)(?<!chap)(?<!art)(?<!No)[.;]\s+(?=[A-Z])")


def worded(text: str, body: str) -> Iterator[Cited]:
    """Resolutions and decisions cited in words, in order; `body` is the citing organ (ga, sc, hrc, ecosoc)."""
    keywords = list(_KEYWORD.finditer(text))
    ends = [*(keyword.start() for keyword in keywords[1:]), len(text)][: len(keywords)]
    for keyword, end in zip(keywords, ends, strict=True):
        numbers = _series(text, keyword, end)
        if not numbers:
            continue
        organ = organ_after(text, numbers[-1].end()) or organ_before(text, keyword.start(), body)
        if organ in {"open", body}:
            organ = _organ_of_series(text, numbers, organ)
        for number in numbers:
            for symbol in _symbols(text, number, organ, body, keyword["word"].lower().startswith("decision")):
                yield Cited(number.start(), number.end(), symbol, "pattern")


def _series(text: str, keyword: re.Match[str], end: int) -> list[re.Match[str]]:
    """Numbers after "resolution": one at once and what is listed with it; in the plural all in the sentence."""
    found: list[re.Match[str]] = []
    for number in _NUMBER.finditer(text, keyword.end(), end):
        if keyword["word"].endswith("s"):
            belongs = not _END.search(text, keyword.end(), number.start())
        elif found:
            belongs = _LISTED.fullmatch(text, found[-1].end(), number.start()) is not None
        else:
            belongs = text[keyword.end() : number.start()].strip() in {"", "No."}
        if not belongs:
            break
        found.append(number)
    return found


def _organ_of_series(text: str, numbers: Sequence[re.Match[str]], organ: str) -> str:
    """The organ that the dates beside the numbers give, where the words leave it open or say "its"."""
    for number in numbers:
        dated = organ_by_date(number["session"] or "", _year_beside(text, number))
        if dated:
            return organ if dated == "either" else dated
    return organ


def _year_beside(text: str, number: re.Match[str]) -> int | None:
    found = _DATE.match(text, number.end())
    return int(found["year"]) if found else None


def _symbols(text: str, number: re.Match[str], organ: str, body: str, is_decision: bool) -> list[str]:
    kind = "DEC" if is_decision else "RES"
    if number["year"]:
        stem = _of_year(number, body if organ == "open" else organ, kind)
    elif number["session"]:
        stem = _of_session(number, organ, body, kind, _year_beside(text, number))
    else:
        stem = _serial(number, organ, kind, _year_beside(text, number))
    parts = letters((number["part"] or "") + (number["letters"] or ""))
    return [stem + letter for letter in parts or [""]] if stem else []


def _of_year(number: re.Match[str], organ: str, kind: str) -> str:
    prefix = {"chr": "E/CN.4", "ecosoc": "E", "council": "E"}.get(organ)
    return f"{prefix}/{kind}/{number['year']}/{int(number['of_year'])}" if prefix else ""


def _of_session(number: re.Match[str], organ: str, body: str, kind: str, year: int | None) -> str:
    session = number["session"].replace("‑", "-")
    if organ == "open" and body != "hrc":
        organ = "ga"
    dated = organ_by_date(session, year) if organ != "other" else None
    if dated not in (None, "either", organ):
        # "its resolution 72/228 of 20 December 2017" in a text of another organ: the date can only be the Assembly's.
        organ = dated or organ
    prefix = {"ga": "A", "hrc": "A/HRC", "council": "A/HRC"}.get(organ)
    return f"{prefix}/{kind}/{session}/{int(number['number'])}" if prefix else ""


def _serial(number: re.Match[str], organ: str, kind: str, year: int | None) -> str:
    """A number with a year is the Security Council's, with a Roman session the Assembly's until 1976, or ECOSOC's."""
    if kind == "DEC" or organ in {"other", "chr"}:
        return ""
    if number["in"].isdigit():
        return f"S/RES/{int(number['serial'])}({number['in']})"
    if organ == "none" and (year is None or year > 1976):
        return ""
    prefix = "E" if organ in {"ecosoc", "council"} else "A"
    return f"{prefix}/RES/{int(number['serial'])}({number['in'].replace('‑', '-')})"


def letters(printed: str) -> list[str]:
    """Letters of parts: "A and B" gives A, B; "A to C" and "A-C" give A, B, C."""
    span = re.search(r"([A-Z])(?:\s?to\s?|-)([A-Z])", printed)
    if span:
        return [chr(code) for code in range(ord(span[1]), ord(span[2]) + 1)]
    return re.findall(r"[A-Z]", printed)
