"""Old Word and WordPerfect files: converted by a program of the machine, else a reason that says what to install."""

from __future__ import annotations

import shutil
import socket
import sys
import time
from pathlib import Path

import pytest

from pipelines.archive import outside
from pipelines.archive.convert import converted
from pipelines.archive.found import Found
from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive
from pipelines.readers import read
from tests.bad_input import docx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
# Writes what LibreOffice would: document.docx into the folder that follows --outdir; counts how often it was asked.
OFFICE = """#!/bin/sh
echo >> {0}/asked
while [ "$1" != --outdir ]; do shift; done
cp {0}/made.docx "$2/document.docx"
"""
RTF = rb"""{\rtf1\ansi A/RES/0/9\par The General Assembly,\par
\i Recalling\i0  that the wells of the village are all in the valley, and that water is in them,\par
1.\tab\i Calls upon\i0  all States to keep the wells clean.\par}"""


def _program(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(OLE, "Word 97 .doc: install LibreOffice or antiword"), (b"\xffWPC..", "WordPerfect: install LibreOffice to")],
)
def test_without_a_program_the_reason_says_what_to_install(
    data: bytes, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = converted(Found("a.doc", data))
    assert found.data is None and str(found.reason).startswith(reason)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with a LibreOffice that makes a Word file of everything."""
    made = docx()
    made.add("2.\t", "Asks", "Error: Reference source not found", " for nothing.")
    (tmp_path / "made.docx").write_bytes(made.bytes())
    _program(tmp_path, "soffice", OFFICE.format(tmp_path))
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def test_a_program_of_the_machine_converts_and_is_named(office: Path) -> None:
    found = converted(Found("a.doc", OLE))
    assert found.name == "a.doc (converted by LibreOffice)"
    assert read(found.data or b"", "word").text.endswith("Asks for nothing.\n")


def test_original_and_what_was_made_of_it_are_kept_and_made_once(office: Path) -> None:
    (office / "a.doc").write_bytes(OLE)
    archive = Archive(office / "archive")
    first, second = (import_paths([office / "a.doc"], archive) for _ in range(2))
    assert (first.formats, second.formats) == (
        {"word": (1, 0), "word_ole": (1, 0)},
        {"word": (0, 1), "word_ole": (0, 1)},
    )
    made, original = archive.entries()
    assert (made.made_from, made.symbol, original.format) == (original.sha256, "A/RES/0/9", "word_ole")
    assert (office / "asked").read_text().count("\n") == 1


def test_a_program_that_fails_is_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, "antiword", "#!/bin/sh\nexit 1\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert converted(Found("a.doc", OLE)).reason == "Word 97 .doc: antiword could not convert it"


def test_every_other_file_is_left_as_it_is() -> None:
    found = Found("a.xml", b"<a/>")
    assert converted(found) is found


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed (apt: libreoffice-writer-nogui)")
def test_libreoffice_makes_of_an_old_format_what_is_read() -> None:
    found = converted(Found("a.doc", RTF))
    document = read(found.data or b"", "word")
    assert document.symbol == "A/RES/0/9"
    assert [document.text[block.start : block.end][:10] for block in document.statements[0].blocks][-2:] == [
        "Recalling ",
        "Calls upon",
    ]


def test_a_program_that_takes_too_long_is_ended_with_all_it_started(tmp_path: Path) -> None:
    script = "(sleep 3; touch late) & sleep 60"
    assert outside.run(["sh", "-c", script], tmp_path, 1) is None
    time.sleep(3.5)
    assert not (tmp_path / "late").exists()


@pytest.mark.skipif(not outside._without_network(), reason="unshare is not there, or not allowed")
def test_a_program_has_no_network(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        script = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), 2); print('there')"
        assert outside.run([sys.executable, "-c", script], tmp_path, 20) is None
