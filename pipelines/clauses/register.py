"""The clauses found so far and what is open around them: annex, headings, lists, a number that stood alone."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.clauses import forms
from pipelines.clauses.items import ANNEX, OPERATIVE, PREAMBLE, Item
from pipelines.clauses.labels import ARABIC, ROMAN, complete, readings, split
from pipelines.clauses.nesting import Lists, Open, Options
from pipelines.clauses.sections import Headings
from pipelines.readers.document import Block, Role

QUOTES = ("“", '"', "«")


class Register:
    """Takes clauses in; the outline decides where each belongs.

    pending: a number that stood alone before its text. item_heading: a heading over the next item alone.
    has_beginning: False in a fragment until its first numbered paragraph. ahead: the next blocks. is_quoted: below an
    enacting formula that stands in quotation marks, as in a draft that a council recommends to the Assembly.
    """

    def __init__(self, text: str, is_fragment: bool = False) -> None:
        self.text = text
        self.items: list[Item] = []
        self.headings = Headings()
        self.lists = Lists()
        self.annex: int | None = None
        self.pending: Block | None = None
        self.item_heading: str | None = None
        self.has_beginning = not is_fragment
        self.is_quoted = False
        self.ahead: Sequence[Block] = ()

    def _options(self, block: Block) -> Options:
        label = block.label or (self._split(block) or (None,))[0]
        return readings(label) if label else ()

    def _label(self, block: Block) -> tuple[str | None, int]:
        """The block's label: as coded, from a number that stood alone before it, or at the start of its text."""
        pending, self.pending = self.pending, None
        if block.label:
            return complete(block.label, self._own(block))
        if pending is not None:
            return pending.label, 0
        found = self._split(block)
        if found and (block.role in (Role.TEXT, Role.PLAIN) or found[0].startswith("(")):
            return found
        return None, 0

    def _split(self, block: Block) -> tuple[str, int] | None:
        """The number at the start of a text; in a quoted draft behind the mark that every paragraph opens with."""
        text = self._own(block)
        if block.role is Role.TEXT and text.startswith("o "):
            # Official XML codes numbers and bullets as such; this one it leaves in the text (S/RES/2551).
            return None
        if self.is_quoted and text[:1] in QUOTES:
            rest = text[1:].lstrip()
            found = split(rest)
            return (found[0], found[1] + len(text) - len(rest)) if found else None
        return split(text)

    def _next_options(self) -> Options:
        """The readings of the next number printed."""
        return next((found for block in self.ahead if (found := self._options(block))), ())

    def _ends_open(self, place: int) -> bool:
        return forms.ends_open(self._own(self.items[place].block))

    def _orphan_depth(self, options: Options, parent: int | None) -> int:
        """Depth of an item whose paragraph began before the fragment: (ii) below (b)."""
        if self.has_beginning or parent is not None or not options or options[0].style == ARABIC:
            return 0
        return 2 if options[0].style.endswith(ROMAN) and len(options) == 1 else 1

    def _push(
        self,
        block: Block,
        cut: int = 0,
        label: str | None = None,
        options: Options = (),
        parent: int | None = None,
        *,
        is_preambular: bool = False,
    ) -> int:
        """Add an item that others may belong to."""
        reading = options[0] if options else None
        heading, self.item_heading = self.item_heading, None
        self.lists.stack.append(Open(len(self.items), reading, block.level, heading))
        return self._add(block, cut, label, options, parent, is_preambular=is_preambular)

    def _add(
        self,
        block: Block,
        cut: int = 0,
        label: str | None = None,
        options: Options = (),
        parent: int | None = None,
        *,
        is_preambular: bool = False,
        is_continuation: bool = False,
        is_rest: bool = False,
        is_uncounted: bool = False,
        orphan_depth: int | None = None,
    ) -> int:
        part = ANNEX if self.annex else PREAMBLE if is_preambular else OPERATIVE
        depth = self._orphan_depth(options, parent) if orphan_depth is None else orphan_depth
        self.items.append(
            Item(
                block=block,
                cut=cut,
                part=part,
                annex=self.annex,
                label=label,
                reading=options[0] if options else None,
                parent=parent,
                depth=depth if parent is None else self.items[parent].depth + 1,
                heading_path=self._heading_path(),
                sections=self.headings.labels,
                is_preambular=is_preambular,
                is_continuation=is_continuation,
                is_rest=is_rest,
                is_orphan=parent is None and depth > 0,
                is_uncounted=is_uncounted,
            )
        )
        self.headings.clause()
        return len(self.items) - 1

    def _heading_path(self) -> str | None:
        path = self.headings.path
        own = [entry.heading for entry in self.lists.stack if entry.heading]
        return " > ".join([path, *own] if path else own) or None if own else path

    def _own(self, block: Block) -> str:
        return self.text[block.start : block.end]
