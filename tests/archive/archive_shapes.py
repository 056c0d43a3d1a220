"""Files in the forms that the archive meets, in our own words."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping
from typing import Any


def akn(symbol: str = "A/RES/0/9", language: str = "eng", text: str = "Asks everybody to test;") -> bytes:
    """An official resolution in XML, as short as one can be."""
    return f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <!--A copy made for a test-->
  <statement name="resolution">
    <meta><identification source="#x"><FRBRExpression><FRBRlanguage language="{language}"></FRBRlanguage>
    </FRBRExpression></identification></meta>
    <preface><p>Distr. General <docNumber>00-1</docNumber>
      <docNumber refersTo="#symbol">{symbol}</docNumber></p></preface>
    <mainBody><paragraph><num>1.</num><content><p>{text}</p></content></paragraph></mainBody>
  </statement>
</akomaNtoso>""".encode()


def status(footer: str = "<Footer>XVIII 12 a. Penal Matters</Footer>", said: str = "") -> bytes:
    """A status file as the depositary writes them: Latin-1, with the control byte of a lost quotation mark."""
    return f"""<?xml version="1.0" encoding="iso-8859-1"?>
<Document>{said}
  <Treaty><Header><Chapter><Header>CHAPTER XVIII</Header></Chapter>
    <ExternalData><Numsect>12</Numsect><Subnumsect>a</Subnumsect></ExternalData></Header>
    <Participants>C\xf4te d'Ivoire \x93so\x94 & others</Participants>
    {footer}
  </Treaty>
</Document>""".encode("latin-1")


TABLE = b"Participant,Signature,Accession(a)\nAlbania,12 Dec 2000,\n"
EXTRACT = b'{"symbol": "A/RES/0/9", "title": "Testing", "adoption_date": "1 January 2000", "votes": []}\n'
PAGE = b"Testing of archives\nA/RES/0/9\n1. Asks the tester to go on;\n2/3\n"


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip file with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def tarred(members: Mapping[str, bytes | tarfile.TarInfo], mode: Any = "w:xz") -> bytes:
    """A tar file with these members; a TarInfo stands for a member without content, such as a link."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:
        for name, data in members.items():
            info = data if isinstance(data, tarfile.TarInfo) else tarfile.TarInfo(name)
            if isinstance(data, bytes):
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
            else:
                archive.addfile(info)
    return file.getvalue()
