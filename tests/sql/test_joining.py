"""The models joining_spells and joining_curves, against cases computed by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from pipelines.publish import models
from tests.publish.tables import tables
from tests.publish.tables_treaties import COVENANT, PROTOCOL

Tables = dict[str, pl.DataFrame]


@pytest.fixture(scope="module")
def base() -> Tables:
    return tables()


def spells(base: Tables, series: str, **changed: pl.DataFrame) -> dict[str, tuple[str, str, bool, str | None]]:
    """Spells of one series for the Protocol by State: from, to, joined, what censored it."""
    rows = models.run("joining_spells", base | changed)
    found = rows.filter((pl.col("treaty_id") == PROTOCOL) & (pl.col("series") == series)).to_dicts()
    return {
        row["participant_id"]: (str(row["starts_on"]), str(row["ends_on"]), row["has_joined"], row["censored_by"])
        for row in found
    }


def test_since_the_first_call_that_found_the_state_outside(base: Tables) -> None:
    """Congo was party to the first call and had left by the second; South Sudan came to be between them."""
    assert spells(base, "after_first_call") == {
        "COG": ("2017-12-19", "2018-01-15", False, "observed_until"),
        "FRA": ("2005-12-16", "2006-01-05", True, None),
        "NIU": ("2005-12-16", "2016-02-29", True, None),
        "SSD": ("2017-12-19", "2018-01-15", False, "observed_until"),
        "UGA": ("2005-12-16", "2018-01-15", False, "observed_until"),
    }


def test_before_the_first_call_every_state_of_its_day(base: Tables) -> None:
    assert spells(base, "before_call") == {
        "COG": ("2000-11-15", "2004-03-01", True, None),
        "FRA": ("2000-11-15", "2005-12-16", False, "next_call"),
        "NIU": ("2000-11-15", "2005-12-16", False, "next_call"),
        "UGA": ("2000-11-15", "2005-12-16", False, "next_call"),
    }


def test_repeated_calls_cut_the_time(base: Tables) -> None:
    assert spells(base, "until_second_call")["UGA"] == ("2005-12-16", "2017-12-19", False, "next_call")
    assert spells(base, "after_repeated_call") == {"UGA": ("2017-12-19", "2018-01-15", False, "observed_until")}


def test_a_state_that_the_words_leave_out_is_not_waited_for(base: Tables) -> None:
    left_out = base["accession_call_states"].with_columns(
        addressed=pl.when(pl.col("participant_id") == "FRA").then(pl.lit("no")).otherwise("addressed")
    )
    assert "FRA" not in spells(base, "after_first_call", accession_call_states=left_out)


def test_calls_after_the_newest_status_start_nothing(base: Tables) -> None:
    rows = models.run("joining_spells", base)
    assert set(rows.filter(pl.col("treaty_id") == COVENANT)["series"]) == {"before_call"}


def test_other_calls_than_those_to_join_start_nothing(base: Tables) -> None:
    declarations = base["accession_calls"].with_columns(category=pl.lit("declaration"))
    assert models.run("joining_spells", base | {"accession_calls": declarations}).is_empty()


def curve(spells: list[tuple[int, bool, str | None]]) -> list[dict[str, Any]]:
    """Steps of one treaty's curve from (days, joined, regional group)."""
    row = {"treaty_id": PROTOCOL, "series": "after_first_call", "starts_on": date(2000, 1, 1)}
    frame = pl.DataFrame(
        [
            row | {"participant_id": f"S{number}", "days": days, "has_joined": joined, "regional_group": group}
            for number, (days, joined, group) in enumerate(spells)
        ],
        schema_overrides={"regional_group": pl.String},
    ).with_columns(observed_until=pl.lit(date(2018, 1, 15)))
    return models.run("joining_curves", {"joining_spells": frame}).to_dicts()


def steps(rows: list[dict[str, Any]], curve_id: str) -> list[tuple[int, int, int, float]]:
    return [
        (row["days"], row["at_risk"], row["joined"], row["share_joined"]) for row in rows if row["curve_id"] == curve_id
    ]


def test_kaplan_meier_by_hand() -> None:
    """Of six, one joins after 10 days (5/6 left outside), one is unseen after 15, two join after 20 (5/6 x 2/4)."""
    rows = curve(
        [(10, True, None), (15, False, None), (20, True, None), (20, True, None), (30, False, None), (40, False, None)]
    )
    assert steps(rows, f"{PROTOCOL}/after_first_call/all") == [
        (0, 6, 0, 0.0),
        (10, 6, 1, 0.166667),
        (20, 4, 2, 0.583333),
        (40, 1, 0, 0.583333),
    ]


def test_interval_by_hand() -> None:
    """Greenwood: after one of two, outside 1/2, variance 1/4 x 1/(2 x 1), 1.96 x 0.353553 = 0.692965, cut to 0, 1."""
    last = curve([(10, True, None), (20, False, None)])[1]
    assert (last["share_joined"], last["share_low"], last["share_high"]) == (0.5, 0.0, 1.0)
    many = curve([(10, True, None)] * 50 + [(20, False, None)] * 50)[1]
    assert (many["share_low"], many["share_high"]) == (0.402, 0.598)


def test_all_joined_is_one_without_interval() -> None:
    last = curve([(10, True, None)])[-2:]
    assert {(row["days"], row["share_joined"], row["share_low"]) for row in last if row["days"]} == {(10, 1.0, None)}


def test_regional_groups_have_curves_and_states_without_group_count_in_the_whole() -> None:
    rows = curve([(10, True, "African States"), (20, False, None)])
    assert steps(rows, f"{PROTOCOL}/after_first_call/African States")[-1] == (10, 1, 1, 1.0)
    assert steps(rows, f"{PROTOCOL}/after_first_call/all")[1] == (10, 2, 1, 0.5)
    assert {row["curve_id"].split("/")[-1] for row in rows} == {"African States", "all"}
