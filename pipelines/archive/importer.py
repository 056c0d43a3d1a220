"""Import: the user's files into the archive, and an account of what was taken, what was there, what could not be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pipelines.archive import kinds
from pipelines.archive.containers import total_size, walk
from pipelines.archive.convert import converted
from pipelines.archive.entry import Entry
from pipelines.archive.found import Found
from pipelines.archive.guarded import recognised
from pipelines.archive.recognise import Recognised
from pipelines.archive.store import Archive, sha256_of

SOURCE = "import"
NO_DAY = "treaty status that does not say its day: say --as-at YYYY-MM-DD"
Progress = Callable[[int, int], None]


class NoSuchPath(Exception):
    """A path that the user named does not exist."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A file that is not in the archive, and why; `is_passed_over`: nobody's document (desktop.ini, .git, README)."""

    name: str
    reason: str
    is_passed_over: bool = False


@dataclass(slots=True)
class ImportReport:
    """What an import did. `warnings`: (name, reason) of files in the archive that a build may not be able to use."""

    taken: list[Entry] = field(default_factory=list)
    already: list[Entry] = field(default_factory=list)
    not_taken: list[NotTaken] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)

    @property
    def formats(self) -> dict[str, tuple[int, int]]:
        """(taken, already there) by format, formats in alphabetical order."""
        names = sorted({entry.format for entry in (*self.taken, *self.already)})
        return {name: (_count(self.taken, name), _count(self.already, name)) for name in names}

    @property
    def faults(self) -> int:
        """Files with a warning or not taken, without those that are nobody's document."""
        return len(self.warnings) + sum(not one.is_passed_over for one in self.not_taken)

    @property
    def undated(self) -> int:
        """Status files not taken for want of a day."""
        return sum(one.reason == NO_DAY for one in self.not_taken)


def import_paths(
    paths: Iterable[Path],
    archive: Archive,
    as_at: date | None = None,
    progress: Progress | None = None,
    on_wait: Callable[[], None] | None = None,
) -> ImportReport:
    """Take the files under the paths into the archive.

    `as_at` dates status files that do not say their day. `progress` hears (bytes walked over, bytes in all), `on_wait`
    that another import holds the archive. Raises NoSuchPath before anything is written, ArchiveError.
    """
    paths = [Path(path) for path in paths]
    _require(paths)
    report = ImportReport()
    total = total_size(paths) if progress else 0
    with archive.writing(on_wait):
        for found in walk(paths):
            _take(converted(found), archive, as_at, report)
            if progress:
                progress(found.seen, total)
    return report


def _require(paths: Sequence[Path]) -> None:
    for path in paths:
        if not path.exists():
            raise NoSuchPath(f"no such file or folder: {path}")


def _take(found: Found, archive: Archive, as_at: date | None, report: ImportReport) -> None:
    if found.data is None:
        report.not_taken.append(NotTaken(found.name, found.reason or "no content", found.is_passed_over))
        return
    what = recognised(found.data, found.name)
    if what.format is None:
        report.not_taken.append(NotTaken(found.name, what.reason or "not recognised", kinds.is_about_files(found.name)))
        return
    day = (what.as_at or as_at) if what.is_status else None
    if what.is_status and day is None:
        report.not_taken.append(NotTaken(found.name, NO_DAY))
        return
    entry = _entry(found.data, found.name, what, day)
    added = archive.add(found.data, entry)
    (report.taken if added == "taken" else report.already).append(entry)
    if what.reason:
        report.warnings.append((found.name, what.reason))


def _entry(data: bytes, name: str, what: Recognised, day: date | None) -> Entry:
    return Entry(
        sha256=sha256_of(data),
        format=what.format or "",
        symbol=what.symbol,
        language=what.language,
        name=name,
        source=SOURCE,
        url=None,
        as_at=day,
        size=len(data),
    )


def _count(entries: Sequence[Entry], format: str) -> int:
    return sum(entry.format == format for entry in entries)
