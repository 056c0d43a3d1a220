"""Writes small PDFs for tests: lines of text in standard fonts at given places, links, nothing else."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

import pypdfium2

FONTS = {
    "roman": "Times-Roman",
    "italic": "Times-Italic",
    "bold": "Times-Bold",
    "courier": "Courier",
}


@dataclass
class PageWriter:
    """One page: text is placed with its base line at (x, y), in points from the lower left corner."""

    content: list[bytes] = field(default_factory=list)
    links: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)
    picture: tuple[int, int, bytes] | None = None
    """A grey picture that fills the page, under its text: dots across, dots down, one byte a dot."""

    def text(self, x: float, y: float, text: str, size: float = 10, font: str = "roman") -> None:
        """Draw a run of text."""
        name = list(FONTS).index(font)
        drawn = text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        self.content.append(b"BT /F%d %.2f Tf %.2f %.2f Td (%s) Tj ET" % (name, size, x, y, drawn))

    def link(self, rectangle: tuple[float, float, float, float], address: str) -> None:
        """Lay a link over a rectangle (x0, y0, x1, y1)."""
        self.links.append((rectangle, address))


@dataclass
class PdfWriter:
    """Pages to bytes."""

    width: float = 612
    height: float = 792
    pages: list[PageWriter] = field(default_factory=list)
    objects: list[bytes] = field(default_factory=list)

    def page(self) -> PageWriter:
        """A new page at the end."""
        self.pages.append(PageWriter())
        return self.pages[-1]

    def written(self) -> bytes:
        """The file."""
        self.objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
        fonts = [self._add(_font(name)) for name in FONTS.values()]
        resources = b" ".join(b"/F%d %d 0 R" % (place, number) for place, number in enumerate(fonts))
        kids = [self._page(page, resources) for page in self.pages]
        listed = b" ".join(b"%d 0 R" % kid for kid in kids)
        self.objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids))
        return self._file()

    def _add(self, body: bytes) -> int:
        self.objects.append(body)
        return len(self.objects)

    def _page(self, page: PageWriter, fonts: bytes) -> int:
        shown = [b"q %.2f 0 0 %.2f 0 0 cm /I Do Q" % (self.width, self.height)] if page.picture else []
        stream = b"\n".join([*shown, *page.content])
        content = self._add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        links = b" ".join(b"%d 0 R" % self._add(_link(*link)) for link in page.links)
        return self._add(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Annots [%s]"
            b" /Resources << /Font << %s >> %s >> >>"
            % (self.width, self.height, content, links, fonts, self._picture(page.picture))
        )

    def _picture(self, picture: tuple[int, int, bytes] | None) -> bytes:
        if picture is None:
            return b""
        across, down, dots = picture
        packed = zlib.compress(dots)
        number = self._add(
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
            b" /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (across, down, len(packed), packed)
        )
        return b"/XObject << /I %d 0 R >>" % number

    def _file(self) -> bytes:
        parts, places, length = [b"%PDF-1.4\n"], [], 9
        for number, body in enumerate(self.objects, 1):
            places.append(length)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
            length += len(parts[-1])
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, table))
        parts.append(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, length))
        return b"".join(parts)


def _font(name: str) -> bytes:
    return b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name.encode()


def _link(rectangle: tuple[float, float, float, float], address: str) -> bytes:
    box = b" ".join(b"%.2f" % side for side in rectangle)
    return b"<< /Type /Annot /Subtype /Link /Rect [%s] /A << /S /URI /URI (%s) >> >>" % (box, address.encode())


def imaged(pdf: bytes, dpi: int = 200) -> bytes:
    """The same pages as pictures, without any text."""
    made = PdfWriter()
    with pypdfium2.PdfDocument(pdf) as document:
        made.width, made.height = document[0].get_size()
        for page in document:
            drawn = page.render(scale=dpi / 72, grayscale=True)
            rows = bytes(drawn.buffer)
            lines = [rows[row * drawn.stride : row * drawn.stride + drawn.width] for row in range(drawn.height)]
            made.page().picture = (drawn.width, drawn.height, b"".join(lines))
    return made.written()
