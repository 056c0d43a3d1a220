"""ODS, documents.un.org: the originals of documents with a symbol, as PDF and as Word or WordPerfect files.

`/api/symbol/access` answers with a redirect to the file, or with a redirect to /error where there is none; sometimes
with the words of a redirect in a body of its own. Nothing that Content-Type or extension say can be relied upon.
"""

from __future__ import annotations

import asyncio
import re
from urllib.parse import quote, urlsplit, urlunsplit

from pipelines.archive.guarded import recognised
from pipelines.sources.asking import is_page, unless
from pipelines.sources.asks import LANGUAGES, Absent, Ask, Key, Outcome, Saved, Unchanged
from pipelines.sources.bodies import BodyKind, is_placeholder, kind_of, require_whole
from pipelines.sources.errors import Failed
from pipelines.sources.hosts import redirected
from pipelines.sources.http import Answer, Client

NAME = "ods"
ACCESS = "https://documents.un.org/api/symbol/access"
# t=doc and t=docx both give the native file, not a conversion.
TYPES = {"word": ("doc", "docx"), "pdf": ("pdf",)}
KINDS: dict[str, tuple[BodyKind, ...]] = {"word": ("word", "word_ole", "wordperfect"), "pdf": ("pdf",)}
_TEXT_REDIRECT = re.compile(rb"\s*(?:Found|Moved [A-Za-z]+|See Other)\. Redirecting to (\S+)\s*")


async def capture(client: Client, ask: Ask) -> Outcome:
    """Ask for one document in one language and format. Raises Failed for anything that is not definite."""
    if ask.url and (ask.etag or ask.last_modified):
        return await _again(client, ask)
    outcome: Outcome = Absent("not asked")
    types = TYPES[ask.key.format]
    for type_ in types[:1] if ask.was_absent else types:
        outcome = await _by_type(client, ask, type_)
        if not isinstance(outcome, Absent):
            break
    return outcome


async def is_still_absent(client: Client, key: Key) -> bool:
    """A second look at a document of which no format was there: the PDF is never the last to come. Raises Failed."""
    ask = Ask(NAME, key._replace(format="pdf"), was_absent=True)
    return isinstance(await _by_type(client, ask, "pdf"), Absent)


def access_url(symbol: str, language: str, type_: str) -> str:
    """Where ODS is asked. A space must be %20 (`+` leads to the error page); an unknown language would give English."""
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is no language of ODS")
    return f"{ACCESS}?s={quote(symbol, safe='/')}&l={language}&t={type_}"


async def _again(client: Client, ask: Ask) -> Outcome:
    """A second look at a file that may have been reissued."""
    assert ask.url is not None
    answer = await client.get(ask.url, etag=ask.etag, last_modified=ask.last_modified)
    if answer.status == 304:
        return Unchanged()
    if answer.status != 200:
        raise Failed("unexpected", f"HTTP {answer.status} for a file that was there")
    return await _file(answer, ask)


async def _by_type(client: Client, ask: Ask, type_: str) -> Outcome:
    url = access_url(ask.key.symbol, ask.key.language, type_)
    first = await unless(is_page, lambda: client.get(url))
    reason = _says_no(first)
    # An empty body and a 404 were each seen by one client only: they count when they come twice.
    if reason and first.location is None and not ask.was_absent:
        first = await client.get(url)
        reason = _says_no(first)
    if reason:
        return Absent(reason)
    target = _target(first)
    return await _download(client, target, ask) if target else await _file(first, ask)


def _says_no(answer: Answer) -> str | None:
    """The definite ways of ODS to say that there is no such document."""
    target = _target(answer)
    if target:
        return "ODS leads to its error page" if _is_error_page(target) else None
    if answer.status == 404:
        return "ODS answers 404, twice"
    if answer.status == 200 and not answer.body:
        return "ODS answers with an empty body, twice"
    return None


def _target(answer: Answer) -> str | None:
    """Where the file lies, by Location or by the words of the body."""
    if answer.location:
        return answer.location
    found = _TEXT_REDIRECT.fullmatch(answer.body) if answer.status == 200 and len(answer.body) < 1000 else None
    return redirected(answer.url, found[1].decode("utf-8", "replace")) if found else None


def _is_error_page(url: str) -> bool:
    return urlsplit(url).path.rstrip("/").lower() == "/error"


async def _download(client: Client, url: str, ask: Ask) -> Outcome:
    """The file at the path as given, then at the same path in lower case."""
    answer = await unless(is_page, lambda: client.follow(url))
    lower = urlunsplit(urlsplit(url)._replace(path=urlsplit(url).path.lower()))
    if answer.status == 404 and lower != url:
        answer = await unless(is_page, lambda: client.follow(lower))
    return await _file(answer, ask)


async def _file(answer: Answer, ask: Ask) -> Outcome:
    if answer.status != 200:
        raise Failed("unexpected", f"HTTP {answer.status} where ODS says the file lies")
    kind = kind_of(answer.body)
    if is_placeholder(answer.body):
        return Absent("ODS gives the PDF that says the document does not exist")
    if kind not in KINDS[ask.key.format]:
        raise Failed("wrong_kind", f"{kind} ({len(answer.body)} bytes) instead of {ask.key.format}")
    require_whole(answer.body, kind)
    name = f"ods/{ask.key.language}/{urlsplit(answer.url).path.rpartition('/')[2] or ask.key.symbol}"
    # In a process of its own; other hosts are asked meanwhile.
    what = await asyncio.to_thread(recognised, answer.body, name)
    symbol, language = what.symbol or ask.key.symbol, what.language or ask.key.language
    return Saved(answer.body, answer.url, answer.headers, kind, name, symbol, language)
