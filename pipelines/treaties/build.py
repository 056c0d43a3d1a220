"""Status files of an archive -> the tables of treaties, participants, acts, standing, and what vintages disagree on.

Of several files of one treaty the newest header describes it, and all tables of participants together tell its acts:
the status XML of 94 treaties holds a header alone, and the tables of 2014-15 serve for them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipelines import titles
from pipelines.archive.entry import Entry
from pipelines.rows import Row, quality
from pipelines.treaties import actions, elsewhere, history, rules, standing, status, tables
from pipelines.treaties.disagreements import disagreements
from pipelines.treaties.effect_rules import Rule, floor, rule_for
from pipelines.treaties.errors import UnknownParticipants, UnreadableStatus
from pipelines.treaties.participants import Participants
from pipelines.treaties.status import Header, Status
from pipelines.treaties.table import ParticipationTable
from pipelines.treaties.vintages import Vintage, in_order

Tables = dict[str, list[Row]]
LANGUAGE = "en"
_SOURCE = "United Nations Treaty Collection, Multilateral Treaties Deposited with the Secretary-General"


@dataclass
class _Treaty:
    """All that the archive holds of one treaty, oldest first."""

    headers: list[tuple[Entry, Status]] = field(default_factory=list)
    tables: list[tuple[Entry, ParticipationTable, Status | None]] = field(default_factory=list)

    @cached_property
    def vintages(self) -> list[Vintage]:
        return in_order(self.tables)


def build(sources: Sequence[tuple[Entry, bytes]]) -> Tables:
    """Tables by name, and quality rows under "quality". Raises UnknownParticipants, naming every one."""
    participants = Participants.load()
    faults: list[Row] = []
    treaties = _read(sources, faults)
    resolved = _resolved(treaties, participants)
    result: Tables = {"treaties": [], "treaty_actions": [], "treaty_standing": [], "treaty_disagreements": []}
    for treaty_id, treaty in sorted(treaties.items()):
        row = _row(treaty_id, treaty, treaties, faults)
        result["treaties"].append(row)
        found = [_read_vintage(treaty, row, vintage, resolved, participants) for vintage in treaty.vintages]
        told = history.merge([(vintage, read.rows) for vintage, read in zip(treaty.vintages, found, strict=True)])
        faults.extend(fault for read in found for fault in read.faults)
        faults.extend([*_day_faults(treaty_id, treaty.vintages), *_order_faults(row)])
        result["treaty_actions"].extend(told.actions)
        if treaty.vintages:
            stretches = standing.standing(treaty_id, row["concluded_on"], told.known, participants)
            faults.extend(_count_faults(row, standing.party_count(stretches), treaty))
            result["treaty_standing"].extend(stretches)
        result["treaty_disagreements"].extend(disagreements(treaty_id, treaty.vintages, resolved))
    result["treaties"].extend(elsewhere.rows(set(treaties)))
    result["treaty_rules"] = rules.rows([row["treaty_id"] for row in result["treaties"]], _quoted(treaties))
    result["participants"] = participants.table()
    result["participant_names"] = participants.name_rows(resolved)
    result["quality"] = list({row["quality_id"]: row for row in faults}.values())
    return result


def _quoted(treaties: Mapping[str, _Treaty]) -> dict[str, Rule]:
    """Rules of effect that the newest headers quote, by treaty."""
    newest = {key: treaty.headers[-1][1].header.later for key, treaty in treaties.items() if treaty.headers}
    return {key: rule for key, rule in newest.items() if rule}


def _resolved(treaties: Mapping[str, _Treaty], participants: Participants) -> dict[str, str]:
    """Participants by the names in tables. Raises UnknownParticipants."""
    printed = [
        (entry.name, treaty_id, row.participant)
        for treaty_id, treaty in treaties.items()
        for entry, table, _ in treaty.tables
        for row in table.rows
    ]
    names = {name for _, _, name in printed}
    unknown = {name for name in names if not participants.knows(name)}
    if unknown:
        raise UnknownParticipants(place for place in printed if place[2] in unknown)
    return {name: participants.resolve(name)[0] for name in names}


def _read(sources: Sequence[tuple[Entry, bytes]], faults: list[Row]) -> dict[str, _Treaty]:
    treaties: dict[str, _Treaty] = {}
    for entry, data in sorted(sources, key=lambda source: (str(source[0].as_at), source[0].order)):
        if entry.as_at is None:
            detail = "The file does not say of which day it speaks."
            faults.append(quality("document", entry.sha256, "undated", detail, "file not used", entry.name))
            continue
        if entry.language not in (None, LANGUAGE):
            detail = (
                f"The file is in another language ({entry.language}) than the one whose headers and names are read."
            )
            faults.append(quality("document", entry.sha256, "other_language", detail, "file not used", entry.name))
            continue
        read = _read_status if entry.format == "status" else _read_table
        try:
            read(entry, data, treaties, faults)
        except UnreadableStatus as error:
            faults.append(quality("document", entry.sha256, "unreadable", f"{error}.", "file not used", entry.name))
    return treaties


def _read_status(entry: Entry, data: bytes, treaties: dict[str, _Treaty], faults: list[Row]) -> None:
    read = status.read(data)
    if read.mended:
        detail = f"The XML is not well-formed: {read.mended}."
        done = "characters restored, then read in full"
        faults.append(quality("document", entry.sha256, "not_well_formed", detail, done, entry.name))
    treaty = treaties.setdefault(read.header.treaty_id, _Treaty())
    treaty.headers.append((entry, read))
    if read.table:
        treaty.tables.append((entry, read.table, read))


def _read_table(entry: Entry, data: bytes, treaties: dict[str, _Treaty], faults: list[Row]) -> None:
    table = tables.read(data)
    if table is None or entry.symbol is None:
        detail = "No column of the table tells of acts." if table is None else "The file does not name its treaty."
        faults.append(quality("document", entry.sha256, "no_participation", detail, "file not used", entry.name))
        return
    treaties.setdefault(entry.symbol, _Treaty()).tables.append((entry, table, None))


def _row(treaty_id: str, treaty: _Treaty, known: Container[str], faults: list[Row]) -> Row:
    header = treaty.headers[-1][1].header if treaty.headers else None
    newest = treaty.vintages[-1] if treaty.vintages else None
    document = newest.entry if newest else treaty.headers[-1][0]
    if header is None:
        detail = "The archive holds a table of participants without the treaty's header."
        faults.append(quality("treaty", treaty_id, "no_header", detail, "id stands for the title", document.name))
    row = {
        "treaty_id": treaty_id,
        "chapter": treaty_id.partition("-")[0],
        "parent_id": _parent(treaty_id, known),
        "depositary": "Secretary-General",
        **_described(treaty_id, header),
        "has_status": newest is not None,
        "as_at": newest.day if newest else None,
        "document": document.sha256,
        "source": f"{_SOURCE}, status of {document.as_at}",
    }
    if row["concluded_on"] and treaty.vintages and row["concluded_on"] > treaty.vintages[0].day:
        detail = f"The file says concluded on {row['concluded_on']}, after the day of a table of its participants."
        faults.append(quality("treaty", treaty_id, "days_out_of_order", detail, "day left out", document.name))
        row["concluded_on"] = None
    row, filled = elsewhere.corrected(row)
    faults.extend(titles.fault("treaty", treaty_id, row["title"]))
    for column, reason in filled:
        faults.append(
            quality("treaty", treaty_id, "corrected", f"{reason}.", f"{column} from reference data", document.name)
        )
    return row


def _described(treaty_id: str, header: Header | None) -> Row:
    return {
        "title": (header and titles.clean(header.title)) or treaty_id,
        "concluded_place": header and header.concluded_place,
        "concluded_on": header and header.concluded_on,
        "in_force_on": header and header.in_force_on,
        "registration_number": header and header.registration_number,
        "treaty_series_volumes": ", ".join(header.volumes) or None if header else None,
        "adopting_resolution": header and header.adopting_resolution,
        "signatories_stated": header and header.signatories,
        "parties_stated": header and header.parties,
    }


_LETTERED = re.compile(r"(.+\d)(?:-[a-z]+|[a-z])")


def _parent(treaty_id: str, known: Container[str]) -> str | None:
    """Treaty whose number this one shares, if the archive holds it: XVIII-12 of XVIII-12-a."""
    match = _LETTERED.fullmatch(treaty_id)
    return match[1] if match and match[1] in known else None


def _read_vintage(
    treaty: _Treaty, row: Row, vintage: Vintage, resolved: Mapping[str, str], participants: Participants
) -> actions.Actions:
    treaty_id = row["treaty_id"]
    source = actions.Source(
        treaty_id=treaty_id,
        title=row["title"],
        table=vintage.table,
        notes=vintage.status.notes if vintage.status else {},
        concluded_on=row["concluded_on"],
        in_force_on=row["in_force_on"] or floor(treaty_id),
        rule=rule_for(treaty_id, treaty.headers[-1][1].header.later if treaty.headers else None),
        as_at=vintage.day,
        sha256=vintage.entry.sha256,
        name=vintage.entry.name,
    )
    return actions.read(source, resolved, participants)


def _count_faults(row: Row, counted: int, treaty: _Treaty) -> list[Row]:
    """A fault when the rows and the depositary's own count of parties differ, or speak of different days."""
    if row["parties_stated"] in (None, counted):
        return []
    entry, header = treaty.vintages[-1].entry, treaty.headers[-1][0]
    kind, detail = "parties_differ", f"The file states {row['parties_stated']} parties, its rows show {counted}."
    if header.sha256 != entry.sha256:
        kind, shown = "parties_of_other_day", f"the table of {row['as_at']} shows {counted}"
        detail = f"The header of {header.as_at} states {row['parties_stated']} parties, {shown}."
    return [quality("treaty", row["treaty_id"], kind, detail, "rows kept as they stand", entry.name)]


def _day_faults(treaty_id: str, vintages: Sequence[Vintage]) -> Iterator[Row]:
    """A fault when a table tells of acts after the day that it is dated with: the tables of 2014-15 are of two days."""
    for vintage in vintages:
        if vintage.is_younger:
            detail = (
                f"The table is dated {vintage.entry.as_at} and shows acts after that day, the last on {vintage.day}."
            )
            done = "the day of the last act is taken for that of the table"
            yield quality("treaty", treaty_id, "after_status_day", detail, done, vintage.entry.name)


def _order_faults(row: Row) -> Iterator[Row]:
    """A fault when the file says that a treaty was in force before it was concluded (VII-10 has the day of VII-8)."""
    if row["in_force_on"] and row["concluded_on"] and row["in_force_on"] < row["concluded_on"]:
        detail = f"The file says concluded on {row['concluded_on']} and in force on {row['in_force_on']}."
        yield quality("treaty", row["treaty_id"], "days_out_of_order", detail, "both days kept as they stand")
