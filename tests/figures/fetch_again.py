"""What a second fetch asks when nothing is new: counted by the double, document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qs, unquote, urlsplit

from pipelines.archive.store import Archive
from pipelines.sources import ranges
from pipelines.sources.asks import Key
from pipelines.sources.clock import Clock
from pipelines.sources.fetch import fetch_all
from pipelines.sources.http import Client
from pipelines.sources.partitions import Partition
from pipelines.sources.planner import Wishes
from pipelines.sources.report import Report
from pipelines.sources.states import States
from tests.double.hosts import answers
from tests.double.large import large
from tests.double.server import Double
from tests.double.world import World, numbered

OLD, NEW = Partition("ga", "70"), ranges.running(datetime.now(UTC).date())[0]
"""A session long over, and the one under way: its documents may still come, or be reissued, for 45 days."""


async def again(speed: float, count: int = 120) -> list[str]:
    """Lines: documents by what may become of them, with the requests that the second fetch makes for them."""
    world = large(count)
    world.originals = numbered(count, OLD.session) | numbered(count, NEW.session)
    with TemporaryDirectory() as folder:
        async with Double(answers(world), speed=speed) as double:
            await _fetch(world, Path(folder), double.url, speed)
            before = {host: len(meter.targets) for host, meter in double.meters.items()}
            conditional = sum(meter.conditional for meter in double.meters.values())
            await _fetch(world, Path(folder), double.url, speed)
            targets = [one for host in double.meters for one in double.asked(host)[before.get(host, 0) :]]
            conditional = sum(meter.conditional for meter in double.meters.values()) - conditional
        return [*_table(world, States(Path(folder)), targets), f"conditional requests: {conditional}"]


async def _fetch(world: World, archive: Path, url: str, speed: float) -> None:
    client = Client("figures@example.org", base_url=url, clock=Clock(speed))
    wishes = Wishes(partitions=(OLD, NEW, Partition("ga", "0")), treaties=tuple(sorted(world.listed)), formats="best")
    await fetch_all(wishes, Archive(archive), client, Report())


def _table(world: World, states: States, targets: list[str]) -> Iterator[str]:
    asked = Counter(_document(world, target) for target in targets)
    kinds = {symbol: _kind(states, symbol) for symbol in _documents(world, states)}
    for kind in sorted(set(kinds.values())):
        counts = [asked[symbol] for symbol, one in kinds.items() if one == kind]
        yield f"{kind}: {len(counts)} documents, {sum(counts)} requests, {max(counts)} at most for one"
    others = Counter({symbol: count for symbol, count in asked.items() if symbol not in kinds})
    yield f"for no document: {dict(others)}"


def _documents(world: World, states: States) -> set[str]:
    return {state.symbol for state in states} | {symbol for symbol, _, _ in world.originals} | world.listed


def _kind(states: States, symbol: str) -> str:
    """A document's place in the second fetch, by the ledger that the two fetches left."""
    found = [states.get(Key(symbol, "en", format)) for format in ("xml", "word", "pdf", "status")]
    held = [state for state in found if state is not None]
    statuses = {state.status for state in held}
    status = next((one for one in ("saved", "error", "absent") if one in statuses), "unknown")
    is_new = any(state.format == "status" for state in held) or symbol.startswith(f"A/RES/{NEW.session}/")
    may_change = "at rest" if status == "error" else "may change" if is_new else "settled"
    return f"{may_change}, {status}"


def _document(world: World, target: str) -> str:
    """The symbol or treaty that a request is about, else the path asked."""
    parts, query = urlsplit(target), parse_qs(urlsplit(target).query)
    path = unquote(parts.path)
    for name in ("s", "mtdsg_no"):
        if name in query:
            return query[name][0]
    if path.startswith("/doc/Publication/"):
        return path.rpartition("/")[2].partition(".")[0]
    for (symbol, _, type_), original in world.originals.items():
        if path.lower() == original.path(type_).lower():
            return symbol
    return path
