"""The real status files as sources of a build; shared by the tests and tests/figures/treaties.py."""

from __future__ import annotations

import datetime as dt
import hashlib
import tarfile
from pathlib import Path

from pipelines.archive.entry import Entry
from pipelines.archive.treaty_ids import from_name, from_status

XML_DAY = dt.date(2018, 1, 15)
TABLES_DAY = dt.date(2014, 7, 10)
Sources = list[tuple[Entry, bytes]]


def xml_sources(shared: Path) -> Sources:
    """407 status files of January 2018."""
    return [
        (_entry(data, "status", from_status(data, name), name, XML_DAY), data)
        for name, data in _members(shared / "treaties/mtdsg-xml-2018-01.tar.xz")
        if name.endswith(".xml")
    ]


def table_sources(shared: Path) -> Sources:
    """388 tables of 2014-15."""
    return [
        (_entry(data, "status_table", from_name(name), name, TABLES_DAY), data)
        for name, data in _members(shared / "treaties/mtdsg-tables-2015.tar.xz")
        if "treaties/" in name and name.endswith(".csv")
    ]


def _members(path: Path) -> list[tuple[str, bytes]]:
    with tarfile.open(path) as tar:
        return [(member.name, tar.extractfile(member).read()) for member in tar if member.isfile()]  # type: ignore[union-attr]


def _entry(data: bytes, kind: str, treaty_id: str | None, name: str, day: dt.date) -> Entry:
    sha256 = hashlib.sha256(data).hexdigest()
    return Entry(sha256, kind, treaty_id, "en", name, "import", None, day, len(data))
