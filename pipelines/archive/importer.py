"""Import: the user's files into the archive, and an account of what was taken, what was there, what could not be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pipelines.archive import convert, kinds, ocr
from pipelines.archive.containers import total_size, walk
from pipelines.archive.entry import Entry
from pipelines.archive.found import Found, label
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
            _take(found, archive, as_at, report)
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
    elif sort := convert.kind(found.data):
        _take_converted(found, found.data, convert.FORMATS[sort], archive, report)
    else:
        _take_readable(found, found.data, archive, as_at, report)


def _take_readable(found: Found, data: bytes, archive: Archive, as_at: date | None, report: ImportReport) -> None:
    what = recognised(data, found.name)
    if what.format is None:
        report.not_taken.append(NotTaken(found.name, what.reason or "not recognised", kinds.is_about_files(found.name)))
        return
    day = (what.as_at or as_at) if what.is_status else None
    if what.is_status and day is None:
        report.not_taken.append(NotTaken(found.name, NO_DAY))
        return
    entry = _entry(data, found.name, what, day)
    _add(data, entry, archive, report)
    if what.format == "pdf" and what.language is None and _is_read_off(found, data, entry, archive, report):
        return
    if what.reason:
        report.warnings.append((found.name, what.reason))


def _take_converted(found: Found, data: bytes, format: str, archive: Archive, report: ImportReport) -> None:
    """An old format: the original, and beside it what a program of the machine makes of it; neither without one."""
    original = _entry(data, found.name, Recognised(format), None)
    if known := archive.made_from(original.sha256):
        _add(data, original, archive, report)
        report.already.append(known)
        return
    made = convert.converted(found)
    if made.data is None:
        report.not_taken.append(NotTaken(found.name, made.reason or "not converted"))
        return
    _add(data, original, archive, report)
    _add_made(made.name, made.data, original, archive, report)


def _is_read_off(found: Found, data: bytes, original: Entry, archive: Archive, report: ImportReport) -> bool:
    """Take the text that is read off a PDF of images, unless that was done before; False where nothing came of it."""
    if known := archive.made_from(original.sha256):
        report.already.append(known)
        return True
    read = ocr.read_off(data)
    if read is None:
        return False
    _add_made(label(f"{found.name} (read by {ocr.version()})"), read, original, archive, report)
    return True


def _add_made(name: str, data: bytes, original: Entry, archive: Archive, report: ImportReport) -> None:
    what = recognised(data, name)
    if what.format:
        entry = replace(_entry(data, name, what, None), made_from=original.sha256)
        _add(data, entry, archive, report)
    if what.reason:
        report.warnings.append((name, what.reason))


def _add(data: bytes, entry: Entry, archive: Archive, report: ImportReport) -> None:
    added = archive.add(data, entry)
    (report.taken if added == "taken" else report.already).append(entry)


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
