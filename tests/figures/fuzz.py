"""Mutated files: every one is either read or refused with a reason, and none brings a reader down.

    python -m tests.figures.fuzz [--n 500] [--seed 1] [--shared ../shared/data] [--show]

The files are those of the specimen archive and the tests and, where they are there, real PDFs and Word files. Bytes are
flipped, cut out, doubled and spliced; of half of the Word files those of the XML inside, so that the zip stays whole.
The same seed gives the same files.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace

from pipelines.archive.recognise import recognise
from pipelines.batch import Died, guarded_pool, map_batches
from pipelines.clauses.parse import parse
from pipelines.paths import SPECIMEN
from pipelines.readers import Unreadable, read
from tests.bad_input import docx, resolution, zipped
from tests.figures.pdf import taken

Sample = tuple[str, bytes]
_REAL = {"pdf": ("pdf.tar.xz", ".pdf", 80), "word": ("word.tar.xz", ".docx", 25)}


@cache
def samples(shared: Path | None) -> list[Sample]:
    """(format, bytes) of files that are read when nothing is changed."""
    own = [("pdf", resolution()), ("word", docx().bytes())]
    formats = {".docx": "word", ".xml": "akn", ".txt": "text"}
    own += [
        (formats[path.suffix], path.read_bytes())
        for path in sorted((SPECIMEN / "documents").iterdir())
        if path.suffix in formats
    ]
    return [one for one in own + [one for name in _REAL if shared for one in _real(shared, name)] if _is_sound(one)]


def _is_sound(sample: Sample) -> bool:
    try:
        return bool(read(sample[1], sample[0]).statements)
    except Unreadable:
        return False


def _real(shared: Path, format: str) -> Iterator[Sample]:
    archive, end, count = _REAL[format]
    path = next(shared.rglob(archive), None)
    if path:
        found = (data for name, data in taken(path, [end]) if len(data) < 2**20)
        yield from ((format, data) for data, _ in zip(found, range(count), strict=False))


def mutated(number: int, seed: int, shared: Path | None) -> Sample:
    """The file of this number."""
    chance = random.Random(f"{seed}/{number}")
    sound = samples(shared)
    wanted = chance.choice(["pdf", "pdf", "word", "word", "akn", "text"])
    format, data = chance.choice([one for one in sound if one[0] == wanted])
    if format == "word" and chance.random() < 0.5:
        return format, _inside(data, chance)
    return format, _changed(data, chance.choice(sound)[1], chance)


def _inside(data: bytes, chance: random.Random) -> bytes:
    """A Word file with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(parts))
    return zipped({**parts, name: _changed(parts[name], parts[chance.choice(sorted(parts))], chance)})


def _changed(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """One to four changes."""
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 4])):
        chance.choice(_CHANGES)(changed, other, chance)
    return bytes(changed)


def _flip(data: bytearray, _: bytes, chance: random.Random) -> None:
    for _number in range(chance.choice([1, 5, 50])):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, _: bytes, chance: random.Random) -> None:
    start, end = _stretch(data, chance)
    del data[start:end]


def _truncate(data: bytearray, _: bytes, chance: random.Random) -> None:
    del data[chance.randrange(len(data) + 1) :]


def _double(data: bytearray, _: bytes, chance: random.Random) -> None:
    start, end = _stretch(data, chance)
    data[end:end] = data[start:end] * chance.choice([1, 1, 20])


def _splice(data: bytearray, other: bytes, chance: random.Random) -> None:
    start, end = _stretch(data, chance)
    first, last = _stretch(other, chance)
    data[start:end] = other[first:last]


def _number(data: bytearray, _: bytes, chance: random.Random) -> None:
    """Another number where one stands: lengths, counts, places."""
    places = [at for at in range(min(len(data), 20_000)) if chr(data[at]).isdigit()]
    if places:
        at = chance.choice(places)
        data[at : at + 1] = chance.choice([b"0", b"9", b"-1", b"99999999", b"4294967296"])


_CHANGES: tuple[Callable[[bytearray, bytes, random.Random], None], ...] = (
    _flip,
    _cut,
    _truncate,
    _double,
    _splice,
    _number,
)


def _stretch(data: bytes | bytearray, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice([1, 8, 100, 5_000]))


def look(seed: int, shared: Path | None, number: int) -> tuple[str, str]:
    """(how it ended, in words)."""
    format, data = mutated(number, seed, shared)
    source = SimpleNamespace(sha256="0" * 64, format=format, name=f"{number}", source="fuzz", url=None, as_at=None)
    try:
        recognise(data, f"{number}.{format}")
        return "read", f"{len(parse(data, source).clauses)} clauses"
    except Unreadable as error:
        return "refused", error.reason
    except MemoryError:
        raise
    except Exception as error:
        return "failed", f"{type(error).__name__}: {error}"


def died(number: int, error: Died) -> tuple[str, str]:
    return "died", str(error)


def fuzz(count: int, seed: int, shared: Path | None) -> list[tuple[str, str]]:
    """How each of so many files ended."""
    with guarded_pool() as executor:
        return map_batches(partial(look, seed, shared), range(count), executor=executor, instead=died)


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--n", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--shared", type=Path, default=Path("../shared/data"))
    options.add_argument("--show", action="store_true", help="also name the reasons of refusal")
    chosen = options.parse_args(arguments)
    start = time.monotonic()
    ends = fuzz(chosen.n, chosen.seed, chosen.shared if chosen.shared.is_dir() else None)
    formats = [mutated(number, chosen.seed, chosen.shared)[0] for number in range(chosen.n)]
    counts = Counter(zip(formats, (how for how, _ in ends), strict=True))
    for (format, how), count in sorted(counts.items()):
        print(f"{format:6} {how:8} {count:6,}")
    for number, (how, said) in enumerate(ends):
        if how in ("failed", "died") or chosen.show:
            print(f"  {number:5} {formats[number]:5} {how:8} {said[:150]}")
    bad = sum(how in ("failed", "died") for how, _ in ends)
    print(f"{chosen.n:,} files, seed {chosen.seed}: {bad} brought a reader down ({time.monotonic() - start:.0f} s)")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
