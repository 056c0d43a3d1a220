"""What a person writes on the command line, or in a partition key, as wishes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from pipelines.sources import digital_library
from pipelines.sources.asks import LANGUAGES
from pipelines.sources.partitions import Partition, partition
from pipelines.sources.planner import Formats, Wishes
from pipelines.sources.ranges import known
from pipelines.sources.rights import SOURCES
from pipelines.sources.treaty_collection import FORM, chapter_number
from pipelines.symbols import Symbol, parse

ALL = "all"
_EXAMPLE = f"{digital_library.SITE}record/764478"


class NotUnderstood(Exception):
    """Something that names no document, session, treaty, language or format."""


def wishes_of(
    what: Sequence[str], treaties: str | None, is_all: bool, language: str, formats: str, sources: Sequence[str]
) -> Wishes:
    """The wishes in words. Raises NotUnderstood, naming the word."""
    named = [word for word in what if FORM.fullmatch(word)]
    addresses = _addresses(what, sources)
    symbols, partitions = _documents([word for word in what if word not in {*named, *addresses}])
    if is_all:
        partitions = tuple(known())
    wanted = _treaties(",".join([treaties or (ALL if is_all else ""), *named]))
    if not (symbols or partitions or wanted or addresses):
        raise NotUnderstood("say what to fetch: symbols (A/RES/68/147), sessions (ga/68, sc/2013), --treaties or --all")
    found = next((one for one in get_args(Formats) if one == formats), None)
    if found is None:
        raise NotUnderstood(f"--format {formats}: say best, all, xml, word or pdf")
    return Wishes(symbols, partitions, wanted, addresses, _languages(language), found, frozenset(sources))


def _addresses(what: Sequence[str], sources: Sequence[str]) -> tuple[str, ...]:
    """Records and files of the Digital Library, which is asked for nothing else."""
    found = tuple(dict.fromkeys(word for word in what if "://" in word))
    for address in found:
        if digital_library.path_of(address) is None:
            raise NotUnderstood(f"{address}: only records and files can be named so ({_EXAMPLE})")
    is_on = digital_library.NAME in sources
    if found and not is_on:
        terms = SOURCES[digital_library.NAME]
        raise NotUnderstood(f"{terms.title}: {terms.reason}")
    if is_on and not found and len(sources) == 1:
        raise NotUnderstood(f"the UN Digital Library gives records and files named by address ({_EXAMPLE})")
    return found


def _documents(what: Sequence[str]) -> tuple[tuple[Symbol, ...], tuple[Partition, ...]]:
    symbols: dict[Symbol, None] = {}
    partitions: dict[Partition, None] = {}
    for word in what:
        if portion := partition(word):
            partitions[portion] = None
        elif symbol := parse(word):
            symbols[symbol] = None
        else:
            raise NotUnderstood(f"{word!r}: neither a symbol (A/RES/68/147) nor a session or year (ga/68, sc/2013)")
    return tuple(symbols), tuple(partitions)


def _treaties(printed: str) -> tuple[str, ...]:
    found = dict.fromkeys(one.strip() for one in printed.split(",") if one.strip())
    for treaty in found:
        if treaty == ALL:
            continue
        try:
            chapter_number(treaty)
        except ValueError as error:
            raise NotUnderstood(f"--treaties: {error}") from error
    return tuple(found)


def _languages(printed: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(one.strip().lower() for one in printed.split(",") if one.strip()))
    for language in found:
        # ODS silently gives English for a language that it does not know.
        if language not in LANGUAGES:
            raise NotUnderstood(f"--language {language}: the UN's languages are {', '.join(LANGUAGES)}")
    if not found:
        raise NotUnderstood("--language: name at least one")
    return found
