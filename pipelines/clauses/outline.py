"""From the blocks of a statement to its paragraphs: part, label, nesting, headings. The one grammar of the project."""

from __future__ import annotations

from pipelines.clauses import forms
from pipelines.clauses.items import Item
from pipelines.clauses.labels import ALPHA, ARABIC, BULLET, ROMAN, UPPER_ALPHA, UPPER_ROMAN, readings
from pipelines.clauses.nesting import Open, Options
from pipelines.clauses.register import QUOTES, Register
from pipelines.clauses.sections import Heading, Headings
from pipelines.readers.document import Block, Role

_UPPER = (UPPER_ROMAN, UPPER_ALPHA)
_LOOK_AHEAD = 8
_LIST_STYLES = ("(", ALPHA, ROMAN, BULLET)


class Outline(Register):
    """Goes through the blocks of one statement once; `items` are its clauses in reading order."""

    def __init__(self, text: str, is_fragment: bool = False) -> None:
        super().__init__(text, is_fragment)
        self.annexes = 0
        self.owner: int | None = None
        self.quoted_by: int | None = None
        self.owner_headings: list[Heading] = []
        self.in_formed_preamble = False

    def read(self, blocks: tuple[Block, ...]) -> list[Item]:
        """The clauses of a statement."""
        for place, block in enumerate(blocks):
            self.ahead = blocks[place + 1 : place + 1 + _LOOK_AHEAD]
            self._block(block, self.ahead[0] if self.ahead else None)
        return self.items

    def _block(self, block: Block, following: Block | None) -> None:
        role = block.role
        if self.quoted_by is not None and self._quoted(block, self.quoted_by):
            return
        if role is Role.TEXT or (role is Role.HEADING and self._opens_list(block, following)):
            self._text(block)
        elif role is Role.PLAIN:
            self._plain(block, following)
        elif role is Role.HEADING:
            self._heading(block)
        elif role in (Role.ANNEX, Role.MAIN):
            self._annex(block)
        elif role is Role.PREAMBULAR:
            self.in_formed_preamble = False
            self._preambular(block)
        elif role is Role.CONTINUATION:
            self._continuation(block)
        elif role is Role.FORMULA:
            self._formula(block)

    # Headings, annexes

    def _formula(self, block: Block) -> None:
        """A formula opens a preamble; one that a numbered paragraph quotes opens what belongs to that paragraph."""
        self.is_quoted = self._own(block)[:1] in QUOTES
        if self.is_quoted and self.owner is not None and self.owner == len(self.items) - 1:
            self.quoted_by = self.owner
            return
        self._close()
        self.in_formed_preamble = True

    def _quoted(self, block: Block, owner: int) -> bool:
        """Take in a paragraph of a quotation, each of which opens with a mark; False behind its end."""
        if self._own(block)[:1] not in QUOTES or block.role not in (Role.TEXT, Role.PLAIN):
            self.quoted_by, self.is_quoted = None, False
            return False
        label, cut = self._label(block)
        self.lists.stack = [Open(owner, self.items[owner].reading, 0)]
        self._push(block, cut, label, readings(label) if label else (), owner)
        return True

    def _close(self) -> None:
        self.lists.clear()
        self.owner = None
        self.pending = None

    def _heading(self, block: Block, label: str | None = None) -> None:
        if block.level:
            self.item_heading = self._own(block)
            return
        self.headings.push(self._own(block), label or block.label, block.rank)
        if not self._awaits_list():
            self.lists.clear()
        del self.lists.stack[1:]

    def _opens_list(self, block: Block, following: Block | None) -> bool:
        """True for a line coded as heading that ends with a colon before the first item of a list (A/RES/76/258)."""
        if block.label or following is None or following.role not in (Role.TEXT, Role.PLAIN):
            return False
        options = self._options(following) if forms.ends_open(self._own(block)) else ()
        return any(option.ordinal <= 1 and option.style.startswith(_LIST_STYLES) for option in options)

    def _annex(self, block: Block) -> None:
        self._close()
        self.in_formed_preamble = False
        self.has_beginning = True
        self.headings = Headings()
        if block.role is Role.MAIN:
            self.annex = None
            return
        self.annexes += 1
        self.annex = self.annexes
        self.headings.begin_annex(self._own(block))

    # Paragraphs

    def _plain(self, block: Block, following: Block | None) -> None:
        """A paragraph of a format that does not tell preambular from operative: the wording tells."""
        if not self.has_beginning and self._is_in_lost_preamble(block, following):
            is_rest = not self.items and not forms.opens_preambular(self._own(block))
            self._add(block, is_preambular=True, is_rest=is_rest, is_uncounted=True)
        elif not self.has_beginning and not self.items and not self._options(block):
            self._rest(block, following)
        elif not self._options(block) and self._is_worded_preambular(self._own(block)):
            self._preambular(block)
        else:
            self._text(block)

    def _is_worded_preambular(self, text: str) -> bool:
        """In a preamble whatever opens no operative paragraph; under the heading of a later part its own preamble."""
        if self.in_formed_preamble:
            is_last = forms.ends_whole(text) and not self._next_options()
            goes_on = any(forms.ends_preambular(self._own(block)) for block in self.ahead)
            return (goes_on or not is_last) and not forms.opens_operative(text)
        is_after = bool(self.items) and self.items[-1].is_preambular and self.items[-1].annex == self.annex
        is_open = is_after or (self.headings.fresh > 0 and self.annex is None)
        return is_open and forms.opens_preambular(text) and (forms.ends_preambular(text) or forms.ends_open(text))

    def _preambular(self, block: Block) -> None:
        """A preambular paragraph; a plain number is an operative one, however coded (S/RES/1977, S/RES/2103)."""
        label, cut = self._label(block)
        options = readings(label) if label else ()
        if label and options and options[0].style == ARABIC:
            self._numbered(block, label, cut, options)
        elif label and self.items and self.items[-1].is_preambular and self.lists.stack:
            self._listed(block, label, cut, options, is_preambular=True)
        else:
            self._close()
            self._push(block, is_preambular=True)

    def _continuation(self, block: Block) -> None:
        level = block.level or 0
        owner = next((entry for entry in reversed(self.lists.stack) if (entry.level or 0) <= level), None)
        if owner is None:
            self._unnumbered(block)
        else:
            self._add(block, parent=owner.place, is_continuation=True)

    def _text(self, block: Block) -> None:
        if block.start == block.end:
            self.pending = block
            return
        label, cut = self._label(block)
        options = readings(label) if label else ()
        is_first = bool(self.items) and self.items[-1].is_preambular
        if is_first:
            if label and self._is_listed_under_preambular(options):
                self._listed(block, label, cut, options, is_preambular=True)
                return
            self.lists.clear()
            self.owner = None
        if label is not None:
            self._labelled(block, label, cut, options)
        elif is_first and self._is_last_preambular(block):
            self._preambular(block)
        else:
            self._unlabelled(block)

    def _labelled(self, block: Block, label: str, cut: int, options: Options) -> None:
        self.in_formed_preamble = False
        style = options[0].style if options else ""
        if (style in _UPPER and self._own(block)[cut:].isupper()) or self._is_over_paragraphs(block):
            # A lettered line all in capitals is a heading, also where it is coded as an item (S/RES/2231).
            self._heading(block, label)
        elif not block.level and (style == ARABIC or (style in _UPPER and not self._awaits_list())):
            self._numbered(block, label, cut, options)
        else:
            self._listed(block, label, cut, options)

    def _unlabelled(self, block: Block) -> None:
        text = self._own(block)
        innermost = self.lists.stack[-1] if self.lists.stack else None
        if forms.ends_preambular(text) and self.in_formed_preamble:
            self._preambular(block)
            return
        self.in_formed_preamble = False
        if block.level:
            self._push(block, parent=self.lists.above(block.level))
        elif innermost and forms.goes_on(text):
            self._add(block, parent=self.lists.stack[0].place, is_continuation=True)
        elif innermost and self._is_set_as_item(innermost):
            self._add(block, parent=innermost.place)
        elif self.owner is not None and self._is_after_list(self.owner):
            self._add(block, parent=self.owner, is_continuation=True)
        elif self.owner is not None:
            self._owned(block, self.owner)
        else:
            self._unnumbered(block)

    def _numbered(self, block: Block, label: str, cut: int, options: Options) -> None:
        """A numbered paragraph, at the top."""
        self._leave_owner(options)
        self.lists.clear()
        self.has_beginning = True
        place = self._push(block, cut, label, options)
        self.owner = place if self._ends_open(place) else None
        self.owner_headings = list(self.headings.open)

    def _listed(self, block: Block, label: str, cut: int, options: Options, is_preambular: bool = False) -> None:
        """An item of a list."""
        if not self.has_beginning and not self._belongs(options):
            self.lists.clear()
        after = self._next_options() if len(options) > 1 else ()
        is_announced = self._awaits_list()
        parent, reading = self.lists.owner(options, block.level or None, after, is_announced=is_announced)
        chosen = (reading,) if reading else ()
        self._push(block, cut, label, chosen, parent, is_preambular=is_preambular)

    def _owned(self, block: Block, owner: int) -> None:
        """Unnumbered text that a numbered paragraph announces with a colon belongs to that paragraph."""
        self.lists.put_by()
        self.lists.stack = [Open(owner, self.items[owner].reading, 0)]
        self._push(block, parent=owner)

    def _unnumbered(self, block: Block) -> None:
        self.lists.put_by()
        self.owner = None
        self._push(block)

    # Fragments

    def _rest(self, block: Block, following: Block | None) -> None:
        """The end of what began on an earlier page: of an item, where items of a list follow."""
        options = self._options(following) if following is not None else ()
        is_item = bool(options) and options[0].style != ARABIC
        self._add(block, is_rest=True, orphan_depth=1 if is_item else 0)

    def _is_in_lost_preamble(self, block: Block, following: Block | None) -> bool:
        """True for a preambular paragraph of a fragment, by its own words or, for the end of one, by what follows."""
        text = self._own(block)
        if self._options(block) or (self.items and not self.items[-1].is_preambular):
            return False
        if text[:1].isupper() and forms.opens_preambular(text):
            return forms.ends_preambular(text) or (following is None and not forms.ends_sentence(text))
        if self.items or not forms.ends_preambular(text):
            return False
        options = self._next_options()
        is_first = bool(options) and options[0].style == ARABIC and options[0].ordinal == 1
        return is_first or (following is not None and forms.opens_preambular(self._own(following)))

    def _belongs(self, options: Options) -> bool:
        """True when an item of a fragment starts a list or goes on with one that is open."""
        return any(option.ordinal <= 1 for option in options) or self.lists.continues(options)

    # Questions

    def _is_listed_under_preambular(self, options: Options) -> bool:
        """(a) after a preambular paragraph that ends with a colon, though coded as operative (E/RES/2025/21)."""
        style = options[0].style if options else ""
        if self.in_formed_preamble:
            # No operative paragraph has come yet, and none starts with (a); some start with (1) (S/RES/61).
            return style.startswith(_LIST_STYLES) and not style.endswith(ARABIC)
        return style.startswith("(") and self._awaits_list()

    def _is_set_as_item(self, entry: Open) -> bool:
        """True for an (a) set as a heading, whose text follows without a number (S/RES/2147)."""
        item = self.items[entry.place]
        return item.block.rank is not None and item.reading is not None and item.parent is not None

    def _is_last_preambular(self, block: Block) -> bool:
        """True for what ends with a comma right before paragraph 1, though coded as operative (A/RES/78/127)."""
        text = self._own(block)
        options = self._next_options() if forms.ends_preambular(text) and not forms.opens_operative(text) else ()
        return bool(options) and options[0].style == ARABIC and options[0].ordinal == 1

    def _is_after_list(self, owner: int) -> bool:
        """True when the owner's own list is open: text that follows is the end of the paragraph."""
        stack = self.lists.stack
        return len(stack) > 1 and stack[0].place == owner and stack[1].reading is not None

    def _is_over_paragraphs(self, block: Block) -> bool:
        """(i) set as a heading with a numbered paragraph below it is one (S/RES/2498); with text it is an item."""
        following = self._options(self.ahead[0]) if block.rank is not None and self.ahead else ()
        return bool(following) and following[0].style == ARABIC

    def _awaits_list(self) -> bool:
        """True while the open paragraph ends with a colon or has a list already."""
        stack = self.lists.stack
        return len(stack) > 1 or (bool(stack) and self._ends_open(stack[0].place))

    def _leave_owner(self, options: Options) -> None:
        """Headings inside a quoted amendment (A/RES/77/256A) end with it; those just above the next number stay."""
        if self.owner is None or self.owner == len(self.items) - 1:
            return
        reading = self.items[self.owner].reading
        if reading and options[0].style == reading.style and options[0].ordinal == reading.ordinal + 1:
            self.headings.restore(self.owner_headings)
