"""Acts -> standing over time: half-open stretches of days per participant and treaty.

Standing is by deposit: a party from the day of its act, whatever its day of effect; a withdrawal ends it on its day of
effect, as the depositary counts. What vintages know differently stands in rows of its own, by when it was known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pipelines.rows import Row
from pipelines.treaties.participants import Participants

# Of acts of one day: signed, then consented, then left.
_ORDER = {"signature": 0, "withdrawal": 2}


@dataclass(frozen=True, slots=True)
class _Stretch:
    standing: str
    start: dt.date
    bound_from: dt.date | None
    is_exact: bool


Known = Sequence[tuple[dt.date, Mapping[str, list[Row]]]]


def standing(treaty_id: str, concluded_on: dt.date | None, known: Known, participants: Participants) -> list[Row]:
    """Rows of treaty_standing for one treaty: every participant of its tables and every other State that counts.

    known: for each vintage, oldest first, its day and the acts that hold by it, by participant.
    """
    named = {participant_id for _, acts in known for participant_id in acts}
    result: list[Row] = []
    for participant_id in sorted(named | _present(participants)):
        participant = participants.rows[participant_id]
        first = _first_day(concluded_on, participant)
        vintages = [(day, tuple(_stretches(acts.get(participant_id, []), first))) for day, acts in known]
        result.extend(_over_vintages(treaty_id, participant_id, vintages, participant["counts_to"]))
    return result


def party_count(rows: Sequence[Row]) -> int:
    """Parties by the newest knowledge, of rows of treaty_standing for one treaty."""
    return sum(
        row["standing"] == "party"
        and row["known_to"] is None
        and (row["valid_to"] is None or row["valid_to"] > row["observed_until"])
        for row in rows
    )


def _over_vintages(
    treaty_id: str,
    participant_id: str,
    vintages: Sequence[tuple[dt.date, tuple[_Stretch, ...]]],
    ended_on: dt.date | None,
) -> Iterator[Row]:
    """Rows once for each knowledge; vintages that know the same share their rows. A former State ends with its own."""
    groups = [(stretches, [day for day, _ in days]) for stretches, days in groupby(vintages, itemgetter(1))]
    for place, (stretches, days) in enumerate(groups):
        following = groups[place + 1][1][0] if place + 1 < len(groups) else None
        times = {"known_from": days[0], "known_to": following, "observed_until": days[-1]}
        yield from (
            {"treaty_id": treaty_id, "participant_id": participant_id} | row | times
            for row in _rows(stretches, ended_on)
        )


def _present(participants: Participants) -> set[str]:
    """States that count now: former States acted in notes only, so that nothing is known of them."""
    return {key for key, row in participants.rows.items() if row["kind"] == "state" and row["counts_from"]}


def _first_day(concluded_on: dt.date | None, participant: Row) -> dt.date | None:
    """First day of `none`: conclusion, or the day from which the State counts; None for those that never count."""
    if participant["counts_from"] is None:
        return None
    counts_from: dt.date = participant["counts_from"]
    return max(concluded_on or counts_from, counts_from)


def _stretches(actions: list[Row], first: dt.date | None) -> list[_Stretch]:
    events = sorted(
        (
            (_event_day(row) or row["known_from"], _ORDER.get(row["action"], 1), row)
            for row in actions
            if _counts(row, actions)
        ),
        key=lambda event: event[:2],
    )
    current, found = "none", []
    for day, _, row in events:
        following = _next(current, row)
        if following != current:
            current = following
            found.append(_Stretch(current, day, _bound(row), _event_day(row) is not None))
    if first is not None and (not found or first < found[0].start):
        found.insert(0, _Stretch("none", first, None, True))
    return found


def _counts(row: Row, actions: list[Row]) -> bool:
    """Consents, signatures and withdrawals; not one without effect or overtaken by a new consent before its day.

    Guyana (IV-5) denounced on the day on which it acceded again, with effect three months later.
    """
    if not row["is_in_effect"]:
        return False
    if row["action"] == "withdrawal" and row["acted_on"] and row["effective_on"]:
        return not any(
            other["is_consent"] and other["acted_on"] and row["acted_on"] <= other["acted_on"] <= row["effective_on"]
            for other in actions
        )
    return bool(row["is_consent"]) or row["action"] in _ORDER


def _event_day(row: Row) -> dt.date | None:
    day: dt.date | None = row["acted_on"]
    return (row["effective_on"] or day) if row["action"] == "withdrawal" else day


def _next(current: str, row: Row) -> str:
    if row["is_consent"]:
        return "party"
    if row["action"] == "withdrawal":
        return "withdrawn" if current in ("party", "withdrawn") else "none"
    return "signatory" if current == "none" else current


def _bound(row: Row) -> dt.date | None:
    effective: dt.date | None = row["effective_on"]
    return effective if row["is_consent"] else None


def _rows(stretches: tuple[_Stretch, ...], ended_on: dt.date | None) -> Iterator[Row]:
    ends = [*(stretch.start for stretch in stretches[1:]), ended_on]
    for stretch, end in zip(stretches, ends, strict=False):
        if end is not None and end <= stretch.start:
            continue
        yield {
            "standing": stretch.standing,
            "valid_from": stretch.start,
            "valid_to": end,
            "bound_from": stretch.bound_from,
            "is_valid_from_exact": stretch.is_exact,
        }
