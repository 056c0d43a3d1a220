"""The plan of a fetch: which documents there are, in which format each is had best, what is missing or due.

Pure: wishes, ledger, listings and a day in, asks out. No network; planning all 27,000 symbols takes a second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipelines.sources import digital_library, ods, ranges, treaty_collection, unxml
from pipelines.sources.asks import Ask, Key, Want
from pipelines.sources.due import is_due, is_file_due, is_weekly_due
from pipelines.sources.hosts import HOSTS
from pipelines.sources.partitions import Partition, of_symbol
from pipelines.sources.states import State, States
from pipelines.sources.trees import File
from pipelines.symbols import Symbol

Formats = Literal["best", "all", "xml", "word", "pdf"]
FIRST_WORD_DAY = date(1993, 1, 1)
"""Files of a word processor are on ODS from about this year on."""
_REQUESTS = {"unxml": 1, "ods": 2, "treaty_collection": 2, "digital_library": 2}
_HOST_OF = {
    "unxml": "raw.githubusercontent.com",
    "ods": "documents.un.org",
    "treaty_collection": "treaties.un.org",
    "digital_library": "digitallibrary.un.org",
}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asks for. `addresses`: of the Digital Library; `languages`: ISO 639-1; `sources`: may be asked."""

    symbols: tuple[Symbol, ...] = ()
    partitions: tuple[Partition, ...] = ()
    treaties: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    formats: Formats = "best"
    sources: frozenset[str] = frozenset({unxml.NAME, ods.NAME, treaty_collection.NAME})

    @property
    def bodies(self) -> list[str]:
        """The bodies whose repositories have to be listed."""
        named = {symbol.body for symbol in self.symbols} | {one.body for one in self.partitions}
        return [body for body in ("ga", "sc", "hrc", "ecosoc") if body in named]


@dataclass(slots=True)
class Plan:
    """`wants` in the order in which they are asked; the others are documents that need no ask.

    `settled`: had before; `known_absent`: looked for long enough; `resting`: in error, and not to be asked again yet.
    """

    wants: list[Want] = field(default_factory=list)
    settled: int = 0
    known_absent: int = 0
    resting: int = 0

    @property
    def requests(self) -> Counter[str]:
        """About how many requests each host will get, when the first format of each document is there."""
        count: Counter[str] = Counter()
        for want in self.wants:
            for ask in want.asks if want.all else want.asks[:1]:
                count[_HOST_OF[ask.source]] += 1 if ask.sha256 or ask.was_absent else _REQUESTS[ask.source]
        return count

    @property
    def seconds(self) -> float:
        """About how long it takes at the polite rate; hosts are asked side by side."""
        return max((count * HOSTS[host].spacing for host, count in self.requests.items()), default=0.0)


def plan(
    wishes: Wishes,
    states: States,
    files: list[File],
    today: date,
    listed: Mapping[Partition, Mapping[str, date | None]] | None = None,
) -> Plan:
    """The asks that fulfil the wishes. `listed`: symbols and days of adoption by partition, from tables."""
    return _Planner(wishes, states, files, today, listed or {}).plan()


