"""When to ask again: after a pause that grows, is never the same twice, and is never shorter than the server asks."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

ATTEMPTS = 5
FIRST, LONGEST = 2.0, 60.0
PATIENCE = 600.0
"""Seconds; a server that asks for a longer pause is left alone until another day."""


def back_off(attempt: int, chance: random.Random, floor: float | None = None) -> float:
    """Seconds to wait before attempt number `attempt` (1 is the first repetition): half fixed, half by chance."""
    span = min(LONGEST, FIRST * 2.0 ** (attempt - 1))
    return max(span * (0.5 + chance.random() / 2), floor or 0.0)


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds in a Retry-After header, given as seconds or as a date; None when there is none that can be read."""
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())
