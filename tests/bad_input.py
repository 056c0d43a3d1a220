"""Files that nobody should have to read, made on the spot: what each is, and the words by which its fault is known.

`of_size(pages, characters)` gives them small for the tests, at full size for `python -m tests.figures.bad_input`.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pdf_oxide

from tests.akn_xml import akn
from tests.akn_xml import paragraph as one
from tests.docx import Docx
from tests.pdf_writer import PdfWriter

PREAMBLE = "Recalling that the wells of the village are all in the valley, and that water is in them,"
SYMBOL = "A/RES/0/9"


@dataclass(frozen=True, slots=True)
class Bad:
    """One bad file: `said` stands in its quality row, `refused` in the reason of an import that leaves it out."""

    name: str
    format: str
    data: Callable[[], bytes]
    said: str
    refused: str | None = None


def of_size(pages: int, characters: int) -> list[Bad]:
    """All of them; `pages` of the long PDF, `characters` of the page and the paragraphs that have too many."""
    return [
        Bad("empty.pdf", "pdf", bytes, "the file is empty", "empty"),
        Bad("html.pdf", "pdf", lambda: b"<html><body>Sorry</body></html>", "the bytes are no PDF", "HTML page"),
        Bad("bomb.zip", "word", bomb, "holds no Word document", "unpacks to more than any real archive"),
        Bad("encrypted.docx", "word", encrypted_word, "encrypted and needs a password", "with a password"),
        Bad("encrypted.pdf", "pdf", encrypted, "encrypted and needs a password"),
        Bad("truncated.pdf", "pdf", lambda: resolution()[:-700], "truncated: its end is missing"),
        Bad("truncated.docx", "word", lambda: docx().bytes()[:-700], "cut short or damaged", "cut short or damaged"),
        Bad("bomb.docx", "word", word_bomb, "unpacks to more than any real document"),
        Bad("pages.pdf", "pdf", lambda: paged(pages), f"{pages:,} pages"),
        Bad("page.pdf", "pdf", lambda: crowded(characters), "more characters than any page"),
        Bad("paragraph.docx", "word", lambda: wordy(characters), "a paragraph of more than"),
        Bad("absent.pdf", "pdf", lambda: saying("The document requested does not exist."), "does not exist"),
        Bad("draft.pdf", "pdf", lambda: saying("A/C.2/0/L.4", "Draft resolution"), "is a draft"),
        Bad("draft.docx", "word", lambda: docx("A/C.3/0/L.5").bytes(), "not that of a resolution"),
        Bad("german.pdf", "pdf", lambda: saying(SYMBOL, *GERMAN), "none of the six official languages"),
        Bad("page.txt", "text", lambda: flowing(characters), "a paragraph of more than"),
        Bad("page.xml", "akn", lambda: akn(one("Asks " * (characters // 5), "1.")), "a paragraph of more than"),
        Bad("images.pdf", "pdf", lambda: paged(2), "no text layer"),
    ]


GERMAN = (
    "Die Generalversammlung,",
    "unter Hinweis darauf, dass die Brunnen des Dorfes alle im Tal liegen und dass Wasser darin ist,",
    "1. fordert alle Mitgliedstaaten nachdrücklich auf, das Wasser nicht zu vergeuden;",
)


def resolution() -> bytes:
    """A PDF of a resolution that is read."""
    return saying(SYMBOL, "The General Assembly,", PREAMBLE, "1. Calls upon all States to keep the wells clean.")


def saying(*texts: str) -> bytes:
    """A PDF of one page with these lines."""
    pdf = PdfWriter()
    page = pdf.page()
    for place, text in enumerate(texts):
        page.text(72, 700 - 20 * place, text)
    return pdf.written()


def paged(count: int) -> bytes:
    """A PDF of empty pages."""
    pdf = PdfWriter()
    for _ in range(count):
        pdf.page()
    return pdf.written()


def crowded(characters: int) -> bytes:
    """A PDF with one page of so many characters."""
    pdf = PdfWriter()
    page = pdf.page()
    page.text(72, 770, SYMBOL)
    for place in range(20):
        page.text(10, 20 + 20 * place, "well " * (characters // 80), 1)
    return pdf.written()


def encrypted() -> bytes:
    """A PDF that opens with a password."""
    return bytes(pdf_oxide.PdfDocument.from_bytes(resolution()).to_bytes_encrypted("secret", "owner"))


def encrypted_word() -> bytes:
    """What Word makes of a file with a password: an OLE container around it."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(4000)


def docx(symbol: str = SYMBOL) -> Docx:
    """A Word file of a resolution."""
    made = Docx(symbol)
    made.add("\t0/9.\tWells", style="TitleH1")
    made.add("The General Assembly,")
    made.add(PREAMBLE)
    made.add("1.\t", "Calls upon all States to keep the wells clean.")
    return made


def wordy(characters: int) -> bytes:
    """A Word file with one paragraph of so many characters."""
    made = docx()
    made.add("2.\t", "Asks " * (characters // 5))
    return made.bytes()


def flowing(characters: int) -> bytes:
    """A page of plain text without end of a paragraph."""
    line = "and the water of the wells and the wells of the village\n"
    text = f"{SYMBOL}\nThe General Assembly,\n{PREAMBLE}\n1. Asks all States to keep clean\n"
    return (text + line * (characters // len(line))).encode()


def word_bomb() -> bytes:
    """A Word file of 60 kB whose text takes 64 MB."""
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document>" + b" " * 2**26})


def bomb() -> bytes:
    """A zip file of 300 kB whose members take 300 MB."""
    return zipped({f"{number}.xml": bytes(10 * 2**20) for number in range(30)})


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip file."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return made.getvalue()
