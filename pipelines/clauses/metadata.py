"""What is known of a resolution: first what its document says, then what the published metadata adds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pipelines import symbols
from pipelines.clauses.sessions import is_in_session
from pipelines.readers.extract import ExtractRecord
from pipelines.rows import Row, quality

# Columns that do not depend on the language of the document.
_NEUTRAL = ("adopted_on", "adoption", "votes_yes", "votes_no", "votes_abstain")
_PLAIN = ("title", "adopted_on", "meeting", "committee", "agenda_item", "agenda_title", "draft", "adoption")
_TOTALS = ("votes_yes", "votes_no", "votes_abstain")
_VOTES = ("yes", "no", "abstain")
MEMBERS = {"ga": 193, "sc": 15, "hrc": 47, "ecosoc": 54}
"""The most that an organ ever had."""
# All parts of a document share these (A/RES/75/254A-C); a vote was on one of them, but none is on all.
_SHARED = ("adopted_on", "committee", "agenda_item", "agenda_title", "draft")
# The only heading of a Security Council resolution; a title says what it is about.
_NUMBER_ALONE = re.compile(r"Resolution\s+\d+\s*\(\d{4}\)", re.IGNORECASE)
_LETTERS = re.compile(r"\W+")


def merged(languages: Mapping[str, Row]) -> Row:
    """One row of a resolution read in several languages: the English one, else the first by code.

    A column that says the same in every language is filled from the others where it is empty.
    """
    order = sorted(languages, key=lambda language: (language != "en", language))
    row = dict(languages[order[0]])
    for language in order[1:]:
        for name in _NEUTRAL:
            if row[name] is None:
                row[name] = languages[language][name]
    return row


def records_by_symbol(
    extracts: Sequence[tuple[Any, Sequence[ExtractRecord]]],
) -> dict[str, list[tuple[str, ExtractRecord]]]:
    """(hash of the file, record) by symbol, in the order of files and lines; records with a fault are left out."""
    found: dict[str, list[tuple[str, ExtractRecord]]] = {}
    for entry, records in extracts:
        for record in records:
            if record.fault is None:
                found.setdefault(record.symbol, []).append((entry.sha256, record))
    return found


def records_of(
    row: Row, records: Mapping[str, list[tuple[str, ExtractRecord]]]
) -> list[tuple[str, ExtractRecord, bool]]:
    """The records of a resolution: its own, then those of the document that holds it, where it is a part of that."""
    own = [(sha256, record, True) for sha256, record in records.get(row["symbol"], ())]
    whole, part = symbols.parse(row["document_symbol"]), symbols.parse(row["symbol"])
    if whole == part or whole is None or part is None or whole.stem != part.stem:
        return own
    return own + [(sha256, record, False) for sha256, record in records.get(row["document_symbol"], ())]


def filled(row: Row, records: Sequence[tuple[str, ExtractRecord, bool]], faults: list[Row]) -> None:
    """Fills the empty columns of a row from records, in order, and reports where they say something else."""
    _leave_out_wrong_day(row, faults)
    for _, record, is_own in records:
        for name in _PLAIN if is_own else _SHARED:
            _fill(row, name, getattr(record, name), faults)
        if record.adoption == "without_vote" and not is_own:
            _fill(row, "adoption", record.adoption, faults)
        if is_own and record.totals is not None:
            _fill_totals(row, record, record.totals, faults)
    _settle_adoption(row, faults)


def has_no_totals(row: Row) -> bool:
    """Whether nothing is known of how many voted for and against."""
    return all(row[name] is None for name in _TOTALS)


def _settle_adoption(row: Row, faults: list[Row]) -> None:
    """Totals tell of a vote; where the document says that there was none, they are about something else."""
    if row["adoption"] == "unanimous" and (row["votes_no"] or row["votes_abstain"]):
        row["adoption"] = "recorded_vote"
    voted = sum(row[name] or 0 for name in _TOTALS)
    if has_no_totals(row):
        return
    if voted > MEMBERS[row["body"]]:
        _leave_out_totals(row, "totals_too_large", f"Totals of {voted} votes are more than there are members.", faults)
    elif row["adoption"] is None:
        row["adoption"] = "recorded_vote"
    elif row["adoption"] == "without_vote":
        detail = "Totals of a vote are given, but it was adopted without a vote."
        _leave_out_totals(row, "totals_without_vote", detail, faults)


def _leave_out_totals(row: Row, kind: str, detail: str, faults: list[Row]) -> None:
    faults.append(quality("resolution", row["symbol"], kind, detail, "The totals are left out."))
    row.update(dict.fromkeys(_TOTALS))


def _leave_out_wrong_day(row: Row, faults: list[Row]) -> None:
    """A day outside the session of the symbol is a misprint: the metadata's is better (S/RES/2067(2012)), or none."""
    day = row["adopted_on"]
    if day is None or is_in_session(row["body"], row["session"], day):
        return
    detail = f"The document says that it was adopted on {day}, which is not in the session or year of its symbol."
    done = "The day is left out; that of the metadata is taken where there is one."
    faults.append(quality("resolution", row["symbol"], "day_outside_session", detail, done))
    row["adopted_on"] = None


def _fill(row: Row, name: str, value: Any, faults: list[Row]) -> None:
    if value is None or (name == "adopted_on" and not is_in_session(row["body"], row["session"], value)):
        return
    if row[name] is None or (name == "title" and _NUMBER_ALONE.fullmatch(row[name])):
        row[name] = value
    elif name in _COMPARED and _COMPARED[name](row[name]) != _COMPARED[name](value):
        faults.append(_differs(row["symbol"], name, row[name], value))


def _fill_totals(row: Row, record: ExtractRecord, totals: tuple[int, int, int], faults: list[Row]) -> None:
    """The document's own totals stay unless the record's are borne out by its list of States (S/RES/1559(2004))."""
    known = tuple(row[name] for name in _TOTALS)
    if known == totals:
        return
    if None not in known:
        faults.append(_differs(row["symbol"], "vote totals", "-".join(map(str, known)), "-".join(map(str, totals))))
    if None in known or totals == tuple(sum(cast.vote == vote for cast in record.votes) for vote in _VOTES):
        row.update(zip(_TOTALS, totals, strict=True))


def _differs(symbol: str, name: str, kept: Any, other: Any) -> Row:
    return quality(
        "resolution",
        symbol,
        "metadata_differs",
        f"{name}: the document says {kept}, the metadata published beside it {other}.",
        "The document is kept, but for totals that a list of States bears out.",
    )


def _letters(value: Any) -> str:
    """Letters and figures alone: spelling of dashes, quotes and blanks is no difference."""
    return _LETTERS.sub("", str(value)).casefold()


def _meeting(value: Any) -> str:
    return "".join(re.findall(r"\d+", str(value))) or _letters(value)


def _adoption(value: Any) -> str:
    """A vote that was unanimous is a recorded vote too: no difference."""
    return "vote" if value in ("unanimous", "recorded_vote") else str(value)


_COMPARED: Mapping[str, Callable[[Any], Any]] = {
    "title": _letters,
    "adopted_on": lambda value: value,
    "meeting": _meeting,
    "adoption": _adoption,
}
