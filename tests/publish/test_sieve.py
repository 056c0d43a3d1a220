"""What breaks a rule is set aside alone, with the rule's name; where much does, nothing is."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from pipelines.publish.sieve import FEW, RESOLUTION, TREATY, Subject, broken, documented, without, without_status
from tests.publish.tables import tables
from tests.publish.tables_documents import GA, GA_2, SC
from tests.publish.tables_treaties import PROTOCOL

DOCUMENTS = ("documents", "resolutions", "clauses", "footnotes", "clause_bridge", "votes")
STATUS = ("treaty_actions", "treaty_standing")


def subset(names: tuple[str, ...]) -> dict[str, pl.DataFrame]:
    return {name: frame for name, frame in tables().items() if name in names}


def spoilt(frame: pl.DataFrame, column: str, prefix: str, value: object) -> pl.DataFrame:
    """The frame with another value in the rows whose first column begins with `prefix`."""
    hit = pl.col(frame.columns[0]).str.starts_with(prefix)
    return frame.with_columns(pl.when(hit).then(pl.lit(value)).otherwise(column).alias(column))


@pytest.mark.parametrize(("subject", "names"), [(RESOLUTION, DOCUMENTS), (TREATY, STATUS)])
def test_nothing_is_set_aside_of_clean_tables(subject: Subject, names: tuple[str, ...]) -> None:
    assert broken(subject, "left out", subset(names), {}) == []


def test_a_resolution_with_a_broken_clause_goes_with_all_its_rows() -> None:
    judged = subset(DOCUMENTS)
    judged["clauses"] = spoilt(judged["clauses"], "label", f"{GA}#op.1", "9.")
    faults = broken(RESOLUTION, "left out", judged, {})
    assert [(row["subject"], row["done"]) for row in faults] == [(GA, "left out")]
    assert "clause_form" in faults[0]["detail"]
    kept = without({name: judged[name] for name in DOCUMENTS[1:]}, RESOLUTION, faults)
    assert {name: set(kept[name]["symbol"]) - {GA_2, SC} for name in kept} == {name: set() for name in kept}
    used = documented(judged["documents"], kept["resolutions"], kept["clauses"]).filter("is_used")
    assert GA not in set(used["symbol"]) and {"status", "status_table"} <= set(used["format"])


def test_a_treaty_with_a_broken_act_stays_without_its_status() -> None:
    judged = subset(STATUS)
    judged["treaty_actions"] = spoilt(judged["treaty_actions"], "acted_on", f"{PROTOCOL}/UGA", date(2050, 1, 1))
    faults = broken(TREATY, "left out", judged, {})
    assert [row["subject"] for row in faults] == [PROTOCOL]
    treaties = without_status(tables()["treaties"], faults).filter(pl.col("treaty_id") == PROTOCOL)
    assert treaties.select("has_status", "as_at").rows() == [(False, None)]


def test_what_breaks_everywhere_is_left_to_the_verdict() -> None:
    judged = subset(DOCUMENTS)
    many = [f"A/RES/0/{number}" for number in range(100, 101 + FEW)]
    more = [judged["clauses"].head(1).with_columns(symbol=pl.lit(name), label=pl.lit("9.")) for name in many]
    judged["clauses"] = pl.concat([judged["clauses"], *more])
    assert broken(RESOLUTION, "left out", judged, {}) == []
