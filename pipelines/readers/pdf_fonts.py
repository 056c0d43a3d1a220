"""Makes the decoder forget the fonts of the documents that were read before.

pdf_oxide 0.3.78 keeps the last 1,024 fonts of a process and takes one of them for a like-named font of another
document: A/RES/73/8 has its job number in a note when S/RES/2769 was read before it. Nothing in Python clears that
store, so it is filled with fonts that no document has: those of two files in turns, since one that is kept already puts
out nothing. This takes some 5 ms a document, most of the time of a page, and can go with a pdf_oxide that tells such
fonts apart (its issue 1129, mended for 0.3.79).
"""

from __future__ import annotations

from functools import cache
from itertools import count

import pdf_oxide

KEPT = 1024
"""Fonts that pdf_oxide keeps, the oldest of which goes first."""
_rounds = count()


def forget_fonts() -> None:
    """Have the next document read as if it were the first one of this process."""
    number = next(_rounds)
    if number:
        pdf_oxide.PdfDocument.from_bytes(_page_of_fonts(number % 2)).extract_spans(0)


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
