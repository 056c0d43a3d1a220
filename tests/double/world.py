"""What the hosts of a double hold, and what is true of it: the state in which each ask has to end."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from tests.double import bodies

Quirk = Literal[
    "plain", "text_redirect", "lower_case", "wrong_type",
    "to_error", "empty", "not_found", "placeholder", "html_called_pdf",
]  # fmt: skip
Truth = Literal["saved", "absent", "error"]
Key = tuple[str, str, str]

ABSENT: frozenset[Quirk] = frozenset({"to_error", "empty", "not_found", "placeholder"})


@dataclass(frozen=True, slots=True)
class Original:
    """One file of ODS, or the way in which ODS says that there is none."""

    body: bytes
    quirk: Quirk = "plain"
    job: str = "N0000000"

    @property
    def truth(self) -> Truth:
        return "absent" if self.quirk in ABSENT else "error" if self.quirk == "html_called_pdf" else "saved"

    def path(self, type_: str) -> str:
        """Where ODS says the file lies."""
        place = f"/doc/UNDOC/GEN/{self.job[:3]}/{self.job[3:6]}/{self.job[6:]}"
        return f"{place}/{'PDF' if type_ == 'pdf' else 'DOC'}/{self.job}.{type_.upper()}"


@dataclass(slots=True)
class World:
    """`originals` by symbol, language and t (pdf, doc); `repositories` by name and path; `treaties` by id and language.

    `records` of the Digital Library that stand behind no challenge: files by name, by number of the record.
    `listed`: ids of treaties that the index lists, with or without a status file; `stamp` of their pages.
    """

    originals: dict[Key, Original] = field(default_factory=dict)
    repositories: dict[str, dict[str, bytes]] = field(default_factory=dict)
    treaties: dict[tuple[str, str], bytes] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)
    records: dict[str, dict[str, bytes]] = field(default_factory=dict)
    tables: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _files: dict[str, tuple[Original, str]] = field(default_factory=dict)
    stamp: str = "STATUS AS AT : 04-05-2024 03:15:34 EDT"

    def files(self) -> dict[str, tuple[Original, str]]:
        """Files of ODS by the path under which they really lie."""
        if len(self._files) != len(self.originals):
            for (_, _, type_), original in self.originals.items():
                path = original.path(type_)
                self._files[path.lower() if original.quirk == "lower_case" else path] = (original, type_)
        return self._files

    def truth(self) -> dict[Key, tuple[Truth, str | None]]:
        """By (symbol, language, format xml|word|pdf|status): the state to end in, and the hash of the bytes."""
        found: dict[Key, tuple[Truth, str | None]] = {}
        for (symbol, language, type_), original in self.originals.items():
            key = (symbol, language, "word" if type_ == "doc" else type_)
            found[key] = (original.truth, _sha256(original.body) if original.truth == "saved" else None)
        for treaty in self.listed:
            body = self.treaties.get((treaty, "en"))
            found[treaty, "en", "status"] = ("saved", _sha256(body)) if body else ("absent", None)
        return found


def numbered(count: int, session: str = "0") -> dict[Key, Original]:
    """Originals of A/RES/0/1 … A/RES/0/count in English: a PDF each, the quirks spread by the hash of the symbol."""
    shares: dict[Quirk, float] = {
        "text_redirect": 0.1, "lower_case": 0.05, "wrong_type": 0.1, "to_error": 0.08,
        "empty": 0.03, "not_found": 0.03, "placeholder": 0.02, "html_called_pdf": 0.01,
    }  # fmt: skip
    return {
        (symbol, "en", "pdf"): Original(bodies.pdf(f"SPECIMEN {symbol}"), _quirk(symbol, shares), _job(session, number))
        for number in range(1, count + 1)
        for symbol in [f"A/RES/{session}/{number}"]
    }


def _job(session: str, number: int) -> str:
    return f"N{int(session):02}{number:05}"


def _quirk(symbol: str, shares: dict[Quirk, float]) -> Quirk:
    point = int.from_bytes(hashlib.sha256(symbol.encode()).digest()[:4]) / 2**32
    for quirk, share in shares.items():
        point -= share
        if point < 0:
            return quirk
    return "plain"


def _sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
