"""Whether the same archive gives the same release: on several Pythons, in one process and in two.

    python -m tests.figures.determinism [--archive DIR] [--every 10] [--python /path/to/python3.12 …]

Builds the specimen archive and, of the archive given, every n-th document with all treaty status and metadata. Each
build runs in a process of its own, with an empty cache and another order of sets. Compared are the bytes of every file,
and of the DuckDB file, which never is the same twice, the digest of each table. Another Python needs this project
installed in its environment.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.contracts import contracts
from pipelines.publish import sql
from pipelines.publish.connection import connect
from pipelines.publish.digest import digest

# Documents are shared out among as many processes as there are processors; this says how many that is.
CHILD = """
import os, sys
os.cpu_count = lambda: {processes}
sys.argv[0] = "accede"
from pipelines.cli.main import main
main()
"""
DATABASE = "accede.duckdb"
WHOLE = {"status", "status_table", "extract"}


@dataclass(frozen=True)
class Way:
    """One way to build: an interpreter, a number of processes, a seed for the order of sets, threads of Polars."""

    python: Path
    processes: int
    seed: int
    threads: int

    def __str__(self) -> str:
        said = subprocess.run([self.python, "--version"], capture_output=True, text=True, check=True).stdout.strip()
        return f"{said}, {self.processes} process(es), hash seed {self.seed}, {self.threads} thread(s)"


def ways(pythons: list[Path]) -> list[Way]:
    """Both numbers of processes on the first interpreter, and one build on each of the others."""
    first, *others = pythons
    here = [Way(first, 1, 1, 1), Way(first, 2, 2, 2)]
    return here + [Way(python, 2, number + 3, 2) for number, python in enumerate(others)]


def subset(archive: Path, every: int, to: Path) -> Path:
    """An archive of the same objects whose ledger holds every n-th document and all that is no document."""
    to.mkdir()
    (to / "objects").symlink_to(archive.resolve() / "objects")
    (to / "incoming").mkdir()
    lines = (archive / "ledger.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = (line for at, line in enumerate(lines) if at % every == 0 or json.loads(line)["format"] in WHOLE)
    (to / "ledger.jsonl").write_text("".join(kept), encoding="utf-8")
    return to


def build(way: Way, archive: Path | None, work: Path) -> dict[str, str]:
    """Build one way; gives the hash of every file and the digest of every table of the DuckDB file, by name."""
    out = work / "release"
    environment = os.environ | {
        "XDG_CACHE_HOME": str(work / "cache"),
        "PYTHONHASHSEED": str(way.seed),
        "POLARS_MAX_THREADS": str(way.threads),
    }
    given = ["--archive", str(archive)] if archive else []
    command = [str(way.python), "-c", CHILD.format(processes=way.processes), "build", "--out", str(out), *given]
    subprocess.run(command, env=environment, cwd=work, check=True, stdout=subprocess.DEVNULL)
    return _hashes(out) | _digests(out)


def _hashes(release: Path) -> dict[str, str]:
    lines = (release / "checksums.sha256").read_text(encoding="utf-8").splitlines()
    return {name: hashed for hashed, name in (line.split("  ", 1) for line in lines) if name != DATABASE}


def _digests(release: Path) -> dict[str, str]:
    with connect() as connection:
        connection.execute(sql.fill("release/open.sql", path=sql.literal(release / DATABASE)))
        return {f"{DATABASE}: {name}": digest(connection, contract) for name, contract in contracts().items()}


def compare(name: str, archive: Path | None, chosen: list[Way]) -> bool:
    """Build one archive every way and print what differs from the first; True when nothing does."""
    found: list[dict[str, str]] = []
    for way in chosen:
        with TemporaryDirectory() as work:
            found.append(build(way, archive, Path(work)))
        differing = sorted(key for key in found[0].keys() | found[-1].keys() if found[0].get(key) != found[-1].get(key))
        said = f"differs in {', '.join(differing)}" if differing else f"the same {len(found[-1])} hashes and digests"
        print(f"{name}; {way}: {said}", flush=True)
    return all(each == found[0] for each in found)


def main() -> None:
    """Print the comparison; exit code 1 when anything differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--every", type=int, default=10)
    parser.add_argument("--python", type=Path, action="append", default=[])
    asked = parser.parse_args()
    chosen = ways([Path(sys.executable), *asked.python])
    are_same = compare("specimen", None, chosen)
    if asked.archive:
        with TemporaryDirectory() as folder:
            part = subset(asked.archive, asked.every, Path(folder) / "archive")
            are_same &= compare(f"every {asked.every}th document", part, chosen)
    sys.exit(0 if are_same else 1)


if __name__ == "__main__":
    main()
