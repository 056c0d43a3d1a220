"""A place in a clause that names treaties, while the evidence for it is being gathered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass
class Span:
    """[start, end) in the clause's text; `treaty_ids` empty as long as the words do not decide.

    `generic`: the words are "the Convention" and the like; `note_id`: the note that settled it;
    `reasons`: reasons that hold for one of the treaties only.
    """

    start: int
    end: int
    treaty_ids: tuple[str, ...] = ()
    evidence: str = "unresolved"
    reason: str | None = None
    note_id: str | None = None
    generic: bool = False
    reasons: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    needs_words: tuple[str, ...] = ()

    def settle(self, treaty_ids: tuple[str, ...], evidence: str, reason: str | None = None) -> None:
        """Decide which treaties the words mean."""
        self.treaty_ids, self.evidence, self.reason = treaty_ids, evidence, reason
