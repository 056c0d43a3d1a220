"""What the path of a file in a UNxml repository lets expect: symbol, language, session.

Six naming styles and some wrong names: this decides what to ask for, never what a file is. That stands inside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.sources.partitions import Partition

REPOSITORIES = {
    "ga": "GAresolutions",
    "sc": "SCresolutions",
    "hrc": "HRCresolutions",
    "ecosoc": "ECOSOCresolutions",
}
_FOLDERS = {"English": "en", "French": "fr", "Spanish": "es", "Russian": "ru", "Arabic": "ar", "Chinese": "zh"}
_LETTERS = {"E": "en", "F": "fr", "S": "es", "R": "ru", "A": "ar", "C": "zh"}
_SESSION = re.compile(r"(?:^|/)(?:(ES-\d+|S-\d+|\d+)session|(ES-\d+|S-\d+)|(?:PRST/|Pre-2020/)?(\d{4}|0))(?:/|$)")
_EXTRACT = re.compile(r"data_extract/((?:E?S-)?\d+)(?:session)?\.json")
_LAST_LETTER = re.compile(r"([AaCcEeFfRrSs])(?:[_ -]?reissue)?\.xml$", re.I)
_STYLES = {
    "ga": re.compile(r"(?:A_RES_)?((?:E?S-)?\d+)_(\d+)"),
    "sc": re.compile(r"(?:S_RES|SC)[_-](\d+)()"),
    "hrc": re.compile(r"A_HRC_RES_((?:S-)?\d+)_(\d+)"),
    "ecosoc": re.compile(r"E_RES_((?:S-)?\d+)_(\d+)"),
}
_STATEMENT = re.compile(r"S_PRST_(\d{4})_(\d+)")
_FORMS = {"ga": "A/RES/{}/{}", "hrc": "A/HRC/RES/{}/{}", "ecosoc": "E/RES/{}/{}"}


@dataclass(frozen=True, slots=True)
class Expected:
    """`symbol` without letter or tail, None for an extract; `format` xml, extract or zip."""

    symbol: str | None
    language: str | None
    partition: Partition | None
    format: str


def expected(body: str, path: str) -> Expected | None:
    """What a path promises, None for files that are no documents (test.txt, drafts that were not adopted)."""
    if found := _EXTRACT.fullmatch(path):
        return Expected(None, None, Partition(body, found[1]), "extract")
    folder, _, name = path.rpartition("/")
    partition = _partition(body, folder)
    if name.lower().endswith(".zip"):
        return Expected(None, _language(path, name), partition or _partition(body, path[:-4]), "zip")
    if not name.lower().endswith(".xml"):
        return None
    symbol = _symbol(body, name, partition)
    return Expected(symbol, _language(path, name), partition, "xml") if symbol else None


def _partition(body: str, folder: str) -> Partition | None:
    found = _SESSION.search(folder)
    return Partition(body, found[1] or found[2] or found[3]) if found else None


def _symbol(body: str, name: str, partition: Partition | None) -> str | None:
    if body == "sc" and (statement := _STATEMENT.match(name)):
        return f"S/PRST/{statement[1]}/{int(statement[2])}"
    found = _STYLES[body].match(name)
    if found is None:
        return None
    if body == "sc":
        return f"S/RES/{int(found[1])}({partition.session})" if partition else None
    return _FORMS[body].format(found[1], int(found[2]))


def _language(path: str, name: str) -> str | None:
    for folder, language in _FOLDERS.items():
        if folder.lower() in path.lower():
            return language
    found = _LAST_LETTER.search(name)
    return _LETTERS[found[1].upper()] if found else None
