"""Votes by State: printed names resolved, lists checked against totals, absent members of the General Assembly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from pipelines.rows import Row, quality
from pipelines.treaties.participants import UnknownParticipant, fold_space

_TOTALS = {"yes": "votes_yes", "no": "votes_no", "abstain": "votes_abstain"}


class Resolver(Protocol):
    """Who can vote; pipelines.treaties.participants.Participants is one."""

    def resolve(self, name: str) -> tuple[str, str]: ...
    def members_on(self, day: date) -> frozenset[str]: ...
    def states_on(self, day: date) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Ballot:
    """The votes on one resolution as one source prints them: (name, vote) pairs, and the file's hash."""

    document: str
    printed: tuple[tuple[str, str], ...]


class Votes:
    """Rows of the table votes, and the faults met on the way."""

    def __init__(self, participants: Resolver) -> None:
        self.participants = participants
        self.rows: list[Row] = []
        self.faults: list[Row] = []
        self._known: dict[str, tuple[str, str] | None] = {}

    def add(self, resolution: Row, ballots: Iterable[Ballot]) -> None:
        """The votes on one resolution, from the first ballot that names anybody; the others are compared with it."""
        named = [ballot for ballot in ballots if ballot.printed]
        if not named:
            return
        symbol, first = resolution["symbol"], named[0]
        if resolution["adoption"] == "without_vote":
            self._fault(symbol, "votes_without_vote", "Votes by State are listed, but it was adopted without a vote.")
            return
        votes, is_complete = self._resolved(symbol, first, resolution["adopted_on"])
        others = [self._resolved(symbol, other, resolution["adopted_on"])[0] for other in named[1:]]
        if any(other.keys() != votes.keys() for other in others):
            self._fault(symbol, "votes_differ", "Two sources list different States.", "The first source is used.")
        agreement = self._agreement(resolution, votes)
        if agreement == "more" or not votes:
            return
        if resolution["adoption"] != "unanimous":
            resolution["adoption"] = "recorded_vote"  # it was, where States are listed
        for participant, (name, vote) in sorted(votes.items()):
            self._row(symbol, participant, vote, name, first.document)
        if is_complete and agreement == "equal":
            self._absent(resolution, set(votes), first.document)

    def has(self, symbol: str) -> bool:
        """Whether there are votes on the resolution that was added last."""
        return any(row["symbol"] == symbol for row in self.rows[-1:])

    def _resolved(self, symbol: str, ballot: Ballot, day: date | None) -> tuple[dict[str, tuple[str, str]], bool]:
        """Participant -> (name, vote); False beside it when a name is no State's of the day, or votes in two ways."""
        found: dict[str, tuple[str, str]] = {}
        contradicted: set[str] = set()
        present = self.participants.states_on(day) if day else None
        is_complete = True
        for printed, vote in ballot.printed:
            known = self._voter(printed)
            if known is None:
                self._fault(symbol, "unknown_voter", f"No State is known by the name {printed!r}.")
                is_complete = False
                continue
            participant, name = known
            if present is not None and participant not in present:
                self._fault(symbol, "voter_of_other_day", f"{name} was no State on {day}.")
                is_complete = False
            elif participant in found and found[participant][1] != vote:
                contradicted.add(participant)
            else:
                found.setdefault(participant, (name, vote))
        for participant in sorted(contradicted):
            name, vote = found.pop(participant)
            self._fault(symbol, "contradictory_vote", f"{name} is listed as {vote} and otherwise.")
        return found, is_complete and not contradicted

    def _voter(self, printed: str) -> tuple[str, str] | None:
        """Participant and name, without the point or comma that a list ends with; None where nobody has the name."""
        if printed not in self._known:
            name = fold_space(printed)
            self._known[printed] = self._resolve(name) or self._resolve(name.rstrip(" .,;"))
        return self._known[printed]

    def _resolve(self, name: str) -> tuple[str, str] | None:
        try:
            return self.participants.resolve(name)[0], name
        except UnknownParticipant:
            return None

    def _agreement(self, resolution: Row, votes: dict[str, tuple[str, str]]) -> str:
        """How the lists stand to the totals: equal, fewer (somebody is missing), more (they cannot be trusted)."""
        counted = {vote: sum(1 for _, cast in votes.values() if cast == vote) for vote in _TOTALS}
        stated = {vote: resolution[column] for vote, column in _TOTALS.items()}
        known = [vote for vote in _TOTALS if stated[vote] is not None]
        if all(counted[vote] == stated[vote] for vote in known):
            return "equal"
        is_more = any(counted[vote] > stated[vote] for vote in known)
        told = ", ".join(f"{vote} {counted[vote]} of {stated[vote]}" for vote in known)
        done = "Votes by State are left out." if is_more else "Nobody is taken for absent."
        self._fault(resolution["symbol"], "vote_totals_differ", f"States listed against totals: {told}.", done)
        return "more" if is_more else "fewer"

    def _absent(self, resolution: Row, voted: set[str], document: str) -> None:
        """Members of the General Assembly whom no list of a recorded vote names."""
        day, is_recorded = resolution["adopted_on"], resolution["adoption"] == "recorded_vote"
        if resolution["body"] != "ga" or day is None or not is_recorded:
            return
        for participant in sorted(self.participants.members_on(day) - voted):
            self._row(resolution["symbol"], participant, "absent", None, document)

    def _row(self, symbol: str, participant: str, vote: str, name: str | None, document: str) -> None:
        row = {
            "symbol": symbol,
            "participant_id": participant,
            "vote": vote,
            "name_printed": name,
            "document": document,
        }
        self.rows.append(row)

    def _fault(self, symbol: str, kind: str, detail: str, done: str = "Left out.") -> None:
        self.faults.append(quality("vote", symbol, kind, detail, done))
