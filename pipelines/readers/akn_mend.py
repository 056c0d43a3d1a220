"""Mends start and end tags that do not match, where nothing but tags changes; 119 presidential statements need it.

In those the start tags of a title are lost and a `paragraph` stands in their place. No character of text is touched:
the mended XML has the same text as the bytes given. What is cut off, or too broken, is not mended.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_TAG = re.compile(rb"<!--.*?-->|<(?P<end>/)?(?P<name>[\w:.-]+)(?P<rest>[^<>]*?)(?P<empty>/)?>", re.DOTALL)
_MOST_REPAIRS = 6


@dataclass(slots=True)
class _Start:
    name: bytes
    place: int


def mend(data: bytes) -> tuple[bytes, list[str]] | None:
    """The bytes with matching tags and what was done; None where the file is cut off or too broken."""
    if not data.rstrip().endswith(b"</akomaNtoso>"):
        return None
    tags = list(_TAG.finditer(data))
    if data.count(b"<") - data.count(b"<?") != len(tags):
        return None
    surplus = _surplus(tags)
    pieces = [tag[0] for tag in tags]
    done: list[str] = []
    open_tags: list[_Start] = []
    for place, tag in enumerate(tags):
        if tag["name"] is None or tag["empty"]:
            continue
        if not tag["end"]:
            open_tags.append(_Start(tag["name"], place))
        elif not _close(place, tag, open_tags, pieces, surplus, done):
            return None
    if open_tags or len(done) > _MOST_REPAIRS:
        return None
    return _joined(data, tags, pieces), done


def _surplus(tags: list[re.Match[bytes]]) -> Counter[bytes]:
    """Start tags less end tags, by name."""
    count: Counter[bytes] = Counter()
    for tag in tags:
        if tag["name"] and not tag["empty"]:
            count[tag["name"]] += -1 if tag["end"] else 1
    return count


def _close(
    place: int,
    tag: re.Match[bytes],
    open_tags: list[_Start],
    pieces: list[bytes],
    surplus: Counter[bytes],
    done: list[str],
) -> bool:
    """Match an end tag with the innermost start tag, or mend one of them; False when neither is at fault for sure."""
    name = tag["name"]
    if open_tags and open_tags[-1].name == name:
        open_tags.pop()
        return True
    if surplus[name] >= 0:
        return False
    surplus[name] += 1
    if open_tags and surplus[open_tags[-1].name] > 0:
        start = open_tags.pop()
        surplus[start.name] -= 1
        pieces[start.place] = b"<" + name + b">"
        done.append(f"<{start.name.decode()}> read as <{name.decode()}>")
    else:
        pieces[place] = b""
        done.append(f"</{name.decode()}> without a start tag dropped")
    return True


def _joined(data: bytes, tags: list[re.Match[bytes]], pieces: list[bytes]) -> bytes:
    out: list[bytes] = []
    at = 0
    for tag, piece in zip(tags, pieces, strict=True):
        out += [data[at : tag.start()], piece]
        at = tag.end()
    return b"".join([*out, data[at:]])
