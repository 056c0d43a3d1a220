"""The UN Treaty Collection, treaties.un.org: the status of multilateral treaties as XML, with the day it speaks of.

A missing file, a missing page and an outage all answer 200 with a page. So "absent" is said only by the index of the
chapter, or by a treaty's own page that leads to no file while both volumes have none.
"""

from __future__ import annotations

import html
import re
from datetime import date, datetime, timedelta
from functools import partial
from urllib.parse import quote, urljoin

from pipelines.archive.recognise import recognise
from pipelines.sources.asking import is_page, unless
from pipelines.sources.asks import Absent, Ask, Key, Outcome, Saved, Unchanged
from pipelines.sources.bodies import kind_of, require_whole
from pipelines.sources.errors import Failed
from pipelines.sources.hosts import redirected
from pipelines.sources.http import Answer, Client

NAME = "treaty_collection"
SITE = "https://treaties.un.org"
FORM = re.compile(r"([IVX]+)((?:-[A-E])?-\d+(?:-\d*[a-z]{0,2}){0,2})")
_NUMBERS = {"I": 1, "V": 5, "X": 10}
_FIRST_OF_VOLUME_II = 12
CHAPTERS = range(1, 30)
VINTAGE = timedelta(days=30)
_LISTED = re.compile(r"mtdsg_no=([IVX]+-[\w-]+)")
_ANCHOR = re.compile(r"<a\b[^<>]*>", re.I)
_IS_LINK = re.compile(r"\bid=\"[^\"]*lnkXml\"", re.I)
_HREF = re.compile(r"\bhref=\"([^\"]+)\"", re.I)
_OF_TREATY = re.compile(r"\bid=\"[^\"]*(?:tblgrid|rptTreaty_ctl00_tcText|rptStatus_ctl00_tcText|rptEIF_ctl00_tcText)\"")
_STAMP = re.compile(r"STATUS\s+AS\s+AT\s*:?\s*(\d\d-\d\d-\d{4})", re.I)
_MAINTENANCE = re.compile(rb"urgent maintenance|currently\s+unavailable", re.I)


def chapter_number(treaty: str) -> int:
    """The chapter of an id like XVIII-12-a in Arabic figures. Raises ValueError for what is no id."""
    found = FORM.fullmatch(treaty)
    if found is None:
        raise ValueError(f"{treaty!r} is no treaty; write it as XVIII-12-a")
    values = [_NUMBERS[letter] for letter in found[1]]
    after = [*values[1:], 0]
    number = sum(-one if one < following else one for one, following in zip(values, after, strict=True))
    if number not in CHAPTERS:
        raise ValueError(f"{treaty!r}: there is no chapter {found[1]}")
    return number


def file_url(treaty: str, language: str, volume: str | None = None) -> str:
    """Where the status of a treaty lies; the boundary between the volumes is partly inferred."""
    volume = volume or ("I" if chapter_number(treaty) < _FIRST_OF_VOLUME_II else "II")
    chapter = treaty.partition("-")[0]
    return f"{SITE}/doc/Publication/MTDSG/{quote(f'Volume {volume}/Chapter {chapter}/{treaty}.{language}.xml')}"


def page_url(treaty: str) -> str:
    """The page of a treaty, which says the day of the status and leads to the file."""
    number = chapter_number(treaty)
    return f"{SITE}/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no={quote(treaty)}&chapter={number}&clang=_en"


def index_url(chapter: int) -> str:
    """The index of one chapter."""
    return f"{SITE}/Pages/Treaties.aspx?id={chapter}&subid=A&clang=_en"


async def capture(client: Client, ask: Ask) -> Outcome:
    """The status of one treaty in one language. Raises Failed for anything that is not definite."""
    # "Not modified" carries no day: now and then the page is asked as well, so that what did not change is known to
    # have been so on a later day.
    is_recent = ask.seen is not None and client.clock.today() - ask.seen < VINTAGE
    if ask.url and ask.sha256 and is_recent:
        return await _again(client, ask)
    return await _first(client, ask)


async def is_still_absent(client: Client, key: Key) -> bool:
    """A second look at a treaty that had no status: its page alone says whether a file has come. Raises Failed."""
    page = _page(await client.follow(page_url(key.symbol)))
    if _OF_TREATY.search(page):
        return _link(page) is None
    return key.symbol not in await listed(client, chapter_number(key.symbol))


async def listed(client: Client, chapter: int) -> set[str]:
    """The treaties in the index of a chapter. Raises Failed when the answer is not that index."""
    page = _page(await unless(_is_odd, lambda: client.follow(index_url(chapter))))
    found = {html.unescape(one) for one in _LISTED.findall(page)}
    found = {one for one in found if FORM.fullmatch(one)}
    if not found and not _OF_TREATY.search(page):
        raise Failed("unexpected", f"the index of chapter {chapter} cannot be recognised")
    return found


