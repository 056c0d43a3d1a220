"""What needs several rooms: the SQL models, one asset for each SELECT in sql/models/, and unions."""

import dagster as dg
import polars as pl

from pipelines.contracts import contract
from pipelines.publish import models
from pipelines.treaties.participants import Participants


@dg.asset(
    group_name="joins",
    io_manager_key="staging",
    kinds={"duckdb"},
    description=contract("accession_call_states").description,
)
def accession_call_states(
    accession_calls: pl.DataFrame,
    resolutions: pl.DataFrame,
    votes: pl.DataFrame,
    treaties: pl.DataFrame,
    participants: pl.DataFrame,
    treaty_actions: pl.DataFrame,
    treaty_standing: pl.DataFrame,
) -> pl.DataFrame:
    """Each call and each State of the day: standing then, vote, and what came after."""
    return models.run(
        "accession_call_states",
        {
            "accession_calls": accession_calls,
            "resolutions": resolutions,
            "votes": votes,
            "treaties": treaties,
            "participants": participants,
            "treaty_actions": treaty_actions,
            "treaty_standing": treaty_standing,
        },
    )


@dg.asset(
    group_name="joins",
    io_manager_key="staging",
    kinds={"duckdb"},
    description=contract("joining_spells").description,
)
def joining_spells(
    accession_call_states: pl.DataFrame,
    accession_calls: pl.DataFrame,
    treaties: pl.DataFrame,
    participants: pl.DataFrame,
    treaty_actions: pl.DataFrame,
) -> pl.DataFrame:
    """Each State outside a treaty that it was asked to join: how long, and how it ended."""
    return models.run(
        "joining_spells",
        {
            "accession_call_states": accession_call_states,
            "accession_calls": accession_calls,
            "treaties": treaties,
            "participants": participants,
            "treaty_actions": treaty_actions,
        },
    )


@dg.asset(
    group_name="joins",
    io_manager_key="staging",
    kinds={"duckdb"},
    description=contract("joining_curves").description,
)
def joining_curves(joining_spells: pl.DataFrame) -> pl.DataFrame:
    """Share joined by days since the first call, before any call, and after repeated ones."""
    return models.run("joining_curves", {"joining_spells": joining_spells})


@dg.asset(group_name="joins", io_manager_key="staging", description=contract("quality").description)
def quality(
    treaty_faults: pl.DataFrame,
    clause_faults: pl.DataFrame,
    link_faults: pl.DataFrame,
) -> pl.DataFrame:
    """The faults of all rooms as one table."""
    together = pl.concat([treaty_faults, clause_faults, link_faults]).unique("quality_id")
    return contract("quality").sorted(together)


@dg.asset(group_name="joins", io_manager_key="staging", description=contract("participant_names").description)
def participant_names(status_names: pl.DataFrame, votes: pl.DataFrame) -> pl.DataFrame:
    """Every name printed in status files or lists of votes, and whom it stands for."""
    printed = votes["name_printed"].drop_nulls().unique().to_list()
    voters = contract("participant_names").frame(Participants.load().name_rows(printed))
    return contract("participant_names").sorted(pl.concat([status_names, voters]).unique("name"))
