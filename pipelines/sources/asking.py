"""Asking again when a page stands where something else should: an outage that answers 200 says nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from pipelines.sources.bodies import kind_of
from pipelines.sources.http import Answer

TRIES = 3


def is_page(answer: Answer) -> bool:
    """True for a page that a browser would show, whatever its Content-Type."""
    return answer.status == 200 and kind_of(answer.body) == "html"


async def unless(odd: Callable[[Answer], bool], ask: Callable[[], Awaitable[Answer]]) -> Answer:
    """The first answer that is not odd, the last one when all tries are."""
    answer = await ask()
    for _ in range(TRIES - 1):
        if not odd(answer):
            break
        answer = await ask()
    return answer
