"""The UN Digital Library, digitallibrary.un.org: records and files that the user names by address, one by one.

Its terms forbid automated download without the Library's approval, so it is asked only when the user turns it on by
name. Its robots.txt forbids to search and to export records, MARC among them: what is left to those who have approval
is a record's page and the files that it leads to. Most of it stands behind a challenge for humans, which is reported
and never answered. Symbols and days of adoption come from the editor API instead (library.py).
"""

from __future__ import annotations

import asyncio
import re
from urllib.parse import unquote, urljoin, urlsplit

from pipelines.archive.guarded import recognised
from pipelines.sources.asks import Absent, Ask, Key, Outcome, Saved
from pipelines.sources.bodies import is_placeholder, kind_of, require_whole
from pipelines.sources.errors import Failed
from pipelines.sources.http import Answer, Client
from pipelines.symbols import parse

NAME = "digital_library"
SITE = "https://digitallibrary.un.org/"
_ADDRESS = re.compile(r"https://digitallibrary\.un\.org/(record/\d{1,12}(?:/files/[^/?#\s]{1,200})?)(?:\?[\w=&.-]*)?")
_FILE = re.compile(r"\bhref=\"([^\"<>]*/files/[^\"<>/?#]+)", re.I)
_LANGUAGE = re.compile(r"-(EN|FR|ES|RU|AR|ZH)\.\w+$", re.I)


def path_of(address: str) -> str | None:
    """`record/764478` or `record/764478/files/NAME` for the address of a record or a file, None for any other."""
    found = _ADDRESS.fullmatch(address)
    return unquote(found[1]) if found and ".." not in unquote(found[1]) else None


def ask_for(address: str, language: str, sha256: str | None = None) -> Ask:
    """What to ask for an address; the name of a file says its language."""
    path = path_of(address)
    assert path is not None
    return Ask(NAME, Key(path, _language(path) or language, "pdf"), address.partition("?")[0], sha256=sha256)


async def capture(client: Client, ask: Ask) -> Outcome:
    """The file that the user named, or that of a record in one language. Raises Failed."""
    assert ask.url is not None
    if "/files/" in ask.key.symbol:
        return await _file(await client.follow(ask.url), ask)
    files = _files(await client.follow(ask.url), ask)
    chosen = next((url for url in files if _language(url) == ask.key.language), None)
    if chosen is None:
        return Absent("the record's page leads to files in other languages only")
    return await _file(await client.follow(chosen), ask)


def _files(page: Answer, ask: Ask) -> list[str]:
    """The files of this record that its page leads to. Raises Failed for what is no such page."""
    if page.status != 200 or kind_of(page.body) != "html":
        raise Failed("unexpected", f"HTTP {page.status}, {kind_of(page.body)} instead of the page of a record")
    links = [urljoin(SITE, link) for link in _FILE.findall(page.body.decode("utf-8", "replace"))]
    found = [link for link in dict.fromkeys(links) if urlsplit(link).path.startswith(f"/{ask.key.symbol}/files/")]
    if not found:
        raise Failed("unexpected", "a page that leads to no file of this record")
    return found


async def _file(answer: Answer, ask: Ask) -> Saved:
    kind = kind_of(answer.body)
    if answer.status != 200 or kind != "pdf" or is_placeholder(answer.body):
        raise Failed("wrong_kind", f"HTTP {answer.status}, {kind} ({len(answer.body)} bytes) instead of pdf")
    require_whole(answer.body, kind)
    name = f"digital_library/{urlsplit(answer.url).path.rpartition('/')[2]}"
    what = await asyncio.to_thread(recognised, answer.body, name)
    symbol, language = what.symbol or _symbol(name), what.language or ask.key.language
    return Saved(answer.body, answer.url, answer.headers, kind, name, symbol, language)


def _symbol(name: str) -> str | None:
    """The symbol in the name of a file (A_RES_68_147-EN.pdf), for scans that have no text to say it."""
    bare = unquote(name.rpartition("/")[2])
    parsed = parse(_LANGUAGE.sub("", bare).replace("_", "/"))
    return parsed.normal if parsed else None


def _language(name: str) -> str | None:
    found = _LANGUAGE.search(name)
    return found[1].lower() if found else None
