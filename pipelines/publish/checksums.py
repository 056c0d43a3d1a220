"""checksums.sha256: all files of a release with their SHA-256, in the form of sha256sum; the last thing written."""

from __future__ import annotations

import hashlib
from pathlib import Path

CHECKSUMS = "checksums.sha256"


def sha256(path: Path) -> str:
    """SHA-256 of a file's bytes in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(folder: Path) -> dict[str, str]:
    """Write the list anew; gives the SHA-256 by path within the folder, the list itself aside."""
    found = sorted(file for file in folder.rglob("*") if file.is_file() and file != folder / CHECKSUMS)
    files = {file.relative_to(folder).as_posix(): sha256(file) for file in found}
    lines = "".join(f"{hashed}  {name}\n" for name, hashed in files.items())
    (folder / CHECKSUMS).write_text(lines, encoding="utf-8")
    return files


def parse(text: str) -> dict[str, str]:
    """SHA-256 by path within the folder, from the text of a list."""
    return {name: hashed for hashed, _, name in (line.partition("  ") for line in text.splitlines())}


def differing(folder: Path) -> list[str]:
    """Paths within a release whose file is not what the list says, or missing; the list itself where that is."""
    if not (folder / CHECKSUMS).is_file():
        return [CHECKSUMS]
    listed = parse((folder / CHECKSUMS).read_text(encoding="utf-8"))
    return [name for name, wanted in listed.items() if not (folder / name).is_file() or sha256(folder / name) != wanted]
