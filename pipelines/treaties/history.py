"""Acts read from several vintages of one treaty -> one history: which acts, known since when, and until when.

The newest table that shows a participant says what it had done. What an older one showed stays: as a fact, where the
row was overwritten by a return or where the newer file cannot show it; else as superseded (known_to).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from pipelines.rows import Row
from pipelines.treaties.vintages import Vintage

Acts = dict[str, list[Row]]


@dataclass(slots=True)
class History:
    """`known`: for each vintage its day and the acts that hold by it, by participant. `past`: superseded acts."""

    known: list[tuple[dt.date, Mapping[str, list[Row]]]] = field(default_factory=list)
    past: dict[str, Row] = field(default_factory=dict)

    @property
    def actions(self) -> list[Row]:
        """All acts, those that hold by the newest vintage and the superseded ones."""
        current = self.known[-1][1] if self.known else {}
        return [act for acts in current.values() for act in acts] + list(self.past.values())


def merge(readings: Sequence[tuple[Vintage, Sequence[Row]]]) -> History:
    """The history that vintages tell, oldest first, each with the acts read from it alone."""
    history = History()
    acts: Acts = {}
    since: dt.date | None = None
    for vintage, rows in readings:
        told = _by_participant(rows)
        acts = {key: _merged(acts.get(key, []), told.get(key, []), since, vintage, history) for key in acts | told}
        history.known.append((vintage.day, acts))
        since = vintage.day
    return history


def _merged(old: list[Row], new: list[Row], since: dt.date | None, vintage: Vintage, history: History) -> list[Row]:
    """The acts of one participant by a newer vintage; what it supersedes goes to history.past."""
    before = {act["action_id"]: act for act in old}
    told = {act["action_id"]: _retold(act, before.get(act["action_id"]), vintage, history) for act in new}
    left = [act for key, act in before.items() if key not in told]
    has_returned = _has_returned(left, new, since)
    for act in left:
        if has_returned or (vintage.is_bare and not _is_undone(act, new, vintage)):
            told[act["action_id"]] = act | {"observed_until": vintage.day}
        else:
            history.past[act["action_id"]] = act | {"known_to": vintage.day}
    return list(told.values())


def _retold(act: Row, before: Row | None, vintage: Vintage, history: History) -> Row:
    """An act as the newer vintage tells it, known since the first that did; one that was superseded may come back."""
    before = before or history.past.pop(act["action_id"], None)
    if before is None:
        return act
    evidence = before["evidence"] if vintage.is_bare else act["evidence"]
    return act | {"known_from": before["known_from"], "evidence": evidence}


def _is_undone(act: Row, new: Sequence[Row], vintage: Vintage) -> bool:
    """Whether a bare table that does not show an act tells against it: it has the column, and a row with other acts."""
    return bool(new) and act["evidence"] == "table" and vintage.can_show(act["action"])


def _has_returned(left: Sequence[Row], new: Sequence[Row], since: dt.date | None) -> bool:
    """Whether a consent that was seen has given way to one made since: the row was overwritten, not corrected."""
    overwritten = any(act["is_consent"] for act in left)
    return overwritten and any(
        act["is_consent"] and act["acted_on"] and since and act["acted_on"] > since for act in new
    )


def _by_participant(rows: Sequence[Row]) -> Acts:
    def key(row: Row) -> str:
        return str(row["participant_id"])

    return {participant: list(acts) for participant, acts in groupby(sorted(rows, key=key), key)}
