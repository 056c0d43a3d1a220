"""Rules by which a deposit takes effect: what kinds there are, the day each gives, how a status file's words tell one.

The rules themselves are data: datasets/reference/treaty_effects.csv, from the words that status files quote where they
do, else from the treaty's own final clauses. A treaty that the table does not know is read from its status file.
"""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from pipelines.paths import REFERENCE

# days, months: so long after the deposit. month_start_after_…: first day of the month that follows so long a time.
# nth_month_start: first day of the n-th month after that of the deposit. deposit: the day itself.
KINDS = ("deposit", "days", "months", "month_start_after_days", "month_start_after_months", "nth_month_start")


@dataclass(frozen=True, slots=True)
class Rule:
    """One of KINDS, with its number of days or months."""

    kind: str
    number: int = 0

    def day(self, deposit: dt.date) -> dt.date:
        """Day of effect of an instrument deposited on a day, without regard to the treaty's own entry into force."""
        if self.kind == "deposit":
            return deposit
        if self.kind in ("days", "month_start_after_days"):
            after = deposit + dt.timedelta(days=self.number)
        elif self.kind == "nth_month_start":
            return _months(deposit.replace(day=1), self.number)
        else:
            after = _months(deposit, self.number)
        return _months(after.replace(day=1), 1) if self.kind.startswith("month_start") else after


@dataclass(frozen=True, slots=True)
class Effects:
    """What a treaty says of effect.

    later: for those who join when it is in force. own: the treaty's own, counted from the deposit of instrument number
    `instruments`. withdrawal: from its notification. floor: no effect before this day, where the status file does not
    yet say it. source: status file or final clauses.
    """

    later: Rule
    own: Rule | None
    instruments: int | None
    withdrawal: Rule | None
    floor: dt.date | None
    article: str
    source: str

    def in_force_on(self, deposits: list[dt.date]) -> dt.date | None:
        """The treaty's own entry into force, from the days of deposit of the instruments that count."""
        if self.own is None or self.instruments is None or len(deposits) < self.instruments:
            return None
        return self.own.day(sorted(deposits)[self.instruments - 1])


@cache
def effects() -> dict[str, Effects]:
    """The rules of datasets/reference/treaty_effects.csv by treaty_id."""
    with (REFERENCE / "treaty_effects.csv").open(encoding="utf-8", newline="") as file:
        return {row["treaty_id"]: _effects(row) for row in csv.DictReader(file)}


def rule_for(treaty_id: str, quoted: Rule | None) -> Rule | None:
    """The rule of one treaty: by the reference table, else as its status file quotes it."""
    known = effects().get(treaty_id)
    return known.later if known else quoted


def withdrawal_rule(treaty_id: str) -> Rule | None:
    """When a withdrawal from one treaty takes effect, where the reference table says so."""
    known = effects().get(treaty_id)
    return known.withdrawal if known else None


def floor(treaty_id: str) -> dt.date | None:
    """Entry into force of a treaty whose status file is older than it."""
    known = effects().get(treaty_id)
    return known.floor if known else None


def _effects(row: dict[str, str]) -> Effects:
    def rule(prefix: str) -> Rule | None:
        return Rule(row[f"{prefix}kind"], int(row[f"{prefix}number"] or 0)) if row[f"{prefix}kind"] else None

    return Effects(
        later=Rule(row["kind"], int(row["number"] or 0)),
        own=rule("own_"),
        instruments=int(row["instruments"]) if row["instruments"] else None,
        withdrawal=rule("withdrawal_"),
        floor=dt.date.fromisoformat(row["floor"]) if row["floor"] else None,
        article=row["article"],
        source=row["source"],
    )


def _months(day: dt.date, number: int) -> dt.date:
    """So many months later; the last of the month where that has no such day."""
    years, month = divmod(day.month - 1 + number, 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_NUMBERS = {
    word: number
    for number, words in {
        1: "one first",
        2: "two second",
        3: "three third",
        4: "four fourth",
        6: "six sixth",
        9: "nine ninth",
        12: "twelve twelfth",
        30: "thirty thirtieth",
        45: "forty-fifth",
        60: "sixty sixtieth",
        90: "ninety ninetieth",
        180: "one-hundred-and-eightieth",
    }.items()
    for word in words.split()
}
_N = rf"(?P<n>\d{{1,3}}(?:st|nd|rd|th)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?:\s*\(\d+\))?"
_UNIT = r"(?P<unit>days?|months?|years?)"
_AFTER = r"(?:after|following|from)"
# In order: the longer form first, since it holds the shorter.
_FORMS = (
    (re.compile(rf"first day of the {_N} month {_AFTER}", re.I), "nth_month_start"),
    (
        re.compile(
            rf"first day of the month {_AFTER} (?:the )?(?:expir\w+ of )?(?:a period of )?{_N} {_UNIT} {_AFTER}", re.I
        ),
        "month_start",
    ),
    (re.compile(rf"on the {_N} {_UNIT} {_AFTER}", re.I), "plain"),
    (re.compile(rf"\b{_N} {_UNIT} {_AFTER}", re.I), "plain"),
    (re.compile(r"\bon the date of (?:such|the|its|that|their)?\s*deposit", re.I), "deposit"),
)
_SENTENCE = re.compile(r"(?<=[.;])[\"\u201d]?\s+(?=[\"\u201c(]?(?:\(?\d+[.)]|\([a-z]\)|[A-Z]))")
_LATER = re.compile(
    r"\b(?:for|of|to|when|where) (?:each|any|every|a|an) "
    r"(?:other |prospective )?(?:State|Party|country|Government|regional|Contracting|member)\b|\bfor States whose\b",
    re.I,
)
_FORCE = re.compile(r"\b(?:enters?|comes?|takes?|become)\s+(?:in(?:to|ot) force|effect|effective)\b", re.I)


def quoted(entry_into_force: str) -> Rule | None:
    """The rule for those who join later, as the words of a status file's entry into force quote it."""
    for sentence in _SENTENCE.split(entry_into_force):
        force = list(_FORCE.finditer(sentence))
        if _LATER.search(sentence) and force:
            found = next(filter(None, (delay(sentence[match.end() :]) for match in force)), None)
            if found:
                return found
    return None


def delay(words: str) -> Rule | None:
    """The first rule that words name, as "on the thirtieth day after …" or "three months after …"."""
    for pattern, kind in _FORMS:
        match = pattern.search(words)
        if match:
            return _rule(kind, match)
    return None


def _rule(kind: str, match: re.Match[str]) -> Rule:
    if kind == "deposit":
        return Rule(kind)
    number = _number(match["n"])
    if kind == "nth_month_start":
        return Rule(kind, number)
    unit = match["unit"].lower()
    if unit.startswith("year"):
        number *= 12
    plain = "days" if unit.startswith("day") else "months"
    return Rule(plain if kind == "plain" else f"month_start_after_{plain}", number)


def _number(word: str) -> int:
    figures = re.match(r"\d+", word)
    return int(figures.group()) if figures else _NUMBERS[word.lower()]
