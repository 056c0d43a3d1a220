"""Faults of single cells that a reader or a join makes: a value of the right form that is not true."""

from __future__ import annotations

import hashlib
from random import Random
from typing import Any

import polars as pl

from tests.faults.fault import Fault, Kind, Tables, cell, cells, draw

SPANS = ["clauses", "footnotes", "citations", "treaty_mentions", "accession_calls"]


def changed_text(tables: Tables, chance: Random) -> Fault | None:
    """Words of a clause changed after it was hashed."""
    at = draw(tables["clauses"], chance)
    if at is None:
        return None
    words = tables["clauses"]["text"][at].split(" ")
    words[chance.randrange(len(words))] = "perhaps"
    return cell(tables, "clauses", at, "text", " ".join(words))


def garbled_text(tables: Tables, chance: Random) -> Fault | None:
    """Text decoded wrong or not cleaned, and hashed so."""
    table = chance.choice(["clauses", "footnotes", "resolutions", "treaties"])
    column = "text" if table in ("clauses", "footnotes") else "title"
    at = draw(tables[table], chance, pl.col(column).str.len_chars() > 20)
    if at is None:
        return None
    text, place = tables[table][column][at], chance.randrange(3, 17)
    wrong = chance.choice(["\ufffd", "\x00", "\u00ad", "â€™", "Ã©", "  ", "\n", "\u00a0\u00a0", "&amp;", "<b>"])
    garbled = text[:place] + wrong + text[place:]
    hashed = {"text_sha256": hashlib.sha256(garbled.encode()).hexdigest()} if table == "clauses" else {}
    return cells(tables, table, at, {column: garbled} | hashed)


