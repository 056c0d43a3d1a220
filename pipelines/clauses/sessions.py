"""When a body can have adopted a resolution, by the session or year in its symbol."""

from __future__ import annotations

from datetime import date

# Session 0 is that of the specimens, which anybody may have adopted at any time.
_NEVER_HELD = "0"


def is_in_session(body: str, session: str, day: date) -> bool:
    """False where the symbol rules the day out: S/RES/1139(1997) has a day of 1987 printed on it.

    A year of the Economic and Social Council begins in the summer before it (E/RES/2023/2 is of July 2022); a session
    of the General Assembly lasts from September to September; special sessions have no rule.
    """
    if not session.isdecimal() or session == _NEVER_HELD:
        return True
    number = int(session)
    if body == "sc":
        return day.year == number
    if body == "ecosoc" and number > 1900:
        return day.year in (number - 1, number)
    if body == "ga":
        return date(1945 + number, 9, 1) <= day <= date(1946 + number, 9, 30)
    if body == "hrc":
        return day.year == 2006 + (number - 1) // 3
    return True
