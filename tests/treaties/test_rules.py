from __future__ import annotations

from pipelines.contracts import contract
from pipelines.treaties.effect_rules import Rule
from pipelines.treaties.rules import rows


def test_rules_of_the_reference_data() -> None:
    [row] = rows(["XVIII-12-a"], {})
    assert (row["eligibility"], row["eligibility_reason"]) == ("all_states", "Article 16: all States")
    assert (row["effect"], row["effect_number"], row["withdrawal_effect_number"]) == ("days", 30, 12)
    assert (row["own_effect"], row["own_effect_number"], row["own_instruments"]) == ("days", 90, 40)
    contract("treaty_rules").frame([row])


def test_rule_that_only_the_status_file_quotes() -> None:
    [row] = rows(["XVIII-99"], {"XVIII-99": Rule("months", 3)})
    assert (row["effect"], row["effect_number"], row["effect_source"]) == ("months", 3, "status file")
    assert row["eligibility"] is None


def test_treaty_without_rule_has_no_row() -> None:
    assert rows(["XVIII-99"], {}) == []
