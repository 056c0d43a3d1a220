"""When an answer is looked at again: documents for 45 days after adoption, treaty status always, errors by kind."""

from __future__ import annotations

from datetime import date, timedelta

from pipelines.sources.errors import LASTING, SETTLED
from pipelines.sources.states import State

LOOK_AGAIN = timedelta(days=45)
WEEK = timedelta(days=7)
LONGEST_REST = timedelta(days=32)


def is_fresh(adopted: date | None, today: date) -> bool:
    """True while a document may still appear, or be reissued; `adopted` None: nobody can say, so it may."""
    return adopted is None or today <= adopted + LOOK_AGAIN


def is_due(state: State | None, adopted: date | None, today: date, is_named: bool = False) -> bool:
    """True when a source has to be asked; `adopted` is the day of adoption, or a day that is surely no earlier.

    `is_named`: the user asks for this very document, so that an error does not rest.
    """
    if state is None:
        return True
    if state.status == "error":
        return _is_error_due(state, today, is_named)
    return state.format == "status" or is_fresh(adopted, today)


def is_file_due(state: State | None, blob: str, today: date, is_named: bool = False) -> bool:
    """True when a file of a repository has to be fetched: it is new, has changed, or came to nothing last time."""
    if state is None or state.blob != blob:
        return True
    return state.status == "error" and _is_error_due(state, today, is_named)


def is_weekly_due(state: State | None, today: date) -> bool:
    """For a Word file that may still come beside a PDF that is there: the two are mostly put up together."""
    return state is None or state.status != "absent" or today >= date.fromisoformat(state.at[:10]) + WEEK


def rest(failures: int) -> timedelta:
    """How long an ask rests after so many runs in a row in which it failed: 1, 2, 4 … 32 days."""
    return min(timedelta(days=2 ** min(max(failures, 1) - 1, 9)), LONGEST_REST)


def _is_error_due(state: State, today: date, is_named: bool) -> bool:
    """What fails in passing, or at a host that refused, is due with the next run; what fails by itself rests."""
    if state.reason in SETTLED:
        return False
    if state.reason not in LASTING or is_named:
        return True
    return today >= date.fromisoformat(state.at[:10]) + rest(state.failures)
