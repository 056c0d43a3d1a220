"""What every test may lean on: the shared real material, where it is present."""

from __future__ import annotations

import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    """For tests/live, whose conftest is read too late to add it."""
    parser.addoption("--base-url", help="a double on this machine, for a rehearsal of the live tests")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of the real UN documents and status files; they are not part of this project."""
    if not SHARED.is_dir():
        pytest.skip("needs the real documents in ../shared/data, which are not part of this project")
    return SHARED


@pytest.fixture(scope="session")
def member(shared: Path) -> Callable[[str, str], bytes]:
    """Bytes of one member of one shared archive: member('resolutions/unxml-sc', '2023/English/x.xml')."""

    def read(archive: str, name: str) -> bytes:
        with tarfile.open(shared / f"{archive}.tar.xz") as tar:
            file = tar.extractfile(name)
            assert file is not None, name
            return file.read()

    return read
