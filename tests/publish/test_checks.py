"""Each planted fault is caught by the check that names it; clean tables pass all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

from pipelines.contracts import contract
from pipelines.publish import checks, connection
from tests.publish.tables_documents import hashed

Tables = dict[str, pl.DataFrame]
Fault = Callable[[pl.DataFrame], pl.DataFrame]


def set_first(column: str, value: object) -> Fault:
    """The fault of one wrong cell, in the first row that has one in this column."""

    def plant(frame: pl.DataFrame) -> pl.DataFrame:
        at = frame[column].is_not_null().arg_max() or 0
        cells = frame[column].to_list()
        cells[at] = value
        return frame.with_columns(pl.Series(column, cells, frame.schema[column]))

    return plant


def doubled(frame: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([frame, frame.head(1)]).sort(pl.all())


def found(tables: Tables, kind: str | None = None) -> set[tuple[str, str | None]]:
    """What the checks (of one kind) say, as (kind, column)."""
    with connection.connect() as con:
        connection.register(con, tables)
        failures = checks.run(con, [check for check in checks.all_checks() if kind in (None, check.kind)])
    return {(failure.kind, failure.column) for failure in failures}


# What is broken, how, and the check that must say so with the column that it names.
FAULTS: list[tuple[str, Fault, str, str | None]] = [
    ("clauses", set_first("part", None), "required", "part"),
    ("clauses", set_first("part", "appendix"), "enum", "part"),
    ("clauses", set_first("language", "EN"), "pattern", "language"),
    ("clauses", set_first("ordinal", 0), "minimum", "ordinal"),
    ("clauses", set_first("parent_id", "A/RES/0/7#op.9"), "foreign_key", "parent_id"),
    ("clauses", set_first("ordinal", 2), "clause_order", "ordinal"),
    ("clauses", set_first("parent_id", "A/RES/0/7#op.3"), "clause_parent", "parent_id"),
    ("clauses", set_first("symbol", "A/RES/0/8"), "clause_symbol", "clause_id"),
    ("clauses", set_first("text", "Another text,"), "clause_hash", "text_sha256"),
    ("clauses", set_first("span_end", 3), "clause_span", "span_end"),
    ("clauses", lambda frame: frame.reverse(), "sorted", None),
    ("resolutions", set_first("document", "0"), "foreign_key", "document"),
    ("votes", doubled, "unique", None),
    ("votes", set_first("participant_id", "ATL"), "foreign_key", "participant_id"),
    ("footnotes", set_first("text", "Another note."), "footnote_hash", "text_sha256"),
    ("footnotes", set_first("offset", 5000), "footnote_mark", "offset"),
    ("footnotes", set_first("span_end", 1), "footnote_form", "footnote_id"),
    ("citations", set_first("clause_id", None), "citation_place", "clause_id"),
    ("citations", set_first("span_end", 1), "citation_span", "span_end"),
    ("treaty_mentions", set_first("printed", "Protocol on rivers"), "mention_printed", "printed"),
    ("treaty_mentions", set_first("treaty_id", None), "mention_treaty", "treaty_id"),
    ("treaty_mentions", set_first("span_end", 1), "mention_form", "mention_id"),
    ("accession_calls", set_first("span_end", 5000), "call_span_in_text", "span_end"),
    ("accession_calls", set_first("span_start", 200), "call_span", "span_end"),
    ("accession_calls", set_first("symbol", "S/PRST/1995/1"), "call_symbol", "symbol"),
    (
        "treaties",
        lambda frame: frame.with_columns(parties_stated=pl.lit(5, pl.Int32)),
        "parties_stated",
        "parties_stated",
    ),
    ("treaties", set_first("as_at", None), "status_dated", "as_at"),
    ("treaties", set_first("as_at", date(2013, 1, 1)), "standing_vintage", "observed_until"),
    ("treaty_standing", set_first("valid_to", date(2003, 1, 1)), "standing_stretches", "valid_to"),
    ("treaty_standing", set_first("known_to", date(2010, 1, 1)), "standing_one_knowledge", "known_to"),
    ("treaty_actions", set_first("acted_on", date(2019, 1, 1)), "act_observed", "acted_on"),
    ("accession_call_states", lambda frame: frame.slice(1), "states_of_the_day", "call_id"),
    ("accession_call_states", doubled, "unique", None),
    ("accession_call_states", set_first("joined_on", date(2001, 1, 1)), "answer_after_call", "joined_on"),
    ("accession_call_states", set_first("days_to_join", 7), "answer_after_call", "joined_on"),
    ("accession_call_states", set_first("standing_is_current", False), "standing_known", "standing_known_on"),
    ("clauses", set_first("label", "(z)"), "clause_form", "clause_id"),
    ("clauses", set_first("verb_phrase", "Sings"), "clause_words", "text"),
    ("clauses", lambda frame: frame.with_columns(pl.col("span_end") + 1000), "clause_reading_order", "span_start"),
    ("clauses", lambda frame: frame.head(0), "resolution_clauses", "symbol"),
    ("clauses", set_first("label", None), "clause_label", "label"),
    ("resolutions", set_first("title", "Brid\u00adges"), "title", "title"),
    ("treaties", lambda frame: frame.with_columns(treaty_id=pl.lit("ext-antarctic")), "treaty_elsewhere", "treaty_id"),
    ("treaties", set_first("title", "Bridges <i>and</i> boats"), "title", "title"),
    ("documents", lambda frame: frame.with_columns(is_used=pl.lit(False)), "clause_document", "document"),
    ("documents", set_first("is_used", False), "document_used", "is_used"),
    ("resolutions", set_first("number", 70), "resolution_symbol", "symbol"),
    ("resolutions", set_first("document_symbol", "A/RES/0/70"), "resolution_document", "document"),
    ("resolutions", lambda frame: frame.with_columns(adopted_on=date(1985, 5, 2)), "resolution_day", "adopted_on"),
    ("votes", lambda frame: frame.slice(1), "resolution_votes", "votes_yes"),
    ("votes", set_first("name_printed", "Niue"), "vote_voter", "participant_id"),
    ("footnotes", set_first("ordinal", 2), "footnote_order", "ordinal"),
    ("footnotes", set_first("document", "0"), "footnote_document", "document"),
    ("footnotes", set_first("span_start", 2001), "footnote_place", "span_start"),
    ("citations", set_first("symbol", "A/RES/0/70"), "citation_form", "citation_id"),
    ("citations", set_first("citation_id", "A/RES/0/7#pp.1/cite.2"), "citation_order", "citation_id"),
    ("footnotes", set_first("text", "A/0/12."), "citation_of_note", "footnote_id"),
    ("citations", set_first("footnote_id", "A/RES/0/7#op.1/note.1"), "citation_footnote", "footnote_id"),
    (
        "citations",
        lambda frame: frame.with_columns(symbol=pl.lit("S/PRST/1995/1"), cited_symbol=pl.lit("S/RES/2000(2011)")),
        "citation_of_the_future",
        "cited_symbol",
    ),
    (
        "treaty_mentions",
        lambda frame: frame.with_columns(
            clause_id=pl.lit("A/RES/0/7#op.2"), footnote_id=pl.lit("A/RES/0/7#op.1/note.1")
        ),
        "mention_footnote",
        "footnote_id",
    ),
    ("accession_calls", set_first("has_consider", False), "call_consider", "has_consider"),
    ("accession_calls", set_first("call_number", 2), "call_form", "call_id"),
    ("treaty_mentions", lambda frame: frame.head(0), "call_mention", "treaty_id"),
    ("accession_calls", set_first("span_start", 2), "call_words", "span_start"),
    ("clause_bridge", set_first("symbol", "A/RES/0/8"), "bridge_symbol", "symbol"),
    ("treaties", set_first("chapter", None), "treaty_form", "treaty_id"),
    ("documents", lambda frame: frame.with_columns(format=pl.lit("akn")), "treaty_document", "document"),
    ("treaties", set_first("in_force_on", date(1990, 1, 1)), "treaty_days", "in_force_on"),
    ("treaty_actions", lambda frame: frame.head(0), "treaty_acts", "treaty_id"),
    ("treaty_actions", set_first("acted_on", date(2001, 1, 1)), "act_form", "action_id"),
    ("treaty_actions", set_first("participant_printed", "Niue"), "act_name", "participant_printed"),
    ("treaty_actions", set_first("observed_until", date(2001, 1, 1)), "act_document", "document"),
    ("treaty_actions", set_first("document", hashed("XVIII-12-a.xml")), "act_treaty", "document"),
    ("treaty_standing", set_first("valid_from", date(2001, 1, 1)), "standing_first", "valid_from"),
    (
        "treaty_standing",
        lambda frame: frame.remove(pl.col("known_to") > date(2000, 1, 1)),
        "standing_known_on",
        "known_from",
    ),
    ("treaty_standing", lambda frame: frame.with_columns(standing=pl.lit("none")), "act_in_standing", "standing"),
    ("treaty_actions", lambda frame: frame.slice(1), "standing_from_act", "acted_on"),
    ("treaty_standing", lambda frame: frame.with_columns(valid_from=date(1999, 1, 1)), "standing_days", "valid_from"),
    ("treaty_standing", lambda frame: frame.slice(1), "standing_of_all", "participant_id"),
    ("treaty_disagreements", set_first("newer_day", date(2017, 1, 1)), "disagreement_form", "disagreement_id"),
    ("participants", set_first("iso3", "XXX"), "participant_form", "participant_id"),
    ("accession_call_states", set_first("vote", "abstain"), "call_state_copies", "adopted_on"),
    ("accession_call_states", set_first("standing", "withdrawn"), "call_state_standing", "standing"),
    ("accession_call_states", set_first("joined_on", date(2016, 1, 6)), "call_state_answer", "next_action"),
    ("joining_spells", set_first("days", 9), "model", None),
    ("joining_curves", lambda frame: frame.head(0), "model", None),
    ("quality", set_first("detail", "Another byte."), "quality_id", "quality_id"),
    ("evaluation", set_first("matched", 2), "evaluation_sums", "matched"),
    ("evaluation", lambda frame: frame.slice(1), "evaluation_whole", "figure"),
]


def test_clean_tables_pass(small_tables: Tables) -> None:
    assert found(small_tables) == set()


@pytest.mark.parametrize(
    ("table", "plant", "kind", "column"), FAULTS, ids=[f"{fault[2]}-{fault[0]}.{fault[3]}" for fault in FAULTS]
)
def test_planted_fault_is_caught(small_tables: Tables, table: str, plant: Fault, kind: str, column: str | None) -> None:
    assert (kind, column) in found(small_tables | {table: plant(small_tables[table])}, kind)


def test_every_own_check_has_a_planted_fault() -> None:
    assert {check.kind for check in checks.own()} <= {kind for _, _, kind, _ in FAULTS}


def test_failure_names_table_column_count_and_rows(small_tables: Tables) -> None:
    wrong = small_tables["clauses"].with_columns(part=pl.lit("appendix"))
    with connection.connect() as con:
        connection.register(con, {"clauses": wrong})
        enum = [
            each for each in checks.of_contract(contract("clauses")) if (each.kind, each.column) == ("enum", "part")
        ]
        (failure,) = checks.run(con, enum)
    assert failure.count == 9
    assert str(failure).startswith("clauses.part: enum:")
    assert "clause_id=A/RES/0/7#op.1, language=en, part=appendix" in str(failure)


@pytest.mark.parametrize(
    ("change", "column", "words"),
    [
        (lambda frame: frame.drop("vote"), "vote", "missing"),
        (lambda frame: frame.with_columns(mood=pl.lit("glad")), "mood", "does not stand in the contract"),
        (lambda frame: frame.with_columns(pl.lit(1).alias("vote")), "vote", "the contract says String"),
        (lambda frame: frame.select(sorted(frame.columns)), None, "another order"),
    ],
)
def test_columns_are_those_of_the_contract(small_tables: Tables, change: Fault, column: str | None, words: str) -> None:
    (failure,) = checks.shape(small_tables | {"votes": change(small_tables["votes"])})
    assert (failure.table, failure.column) == ("votes", column)
    assert words in failure.rule


def test_missing_and_unknown_tables_are_named(small_tables: Tables) -> None:
    tables = {name: frame for name, frame in small_tables.items() if name != "votes"} | {"moods": small_tables["votes"]}
    assert [failure.table for failure in checks.shape(tables)] == ["moods", "votes"]


def renamed(
    symbol: str, body: str, session: str, number: int, letter: str | None, document: str | None = None
) -> Fault:
    """All resolutions under this one symbol, in a document of another one or of the same."""

    def plant(frame: pl.DataFrame) -> pl.DataFrame:
        return frame.with_columns(
            symbol=pl.lit(symbol),
            kind=pl.lit("resolution"),
            body=pl.lit(body),
            session=pl.lit(session),
            number=pl.lit(number),
            letter=pl.lit(letter, pl.String),
            document_symbol=pl.lit(document or symbol),
            is_specimen=False,
        )

    return plant


# What old documents bear rightly: sessions in Roman numerals, neighbours on a page, text read off images.
RIGHT: list[tuple[str, Fault, str]] = [
    ("resolutions", renamed("A/RES/1514(XV)", "ga", "XV", 1514, None), "resolution_symbol"),
    ("resolutions", renamed("A/RES/217(III)A", "ga", "III", 217, "A", "A/RES/217(III)"), "resolution_symbol"),
    ("resolutions", renamed("A/RES/3201(S-VI)", "ga", "S-VI", 3201, None), "resolution_symbol"),
    ("resolutions", renamed("E/RES/1996(LX)", "ecosoc", "LX", 1996, None), "resolution_symbol"),
    ("resolutions", renamed("E/RES/1985/11", "ecosoc", "1985", 11, None, "E/RES/1985/10"), "resolution_symbol"),
    ("documents", set_first("reader", "akn, text read off images"), "document_used"),
]


@pytest.mark.parametrize(("table", "plant", "kind"), RIGHT)
def test_what_old_documents_bear_is_no_fault(small_tables: Tables, table: str, plant: Fault, kind: str) -> None:
    assert found(small_tables | {table: plant(small_tables[table])}, kind) == set()
