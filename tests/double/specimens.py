"""A world made of the specimen archive, and of the real material beside the project where that is present."""

from __future__ import annotations

import re
import tarfile
from pathlib import Path

from pipelines.archive.recognise import recognise
from pipelines.paths import SPECIMEN
from tests.double import bodies
from tests.double.world import Original, Quirk, World, numbered

_REPOSITORIES = {
    "A/RES": "GAresolutions",
    "S/": "SCresolutions",
    "A/HRC": "HRCresolutions",
    "E/RES": "ECOSOCresolutions",
}
_SHARED = {
    "unxml-ga": "GAresolutions",
    "unxml-sc": "SCresolutions",
    "unxml-hrc": "HRCresolutions",
    "unxml-ecosoc": "ECOSOCresolutions",
}
_QUIRKS: tuple[Quirk, ...] = ("plain", "text_redirect", "lower_case", "wrong_type")
_LETTERS = {"en": "E", "fr": "F"}
_FOLDERS = {"en": "English", "fr": "French"}


def world(originals: int = 0) -> World:
    """The specimen archive on all hosts; `originals` more that only ODS has, absent ones and faulty ones among them."""
    made = World(repositories={name: {} for name in _REPOSITORIES.values()})
    for number, path in enumerate(sorted((SPECIMEN / "documents").iterdir()), start=1):
        _document(made, path, number)
    for path in sorted((SPECIMEN / "treaties").glob("*.xml")):
        treaty, language, _ = path.name.rsplit(".", 2)
        made.treaties[treaty, language] = path.read_bytes()
        made.listed.add(treaty)
    made.listed.add("IV-2")
    for key, original in numbered(originals).items():
        made.originals.setdefault(key, original)
    made.records["1"] = {f"A_RES_0_1-{one}.pdf": bodies.pdf(f"SPECIMEN A/RES/0/1 {one}") for one in ("EN", "FR")}
    made.tables["0"] = [(f"A/RES/0/{number}", "18 December 2013") for number in range(1, 8)]
    return made


def _document(made: World, path: Path, number: int) -> None:
    body = path.read_bytes()
    what = recognise(body, path.name)
    if what.format == "extract":
        made.repositories["GAresolutions"]["data_extract/0.json"] = body
    if what.symbol is None or what.language is None:
        return
    if what.format == "akn":
        made.repositories[_repository(what.symbol)][_path(what.symbol, what.language)] = body
    job, quirk = f"N00{number:05}", _QUIRKS[number % len(_QUIRKS)]
    symbol = re.sub(r"(?<=\d)[A-Z](-[A-Z])*$", "", what.symbol)
    words = f"SPECIMEN {symbol} {what.language}"
    made.originals[symbol, what.language, "pdf"] = Original(bodies.pdf(words), quirk, job)
    made.originals[symbol, what.language, "doc"] = Original(bodies.word(words), quirk, job)


def _repository(symbol: str) -> str:
    return next(name for start, name in _REPOSITORIES.items() if symbol.startswith(start))


def _path(symbol: str, language: str) -> str:
    """A path of the forms that the repositories have."""
    letter, folder = _LETTERS[language], _FOLDERS[language]
    found = re.fullmatch(r"S/RES/(\d+)\((\d+)\)", symbol)
    if found:
        return f"{found[2]}/{folder}/S_RES_{found[1]} ({found[2]})-0000000{letter}.xml"
    name, parts = symbol.replace("/", "_"), symbol.split("/")
    if symbol.startswith("S/PRST"):
        return f"PRST/{parts[2]}/{name}-0000000{letter}.xml"
    session = parts[-2] if symbol.startswith("E/") else f"{parts[-2]}session"
    return f"{session}/{folder}/{name}-0000000{letter}.xml"


def with_shared(made: World, shared: Path) -> World:
    """The real official XML and status files as well."""
    for archive, repository in _SHARED.items():
        for name, body in _members(shared / "resolutions" / f"{archive}.tar.xz"):
            made.repositories[repository][name] = body
    for name, body in _members(shared / "treaties" / "mtdsg-xml-2018-01.tar.xz"):
        if found := re.fullmatch(r"(?:.*/)?([IVX][\w-]*)\.(en|fr)\.xml", name):
            made.treaties[found[1], found[2]] = body
            made.listed.add(found[1])
    return made


def _members(path: Path) -> list[tuple[str, bytes]]:
    with tarfile.open(path) as tar:
        files = [(member.name, tar.extractfile(member)) for member in tar if member.isfile()]
        return [(name, file.read()) for name, file in files if file is not None]
