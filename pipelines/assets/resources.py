"""What assets need from outside: where the archive and the release lie, and where to tell how far they are."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import polars as pl

from pipelines.archive import specimen
from pipelines.archive.store import Archive
from pipelines.batch import Memo, source_version
from pipelines.contracts import contracts
from pipelines.paths import DATASETS, REFERENCE

READING_ROOMS = (
    "pipelines.symbols",
    "pipelines.titles",
    "pipelines.rows",
    "pipelines.readers",
    "pipelines.clauses",
    "pipelines.treaties",
    "pipelines.links",
    "pipelines.evaluation",
)


def default_cache() -> Path:
    """Folder of memos under the user's cache folder; deleting it costs time and nothing else."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "accede"


class Folders(dg.ConfigurableResource[None]):
    """The folders of one build: `archive` (empty: the specimen archive), `out` (the release), `cache` (memos).

    `without_text`: the release is the text-free edition. `text_free`: where that edition is made beside the full one;
    empty: it is not. `store`: where a refresh publishes it; empty: nowhere.
    """

    archive: str = ""
    out: str = str(DATASETS / "release")
    cache: str = ""
    without_text: bool = False
    text_free: str = ""
    store: str = ""

    @property
    def is_specimen(self) -> bool:
        return not self.archive

    @contextmanager
    def open_archive(self) -> Iterator[Archive]:
        """The user's archive, or one made on the spot from the specimen documents."""
        with specimen.opened(None if self.is_specimen else Path(self.archive)) as archive:
            yield archive

    def memo(self, name: str) -> Memo:
        """Results of one stage for documents that were read before by the same code and reference data."""
        root = Path(self.cache) if self.cache else default_cache()
        return Memo(root / name, _version())


def _version() -> str:
    """Changes with any line of the rooms that read and link, of the reference data they use, and with any column;
    and with the version of Polars, whose frames are kept as it writes them.
    """
    digest = hashlib.sha256(source_version(*READING_ROOMS).encode() + pl.__version__.encode())
    digest.update(repr([(name, one.schema, one.sort) for name, one in contracts().items()]).encode())
    for path in sorted(REFERENCE.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()


Report = Callable[[str, int, int], None]


class Progress:
    """Tells a listener how far a stage is: (stage, done, of); silent unless somebody listens."""

    def __init__(self, listener: Report | None = None) -> None:
        self._listener = listener

    def stage(self, name: str) -> Callable[[int, int], None]:
        """A callback (done, of) for one stage."""

        def report(done: int, of: int) -> None:
            if self._listener is not None:
                self._listener(name, done, of)

        return report
