"""What a fetch did, counted as it goes: the figures of the bar and of the account at the end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from pipelines.sources.asks import Key
from pipelines.sources.errors import Failed


@dataclass(slots=True)
class Report:
    """`saved` and `unchanged` count files, `absent` documents (files where all formats are asked for); `errors` keeps
    the last failure of each ask that has no answer.

    `settled`, `known_absent`, `resting`: documents that needed no ask (see Plan); `not_asked`: asks that were left
    because their host was given up or the budget was spent; `stopped`: why, by host.
    """

    saved: int = 0
    unchanged: int = 0
    absent: Counter[str] = field(default_factory=Counter)
    errors: dict[Key, Failed] = field(default_factory=dict)
    settled: int = 0
    known_absent: int = 0
    resting: int = 0
    not_asked: int = 0
    stopped: dict[str, str] = field(default_factory=dict)
    requests: int = 0
    is_budget_spent: bool = False

    @property
    def by_reason(self) -> Counter[str]:
        """Errors by kind."""
        return Counter(error.kind for error in self.errors.values())

    @property
    def is_complete(self) -> bool:
        """True when every ask has a definite answer."""
        return not (self.errors or self.not_asked or self.is_budget_spent)
