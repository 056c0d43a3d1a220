"""A rule is asked again when a row, the rule, or a table that it names has changed, and only then."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pipelines.memo import Memo
from pipelines.publish.checks import Check, all_checks
from pipelines.publish.held import Held, content
from tests.publish.tables import tables

ROOM = ("clauses", "documents", "quality", "resolutions")


def held(memo: Memo, room: str, frames: dict[str, pl.DataFrame], *others: str) -> Held:
    known = Held(memo, room, *others)
    for name in ROOM:
        known.read(name, frames[name])
    return known


def named(*kinds: str) -> list[Check]:
    return [check for check in all_checks() if check.table == "clauses" and check.kind in kinds]


def test_only_rules_over_rows_that_changed_are_asked_again(tmp_path: Path) -> None:
    memo, frames = Memo(tmp_path, "1"), tables()
    checks = named("clause_hash", "clause_document")
    held(memo, "clauses", frames).keep(checks)
    assert all(check in held(memo, "verdict", frames, "clauses") for check in checks)
    frames["documents"] = frames["documents"].reverse()
    assert [check.kind for check in checks if check in held(memo, "clauses", frames)] == ["clause_hash"]


def test_what_is_not_kept_or_rests_on_a_table_that_is_not_there_is_asked(tmp_path: Path) -> None:
    memo, frames = Memo(tmp_path, "1"), tables()
    kept, other = named("clause_hash", "clause_label")
    citing = next(check for check in all_checks() if check.kind == "citation_span")
    held(memo, "clauses", frames).keep([kept, citing])
    again = held(memo, "clauses", frames)
    assert [check in again for check in (kept, other, citing)] == [True, False, False]


def test_equal_rows_have_one_content_however_they_lie_in_memory() -> None:
    frame = tables()["clauses"]
    pieces = pl.concat([frame.head(1), frame.slice(1)], rechunk=False)
    assert content(pieces) == content(frame) != content(frame.reverse())
    assert content(frame.clear()) != content(frame)
