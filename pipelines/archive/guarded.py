"""Work at import on a file that may hang, crash or eat all memory, in a process of its own for the formats that can."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from pipelines.archive import pdf, recognise
from pipelines.archive.recognise import Recognised
from pipelines.workers import Died, Limits, Pool, watched

R = TypeVar("R")


def recognised(data: bytes, name: str) -> Recognised:
    """What the file is; one that brings its process down is taken as what it begins as, with a warning.

    The quality table of a build is where it is said what became of it. Raises WrongLimit.
    """
    format = "pdf" if pdf.is_pdf(data) else "word" if data.startswith(b"PK") else None
    if format is None:
        return recognise.recognise(data, name)
    try:
        return guarded(recognise.recognise, data, name)
    except Died as error:
        return Recognised(format, reason=f"stopped while it was looked at: {error}")


def guarded(function: Callable[..., R], *given: Any) -> R:
    """`function(*given)` in that process. Raises Died."""
    result: R = _process().submit(_watched, function, *given).result()
    return result


@cache
def _process() -> Pool:
    """One for the life of this process, started with the first such file."""
    return Pool(1, Limits.from_environment())


def _watched(function: Callable[..., R], *given: Any) -> R:
    with watched():
        return function(*given)
