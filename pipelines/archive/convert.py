"""Old formats that no reader reads, turned into Word files by a program of the machine: LibreOffice, else antiword.

Done once, at import: the archive holds what came out, so a build stays a function of the archive alone and gives the
same on a machine without these programs.
"""

from __future__ import annotations

import shutil
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.archive.found import Found, label
from pipelines.archive.guards import allowed
from pipelines.archive.outside import run

SECONDS = 120
_NO_REFERENCE = b"Error: Reference source not found"
_OLE, _WORDPERFECT, _RTF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xffWPC", b"{\\rtf"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_OFFICES = ("soffice", "libreoffice")
_SETTING = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + _SETTING.format("Office.Common/Security/Scripting", "MacroSecurityLevel", 3)
    + _SETTING.format("Office.Common/Security/Scripting", "DisableMacrosExecution", "true")
    + _SETTING.format("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
    + _SETTING.format("Office.Writer/Content/Update", "Link", 0)
    + _SETTING.format("Office.Writer/Content/Update", "Field", "false")
    + "</oor:items>"
)
INSTALL = "install LibreOffice{} to read it, then import the file again"


FORMATS = {"Word 97 .doc": "word_ole", "WordPerfect": "wordperfect", "rich text (RTF)": "rtf"}
"""What the ledger calls the originals; a build reads none of them."""


def kind(data: bytes) -> str | None:
    """What sort of old document the bytes are: a name of FORMATS, else None."""
    if data.startswith(_OLE) and _WORD_STREAM in data:
        return "Word 97 .doc"
    if data.startswith(_WORDPERFECT):
        return "WordPerfect"
    return "rich text (RTF)" if data.startswith(_RTF) else None


def converted(found: Found) -> Found:
    """The file in a format that is read, its name saying by what it was converted; every other file as it is."""
    sort = kind(found.data) if found.data else None
    if found.data is None or sort is None:
        return found
    if office := next((path for name in _OFFICES if (path := shutil.which(name))), None):
        data, program = _by_office(office, found.data), "LibreOffice"
    elif sort == "Word 97 .doc" and (antiword := shutil.which("antiword")):
        data, program = _by_antiword(antiword, found.data), "antiword"
    else:
        advice = INSTALL.format(" or antiword" if sort == "Word 97 .doc" else "")
        return replace(found, data=None, reason=f"{sort}: {advice}")
    if not data or len(data) > allowed(len(found.data)):
        return replace(found, data=None, reason=f"{sort}: {program} could not convert it")
    return replace(found, data=data, name=label(f"{found.name} (converted by {program})"))


def _by_office(program: str, data: bytes) -> bytes | None:
    """A Word file made by LibreOffice, with a profile of its own: no open window matters, no macro runs."""
    with TemporaryDirectory(prefix="accede-convert-") as name:
        folder = Path(name)
        (folder / "document.doc").write_bytes(data)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS)
        command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", name, str(folder / "document.doc")]
        made = folder / "document.docx"
        return _cleaned(made) if run(command, folder, SECONDS) is not None and made.is_file() else None


def _cleaned(made: Path) -> bytes | None:
    """The file without the error message that stands for a second mark of one note (A/RES/72/67 as .doc)."""
    cleaned = BytesIO()
    try:
        with zipfile.ZipFile(made) as package, zipfile.ZipFile(cleaned, "w", zipfile.ZIP_DEFLATED) as written:
            for info in package.infolist():
                data = package.read(info).replace(_NO_REFERENCE, b"")
                written.writestr(zipfile.ZipInfo(info.filename), data, zipfile.ZIP_DEFLATED)
    except (zipfile.BadZipFile, zlib.error, OSError):
        return None
    return cleaned.getvalue()


def _by_antiword(program: str, data: bytes) -> bytes | None:
    """Plain text made by antiword, one line a paragraph."""
    with TemporaryDirectory(prefix="accede-convert-") as name:
        path = Path(name) / "document.doc"
        path.write_bytes(data)
        return run([program, "-w", "0", "-m", "UTF-8.txt", str(path)], Path(name), SECONDS)
