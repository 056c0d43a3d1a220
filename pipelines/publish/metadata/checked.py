"""checks.csv: every rule that the tables of a release were held against. Were one broken, there would be no release."""

from __future__ import annotations

import csv
import io

from pipelines.publish.checks import all_checks
from pipelines.publish.metadata.facts import Facts

COLUMNS = ("table", "column", "kind", "rule", "rows", "failures")


def rules(facts: Facts) -> str:
    """One line for each rule, with the rows of its table and how many break it: none, or nothing would be released.

    A text-free edition was checked with its words, before they were left out.
    """
    text = io.StringIO()
    write = csv.writer(text, lineterminator="\n")
    write.writerow(COLUMNS)
    for check in all_checks():
        write.writerow((check.table, check.column or "", check.kind, check.rule, facts.rows[check.table], 0))
    return text.getvalue()


def sentence() -> str:
    """How many rules there are, for a README."""
    checks = all_checks()
    tables = len({check.table for check in checks})
    return f"The {tables} tables were held against {len(checks):,} rules, and none is broken: checks.csv lists them."
