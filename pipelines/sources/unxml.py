"""UNxml: the official clause-level XML, from the repositories of the UN's conference services.

Symbol and language are taken from the file itself; names and folders are sometimes wrong.
"""

from __future__ import annotations

import hashlib
import io
from urllib.parse import quote

from pipelines.archive import zip
from pipelines.archive.guarded import recognised
from pipelines.sources.asking import is_page, unless
from pipelines.sources.asks import Absent, Ask, Outcome, Saved
from pipelines.sources.bodies import BodyKind, kind_of, require_whole
from pipelines.sources.errors import Failed
from pipelines.sources.http import Answer, Client
from pipelines.sources.names import REPOSITORIES

NAME = "unxml"
RAW = "https://raw.githubusercontent.com/UNxml/{}/HEAD/{}"
_KINDS: dict[str, tuple[BodyKind, ...]] = {"xml": ("xml",), "zip": ("zip",), "extract": ("other",)}


def raw_url(body: str, path: str) -> str:
    """Where a file of a repository lies."""
    return RAW.format(REPOSITORIES[body], quote(path))


async def capture(client: Client, ask: Ask) -> Outcome:
    """Fetch one file and check it against git's hash of it. Raises Failed."""
    assert ask.url is not None
    url = ask.url
    answer = await unless(is_page, lambda: client.follow(url))
    if answer.status == 404:
        return Absent("the file is no longer in the repository")
    if answer.status != 200:
        raise Failed("unexpected", f"HTTP {answer.status} for a file that is listed")
    kind = kind_of(answer.body)
    if kind not in _KINDS[ask.key.format]:
        raise Failed("wrong_kind", f"{kind} ({len(answer.body)} bytes) instead of {ask.key.format}")
    require_whole(answer.body, kind)
    if ask.blob and git_blob(answer.body) != ask.blob:
        raise Failed("cut", "the bytes are not those that the listing names")
    return _packed(answer, ask) if kind == "zip" else _single(answer, ask)


def git_blob(body: bytes) -> str:
    """Git's name for these bytes."""
    return hashlib.sha1(b"blob %d\0" % len(body) + body, usedforsecurity=False).hexdigest()


def _single(answer: Answer, ask: Ask) -> Saved:
    name = f"unxml/{ask.path}"
    what = recognised(answer.body, name)
    if what.format is None:
        raise Failed("wrong_kind", what.reason or "not recognised")
    return Saved(answer.body, answer.url, answer.headers, what.format, name, what.symbol, what.language)


def _packed(answer: Answer, ask: Ask) -> Saved:
    """A session that is kept as a zip file: its members are what is saved."""
    members = []
    for found in zip.members(io.BytesIO(answer.body), len(answer.body), f"unxml/{ask.path}"):
        what = recognised(found.data, found.name) if found.data else None
        if found.data and what and what.format in {"akn", "extract"}:
            url = f"{answer.url}#{quote(found.name.rpartition('/')[2])}"
            members.append(Saved(found.data, url, answer.headers, what.format, found.name, what.symbol, what.language))
    if not members:
        raise Failed("wrong_kind", "zip file without a document")
    return Saved(answer.body, answer.url, answer.headers, "zip", f"unxml/{ask.path}", members=tuple(members))
