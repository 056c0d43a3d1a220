"""When a consent takes effect for its participant: told only where the treaty's own rule leaves no doubt.

Never before the treaty's own entry into force. A succession takes effect on the day on which the State succeeded, which
no table tells: it stands in datasets/reference/successions.csv.
"""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache

from pipelines.paths import REFERENCE
from pipelines.treaties.columns import CONSENT
from pipelines.treaties.effect_rules import Rule

# No treaty read so far lets an instrument wait longer than a year: who consented earlier is bound with the treaty.
_LONGEST_DELAY = dt.timedelta(days=366)

Told = tuple[dt.date | None, str | None]


def effect(
    action: str,
    acted_on: dt.date | None,
    in_force_on: dt.date | None,
    rule: Rule | None,
    succeeded_on: dt.date | None = None,
) -> Told:
    """(day of effect, what it rests on: entry_into_force, rule or succession); (None, None) where it is not certain."""
    if action not in CONSENT or acted_on is None or in_force_on is None:
        return None, None
    if action == "succession":
        return _succession(acted_on, in_force_on, succeeded_on)
    own_day = rule.day(acted_on) if rule else acted_on + _LONGEST_DELAY
    if own_day <= in_force_on:
        return in_force_on, "entry_into_force"
    return (own_day, "rule") if rule else (None, None)


def _succession(acted_on: dt.date, in_force_on: dt.date, succeeded_on: dt.date | None) -> Told:
    """A notification before the State was one is none that this reference day explains."""
    if succeeded_on is None or acted_on < succeeded_on:
        return None, None
    return max(succeeded_on, in_force_on), "succession"


@cache
def successions() -> dict[str, dt.date]:
    """Day of succession by participant_id."""
    with (REFERENCE / "successions.csv").open(encoding="utf-8", newline="") as file:
        return {row["participant_id"]: dt.date.fromisoformat(row["succession_on"]) for row in csv.DictReader(file)}
