from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from pipelines.treaties import status
from pipelines.treaties.effect_rules import KINDS, Rule, effects, quoted
from pipelines.treaties.effects import effect
from tests.treaties.real import xml_sources

IN_FORCE = dt.date(2003, 12, 25)
NO_RULE, DAYS_30 = None, Rule("days", 30)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (
            "2. For each State joining later, it shall enter into force on the thirtieth day after its deposit.",
            "days 30",
        ),
        (
            "For any Party that joins later it enters into force on the 90th day following the date of deposit.",
            "days 90",
        ),
        ("For each State that joins later it shall enter into force thirty (30) days after the deposit.", "days 30"),
        ("For a State that joins later it shall take effect three months after the deposit.", "months 3"),
        ("For each State it comes into force one year after the deposit.", "months 12"),
        (
            "For each State it enters into force on the first day of the month after the sixtieth day following it.",
            "month_start_after_days 60",
        ),
        (
            "For each State it enters into force on the first day of the month following the expiration of a period of"
            " three months after the deposit.",
            "month_start_after_months 3",
        ),
        ("For each State it enters into force on the first day of the sixth month after it.", "nth_month_start 6"),
        ("For each Government it shall take effect on the date of such deposit.", "deposit 0"),
        ("It shall enter into force on the ninetieth day after the deposit of the fortieth instrument.", None),
    ],
)
def test_rule_for_those_who_join_later(words: str, rule: str | None) -> None:
    found = quoted(words)
    assert (f"{found.kind} {found.number}" if found else None) == rule


@pytest.mark.parametrize(
    ("rule", "deposit", "day"),
    [
        (Rule("deposit"), "2010-01-31", "2010-01-31"),
        (Rule("days", 90), "2010-01-01", "2010-04-01"),
        (Rule("months", 3), "2009-11-30", "2010-02-28"),
        (Rule("month_start_after_days", 60), "2002-04-11", "2002-07-01"),
        (Rule("month_start_after_months", 3), "2003-03-14", "2003-07-01"),
        (Rule("nth_month_start", 6), "1998-09-16", "1999-03-01"),
    ],
)
def test_day_of_a_rule(rule: Rule, deposit: str, day: str) -> None:
    assert str(rule.day(dt.date.fromisoformat(deposit))) == day


@pytest.mark.parametrize(
    ("action", "acted_on", "rule", "told"),
    [
        ("ratification", "2002-04-03", NO_RULE, ("2003-12-25", "entry_into_force")),
        ("ratification", "2003-04-03", NO_RULE, (None, None)),
        ("ratification", "2003-12-01", DAYS_30, ("2003-12-31", "rule")),
        ("ratification", "2003-11-20", DAYS_30, ("2003-12-25", "entry_into_force")),
        ("accession", "2010-01-01", DAYS_30, ("2010-01-31", "rule")),
        ("succession", "2010-01-01", DAYS_30, (None, None)),
        ("signature", "2000-12-12", DAYS_30, (None, None)),
    ],
)
def test_day_of_effect(action: str, acted_on: str, rule: Rule | None, told: tuple[str | None, str | None]) -> None:
    day, basis = effect(action, dt.date.fromisoformat(acted_on), IN_FORCE, rule)
    assert (day and str(day), basis) == told


@pytest.mark.parametrize(
    ("succeeded_on", "day"), [("2006-06-03", "2006-06-03"), ("1993-01-01", "2003-12-25"), ("2010-02-01", None)]
)
def test_succession_takes_effect_with_the_succession(succeeded_on: str, day: str | None) -> None:
    deposit, since = dt.date(2010, 1, 1), dt.date.fromisoformat(succeeded_on)
    found, _ = effect("succession", deposit, IN_FORCE, DAYS_30, since)
    assert (found and str(found)) == day


def test_rules_of_the_table_are_of_known_kinds() -> None:
    rules = [rule for entry in effects().values() for rule in (entry.later, entry.own) if rule]
    assert {rule.kind for rule in rules} <= set(KINDS)
    assert all(rule.number > 0 for rule in rules if rule.kind != "deposit")


def test_table_and_the_words_of_status_files_agree(shared: Path) -> None:
    """Where a status file quotes its rule, the table says the same, and says where it has it from."""
    read = (status.read(data).header for _, data in xml_sources(shared))
    told = {header.treaty_id: header.later for header in read if header.later}
    assert {key: effects()[key].later for key in told} == told
    assert {key for key, entry in effects().items() if entry.source == "status file"} == set(told)


def test_paris_agreement_binds_on_the_days_that_others_give(shared: Path) -> None:
    [path] = shared.glob("treaties/openclimatedata/paris-agreement*.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Ratification"]]
    rule, in_force_on = effects()["XXVII-7-d"].later, dt.date(2016, 11, 4)
    days = [effect("accession", dt.date.fromisoformat(row["Ratification"]), in_force_on, rule)[0] for row in rows]
    assert ([str(day) for day in days], len(days)) == ([row["Date-Of-Effect"] for row in rows], 195)
