"""Errors of this room, apart from the code that raises them: importing them costs nothing."""

from __future__ import annotations

from collections.abc import Iterable


class UnreadableStatus(Exception):
    """A status file that cannot be read at all; the message says why."""


class UnknownParticipant(Exception):
    """A printed name that resolves to no participant."""

    def __init__(self, name: str) -> None:
        super().__init__(f"unknown participant: {name!r}")
        self.name = name


class UnknownParticipants(Exception):
    """Names in tables of participants that resolve to nobody: (file, treaty, name) each."""

    def __init__(self, unknown: Iterable[tuple[str, str, str]]) -> None:
        self.unknown = tuple(dict.fromkeys(unknown))
        lines = (f"{file}: treaty {treaty}: {name!r}" for file, treaty, name in self.unknown)
        super().__init__("unknown participants (add them to participant_names.csv): " + "; ".join(lines))

    def __reduce__(self) -> tuple[type[UnknownParticipants], tuple[tuple[tuple[str, str, str], ...]]]:
        return type(self), (self.unknown,)
