"""treaties.un.org: the index of a chapter, a treaty's page, its status as XML; what is missing is a page with 200."""

from __future__ import annotations

import re

from tests.double import bodies
from tests.double.message import Reply, Request, conditional, html
from tests.double.world import World

_PREFIX = "ctl00_ctl00_ContentPlaceHolder1_ContentPlaceHolderInnerPage_"
_TENS, _UNITS = ("", "X", "XX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = [ten + unit for ten in _TENS for unit in _UNITS][1:]
_FILE = re.compile(r"/doc/Publication/MTDSG/Volume (I|II)/Chapter ([IVX]+)/([\w-]+)\.(en|fr)\.xml")
MAINTENANCE = "<body>The site is undergoing urgent maintenance and is currently unavailable.</body>"


def answer(world: World, request: Request, _under_way: int) -> Reply:
    """What the Treaty Collection says."""
    if request.path == "/Pages/Treaties.aspx":
        return _index(world, request.query.get("id", ""))
    if request.path == "/Pages/ViewDetails.aspx":
        return _page(world, request.query.get("mtdsg_no", ""))
    found = _FILE.fullmatch(request.path)
    body = world.treaties.get((found[3], found[4])) if found and _place(found[3]) == (found[1], found[2]) else None
    if body is None:
        return html("<body>United Nations Treaty Collection<p>The page was not found.</p></body>")
    return conditional(request, Reply(200, {"Content-Type": "text/xml"}, body), bodies.etag(body))


def _place(treaty: str) -> tuple[str, str]:
    chapter = treaty.partition("-")[0]
    return "I" if _ROMAN.index(chapter) < 11 else "II", chapter


def _index(world: World, number: str) -> Reply:
    chapter = _ROMAN[int(number) - 1] if number.isdigit() and 0 < int(number) <= len(_ROMAN) else ""
    listed = sorted(treaty for treaty in world.listed if treaty.partition("-")[0] == chapter)
    link = "ViewDetails.aspx?src=TREATY&amp;mtdsg_no={}&amp;chapter=" + number + "&amp;clang=_en"
    rows = "".join(f'<tr><td><a href="{link.format(treaty)}">{treaty}</a></td></tr>' for treaty in listed)
    return html(f'<body>United Nations Treaty Collection<table id="{_PREFIX}tblgrid">{rows}</table></body>')


def _page(world: World, treaty: str) -> Reply:
    if treaty not in world.listed:
        return html("<body>United Nations Treaty Collection</body>")
    volume, chapter = _place(treaty)
    href = f"/doc/Publication/MTDSG/Volume {volume}/Chapter {chapter}/{treaty}.en.xml"
    link = f'<a id="{_PREFIX}lnkXml" href="{href}">XML</a>' if (treaty, "en") in world.treaties else ""
    title = f'<span id="{_PREFIX}rptTreaty_ctl00_tcText">{treaty}</span>'
    table = f'<table id="{_PREFIX}tblgrid"></table>'
    return html(f"<body>United Nations Treaty Collection<span>{world.stamp}</span>{link}{title}{table}</body>")