def cut_text(tables: Tables, chance: Random) -> Fault | None:
    """The second half of a clause lost, and hashed so; what hangs on it and its span stay."""
    at = draw(tables["clauses"], chance, pl.col("text").str.len_chars() > 60)
    if at is None:
        return None
    text = tables["clauses"]["text"][at]
    cut = text[: len(text) // 2].rstrip()
    return cells(tables, "clauses", at, {"text": cut, "text_sha256": hashlib.sha256(cut.encode()).hexdigest()})


def shifted_span(tables: Tables, chance: Random) -> Fault | None:
    table = chance.choice(SPANS)
    at = draw(tables[table], chance, pl.col("span_start").is_not_null())
    if at is None:
        return None
    start, end = tables[table].row(at, named=True)["span_start"], tables[table].row(at, named=True)["span_end"]
    by = chance.choice([7, 40, 400])
    return cells(tables, table, at, {"span_start": start + by, "span_end": end + by})


def swapped_span(tables: Tables, chance: Random) -> Fault | None:
    table = chance.choice(SPANS)
    at = draw(tables[table], chance, pl.col("span_start") < pl.col("span_end"))
    if at is None:
        return None
    row = tables[table].row(at, named=True)
    return cells(tables, table, at, {"span_start": row["span_end"], "span_end": row["span_start"]})


def collapsed_span(tables: Tables, chance: Random) -> Fault | None:
    table = chance.choice(SPANS)
    at = draw(tables[table], chance, pl.col("span_start") < pl.col("span_end"))
    return None if at is None else cell(tables, table, at, "span_end", tables[table]["span_start"][at])


def moved_mark(tables: Tables, chance: Random) -> Fault | None:
    """The mark of a footnote beyond its clause, or before the mark of the note before it."""
    at = draw(tables["footnotes"], chance, pl.col("offset").is_not_null())
    return None if at is None else cell(tables, "footnotes", at, "offset", tables["footnotes"]["offset"][at] + 5000)


FLAGS = [
    ("documents", "is_used"),
    ("resolutions", "is_specimen"),
    ("treaties", "has_status"),
    ("treaty_actions", "is_consent"),
    ("accession_calls", "has_consider"),
    ("accession_call_states", "standing_is_current"),
    ("joining_spells", "has_joined"),
]


def flipped(tables: Tables, chance: Random) -> Fault | None:
    table, column = chance.choice(FLAGS)
    at = draw(tables[table], chance)
    return None if at is None else cell(tables, table, at, column, not tables[table][column][at])


# Values of lists that other cells decide.
VALUES = [
    ("clauses", "part"),
    ("resolutions", "body"),
    ("resolutions", "kind"),
    ("resolutions", "adoption"),
    ("votes", "vote"),
    ("documents", "format"),
    ("treaty_actions", "action"),
    ("treaty_standing", "standing"),
    ("accession_call_states", "standing"),
    ("accession_call_states", "vote"),
    ("accession_call_states", "next_action"),
    ("joining_spells", "series"),
    ("joining_spells", "standing"),
    ("joining_spells", "censored_by"),
    ("joining_curves", "series"),
    ("participants", "kind"),
    ("evaluation", "figure"),
]


def other_value(tables: Tables, chance: Random) -> Fault | None:
    """Another value that the contract lists too, and that the table holds."""
    table, column = chance.choice(VALUES)
    at = draw(tables[table], chance, pl.col(column).is_not_null())
    if at is None:
        return None
    old = tables[table][column][at]
    others = sorted(set(tables[table][column].drop_nulls().unique()) - {old})
    return cell(tables, table, at, column, chance.choice(others)) if others else None


# Numbers that other cells decide.
NUMBERS = [
    ("clauses", "ordinal"),
    ("clauses", "depth"),
    ("clauses", "annex"),
    ("footnotes", "ordinal"),
    ("resolutions", "number"),
    ("resolutions", "votes_yes"),
    ("resolutions", "votes_no"),
    ("resolutions", "votes_abstain"),
    ("accession_calls", "call_number"),
    ("treaties", "parties_stated"),
    ("accession_call_states", "days_to_join"),
    ("joining_spells", "days"),
    ("joining_curves", "spells"),
    ("joining_curves", "at_risk"),
    ("joining_curves", "joined"),
    ("joining_curves", "joined_so_far"),
    ("evaluation", "matched"),
    ("evaluation", "total"),
]


def off_by_one(tables: Tables, chance: Random) -> Fault | None:
    table, column = chance.choice(NUMBERS)
    at = draw(tables[table], chance, pl.col(column).is_not_null())
    return None if at is None else cell(tables, table, at, column, tables[table][column][at] + 1)


# Words as printed that other cells decide.
PRINTED = [
    ("clauses", "label"),
    ("clauses", "verb_phrase"),
    ("clauses", "addressee"),
    ("footnotes", "marker"),
    ("treaty_mentions", "printed"),
    ("accession_calls", "object_printed"),
    ("accession_calls", "addressee"),
    ("treaty_actions", "printed"),
    ("treaty_actions", "participant_printed"),
    ("resolutions", "session"),
    ("resolutions", "letter"),
    ("resolutions", "document_symbol"),
    ("votes", "name_printed"),
]


def printed_of_another(tables: Tables, chance: Random) -> Fault | None:
    """What is printed in another row."""
    table, column = chance.choice(PRINTED)
    at = draw(tables[table], chance, pl.col(column).is_not_null())
    if at is None:
        return None
    old = tables[table][column][at]
    others = tables[table][column].drop_nulls().unique(maintain_order=True).sort().to_list()
    others.remove(old)
    return cell(tables, table, at, column, chance.choice(others)) if others else None


def renumbered(tables: Tables, chance: Random) -> Fault | None:
    """A clause under the number after the last one of its list."""
    at = draw(tables["clauses"], chance, pl.col("label").str.contains(r"^\d+$"))
    if at is None:
        return None
    row: dict[str, Any] = tables["clauses"].row(at, named=True)
    stem = row["clause_id"].rsplit(".", 1)[0]
    return cell(tables, "clauses", at, "clause_id", f"{stem}.{int(row['label']) + 500}")


KINDS: dict[str, Kind] = {
    "text changed under the same hash": changed_text,
    "text garbled": garbled_text,
    "text cut": cut_text,
    "span shifted": shifted_span,
    "span swapped": swapped_span,
    "span collapsed": collapsed_span,
    "footnote's mark moved": moved_mark,
    "flag flipped": flipped,
    "another value of the list": other_value,
    "number off by one": off_by_one,
    "words of another row": printed_of_another,
    "clause renumbered": renumbered,
}
