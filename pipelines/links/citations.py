"""Documents of the United Nations cited in clauses and notes: official links first, then the forms of print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.links.cited import Cited, Citing, can_exist
from pipelines.links.cited_links import linked
from pipelines.links.cited_symbols import printed_symbols
from pipelines.links.cited_words import worded
from pipelines.links.source import LinkSource
from pipelines.rows import Row

_IBID = re.compile(
    r"\W*(?:[Ss]ee\s+(?:also\s+)?)?(?P<ibid>Ibid)\b\.?(?=\W*$|,?\s+(?:annex|para|chap|sect|part|art|appendix))"
)
_ITEM = r"(?:[IVXL]+|[A-Z]|\d+)(?:[.–-]?[\dA-Z]+|\s?\([a-z]+\))*(?![\w/])"
_LOCATOR = (
    r"(?:annex(?:es)?(?:\s" + _ITEM + r")?|appendix(?:\s" + _ITEM + r")?"
    r"|(?:paras?\.|paragraphs?|chaps?\.|chapter|sects?\.|section|part|arts?\.|rule|goal)\s" + _ITEM + ")"
)
_AFTER = re.compile(rf",?\s*(?P<place>{_LOCATOR}(?:(?:,\s|,?\sand\s|\sor\s)(?:{_LOCATOR}|{_ITEM}))*)")
_PARAGRAPH = r"\d+(?:\s?\([a-z]+\))*"
_BEFORE = re.compile(
    rf"(?P<place>(?:operative |preambular )?paragraphs?\s{_PARAGRAPH}(?:(?:,\s|\sand\s|\sto\s|\sor\s|–){_PARAGRAPH})*)"
    r"\s(?:of|in)\s(?:the\s)?(?:annex\sto\s)?(?:its\s|(?:[A-Z]\w+\s(?:and\s)?){1,5})?[Rr]esolutions?\s$"
)


def citations(source: LinkSource) -> list[Row]:
    """Rows of citations of one resolution, in reading order: each clause, then its notes; notes to headings first."""
    reader = _Reader(source)
    rows = [row for note in source.notes_by_clause.get(None, ()) for row in reader.note(note)]
    for clause in source.clauses:
        rows += reader.clause(clause)
        for note in source.notes_by_clause.get(clause["clause_id"], ()):
            rows += reader.note(note)
    return rows


class _Reader:
    """Reads texts in order and remembers what the last note cited, for "Ibid."."""

    def __init__(self, source: LinkSource) -> None:
        self.source = source
        self.citing = Citing.of(source.resolution)
        self.links: dict[tuple[str | None, str | None], list[Row]] = {}
        for link in source.hyperlinks:
            place = (None, link["footnote_id"]) if link["footnote_id"] else (link["clause_id"], None)
            self.links.setdefault(place, []).append(link)
        self.last: list[Cited] = []

    def clause(self, clause: Row) -> Iterator[Row]:
        found = self._found(clause["text"], self.links.get((clause["clause_id"], None), ()))
        return self._rows(found, clause["clause_id"], None)

    def note(self, note: Row) -> Iterator[Row]:
        text = note["text"] or ""
        found = self._found(text, self.links.get((None, note["footnote_id"]), ()))
        if not found and (ibid := _IBID.match(text)):
            place = _place_after(text, ibid.end())
            found = [
                replace(item, start=ibid.start("ibid"), end=ibid.end(), evidence="ibid", paragraph=place)
                for item in {item.symbol: item for item in self.last}.values()
            ]
        self.last = found
        return self._rows(found, note["clause_id"], note["footnote_id"])

    def _found(self, text: str, links: Sequence[Row]) -> list[Cited]:
        by_link = linked(text, links) if links else []
        by_print = list(printed_symbols(text))
        if self.source.language == "en" and ("esolution" in text or "ecision" in text):
            by_print += worded(text, self.source.resolution["body"])
        found = [*(_completed(item, by_print) for item in by_link), *_apart(by_print, by_link)]
        existing = [item for item in found if can_exist(item.symbol, self.citing)]
        existing.sort(key=lambda item: (item.start, item.end, item.symbol))
        return [replace(item, paragraph=_paragraph(text, item)) for item in existing]

    def _rows(self, found: Sequence[Cited], clause_id: str | None, note_id: str | None) -> Iterator[Row]:
        place = note_id or clause_id
        for number, item in enumerate(found, 1):
            yield {
                "citation_id": f"{place}/cite.{number}",
                "language": self.source.language,
                "symbol": self.source.symbol,
                "clause_id": clause_id,
                "footnote_id": note_id,
                "cited_symbol": item.symbol,
                "cited_paragraph": item.paragraph,
                "span_start": item.start,
                "span_end": item.end,
                "evidence": item.evidence,
            }


def _apart(by_print: Sequence[Cited], taken: Sequence[Cited]) -> list[Cited]:
    """Printed citations that no link covers, each place once: the longer where two overlap."""
    kept: list[Cited] = []
    for item in sorted(by_print, key=lambda item: (item.start, -item.end)):
        if not any(_overlap(item, other) for other in taken) and not any(
            _overlap(item, other) and (item.start, item.end) != (other.start, other.end) for other in kept
        ):
            kept.append(item)
    return list(dict.fromkeys(kept))


def _completed(link: Cited, by_print: Sequence[Cited]) -> Cited:
    """A link with what only the print says: (Part I), /Rev.1."""
    for item in by_print:
        rest = item.symbol.removeprefix(link.symbol)
        if _overlap(link, item) and rest != item.symbol and rest[:1] in {"(", "/"}:
            return replace(link, symbol=item.symbol, start=min(link.start, item.start), end=max(link.end, item.end))
    return link


def _overlap(one: Cited, other: Cited) -> bool:
    return one.start < other.end and other.start < one.end


def _paragraph(text: str, item: Cited) -> str | None:
    """Paragraph, annex or chapter printed beside a citation."""
    before = _BEFORE.search(text, max(0, item.start - 120), item.start)
    return before["place"] if before else _place_after(text, item.end)


def _place_after(text: str, end: int) -> str | None:
    after = _AFTER.match(text, end)
    return after["place"] if after else None
