"""The specimen archive: made on the spot from the specimen documents, for whoever has no archive yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive
from pipelines.paths import SPECIMEN


@contextmanager
def opened(folder: Path | None) -> Iterator[Archive]:
    """The archive in a folder; without one, the specimen archive for as long as it is needed."""
    if folder is not None:
        yield Archive(folder)
        return
    with TemporaryDirectory(prefix="accede-specimen-") as made:
        archive = Archive(Path(made))
        import_paths([SPECIMEN], archive)
        yield archive
