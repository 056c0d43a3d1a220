"""A tree of names by words: finds every known name in a text in one pass, the longest at each place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pipelines.links.words import Word

Value = TypeVar("Value")

# A name may be printed with a small word or two less, more or other ("and [on] their Destruction"), once this many
# words fit, or where the name as a whole is this long.
_SURE = 4
_LONG = 6
_SLIPS = 2
_JOINING = {"and", "or"}
_SMALL = {"a", "an", "and", "for", "in", "of", "on", "or", "the", "to"}


@dataclass
class _Node(Generic[Value]):
    value: Value | None = None
    next: dict[str, _Node[Value]] = field(default_factory=dict)


class NameTree(Generic[Value]):
    """Names (normal forms, see words.key) and what they stand for; the first value given to a name stays."""

    def __init__(self) -> None:
        self._root: _Node[Value] = _Node()

    def add(self, name: tuple[str, ...], value: Value) -> None:
        """Enter a name; an empty one is ignored."""
        node = self._root
        for word in name:
            node = node.next.setdefault(word, _Node())
        if name and node.value is None:
            node.value = value

    def find(self, text: Sequence[Word]) -> Iterator[tuple[int, int, Value]]:
        """(first code point, one past the last, value) of the names in a text, the longest of those that overlap."""
        at = 0
        starts = self._root.next
        while at < len(text):
            length, value = self._longest(text, at) if text[at].key in starts else (0, None)
            if value is not None:
                at, length, value = self._prefer_longer(text, at, length, value)
                yield text[at].start, text[at + length - 1].end, value
            at += max(length, 1)

    def _prefer_longer(self, text: Sequence[Word], at: int, length: int, value: Value) -> tuple[int, int, Value]:
        """A longer name that begins inside a shorter one: a title after "1954 Convention"."""
        for start in range(at + 1, at + length):
            other, found = self._longest(text, start)
            if found is not None and other >= length and start + other > at + length:
                return start, other, found
        return at, length, value

    def _longest(self, text: Sequence[Word], at: int) -> tuple[int, Value | None]:
        """Words used and value of the longest name that begins here; small words may be missing or too many."""
        first = self._root.next.get(text[at].key)
        if first is None:
            return 0, None
        end, value = self._exactly(text, self._root, at)
        beyond, other = self._with_slips(text, first, at, at + 1, _SLIPS)
        if other is not None and beyond > end:
            return beyond - at, other
        return end - at, value

    def _exactly(self, text: Sequence[Word], node: _Node[Value], at: int) -> tuple[int, Value | None]:
        """One past the last word of the longest name that goes on word for word, and its value."""
        end, value = at, None
        while at < len(text) and (following := node.next.get(text[at].key)) is not None:
            node, at = following, at + 1
            if node.value is not None:
                end, value = at, node.value
        return end, value

    def _with_slips(
        self, text: Sequence[Word], node: _Node[Value], start: int, at: int, slips: int
    ) -> tuple[int, Value | None]:
        """The longest name that goes on with small words left out, added or put for others, each before a right one."""
        best: tuple[int, Value | None] = (at, None)
        sure = slips < _SLIPS
        while at < len(text):
            for other, place in self._past_slip(text, node, at) if slips else ():
                following = other.next.get(text[place].key) if place < len(text) else None
                if following is None or text[place].key.isdigit():
                    continue
                found = self._exactly(text, other, place)
                more = self._with_slips(text, following, start, place + 1, slips - 1)
                for end, value in (found, more):
                    is_sure = sure or at - start >= _SURE or end - start >= _LONG
                    best = (end, value) if value is not None and is_sure and end > best[0] else best
            node_after = node.next.get(text[at].key)
            if node_after is None:
                break
            node, at = node_after, at + 1
        return best

    def _past_slip(self, text: Sequence[Word], node: _Node[Value], at: int) -> list[tuple[_Node[Value], int]]:
        word = text[at].key
        skipped = {small: other for small, other in node.next.items() if small in _SMALL and small != word}
        places = [(other, at) for other in skipped.values()]
        if word in _SMALL:
            places.append((node, at + 1))
            is_joining = word in _JOINING
            places += [(other, at + 1) for small, other in skipped.items() if (small in _JOINING) == is_joining]
        return places
