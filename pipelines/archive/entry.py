"""One line of the ledger: what a file of the archive is, and where it came from."""

from __future__ import annotations

import json
from dataclasses import MISSING, asdict, dataclass, fields
from datetime import date

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the archive.

    `sha256` of the bytes, lower-case hexadecimal; `format` akn, word, pdf, text, extract, status or status_table, or
    that of an original beside what was made from it (word_ole, wordperfect, rtf); `symbol` in normal form, or the
    treaty's id (XVIII-12-a) for status files; `language` ISO 639-1; `name` as imported, with the folder or archive it
    stood in; `source` import, or the name of the source fetched from, then with `url`; `as_at` the day a status file
    speaks of, None for documents that do not change; `size` in bytes; `made_from` the sha256 of the file that this one
    was made from, by a converter or by reading images of pages.
    """

    sha256: str
    format: str
    symbol: str | None
    language: str | None
    name: str
    source: str
    url: str | None
    as_at: date | None
    size: int
    made_from: str | None = None

    @property
    def key(self) -> Key:
        """What makes a second line needless: the same bytes said of the same day, about the same thing.

        The symbol belongs to it because the tables of some treaties are equal to the byte (VI-6-a and VI-6-b) and only
        their names tell them apart.
        """
        return self.sha256, self.as_at.isoformat() if self.as_at else "", self.symbol or ""

    @property
    def order(self) -> tuple[str, ...]:
        """Where the entry stands among others, whatever the order of import."""
        sha256, as_at, symbol = self.key
        return self.format, symbol, self.language or "", as_at, sha256


_FIELDS = {field.name for field in fields(Entry)}
_NEEDED = {field.name for field in fields(Entry) if field.default is MISSING}


def to_line(entry: Entry) -> bytes:
    """The entry as one line of JSON, line feed included."""
    values = asdict(entry) | {"as_at": entry.as_at.isoformat() if entry.as_at else None}
    return json.dumps(values, separators=(",", ":")).encode() + b"\n"


def from_line(line: bytes) -> Entry:
    """The entry that stands in one line; ValueError when it is none. Columns of a later version are passed over."""
    values = json.loads(line)
    if not isinstance(values, dict) or not values.keys() >= _NEEDED:
        raise ValueError("no entry")
    day = values["as_at"]
    known = {name: values[name] for name in _FIELDS & values.keys()}
    return Entry(**(known | {"as_at": date.fromisoformat(day) if day else None}))
