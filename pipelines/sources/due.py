"""When a settled answer is looked at again: documents for 45 days after adoption, treaty status always."""

from __future__ import annotations

from datetime import date, timedelta

from pipelines.sources.states import State

LOOK_AGAIN = timedelta(days=45)
_SETTLED_ERRORS = {"mislabelled", "too_large"}


def is_fresh(adopted: date | None, today: date) -> bool:
    """True while a document may still appear, or be reissued; `adopted` None: nobody can say, so it may."""
    return adopted is None or today <= adopted + LOOK_AGAIN


def is_due(state: State | None, adopted: date | None, today: date) -> bool:
    """True when a source has to be asked; `adopted` is the day of adoption, or a day that is surely no earlier."""
    if state is None:
        return True
    if state.status == "error":
        return state.reason not in _SETTLED_ERRORS
    return state.format == "status" or is_fresh(adopted, today)


def is_file_due(state: State | None, blob: str) -> bool:
    """True when a file of a repository has to be fetched: it is new, has changed, or came to nothing last time."""
    if state is None or state.blob != blob:
        return True
    return state.status == "error" and state.reason not in _SETTLED_ERRORS
