"""Which paragraph a numbered item belongs to: open lists as a stack, numbers read as sequences.

What continues an open list stands beside its last item; a number that starts anew stands under the item before it.
The nesting that a format codes settles doubts, for (i) after (h) and for lists of one sort inside each other.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipelines.clauses.labels import BULLET, Reading

Options = tuple[Reading, ...]
Found = tuple[int, Reading]


@dataclass(frozen=True, slots=True)
class Open:
    """A paragraph or item that others may still belong to; `heading` stands over it alone."""

    place: int
    reading: Reading | None
    level: int | None
    heading: str | None = None


@dataclass(slots=True)
class Lists:
    """The open paragraph with its open items, outermost first, and a list put by when plain text came between."""

    stack: list[Open] = field(default_factory=list)
    closed: list[Open] = field(default_factory=list)

    def clear(self) -> None:
        """No paragraph is open any more."""
        self.stack, self.closed = [], []

    def put_by(self) -> None:
        """Close the open paragraph; its list may go on after unnumbered text."""
        if any(entry.reading for entry in self.stack[1:]):
            self.closed = self.stack
        self.stack = []

    @property
    def innermost(self) -> int | None:
        """The place of the innermost open item."""
        return self.stack[-1].place if self.stack else None

    def owner(
        self, options: Options, level: int | None, after: Options = (), *, is_announced: bool = True
    ) -> tuple[int | None, Reading | None]:
        """The parent of a numbered item and the reading of its number; what the item closes is closed.

        after: the readings of the next number, which tell (i) after (h) from (i) below it. is_announced: the open
        paragraph ends with a colon or has a list, so a bullet is its own.
        """
        if not options:
            return self.under(level), None
        if len(options) > 1:
            options, level = self._told_apart(options, level, after)
        found = self._sibling(options, level, in_sequence=True) or self._miscoded(options)
        found = found or self._resumed(options, level, is_announced)
        if found is None and not any(option.ordinal == 1 for option in options):
            found = self._sibling(options, level, in_sequence=False)
        if found is None and level is not None:
            found = self._same_list(options, level)
        if found is not None:
            depth, reading = found
            del self.stack[depth:]
            return self.innermost, reading
        return self.under(level), next((option for option in options if option.ordinal == 1), options[0])

    def under(self, level: int | None) -> int | None:
        """The item that a new list belongs to; what is coded as deeper than the list is closed."""
        if level is not None:
            while len(self.stack) > 1 and (self.stack[-1].level or 0) > level:
                self.stack.pop()
        return self.innermost

    def above(self, level: int) -> int | None:
        """The item that an unnumbered item of a list belongs to."""
        while len(self.stack) > 1 and (self.stack[-1].level or 0) >= level:
            self.stack.pop()
        return self.innermost

    def continues(self, options: Options) -> bool:
        """True when a number is the next of an open list."""
        return self._sibling(options, None, in_sequence=True) is not None

    def _told_apart(self, options: Options, level: int | None, after: Options) -> tuple[Options, int | None]:
        """Of several readings the one the next number goes on with: (h), (i), (j), however coded (A/RES/78/181)."""
        fitting = tuple(o for o in options if any(n.style == o.style and n.ordinal == o.ordinal + 1 for n in after))
        if len(fitting) != 1:
            return options, level
        if self._sibling(fitting, None, in_sequence=True) is not None:
            return fitting, None
        return (fitting, level) if fitting[0].ordinal == 1 else (options, level)

    def _sibling(self, options: Options, level: int | None, in_sequence: bool) -> Found | None:
        for depth in range(len(self.stack) - 1, -1, -1):
            entry = self.stack[depth]
            if entry.reading is None or (level and entry.level and entry.level != level):
                continue
            for option in options:
                is_next = option.ordinal == entry.reading.ordinal + 1 or option.style.startswith(BULLET)
                if option.style == entry.reading.style and (is_next or not in_sequence):
                    return depth, option
        return None

    def _miscoded(self, options: Options) -> Found | None:
        """The next number of an open list, coded at another level than the one before it."""
        return self._sibling(tuple(option for option in options if option.ordinal > 1), None, in_sequence=True)

    def _resumed(self, options: Options, level: int | None, is_announced: bool) -> Found | None:
        """A list that goes on after unnumbered text between two of its items: (d), text, (e) (S/RES/2231)."""
        if len(self.stack) > 2 or not self.closed:
            return None
        now, self.stack = self.stack, self.closed
        further = (o for o in options if o.ordinal > 1 or (o.style.startswith(BULLET) and not is_announced))
        found = self._sibling(tuple(further), level, in_sequence=True)
        if found is None:
            self.stack = now
        return found

    def _same_list(self, options: Options, level: int) -> Found | None:
        """A list of the same sort coded at the same level: a number printed twice, or a second list beside it."""
        for depth in range(len(self.stack) - 1, 0, -1):
            entry = self.stack[depth]
            for option in options:
                if entry.level == level and entry.reading and entry.reading.style == option.style:
                    return depth, option
        return None
