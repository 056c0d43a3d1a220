"""The Library's tables of resolutions, research.un.org: which numbers a regular session of the Assembly has, and when.

They serve planning only; nothing of them goes into the archive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from lxml import etree, html

from pipelines.sources.bodies import kind_of
from pipelines.sources.errors import Failed
from pipelines.sources.http import Client
from pipelines.sources.listing import Listing, Rows
from pipelines.sources.partitions import Partition
from pipelines.symbols import parse

NAME = "tables"
URL = "https://research.un.org/en/docs/ga/quick/regular/{}"
_DAY = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b")
_SHORT = re.compile(r"\d+/\d+")


class Tables:
    """The tables had so far, kept beside the ledger of asks."""

    def __init__(self, archive: Path) -> None:
        self.listing = Listing(archive / "fetch" / "tables")

    async def refresh(self, client: Client, partitions: Iterable[Partition], say: Callable[[str], None]) -> None:
        """Ask for tables that may have grown since; a failure leaves what was had. Raises BudgetSpent."""
        for partition in self.listing.due(partitions, client.clock.today()):
            if partition.body != "ga" or not partition.session.isdigit():
                continue
            try:
                self.listing.keep(partition, await _rows(client, partition))
            except Failed as error:
                say(f"no table of resolutions for {partition}: {error.detail}")


async def _rows(client: Client, partition: Partition) -> Rows:
    answer = await client.follow(URL.format(partition.session))
    if answer.status == 404:
        raise Failed("unexpected", "there is none")
    if answer.status != 200 or kind_of(answer.body) != "html":
        raise Failed("wrong_kind", f"HTTP {answer.status}, no page")
    rows = read(answer.body, partition)
    if not rows:
        raise Failed("wrong_kind", "a page without such a table")
    return rows


def read(page: bytes, partition: Partition) -> Rows:
    """Symbols and days of adoption in `table.tablefont`: number, committee, item, meeting with day and vote, …"""
    found: Rows = {}
    try:
        root = html.fromstring(page)
    except (etree.ParserError, ValueError):
        return found
    tables = [one for one in root.iter("table") if "tablefont" in (one.get("class") or "")]
    for row in (row for table in tables for row in table.iter("tr")):
        cells = [" ".join(str(part) for part in cell.itertext()) for cell in row.findall("td")]
        symbol = _symbol(cells[0]) if cells else None
        if symbol and symbol.partition("/RES/")[2].partition("/")[0] == partition.session:
            found.setdefault(symbol, _day(" ".join(cells[1:])))
    return found


def _symbol(printed: str) -> str | None:
    bare = "".join(printed.split())
    parsed = parse(f"A/RES/{bare}" if _SHORT.match(bare) else bare)
    return parsed.stem if parsed else None


def _day(printed: str) -> date | None:
    found = _DAY.search(" ".join(printed.split()))
    try:
        return datetime.strptime(" ".join(found.groups()), "%d %B %Y").date() if found else None
    except ValueError:
        return None
