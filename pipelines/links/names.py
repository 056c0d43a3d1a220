"""Names of treaties in a text: titles, short names, and names that the document itself defines in parentheses."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pipelines.links.index import KINDS, Name, TreatyIndex
from pipelines.links.spans import Span
from pipelines.links.tree import NameTree
from pipelines.links.words import key, words

# Only texts that hold one of these are looked at: a hundred thousand clauses name no treaty. Plain substrings are ten
# times as fast here as one expression.
_GATE = (
    *("onvention", "rotocol", "ovenant", "Treat", "greement", "tatute", "Charter", "Constitution", "mendment"),
    *(
        "Annex",
        "Rules",
        "Pact",
        "General Act",
        "Constitutive Act",
        "UNC",
        "UNF",
        "UNTOC",
        "NPT",
        "CTBT",
        "TPNW",
        "BTWC",
    ),
    *("MARPOL", "SOLAS", "ICCPR", "ICESCR", "ICERD", "CEDAW", "CRPD", "CITES"),
)
_OPENING = re.compile(r"(?:(?:\b\d{4}|\b(?:United Nations|International))\s+)+$")
_DATED = r"(?:,?\s*(?:of|adopted on|signed at [A-Z]\w+ on|done at [A-Z]\w+ on)?\s*(?:\d{1,2}\s+\w+\s+)?\d{4})?"
_DEFINITION = re.compile(
    _DATED + r"\s*,?\s*\((?:herein)?(?:after|also)?\s*(?:referred to as|known as|called)?\s*[“\"‘']?(?:the\s+)?[“\"‘']?"
    r"(?P<name>[A-Z][\w‑’'-]*(?:\s+[\w‑’'-]+){0,7}?)[”\"’']?\)"
)
_SUPPLEMENTED = re.compile(r",?\s+supplement(?:ing|ary to)\s+the\s+")
_PLURALS = ("treaties", *(f"{kind}s" for kind in KINDS))
_SHORT = re.compile(rf"\b(?:{'|'.join(KINDS)}|[A-Z]{{3,}}|{'|'.join(kind.title() for kind in KINDS)})", re.ASCII)


def may_name(text: str) -> bool:
    """False for a text in which no treaty can be named."""
    return any(piece in text for piece in _GATE)


def name_spans(text: str, tree: NameTree[Name], breaks: Collection[int] = ()) -> list[Span]:
    """Names of a tree in a text, in order; an opening such as "1951" or "United Nations" belongs to the name.

    `breaks`: places of note marks, at which the print may have lost a blank.
    """
    found = [item for item in tree.find(words(text, breaks)) if _names(text, *item)]
    return [_span(text, *item) for item in found]


def _names(text: str, start: int, end: int, name: Name) -> bool:
    """False for NPT in NPT/CONF.2020/1, and for a title without any capital: "a convention on…" is still to come."""
    in_symbol = text[end : end + 1] == "/" or text[max(start - 1, 0) : start] == "/"
    is_common = name.evidence == "title" and text[start:end].islower()
    return bool(name.treaty_ids) and not in_symbol and not is_common


def _span(text: str, start: int, end: int, name: Name) -> Span:
    opening = _OPENING.search(text, max(0, start - 40), start)
    start = opening.start() if opening else start
    several = name.evidence == "title" and len(name.treaty_ids) > 1
    if several:
        return Span(start, end, (), "unresolved", f"{len(name.treaty_ids)} treaties have this title")
    return Span(start, end, name.treaty_ids, name.evidence, needs=name.needs, needs_words=name.needs_words)


def definitions(text: str, spans: Sequence[Span]) -> dict[tuple[str, ...], Span]:
    """Names given in parentheses straight after a name: normal form -> the span that they stand for.

    After "Protocol …, supplementing the Convention …" that is the Protocol.
    """
    found = {}
    whole: Span | None = None
    for span in spans:
        supplements = whole is not None and _SUPPLEMENTED.fullmatch(text, whole.end, span.start) is not None
        whole = whole if supplements else span
        match = _DEFINITION.match(text, span.end)
        if match and whole and _SHORT.search(match["name"]) and not _is_list(match["name"], whole):
            found[key(match["name"])] = whole
    return found


def _is_list(name: str, span: Span) -> bool:
    """True for "(the Rio conventions)" after the last of several treaties: it stands for more than the span."""
    return name.lower().endswith(_PLURALS) and len(span.treaty_ids) == 1


def defined_tree(defined: dict[tuple[str, ...], tuple[str, ...]]) -> NameTree[Name]:
    """Defined names of more than a bare "Convention" as a tree."""
    tree: NameTree[Name] = NameTree()
    for name, treaty_ids in defined.items():
        if name not in {(kind,) for kind in KINDS}:
            tree.add(name, Name(treaty_ids, "definition"))
    return tree


def title_ids(text: str, index: TreatyIndex) -> tuple[str, ...]:
    """Treaties named in a heading or a document's title."""
    if not may_name(text):
        return ()
    return tuple(dict.fromkeys(item for span in name_spans(text, index.names) for item in span.treaty_ids))


def on_subject_of(title: str, treaty_ids: Sequence[str], index: TreatyIndex) -> tuple[str, ...]:
    """Of some treaties those whose subject a document's title names: "Rights of the child", "…racial discrimination".

    The subject is what follows the last "of", "on", "against" or "for" of the treaty's title, two words at least.
    """
    printed = " ".join(key(title))
    return tuple(item for item in treaty_ids if _subject(index.titles[item], printed))


def _subject(treaty: str, printed: str) -> bool:
    name = list(key(treaty))
    if len(name) > 3 and " ".join(name).endswith(printed) and len(printed.split()) > 3:
        return True
    cuts = [place for place, word in enumerate(name) if word in {"of", "on", "against", "for"}]
    subject = name[cuts[-1] + 1 :] if cuts else []
    return len(subject) > 1 and subject[0] != "the" and f" {' '.join(subject)} " in f" {printed} "
