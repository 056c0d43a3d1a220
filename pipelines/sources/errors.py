"""How asking can fail: each failure has a kind that is counted, a detail that is printed, and says whether to go on."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "network", "tls", "timeout", "cut", "server_error", "too_many_requests",
    "challenge", "forbidden", "robots", "host_stopped", "unknown_host", "redirect_refused",
    "too_large", "wrong_kind", "mislabelled", "maintenance", "unexpected", "no_day",
]  # fmt: skip

PASSING: frozenset[Kind] = frozenset(
    {"network", "tls", "timeout", "cut", "server_error", "too_many_requests", "host_stopped", "maintenance"}
)
"""Failures of the moment: the same ask may well be answered later."""

WORTH_ANOTHER_TRY: frozenset[Kind] = PASSING - {"host_stopped"} | {"wrong_kind", "unexpected"}
"""Failures after which the same ask is repeated at the end of a run: a page of an outage may stand for a file."""

LASTING: frozenset[Kind] = frozenset({"wrong_kind", "unexpected", "redirect_refused", "unknown_host", "no_day"})
"""Failures that were repeated within a run and are likely to meet the next run too: that one comes later and later."""

SETTLED: frozenset[Kind] = frozenset({"mislabelled", "too_large"})
"""Failures that only another file can mend."""

LABELS: dict[Kind, str] = {
    "network": "no connection",
    "tls": "no secure connection",
    "timeout": "too slow",
    "cut": "body cut short",
    "server_error": "the server failed",
    "too_many_requests": "the server asks for fewer requests",
    "challenge": "the server wants proof of a human (WAF challenge)",
    "forbidden": "the server refuses",
    "robots": "robots.txt does not allow it",
    "host_stopped": "not asked: its host was given up for this time",
    "unknown_host": "host that is not on the list",
    "redirect_refused": "redirect that is not followed",
    "too_large": "larger than any document",
    "wrong_kind": "not the kind of file asked for",
    "mislabelled": "another document than its name says",
    "maintenance": "the site is under maintenance",
    "unexpected": "answer that this version does not understand",
    "no_day": "treaty status without its day",
}


class Failed(Exception):
    """An ask without a definite answer. `retry_after`: seconds that the server asks to wait, at least."""

    def __init__(self, kind: Kind, detail: str, retry_after: float | None = None) -> None:
        # Much of it was written by a server: nothing that a terminal would obey may pass.
        detail = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in detail)
        super().__init__(detail)
        self.kind: Kind = kind
        self.detail = detail
        self.retry_after = retry_after

    @property
    def is_passing(self) -> bool:
        """True when the same ask may be answered later."""
        return self.kind in PASSING


class BudgetSpent(Exception):
    """As many requests were made as the user allowed."""


class NoContact(Exception):
    """The user has not said how a server's people can reach them."""


class WrongAddress(Exception):
    """An address that is no place for a double."""
