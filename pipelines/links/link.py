"""All links of one resolution: documents cited, treaties named, calls to join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from pipelines.links.calls import calls
from pipelines.links.citations import citations
from pipelines.links.index import TreatyIndex
from pipelines.links.mentions import mentions
from pipelines.links.source import LinkSource
from pipelines.rows import Row

Tables = dict[str, list[Row]]


def link(source: LinkSource, index: TreatyIndex) -> Tables:
    """Rows of citations, treaty_mentions, accession_calls and quality for one resolution in one language."""
    mentioned, mention_faults = mentions(source, index)
    called, call_faults = calls(source, mentioned, index)
    return {
        "citations": citations(source),
        "treaty_mentions": mentioned,
        "accession_calls": called,
        "quality": [*mention_faults, *call_faults],
    }


def sources(
    resolutions: Iterable[Row], clauses: Iterable[Row], footnotes: Iterable[Row], hyperlinks: Iterable[Row]
) -> Iterator[LinkSource]:
    """One source for each resolution and language; clauses and footnotes come sorted by symbol and language."""
    by_symbol = {row["symbol"]: row for row in resolutions}
    notes = _grouped(footnotes)
    links: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in hyperlinks:
        links[_citing_symbol(row), row["language"]].append(row)
    for (symbol, language), rows in groupby(clauses, key=_key):
        yield LinkSource(
            resolution=by_symbol[symbol],
            language=language,
            clauses=list(rows),
            footnotes=notes.get((symbol, language), ()),
            hyperlinks=links.get((symbol, language), ()),
        )


def _key(row: Row) -> tuple[str, str]:
    return row["symbol"], row["language"]


def _citing_symbol(hyperlink: Row) -> str:
    """The symbol that a hyperlink's keys begin with; a note to a title has no clause."""
    key: str = hyperlink["clause_id"] or hyperlink["footnote_id"]
    return key.partition("#")[0].partition("/note.")[0]


def _grouped(rows: Iterable[Row]) -> Mapping[tuple[str, str], Sequence[Row]]:
    return {key: list(group) for key, group in groupby(rows, key=_key)}
