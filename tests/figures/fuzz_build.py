"""An archive in which words were spoilt still becomes a release; what breaks a rule is set aside and said to be.

    python -m tests.figures.fuzz_build [--seed 1] [--shared ../shared/data] [--documents 400]

In one of three files figures and days are changed, paragraphs and rows cut out, doubled, swapped, and signs of other
scripts put in: mistakes such as people make, in files that are sound as files. Status files are spoilt as a younger
vintage beside the true one; signs are not put into them, since a name that is not known stops the build on purpose.
Without the shared files the specimens are spoilt.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from typer.testing import CliRunner

from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive
from pipelines.cli.main import app
from pipelines.paths import SPECIMEN
from tests.figures.pdf import taken

DOCUMENTS = ("unxml-hrc", "unxml-ecosoc", "unxml-sc", "unxml-ga-78-other-languages", "sc-pdf-text", "sc-1946-2002-text")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"\d{1,2} (?:" + "|".join(_MONTHS) + r")[a-z]* \d{4}")
_PIECE = re.compile(r"<Row>\s*<Entry>.*?</Row>|<p\b.*?</p>|<paragraph\b.*?</paragraph>|(?<=\n\n).+?\n(?=\n)", re.DOTALL)
_SIGNS = ("\u00ad", "\u200b", "\u00a0", "٣", "ж", "號", "�", "\u2011", "½", "(", "]")


def spoilt(data: bytes, is_status: bool, chance: random.Random) -> bytes:
    """The file with one to six mistakes."""
    coding = "latin-1" if b"iso-8859-1" in data[:100] else "utf-8"
    text = data.decode(coding)
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(_STATUS_MISTAKES if is_status else _MISTAKES)(text, chance)
    return text.encode(coding)


def _figure(text: str, chance: random.Random) -> str:
    return _put(text, re.compile(r"(?<![#&\d])\d{1,3}(?!\d)"), lambda _: str(chance.randint(0, 400)), chance)


def _day(text: str, chance: random.Random) -> str:
    years = (1899, 1946, 1968, 2003, 2018, 2025, 2050)
    day = f"{chance.randint(1, 31)} {chance.choice(_MONTHS)} {chance.choice(years)}"
    return _put(text, _DATE, lambda found: chance.choice([day, "", f"[{found} a]", f"{day} d"]), chance)


def _piece(text: str, chance: random.Random) -> str:
    return _put(text, _PIECE, lambda found: chance.choice(["", found + found, found.replace(" ", "  ")]), chance)


def _swapped(text: str, chance: random.Random) -> str:
    other = _one(text, _PIECE, chance)
    return _put(text, _PIECE, lambda found: other[0] if other else found, chance)


def _sign(text: str, chance: random.Random) -> str:
    return _put(text, re.compile(r"(?<=[a-z,] )\w"), lambda found: chance.choice(_SIGNS) + found, chance)


def _label(text: str, chance: random.Random) -> str:
    label = chance.choice(["1.", "(a)", "(zz)", "I.", "99.", "•", "(1)", "8.4", ""])
    return _put(text, re.compile(r"(?<=<num>)[^<]*|(?<=\n)\s*\d+\.(?= )"), lambda _: label, chance)


_STATUS_MISTAKES: tuple[Callable[[str, random.Random], str], ...] = (_figure, _day, _piece, _swapped)
_MISTAKES = (*_STATUS_MISTAKES, _sign, _label)


def _put(text: str, form: re.Pattern[str], change: Callable[[str], str], chance: random.Random) -> str:
    found = _one(text, form, chance)
    return text if not found else text[: found.start()] + change(found[0]) + text[found.end() :]


def _one(text: str, form: re.Pattern[str], chance: random.Random) -> re.Match[str] | None:
    return next((found for found in form.finditer(text, chance.randint(0, len(text)))), None)


def files(shared: Path | None, documents: int) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of sound files: from each shared archive some, else the specimens."""
    if shared is None:
        folders = (SPECIMEN / "documents", SPECIMEN / "treaties")
        yield from ((path.name, path.read_bytes()) for folder in folders for path in sorted(folder.iterdir()))
        return
    for name in DOCUMENTS:
        found = sorted(taken(shared / "resolutions" / f"{name}.tar.xz", [".xml", ".txt"]))
        yield from found[:: max(1, len(found) * len(DOCUMENTS) // documents)]
    yield from taken(shared / "treaties" / "mtdsg-xml-2018-01.tar.xz", [".xml"])


def fill(archive: Archive, work: Path, shared: Path | None, documents: int, seed: int) -> int:
    """Import the files, one of three spoilt; gives how many were. Status files also come as they are, and older."""
    chance = random.Random(seed)
    count = 0
    for number, (name, data) in enumerate(files(shared, documents)):
        is_status = b"<Treaty>" in data[:500]
        kind = "younger" if is_status else "documents"
        if is_status:
            _write(work / "status" / name, data)
        is_chosen = is_status or (not data.startswith(b"PK") and not chance.randrange(3))
        _write(work / kind / f"{number}" / Path(name).name, spoilt(data, is_status, chance) if is_chosen else data)
        count += is_chosen
    import_paths([work / "documents"], archive)
    import_paths([work / "status"], archive, as_at=date(2018, 1, 15))
    import_paths([work / "younger"], archive, as_at=date(2019, 6, 1))
    return count


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--documents", type=int, default=400)
    options.add_argument("--shared", type=Path, default=Path("../shared/data"))
    chosen = options.parse_args(arguments)
    shared = chosen.shared if chosen.shared.is_dir() else None
    with TemporaryDirectory() as folder:
        work = Path(folder)
        count = fill(Archive(work / "archive"), work, shared, chosen.documents, chosen.seed)
        said = CliRunner().invoke(app, ["build", "--archive", str(work / "archive"), "--out", str(work / "release")])
        print(f"seed {chosen.seed}: {count:,} files spoilt; the build ended with {said.exit_code}")
        if said.exit_code:
            print(said.stderr[:3000])
            return 1
        faults = pl.read_parquet(work / "release" / "parquet" / "quality.parquet").rows(named=True)
    for kind, times in sorted(Counter(row["kind"] for row in faults).items()):
        print(f"  {kind:30} {times:5,}")
    for row in faults:
        if row["kind"] == "check_failed":
            print(f"  set aside: {row['subject']}: {row['detail'][:150]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
