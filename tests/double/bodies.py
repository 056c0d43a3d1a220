"""Files in the forms that the hosts serve, made on the spot from a few words of our own."""

from __future__ import annotations

import hashlib
import io
import zipfile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORDPERFECT = b"\xffWPC"
PLACEHOLDER_SIZE = 83_914


def pdf(words: str, filling: int = 1500) -> bytes:
    """A one-page PDF that says `words`."""
    said = words.encode("latin-1", "replace").replace(b"\\", b"").replace(b"(", b"\\(").replace(b")", b"\\)")
    stream = b"BT /F1 12 Tf 72 720 Td (" + said + b") Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body, places = b"%PDF-1.4\n%" + _noise(words, filling) + b"\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return body + end % (table, len(body))


def placeholder() -> bytes:
    """A PDF of the form and the size by which ODS says that a document does not exist."""
    head = b"%PDF-1.7\n2 0 obj\n<</Type/Pages/Count 1/Kids[ 4 0 R] >>\nendobj\n%"
    tail = b"\n%%EOF\n"
    return head + b"x" * (PLACEHOLDER_SIZE - len(head) - len(tail)) + tail


def word(words: str) -> bytes:
    """A Word file (OOXML) that says `words`; the same words give the same bytes."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>'
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in (("[Content_Types].xml", types), ("word/document.xml", document)):
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return file.getvalue()


def word_ole(words: str) -> bytes:
    """The outside of a .doc of the 2000s."""
    return OLE + _noise(words, 2040)


def wordperfect(words: str) -> bytes:
    """The outside of a file of the 1990s."""
    return WORDPERFECT + _noise(words, 1500)


def akn(symbol: str, words: str, language: str = "eng") -> bytes:
    """The outside of an official XML file."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><meta><identification>'
        f'<FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression></identification></meta>'
        f'<preface><docNumber refersTo="#symbol">{symbol}</docNumber></preface>'
        f"<mainBody><p>{words}</p></mainBody></statement></akomaNtoso>\n"
    ).encode()


def status(treaty: str, words: str) -> bytes:
    """The outside of a status file, in its encoding, with a name that is not ASCII."""
    chapter, _, rest = treaty.partition("-")
    footer = f"{chapter} {rest.replace('-', ' ')}. Test matters"
    return (
        '<?xml version="1.0" encoding="iso-8859-1"?>\n<Document><Treaty><Header><Chapter>'
        f"<Header>CHAPTER {chapter}</Header></Chapter></Header>"
        f"<Participants><Row><Entry>Côte d'Ivoire</Entry><Entry>{words}</Entry></Row></Participants>"
        f"<Footer>{footer}</Footer></Treaty></Document>\n"
    ).encode("iso-8859-1")


def etag(body: bytes) -> str:
    """A strong ETag."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def blob(body: bytes) -> str:
    """Git's name for these bytes."""
    return hashlib.sha1(b"blob %d\0" % len(body) + body).hexdigest()


def _noise(words: str, size: int) -> bytes:
    """Letters that differ with the words, so that a wrong body cannot pass for another."""
    seed = hashlib.sha256(words.encode()).hexdigest().encode()
    return (seed * (size // len(seed) + 1))[:size]
