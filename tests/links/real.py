"""The real documents and status files as the link rooms read them; shared by the tests and tests/figures."""

from __future__ import annotations

import hashlib
import tarfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

from pipelines.clauses.parse import parse
from pipelines.clauses.parsed import Parsed
from pipelines.links.index import TreatyIndex
from pipelines.links.source import LinkSource
from pipelines.readers import Unreadable
from pipelines.treaties.build import build
from tests.treaties.real import table_sources, xml_sources

ENGLISH = ("unxml-ga", "unxml-sc", "unxml-hrc", "unxml-ecosoc")


def index(shared: Path) -> TreatyIndex:
    """All treaties of the shared status files and of the reference data."""
    return TreatyIndex.build(build([*xml_sources(shared), *table_sources(shared)])["treaties"])


def sources(shared: Path, archives: tuple[str, ...] = ENGLISH) -> Iterator[LinkSource]:
    """Resolutions of some archives in order of file name; files that cannot be read are left out."""
    for archive in archives:
        with tarfile.open(shared / "resolutions" / f"{archive}.tar.xz") as tar:
            files = {member.name: tar.extractfile(member).read() for member in tar if member.name.endswith(".xml")}  # type: ignore[union-attr]
        for name in sorted(files):
            yield from of_file(name, files[name])


def of_file(name: str, data: bytes) -> Iterator[LinkSource]:
    """Resolutions of one file; none when it cannot be read."""
    sha256 = hashlib.sha256(data).hexdigest()
    entry = SimpleNamespace(sha256=sha256, format="akn", name=name, source="import", url=None, as_at=None)
    try:
        parsed = parse(data, entry)
    except Unreadable:
        return
    for resolution in parsed.resolutions:
        yield _source(parsed, resolution["symbol"])


def _source(parsed: Parsed, symbol: str) -> LinkSource:
    notes = [row for row in parsed.footnotes if row["symbol"] == symbol]
    own = {row["footnote_id"] for row in notes}
    clauses = [row for row in parsed.clauses if row["symbol"] == symbol]
    places = own | {row["clause_id"] for row in clauses}
    return LinkSource(
        resolution=next(row for row in parsed.resolutions if row["symbol"] == symbol),
        language=str(parsed.document["language"]),
        clauses=clauses,
        footnotes=notes,
        hyperlinks=[row for row in parsed.hyperlinks if (row["footnote_id"] or row["clause_id"]) in places],
    )
