"""What the checks say of tables, and whether they name the fault that was planted in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.publish import checks, connection
from pipelines.publish.checks import Failure
from tests.faults.fault import Fault, Tables


def found(tables: Tables, table: str | None = None) -> list[Failure]:
    """The failures of all tables; of those checks alone that read `table`, where the others are known to be clean."""
    wrong = checks.shape(tables)
    if wrong:
        return wrong
    asked = [check for check in checks.all_checks() if table is None or _reads(check.statement, table)]
    with connection.connect() as con:
        connection.register(con, tables)
        return checks.run(con, asked)


def _reads(statement: str, table: str) -> bool:
    return re.search(rf"\b{table}\b", statement) is not None


@dataclass(frozen=True)
class Verdict:
    """The failures that one fault led to."""

    fault: Fault
    failures: Sequence[Failure]

    @classmethod
    def of(cls, fault: Fault) -> Verdict:
        return cls(fault, found(fault.tables, fault.table))

    @property
    def is_stopped(self) -> bool:
        return bool(self.failures)

    @property
    def is_named(self) -> bool:
        return any(failure.table == self.fault.table for failure in self.failures) or self._shows()

    @property
    def is_row_named(self) -> bool:
        return self.is_named and (not self.fault.names or self._shows())

    def _shows(self) -> bool:
        said = "\n".join(map(str, self.failures))
        return any(name in said for name in self.fault.names)
