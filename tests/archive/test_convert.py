"""Old Word and WordPerfect files: converted by a program of the machine, else a reason that says what to install."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.archive.convert import converted
from pipelines.archive.found import Found

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
# Writes what LibreOffice would: document.docx into the folder that follows --outdir.
OFFICE = '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nprintf made > "$2/document.docx"\n'


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


def test_a_program_of_the_machine_converts_and_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, "soffice", OFFICE)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    found = converted(Found("a.doc", OLE))
    assert (found.name, found.data) == ("a.doc (converted by LibreOffice)", b"made")


def test_a_program_that_fails_is_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, "antiword", "#!/bin/sh\nexit 1\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert converted(Found("a.doc", OLE)).reason == "Word 97 .doc: antiword could not convert it"


def test_every_other_file_is_left_as_it_is() -> None:
    found = Found("a.xml", b"<a/>")
    assert converted(found) is found
