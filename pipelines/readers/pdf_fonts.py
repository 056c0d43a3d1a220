"""Keeps the decoder from taking a font of a document that was read before.

pdf_oxide 0.3.78 keeps the last 1,024 fonts of a process and takes one of them for a like-named font with other widths:
A/RES/73/8 has its job number in a note when S/RES/2769 was read before it. Its own key of a font counts `DW`, which
means nothing in a simple font; so `/Type/Font`, which a decoder does not need, gives way to a `/DW` that no other font
has. Fonts that are packed away or written otherwise cannot be told apart so; before these, the store is filled with
fonts that no document has, which takes some 5 ms. All of this can go with a pdf_oxide that tells fonts apart by
itself (its issue 1129, mended for 0.3.79).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import cache
from itertools import count

import pdf_oxide

KEPT = 1024
"""Fonts that pdf_oxide keeps, the oldest of which goes first."""
_MOST_UNPACKED = 16_000_000
# A subset has six letters and a plus before its name; pdf_oxide keeps none of those.
_KEPT_NAME = re.compile(rb"/BaseFont\s*/(?![A-Z]{6}\+)")
_TYPE = re.compile(rb"/Type\s*/Font(?=[\s/>])")
_PACK = re.compile(rb"/ObjStm\b.*?stream\r?\n", re.DOTALL)
# Widths that stand in the font itself count in the decoder's key, and so do the bytes of a composite font.
_WIDTHS = re.compile(rb"/Widths\s+\d+\s+\d+\s+R")
_numbers = count()
_rounds = count()


def with_fonts_apart(data: bytes) -> bytes:
    """The PDF in as many bytes, to be decoded as if it were the first one of this process."""
    apart = bytearray(data)
    if not all(_is_numbered(apart, name.start()) for name in _KEPT_NAME.finditer(data)) or _packs_fonts(data):
        _fill_store()
    return bytes(apart)


def _is_numbered(data: bytearray, name: int) -> bool:
    """Puts a number into the font whose name stands at a place; False for a font that has no room for one."""
    start, end = max(data.rfind(b"obj", 0, name), 0), data.find(b"endobj", name)
    if _WIDTHS.search(data, start, end) is None:
        return True
    found = _TYPE.search(data, start, end)
    if found is None:
        return False
    first, last = found.span()
    data[first:last] = b"/DW %0*d" % (last - first - 4, next(_numbers) % 1_000_000)
    return True


def _packs_fonts(data: bytes) -> bool:
    """True where a font that would be kept stands in a compressed stream of objects, or may stand there."""
    return any(body is None or _KEPT_NAME.search(body) for body in _unpacked(data))


def _unpacked(data: bytes) -> Iterator[bytes | None]:
    """The streams of objects; None for one that is encrypted, too long, or packed in another way."""
    for pack in _PACK.finditer(data):
        unpacking = zlib.decompressobj()
        try:
            body = unpacking.decompress(memoryview(data)[pack.end() :], _MOST_UNPACKED)
        except zlib.error:
            body = b""
        yield body if unpacking.eof else None


def _fill_store() -> None:
    """Fill the store with the fonts of two files in turns, since a font that is kept already puts out nothing."""
    pdf_oxide.PdfDocument.from_bytes(_page_of_fonts(next(_rounds) % 2)).extract_spans(0)


@cache
def _page_of_fonts(number: int) -> bytes:
    """A PDF of one letter with as many fonts as are kept; those of another number have other names.

    The fonts are objects of their own: those that stand within a page are not kept.
    """
    letter = b"BT /F0 9 Tf 10 10 Td (a) Tj ET"
    named = b" ".join(b"/F%d %d 0 R" % (place, place + 5) for place in range(KEPT))
    font = b"<</BaseFont/Unused-%d-%d>>"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /Font << %s >> >> >>"
        % named,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(letter), letter),
        *(font % (number, place) for place in range(KEPT)),
    )
    written, places = bytearray(b"%PDF-1.4\n"), []
    for place, body in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (place, body)
    size, table = len(objects) + 1, b"".join(places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(written) + end % (size, table, size, len(written))