class _Planner:
    def __init__(
        self,
        wishes: Wishes,
        states: States,
        files: list[File],
        today: date,
        listed: Mapping[Partition, Mapping[str, date | None]],
    ) -> None:
        self._wishes = wishes
        self._states = states
        self._by_url = states.by_url()
        self._today = today
        self._listed = listed
        self._days = {symbol: day for rows in listed.values() for symbol, day in rows.items() if day}
        self._partitions = set(wishes.partitions)
        self._named = {_match(symbol.stem): symbol for symbol in wishes.symbols}
        self._near = self._partitions | {of_symbol(symbol) for symbol in wishes.symbols}
        self._files = self._by_symbol(files) if "unxml" in wishes.sources else {}
        self._plan = Plan()

    def plan(self) -> Plan:
        for treaty in self._wishes.treaties:
            self._treaty(treaty)
        for address in self._wishes.addresses:
            self._address(address)
        for (symbol, language), files in self._files.items():
            if not symbol:
                for file in files:
                    self._add([self._file_ask(file, Key(file.path, language, file.expected.format))])
        for symbol, adopted in self._symbols():
            for language in self._wishes.languages:
                self._document(symbol, language, adopted)
        return self._plan

    def _by_symbol(self, files: list[File]) -> dict[tuple[str, str], list[File]]:
        """The files wished for by symbol and language; extracts and zip files under no symbol."""
        found: dict[tuple[str, str], list[File]] = {}
        for file in files:
            what = file.expected
            language = what.language or "en"
            if what.format != "extract" and language not in self._wishes.languages:
                continue
            if what.symbol is None and what.partition in self._near:
                found.setdefault(("", language), []).append(file)
            elif what.symbol and (what.partition in self._partitions or _match(what.symbol) in self._named):
                found.setdefault((_match(what.symbol), language), []).append(file)
        return found

    def _symbols(self) -> Iterator[tuple[str, date | None]]:
        """Every symbol wished for once, with a day by which it was surely adopted."""
        seen: set[str] = set()
        for symbol, partition in self._candidates():
            if _match(symbol) not in seen:
                seen.add(_match(symbol))
                yield symbol, self._days.get(symbol) or partition.latest_day

    def _candidates(self) -> Iterator[tuple[str, Partition]]:
        for named in self._named.values():
            yield named.stem, of_symbol(named)
        for partition in self._wishes.partitions:
            for symbol in self._listed.get(partition) or ranges.symbols(partition):
                yield symbol, partition
        for (symbol, _), files in self._files.items():
            if symbol and files[0].expected.partition:
                yield files[0].expected.symbol or symbol, files[0].expected.partition

    def _document(self, symbol: str, language: str, adopted: date | None) -> None:
        files = self._files.get((_match(symbol), language), [])
        formats = self._wishes.formats
        asks = self._ods_asks(symbol, language, adopted)
        if formats not in {"best", "all", "xml"} or not files:
            self._add(asks)
            return
        # Further files of one symbol are its lettered parts, or a reissue: each is a document of its own.
        first, *others = (
            self._file_ask(file, Key(symbol if place == 0 else f"{symbol} {file.path}", language, "xml"))
            for place, file in enumerate(files)
        )
        self._add([first, *asks])
        for other in others:
            self._add([other])

    def _ods_asks(self, symbol: str, language: str, adopted: date | None) -> list[tuple[Ask, bool]]:
        if "ods" not in self._wishes.sources or self._wishes.formats == "xml":
            return []
        wished = {"word": ["word"], "pdf": ["pdf"]}.get(self._wishes.formats, ["word", "pdf"])
        has_word = self._wishes.formats == "word" or adopted is None or adopted >= FIRST_WORD_DAY
        found = []
        for format in wished if has_word else ["pdf"]:
            key = Key(symbol, language, format)
            state = self._states.get(key)
            is_ask_due = is_due(state, adopted, self._today, self._is_named(symbol))
            if format == "word" and self._is_there(Ask(ods.NAME, key._replace(format="pdf"))):
                is_ask_due = is_ask_due and is_weekly_due(state, self._today)
            found.append((_ask(ods.NAME, key, state), is_ask_due))
        return found

    def _file_ask(self, file: File, key: Key) -> tuple[Ask, bool]:
        url = unxml.raw_url(file.body, file.path)
        by_key, by_url = self._states.get(key), self._by_url.get(url)
        state = by_key if by_key and by_key.blob == file.blob else by_url
        sha256 = by_url.sha256 if by_url else None
        is_ask_due = is_file_due(state, file.blob, self._today, self._is_named(key.symbol))
        return Ask(unxml.NAME, key, url, file.path, file.blob, sha256=sha256), is_ask_due

    def _is_named(self, symbol: str) -> bool:
        return _match(symbol) in self._named

    def _treaty(self, treaty: str) -> None:
        if "treaty_collection" not in self._wishes.sources:
            return
        for language in [one for one in self._wishes.languages if one in {"en", "fr"}] or ["en"]:
            key = Key(treaty, language, "status")
            state = self._states.get(key)
            self._add([(_ask(treaty_collection.NAME, key, state), is_due(state, None, self._today))])

    def _address(self, address: str) -> None:
        """A record or file that is named: asked for until it is there."""
        asks = [digital_library.ask_for(address, language) for language in self._wishes.languages]
        for ask in dict.fromkeys(asks):
            state = self._states.get(ask.key)
            self._add([(ask, state is None or state.status != "saved")])

    def _add(self, asks: list[tuple[Ask, bool]]) -> None:
        """A want of what is due, down to the first format that is there and settled."""
        is_all = self._wishes.formats == "all"
        due: list[Ask] = []
        for ask, is_ask_due in asks:
            if is_ask_due:
                due.append(ask)
            if self._is_there(ask) and not is_all:
                break
        if due:
            self._plan.wants.append(Want(tuple(due), is_all))
        elif asks:
            self._count([ask for ask, _ in asks])

    def _count(self, asks: list[Ask]) -> None:
        """Count a document that needs no ask under the best that is known of it."""
        states = [self._states.get(ask.key) for ask in asks]
        if any(self._is_there(ask) for ask in asks):
            self._plan.settled += 1
        elif any(state is not None and state.status == "error" for state in states):
            self._plan.resting += 1
        else:
            self._plan.known_absent += 1

    def _is_there(self, ask: Ask) -> bool:
        state = self._states.get(ask.key) or (self._by_url.get(ask.url) if ask.url else None)
        return state is not None and state.status != "absent" and state.sha256 is not None


def _ask(source: str, key: Key, state: State | None) -> Ask:
    if state is None or state.sha256 is None:
        return Ask(source, key, was_absent=state is not None and state.status == "absent")
    return Ask(
        source,
        key,
        state.url,
        etag=state.etag,
        last_modified=state.last_modified,
        sha256=state.sha256,
        seen=state.seen,
    )


def _match(symbol: str) -> str:
    """What two names of one document have in common: S/RES numbers run on, and a folder's year may be wrong."""
    return symbol.partition("(")[0] if symbol.startswith("S/RES/") else symbol
