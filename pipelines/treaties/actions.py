"""Rows of participation tables -> acts: one row of treaty_actions each.

A row in brackets tells acts that happened and that the participant has left since; when it left stands only in notes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from pipelines.rows import Row, quality
from pipelines.treaties import notes, predecessors
from pipelines.treaties.columns import CONSENT, Column
from pipelines.treaties.effect_rules import Rule, withdrawal_rule
from pipelines.treaties.effects import Told, effect, successions
from pipelines.treaties.participants import Participants
from pipelines.treaties.status import Note
from pipelines.treaties.table import CellDate, ParticipationTable, TableRow, cell_dates


@dataclass(frozen=True, slots=True)
class Source:
    """The table of one treaty and the file that it comes from."""

    treaty_id: str
    title: str
    table: ParticipationTable
    notes: Mapping[str, Note]
    concluded_on: dt.date | None
    in_force_on: dt.date | None
    rule: Rule | None
    as_at: dt.date
    sha256: str
    name: str


@dataclass(slots=True)
class Actions:
    """What a table tells: acts, and faults met."""

    rows: list[Row]
    faults: list[Row]


def read(source: Source, resolved: Mapping[str, str], participants: Participants) -> Actions:
    """All acts of one treaty; `resolved` has the participant of every name in its table."""
    result = Actions([], [])
    ids = {row.participant: resolved[row.participant] for row in source.table.rows}
    names = participants.former_names("former_state") | ids
    seen: dict[str, Row] = {}
    for row in source.table.rows:
        participant_id = ids[row.participant]
        reader = _RowReader(source, row, participant_id, result.faults)
        for act in reader.acts(_NoteReader(participants, participant_id, names)):
            seen.setdefault(act["action_id"], act)
    for act in _of_former_states(source, participants, result.faults):
        seen.setdefault(act["action_id"], act)
    result.rows.extend(seen.values())
    return result


def _of_former_states(source: Source, participants: Participants, faults: list[Row]) -> Iterator[Row]:
    """Acts of States and governments of the past, told in notes; one after their end is a slip of the pen."""
    names = participants.former_names("former_state", "former_government")
    for act in predecessors.acts(source.notes, names, source.title):
        ended_on = participants.rows[act.participant_id]["counts_to"]
        if act.acted_on > source.as_at or (ended_on and act.acted_on >= ended_on):
            detail = f"{act.name}: a note tells of a {act.action} on {act.printed}, when the State was no more."
            faults.append(quality("treaty", source.treaty_id, "bad_date", detail, "act left out", source.name))
        elif source.concluded_on is None or act.acted_on >= source.concluded_on:
            reader = _RowReader(source, TableRow(act.name, (), ()), act.participant_id, faults)
            yield reader.row_of(act.action, act.acted_on, None, act.printed, "note")


@dataclass(frozen=True, slots=True)
class _NoteReader:
    """Reads notes for one participant; `names` are those of the table and of former States, with their participants."""

    participants: Participants
    participant_id: str
    names: Mapping[str, str]

    def acts(self, note: Note) -> list[notes.NotedAct]:
        return notes.acts(note, self._is_participant, self._is_about_another)

    def tabled(self, note: Note) -> list[notes.NotedAct]:
        """Withdrawals in the tables of a note that no mark of the row points to (XIX-35, Netherlands)."""
        return list(notes.tabled(note, self._is_participant))

    def _is_participant(self, name: str) -> bool:
        return self.participants.knows(name) and self.participants.resolve(name)[0] == self.participant_id

    def _is_about_another(self, sentence: str) -> bool:
        named = {self.names[name] for name in self.names if name in sentence and _is_whole(name, sentence)}
        return bool(named) and self.participant_id not in named


def _is_whole(name: str, sentence: str) -> bool:
    """Whether a name stands as words of its own: no Niger in Nigeria."""
    return re.search(rf"\b{re.escape(name)}(?!\w)", sentence) is not None


@dataclass(slots=True)
class _RowReader:
    source: Source
    row: TableRow
    participant_id: str
    faults: list[Row]

    def acts(self, reader: _NoteReader) -> Iterator[Row]:
        """Acts of the table's cells, then those that only notes tell."""
        printed: list[Row] = []
        for column, cell in zip(self.source.table.columns, self.row.cells, strict=False):
            if column.is_act:
                printed.extend(self._cell(column, cell))
        yield from printed
        noted = [act for note in self._own_notes() for act in reader.acts(note)]
        if not any(act.action == "withdrawal" for act in noted):
            noted.extend(act for note in self.source.notes.values() for act in reader.tabled(note))
        yield from self._noted(printed, [act for act in noted if not self._is_too_late(act)])

    def _is_too_late(self, act: notes.NotedAct) -> bool:
        if act.acted_on is None or act.acted_on <= self.source.as_at:
            return False
        detail = f"{self.row.participant}: a note tells of a {act.action} on {act.printed}, later than the file"
        self._fault("bad_date", detail, "act left out")
        return True

    def _own_notes(self) -> list[Note]:
        return [self.source.notes[mark] for mark in self.row.marks if mark in self.source.notes]

    def _cell(self, column: Column, cell: str) -> Iterator[Row]:
        found = cell_dates(cell)
        if found is None:
            self._fault("bad_date", f"{self.row.participant}, {column.header}: {cell!r} holds no day", "cell left out")
            return
        for date in found:
            if date.day > self.source.as_at:
                detail = (
                    f"{self.row.participant}, {column.header}: {cell!r} is later than the file, {self.source.as_at}"
                )
                self._fault("bad_date", detail, "cell left out")
                continue
            action = column.act(date.letter)
            if action is None:
                detail = f"{self.row.participant}: {cell!r}; the header {column.header!r} does not say what it is"
                self._fault("unknown_act", detail, "kept as another act, not as consent")
            yield self._act(action or "other", date, cell)

    def _act(self, action: str, date: CellDate, cell: str) -> Row:
        return self.row_of(action, date.day, None, cell, "brackets" if date.is_bracketed else "table")

    def _noted(self, printed: list[Row], noted: list[notes.NotedAct]) -> Iterator[Row]:
        """Acts told by notes, those that the row shows left out."""
        shown = {act["acted_on"] for act in printed}
        # A note may tell of another treaty too: what came before the conclusion is no act on this one.
        first = self.source.concluded_on or dt.date.min
        has_joined = any(act.action in CONSENT for act in noted)
        noted = [act for act in noted if act.action == "withdrawal" or act.acted_on not in shown]
        noted = [act for act in noted if _day(act) >= first]
        bracketed = [act for act in printed if act["evidence"] == "brackets"]
        yield from self._withdrawn(bracketed, noted) if bracketed else self._stayed(printed, noted, has_joined)

    def _withdrawn(self, bracketed: list[Row], noted: list[notes.NotedAct]) -> Iterator[Row]:
        """A participant that left: when, stands in a note, or nowhere."""
        yield from (self._from_note(act) | {"is_in_effect": is_told} for act, is_told in _effective(noted))
        left = _last_day(bracketed)
        if not any(act.action == "withdrawal" and _day(act) >= left for act in noted):
            yield self.row_of("withdrawal", None, None, None, "brackets")

    def _stayed(self, printed: list[Row], noted: list[notes.NotedAct], has_joined: bool) -> Iterator[Row]:
        """A participant that the row shows as it is now: notes tell how it left and came back, or thought better of it.

        That it had left before is believed where notes tell of a joining too: some speak of other things (IV-1).
        """
        joined = _last_day([act for act in printed if act["is_consent"]])
        past = [act for act in noted if _day(act) <= joined]
        left = max((_day(act) for act in past if act.action == "withdrawal"), default=None)
        if left is not None and any(act.action in CONSENT and _day(act) < left for act in past):
            yield from (self._from_note(act) for act in past)
        elif has_joined:
            yield from (self._from_note(act) for act in past if act.action == "withdrawal")
        for act, is_told in _effective(noted):
            if act not in past and act.action in ("withdrawal", "withdrawal_revoked"):
                yield self._announced(act, is_told)

    def _announced(self, act: notes.NotedAct, is_told: bool) -> Row:
        """A notice of one who is a party still: revoked, or of a day to come, or one that the table does not follow."""
        row = self._from_note(act)
        is_to_come = (row["effective_on"] or row["acted_on"]) > self.source.as_at
        if is_told and not is_to_come:
            detail = f"{self.row.participant}: a note tells of a withdrawal ({act.printed}), the row has no brackets"
            self._fault("withdrawal_without_brackets", detail, "participant kept as the row shows it")
        return row | {"is_in_effect": is_told and is_to_come}

    def _from_note(self, act: notes.NotedAct) -> Row:
        if act.acted_on and act.effective_on and act.effective_on < act.acted_on:
            detail = f"{self.row.participant}: a note dates the effect of a {act.action} before it ({act.printed})"
            self._fault("effect_before_act", detail, "both days kept as printed")
        return self.row_of(act.action, act.acted_on, act.effective_on, act.printed, "note")

    def row_of(
        self, action: str, acted_on: dt.date | None, effective_on: dt.date | None, printed: str | None, evidence: str
    ) -> Row:
        """One row of treaty_actions, with its day of effect where a note or a rule tells it."""
        source = self.source
        basis: str | None = "stated"
        if effective_on is None:
            effective_on, basis = self._effect(action, acted_on)
        return {
            "action_id": f"{source.treaty_id}/{self.participant_id}/{action}/{acted_on or 'undated'}",
            "treaty_id": source.treaty_id,
            "participant_id": self.participant_id,
            "action": action,
            "acted_on": acted_on,
            "effective_on": effective_on,
            "effective_basis": basis,
            "is_consent": action in CONSENT,
            "is_in_effect": True,
            "known_from": source.as_at,
            "known_to": None,
            "observed_until": source.as_at,
            "participant_printed": self.row.participant,
            "printed": printed,
            "evidence": evidence,
            "document": source.sha256,
        }

    def _effect(self, action: str, acted_on: dt.date | None) -> Told:
        """Day of effect by the treaty's rule, and what it rests on."""
        source = self.source
        if action == "withdrawal":
            rule = withdrawal_rule(source.treaty_id)
            return (rule.day(acted_on), "rule") if rule and acted_on else (None, None)
        return effect(action, acted_on, source.in_force_on, source.rule, successions().get(self.participant_id))

    def _fault(self, kind: str, detail: str, done: str) -> None:
        self.faults.append(quality("treaty", self.source.treaty_id, kind, detail, done, self.source.name))


def _effective(noted: Sequence[notes.NotedAct]) -> Iterator[tuple[notes.NotedAct, bool]]:
    """Acts told by notes, and whether each had its effect: not a notice that was revoked, nor its revocation."""
    for act, following in zip_longest(noted, noted[1:]):
        is_revoked = following is not None and following.action == "withdrawal_revoked"
        yield act, act.action != "withdrawal_revoked" and not is_revoked


def _day(act: notes.NotedAct) -> dt.date:
    return act.acted_on or act.effective_on or dt.date.min


def _last_day(rows: list[Row]) -> dt.date:
    return max((row["acted_on"] for row in rows), default=dt.date.min)
