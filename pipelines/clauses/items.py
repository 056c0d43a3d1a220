"""A clause to be: a block of print with its place in the document's outline."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.clauses.labels import Reading
from pipelines.readers.document import Block

PREAMBLE, OPERATIVE, ANNEX = "preamble", "operative", "annex"


@dataclass(slots=True)
class Item:
    """One paragraph or subparagraph.

    cut: code points of the block's text that are its printed number. parent: place of its paragraph in the list of
    items. sections: labels of the parts it stands in, outermost first. is_continuation: text after a list. is_rest:
    the end of a paragraph that began before the fragment; is_orphan: an item of such a paragraph's list; is_uncounted:
    a preambular paragraph of a fragment, before which nobody knows how many stand.
    """

    block: Block
    cut: int
    part: str
    annex: int | None
    label: str | None
    reading: Reading | None
    parent: int | None
    depth: int
    heading_path: str | None
    sections: tuple[str, ...]
    is_preambular: bool = False
    is_continuation: bool = False
    is_rest: bool = False
    is_orphan: bool = False
    is_uncounted: bool = False
