"""Fetching: every ask of a plan to its source, every answer into the archive and the ledger of asks, in that order.

A file stands in the archive before the ledger of asks speaks of it; a process killed in between has the file, and the
next run finds it there. Nothing that was saved is asked for again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from pipelines.archive.entry import Entry
from pipelines.archive.store import Archive
from pipelines.sources import digital_library, ods, treaty_collection, unxml
from pipelines.sources.asks import Absent, Ask, Key, Outcome, Saved, Want
from pipelines.sources.errors import WORTH_ANOTHER_TRY, BudgetSpent, Failed
from pipelines.sources.http import Client
from pipelines.sources.old_formats import readable
from pipelines.sources.report import Report
from pipelines.sources.states import State, States
from pipelines.symbols import parse

Progress = Callable[[int, int, Report], None]
CAPTURES: dict[str, Callable[[Client, Ask], Awaitable[Outcome]]] = {
    unxml.NAME: unxml.capture,
    ods.NAME: ods.capture,
    treaty_collection.NAME: treaty_collection.capture,
    digital_library.NAME: digital_library.capture,
}
LOOKS: dict[str, Callable[[Client, Key], Awaitable[bool]]] = {
    ods.NAME: ods.is_still_absent,
    treaty_collection.NAME: treaty_collection.is_still_absent,
}
"""The shortest look that tells whether a document which was absent in all formats still is."""
WORKERS = 4
"""For each source; how many requests are really under way is for the gates of the hosts to say."""
ROUNDS = 4
BETWEEN_ROUNDS = 5.0
"""Seconds, longer each time: what failed in an outage is not asked again at once."""
_KEPT_HEADERS = ("content-type", "content-length", "etag", "last-modified", "date")
_FORMATS = {"akn": "xml", "extract": "extract", "status": "status", "pdf": "pdf"}


class Keeper:
    """One fetch into one archive."""

    def __init__(self, archive: Archive, states: States, client: Client, report: Report | None = None) -> None:
        self._archive = archive
        self._states = states
        self._client = client
        self.report = report or Report()

    @contextmanager
    def writing(self, on_wait: Callable[[], None] | None = None) -> Iterator[None]:
        """Hold archive and ledger; what an earlier, killed run had saved is entered. Raises FetchUnderWay.

        A second fetch is refused, since limits per host hold within one process; an import is waited for.
        """
        if not self._archive.exists:
            with self._archive.writing(on_wait):
                pass
        with self._states.writing(), self._archive.writing(on_wait):
            self._reconcile()
            yield

    async def run(self, wants: Sequence[Want], progress: Progress | None = None) -> Report:
        """Ask for everything, within `writing`; what failed in passing is asked again at the end, a few times."""
        done = 0

        def tell() -> None:
            nonlocal done
            done += 1
            if progress:
                progress(min(done, len(wants)), len(wants), self.report)

        pending = list(wants)
        for number in range(ROUNDS):
            await self._client.clock.sleep(number * BETWEEN_ROUNDS)
            pending = await self._round(pending, tell)
            if not pending or self.report.is_budget_spent:
                break
        self.report.stopped = {name: gate.stopped for name, gate in self._client.gates.items() if gate.stopped}
        return self.report

    async def _round(self, wants: Iterable[Want], tell: Callable[[], None]) -> list[Want]:
        """The wants that are worth another try."""
        by_source: dict[str, list[Want]] = {}
        for want in wants:
            by_source.setdefault(want.asks[0].source, []).append(want)
        again: list[Want] = []
        async with asyncio.TaskGroup() as group:
            for queue in map(iter, by_source.values()):
                for _ in range(WORKERS):
                    group.create_task(self._work(queue, again, tell))
        return again

    async def _work(self, queue: Iterator[Want], again: list[Want], tell: Callable[[], None]) -> None:
        for want in queue:
            try:
                left = await self._want(want)
            except BudgetSpent:
                self.report.is_budget_spent = True
                self.report.not_asked += 1
                continue
            if left:
                again.append(left)
            tell()

    async def _want(self, want: Want) -> Want | None:
        """Ask in the order of preference; what is left of the want when a failure of the moment is in the way."""
        if self.report.is_budget_spent:
            raise BudgetSpent
        if await self._is_still_absent(want):
            return None
        left: list[Ask] = []
        for place, ask in enumerate(want.asks):
            error, is_there = await self._ask(ask)
            if want.all and not (error or is_there):
                self.report.absent[ask.source] += 1
            if error and error.kind == "host_stopped":
                self.report.not_asked += 1
                return None
            if is_there and not want.all:
                for other in want.asks:
                    self.report.errors.pop(other.key, None)
                return None
            if error and error.is_passing and not want.all:
                return replace(want, asks=(*left, *want.asks[place:]))
            if error and error.kind in WORTH_ANOTHER_TRY:
                left.append(ask)
        if left:
            return replace(want, asks=tuple(left))
        if not (want.all or any(ask.key in self.report.errors for ask in want.asks)):
            self.report.absent[want.asks[0].source] += 1
        return None

    async def _is_still_absent(self, want: Want) -> bool:
        """The short second look; a failure of it leaves the question to the asks themselves."""
        first, last = want.asks[0], want.asks[-1]
        is_whole = last.key.format in {"pdf", "status"} and all(ask.was_absent for ask in want.asks)
        if first.source not in LOOKS or not is_whole:
            return False
        try:
            is_absent = await LOOKS[first.source](self._client, first.key)
        except Failed:
            return False
        if is_absent:
            self.report.absent[first.source] += 1
        return is_absent

    async def _ask(self, ask: Ask) -> tuple[Failed | None, bool]:
        """(failure, whether the document is in the archive)."""
        if self.report.is_budget_spent:
            raise BudgetSpent
        try:
            outcome = await CAPTURES[ask.source](self._client, ask)
            return None, await self._keep(ask, outcome)
        except Failed as error:
            if error.kind != "host_stopped":
                self._put(self._failed(ask, error))
                self.report.errors[ask.key] = error
            return error, False

    async def _keep(self, ask: Ask, outcome: Outcome) -> bool:
        if isinstance(outcome, Saved):
            # The readable form goes first: where the original stands, nothing is left to do.
            for one in await readable(outcome):
                self._archive.add(one.body, replace(_entry(one, ask.source), made_from=outcome.sha256))
            self._save(ask, outcome)
            self.report.saved += outcome.sha256 != ask.sha256
            self.report.unchanged += outcome.sha256 == ask.sha256
        elif isinstance(outcome, Absent):
            self._put(self._state(ask, "absent", reason=outcome.reason))
        else:
            earlier = self._states.get(ask.key)
            self._put(replace(self._state(ask, "saved"), headers=earlier.headers if earlier else {}))
            self.report.unchanged += 1
        self.report.errors.pop(ask.key, None)
        return not isinstance(outcome, Absent)

    def _save(self, ask: Ask, saved: Saved) -> None:
        """Raises Failed when the file is another document than the one asked for; it is kept as what it is."""
        for one in saved.members or (saved,):
            self._archive.add(one.body, _entry(one, ask.source))
        state = replace(
            self._state(ask, "saved"),
            url=saved.url,
            sha256=saved.sha256,
            etag=saved.headers.get("etag"),
            last_modified=saved.headers.get("last-modified"),
            headers={name: saved.headers[name] for name in _KEPT_HEADERS if name in saved.headers},
        )
        is_language = saved.language in {None, ask.key.language}
        if saved.symbol is None or saved.members or (is_language and _same(ask.key.symbol, saved.symbol)):
            self._put(state)
            return
        true = replace(state, symbol=saved.symbol, language=saved.language or ask.key.language)
        if (known := self._states.get(true.key)) is None or known.status != "saved":
            self._put(true)
        raise Failed("mislabelled", f"{saved.name} says that it is {saved.symbol} in {saved.language}; kept as that")

    def _state(self, ask: Ask, status: str, reason: str | None = None, detail: str | None = None) -> State:
        return State(
            *ask.key,
            status=status,  # type: ignore[arg-type]
            source=ask.source,
            at=self._client.clock.stamp().isoformat(),
            reason=reason,
            detail=detail,
            url=ask.url,
            sha256=ask.sha256,
            blob=ask.blob,
            etag=ask.etag,
            last_modified=ask.last_modified,
        )

    def _failed(self, ask: Ask, error: Failed) -> State:
        """An error, with the number of runs in a row that ended so; several tries within a run count once."""
        earlier = self._states.get(ask.key)
        failures = earlier.failures if earlier and earlier.status == "error" else 0
        is_first = ask.key not in self.report.errors
        return replace(self._state(ask, "error", error.kind, error.detail), failures=failures + is_first)

    def _put(self, state: State) -> None:
        self._states.put(state)

    def _reconcile(self) -> None:
        """Enter what the archive has from a source and the ledger of asks does not know: a run was killed there."""
        known = {state.url for state in self._states if state.sha256}
        for entry in self._archive.entries():
            if entry.source in CAPTURES and entry.url not in known and "#" not in (entry.url or ""):
                self._put(self._found(entry))

    def _found(self, entry: Entry) -> State:
        key = Key(entry.symbol or entry.name, entry.language or "en", _FORMATS.get(entry.format, "word"))
        is_xml = entry.source == unxml.NAME
        return State(
            *key,
            status="saved",
            source=entry.source,
            at=self._client.clock.stamp().isoformat(),
            detail="found in the archive",
            url=entry.url,
            sha256=entry.sha256,
            blob=unxml.git_blob(self._archive.read(entry.sha256)) if is_xml else None,
        )


def _entry(saved: Saved, source: str) -> Entry:
    return Entry(
        sha256=saved.sha256,
        format=saved.kind,
        symbol=saved.symbol,
        language=saved.language,
        name=saved.name,
        source=source,
        url=saved.url,
        as_at=saved.as_at,
        size=len(saved.body),
    )


def _same(asked: str, said: str) -> bool:
    """True for the same document: lettered parts lie in one, and the year of S/RES in a file name may be wrong."""
    one, other = parse(asked), parse(said)
    if one is None or other is None:
        return asked == said or one is None
    if one.body == "sc" and one.kind == other.kind == "resolution":
        return one.number == other.number
    return one.stem == other.stem
