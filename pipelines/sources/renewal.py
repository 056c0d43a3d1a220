"""What a refresh asks for: all that the archive follows already, and the sessions under way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipelines.archive.store import Archive
from pipelines.sources import ranges
from pipelines.sources.partitions import Partition, of_printed
from pipelines.sources.states import States


class NothingToRenew(Exception):
    """The archive follows no session and no treaty yet."""


def renewal(archive: Path, today: date) -> list[str]:
    """Every session and treaty that the archive follows, in words. Raises NothingToRenew."""
    partitions, treaties = followed(archive)
    if not (partitions or treaties):
        raise NothingToRenew(f"{archive} follows nothing yet: accede fetch ga/78 --treaties XVIII-12-a")
    bodies = {one.body for one in partitions}
    later = [one for one in ranges.running(today) if one.body in bodies]
    return [*map(str, dict.fromkeys([*partitions, *later])), *treaties]


def followed(archive: Path) -> tuple[list[Partition], list[str]]:
    """The sessions and treaties of which the archive has a file, or has asked for one; specimens apart."""
    entries = Archive(archive).entries() if Archive(archive).exists else []
    symbols = {entry.symbol for entry in entries if entry.format != "status" and entry.symbol}
    treaties = {entry.symbol for entry in entries if entry.format == "status" and entry.symbol}
    for state in States(archive):
        if state.format == "status":
            treaties.add(state.symbol)
        elif state.status != "absent":
            # A symbol that never was (A/RES/168/1, mistyped) makes no session that is followed.
            symbols.add(state.symbol)
    partitions = {found for symbol in symbols if (found := of_printed(symbol))}
    return sorted(one for one in partitions if one.session.rpartition("-")[2] != "0"), sorted(treaties)
