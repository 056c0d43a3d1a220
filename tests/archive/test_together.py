"""Several processes on one archive, and processes that are killed: the archive stays sound."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from archive_shapes import akn

from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive
from pipelines.paths import ROOT

IMPORT = """
import sys
from pathlib import Path
from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive
folder, archive = map(Path, sys.argv[1:])
import_paths([folder], Archive(archive), progress=lambda *_: print("one", flush=True))
"""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of some hundred documents."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.xml").write_bytes(akn(f"A/RES/0/{number}"))
    return folder


def _start(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", IMPORT, str(folder), str(folder.parent / "archive")]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _assert_whole(archive: Archive, count: int) -> None:
    entries = archive.entries()
    assert len({entry.symbol for entry in entries}) == len(entries) == count
    assert all(len(archive.read(entry.sha256)) == entry.size for entry in entries)


def test_two_imports_at_once_wait_for_each_other(many: Path) -> None:
    both = [_start(many), _start(many)]
    said = [process.communicate(timeout=60) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    _assert_whole(Archive(many.parent / "archive"), 400)


@pytest.mark.parametrize("after", [1, 150])
def test_an_import_killed_on_the_way_leaves_a_sound_archive(many: Path, after: int) -> None:
    process = _start(many)
    assert process.stdout is not None
    for _ in range(after):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    archive = Archive(many.parent / "archive")
    kept = len(archive.entries())
    assert after <= kept <= 400
    _assert_whole(archive, kept)
    report = import_paths([many], archive)
    assert (len(report.already), len(report.taken)) == (kept, 400 - kept)
    _assert_whole(archive, 400)


def test_a_waiting_import_says_so(many: Path) -> None:
    archive = Archive(many.parent / "archive")
    said = threading.Event()
    waiting = threading.Thread(target=import_paths, args=([many], Archive(archive.root)), kwargs={"on_wait": said.set})
    with archive.writing():
        waiting.start()
        assert said.wait(60)
        assert archive.entries() == []
    waiting.join(60)
    _assert_whole(archive, 400)