async def _again(client: Client, ask: Ask) -> Outcome:
    """One conditional request; only a file that has changed needs the page with its day as well."""
    assert ask.url is not None
    answer = await client.follow(ask.url, etag=ask.etag, last_modified=ask.last_modified)
    if answer.status == 304:
        return Unchanged()
    body = _status(answer, ask)
    if body is None:
        return await _first(client, ask)
    saved = _saved(answer, ask, None)
    if saved.sha256 == ask.sha256:
        return Unchanged("the same bytes")
    return _saved(answer, ask, _day(_page(await client.follow(page_url(ask.key.symbol)))))


async def _first(client: Client, ask: Ask) -> Outcome:
    treaty, language = ask.key.symbol, ask.key.language
    page = _page(await unless(_is_odd, lambda: client.follow(page_url(treaty))))
    if not _OF_TREATY.search(page):
        if treaty in await listed(client, chapter_number(treaty)):
            raise Failed("unexpected", "the index lists it, its page cannot be recognised")
        return Absent("the index of the chapter does not list it")
    for url in _linked(page, treaty, language):
        answer = await unless(is_page, partial(client.follow, url))
        if _status(answer, ask) is not None:
            return _saved(answer, ask, _day(page))
    for volume in _volumes(treaty):
        answer = await client.follow(file_url(treaty, language, volume))
        if _status(answer, ask) is not None:
            return _saved(answer, ask, _day(page))
    if _link(page):
        raise Failed("wrong_kind", "a page instead of the file that the treaty's page leads to")
    return Absent("listed, but neither its page nor either volume has its status as XML")


def _is_odd(answer: Answer) -> bool:
    """True for a page that is neither a treaty's nor an index."""
    return is_page(answer) and not _OF_TREATY.search(answer.body.decode("utf-8", "replace"))


def _volumes(treaty: str) -> tuple[str, str]:
    return ("I", "II") if chapter_number(treaty) < _FIRST_OF_VOLUME_II else ("II", "I")


def _link(page: str) -> str | None:
    """The anchor by which a treaty's page leads to its status as XML."""
    return next((one[0] for one in _ANCHOR.finditer(page) if _IS_LINK.search(one[0])), None)


def _linked(page: str, treaty: str, language: str) -> list[str]:
    """The file that the page leads to, in the language asked for."""
    link = _link(page)
    href = _HREF.search(link) if link else None
    if href is None:
        return []
    url = redirected(page_url(treaty), urljoin(page_url(treaty), html.unescape(href[1])))
    return [re.sub(r"\.(?:en|fr)\.xml$", f".{language}.xml", url)]


def _page(answer: Answer) -> str:
    """The text of a page of the site. Raises Failed for an outage, which answers 200 as well."""
    if _MAINTENANCE.search(answer.body):
        raise Failed("maintenance", "treaties.un.org says that it is under maintenance")
    if answer.status != 200 or kind_of(answer.body) != "html":
        raise Failed("unexpected", f"HTTP {answer.status}, {kind_of(answer.body)} instead of a page")
    if b"</html>" not in answer.body[-2048:].lower():
        raise Failed("cut", "the end of the page is missing")
    return answer.body.decode("utf-8", "replace")


def _status(answer: Answer, ask: Ask) -> bytes | None:
    """The status file, None when the site gives a page instead. Raises Failed for anything else."""
    if answer.status == 404:
        return None
    kind = kind_of(answer.body)
    if kind == "html":
        _page(answer)
        return None
    if answer.status != 200 or kind != "xml":
        raise Failed("wrong_kind", f"HTTP {answer.status}, {kind} instead of status XML")
    require_whole(answer.body, kind)
    if not answer.body.rstrip().endswith(b"</Document>"):
        raise Failed("cut", "the end of the file is missing")
    what = recognise(answer.body, f"{ask.key.symbol}.{ask.key.language}.xml")
    if what.format != "status":
        raise Failed("wrong_kind", what.reason or "XML that is no treaty status")
    if what.symbol not in {None, ask.key.symbol}:
        raise Failed("mislabelled", f"the file says that it is about {what.symbol}")
    return answer.body


def _saved(answer: Answer, ask: Ask, day: date | None) -> Saved:
    treaty, language = ask.key.symbol, ask.key.language
    name = f"treaty_collection/{treaty}.{language}.xml"
    return Saved(answer.body, answer.url, answer.headers, "status", name, treaty, language, day)


def _day(page: str) -> date:
    """The day in the stamp of a page (day-month-year). Raises Failed without one: today would be a guess."""
    found = _STAMP.search(page)
    try:
        return datetime.strptime(found[1] if found else "", "%d-%m-%Y").date()
    except ValueError as error:
        raise Failed("no_day", "the page does not say on which day the status was so") from error
