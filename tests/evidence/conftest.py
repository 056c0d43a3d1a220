"""A release of the specimen documents and of a PDF in their form, with the archive that it was built from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive
from pipelines.cli.main import app
from pipelines.paths import SPECIMEN
from tests.readers.test_pdf import two_pages


@dataclass(frozen=True)
class Built:
    """An archive and the release made from it."""

    archive: Path
    release: Path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("evidence")
    (folder / "a_res_0_17.pdf").write_bytes(two_pages().written())
    made = Built(folder / "archive", folder / "release")
    import_paths([SPECIMEN, folder / "a_res_0_17.pdf"], Archive(made.archive))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        built = CliRunner().invoke(app, ["build", "--archive", str(made.archive), "--out", str(made.release)])
    assert built.exit_code == 0, built.output
    return made


@pytest.fixture
def prove(built: Built) -> Callable[..., Result]:
    """Runs `accede prove ID` on the release, with the options given or else its own archive and itself."""

    def run(wanted: str, *options: str) -> Result:
        given = {"--archive": str(built.archive), "--release": str(built.release)}
        others = [part for name, value in given.items() if name not in options for part in (name, value)]
        return CliRunner().invoke(app, ["prove", wanted, *others, *options])

    return run
