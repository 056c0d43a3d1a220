"""The Dag Hammarskjöld Library's editor API, metadata.un.org: symbols and days of adoption from its MARC records.

A staff tool without published terms, so it is asked only when the user names it. Like the tables it serves planning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from urllib.parse import quote

from lxml import etree

from pipelines.sources.bodies import kind_of
from pipelines.sources.errors import Failed
from pipelines.sources.http import Client
from pipelines.sources.listing import Listing, Rows
from pipelines.sources.partitions import Partition
from pipelines.symbols import parse

NAME = "library"
URL = "https://metadata.un.org/editor/api/marc/bibs/records"
PAGE = 200
"""Records a page: more than 1,000 gives 404, what takes over 20 s gives 500."""
MOST_PAGES = 50
_PREFIXES = {"ga": "A/RES/{}/*", "hrc": "A/HRC/RES/{}/*", "ecosoc": "E/RES/{}/*"}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)


class Library:
    """What the Library's records say of each session, kept beside the ledger of asks."""

    def __init__(self, archive: Path) -> None:
        self.listing = Listing(archive / "fetch" / "library")

    async def refresh(self, client: Client, partitions: Iterable[Partition], say: Callable[[str], None]) -> None:
        """Ask for the records of sessions that may have grown; a failure leaves what was had. Raises BudgetSpent."""
        for partition in self.listing.due(partitions, client.clock.today()):
            if partition.body not in _PREFIXES or not partition.session[-1].isdigit():
                continue
            try:
                self.listing.keep(partition, await _rows(client, partition))
            except Failed as error:
                say(f"no records of the Library for {partition}: {error.detail}")


async def _rows(client: Client, partition: Partition) -> Rows:
    """All pages; the link to the next one never ends, an empty page does."""
    search = "191:" + _PREFIXES[partition.body].format(partition.session)
    found: Rows = {}
    for page in range(MOST_PAGES):
        query = f"search={quote(search)}&subtype=default&format=xml&sort=updated&direction=asc"
        answer = await client.follow(f"{URL}?{query}&start={1 + page * PAGE}&limit={PAGE}")
        if answer.status != 200 or kind_of(answer.body) != "xml":
            raise Failed("wrong_kind", f"HTTP {answer.status}, no records")
        rows, count = read(answer.body, partition)
        if not count:
            return found
        found |= rows
    raise Failed("unexpected", f"more than {MOST_PAGES} pages of records")


def read(body: bytes, partition: Partition) -> tuple[Rows, int]:
    """(symbols and days, number of records) of one page of MARCXML: 191 a the symbol, 269 a the day."""
    try:
        root = etree.fromstring(body, _PARSER)
    except etree.XMLSyntaxError as error:
        raise Failed("cut", f"records that cannot be read ({error})") from error
    records = [one for one in root.iter() if etree.QName(one).localname == "record"]
    found: Rows = {}
    for record in records:
        parsed = parse(_field(record, "191") or "")
        if parsed and Partition(parsed.body, parsed.session) == partition:
            found[parsed.stem] = _day(_field(record, "269"))
    return found, len(records)


def _field(record: etree._Element, tag: str) -> str | None:
    for field in record:
        if field.get("tag") == tag:
            for subfield in field:
                if subfield.get("code") == "a":
                    return subfield.text
    return None


def _day(printed: str | None) -> date | None:
    try:
        return date.fromisoformat(printed or "")
    except ValueError:
        return None
