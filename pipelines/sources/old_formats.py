"""Originals of the 1990s and 2000s (WordPerfect, .doc) and scans, turned into what is read, where the machine can."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from pipelines.archive import ocr
from pipelines.archive.convert import converted
from pipelines.archive.found import Found, label
from pipelines.archive.guarded import recognised
from pipelines.sources.asks import Saved

_OLD = {"word_ole", "wordperfect"}


async def readable(saved: Saved) -> list[Saved]:
    """The file in a format that has a reader, if it needs that and a program of the machine does it."""
    if saved.kind == "pdf":
        found = await asyncio.to_thread(_read_off, saved)
    elif saved.kind in _OLD:
        found = await asyncio.to_thread(converted, Found(saved.name, saved.body))
    else:
        return []
    what = await asyncio.to_thread(recognised, found.data, found.name) if found.data else None
    if not found.data or what is None or what.format is None:
        return []
    return [replace(saved, body=found.data, kind=what.format, name=found.name, url=f"{saved.url}#converted")]


def _read_off(saved: Saved) -> Found:
    """The text of a PDF of images; no data where its pages have text, or nothing reads them."""
    text = ocr.read_off(saved.body)
    return Found(label(f"{saved.name} (read by {ocr.version()})") if text else saved.name, text)
