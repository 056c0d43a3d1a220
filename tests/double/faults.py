"""The fault mode: what goes wrong by chance, the same for the same seed, target and number of the ask."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from tests.double.message import Reply, Request, html, text

KINDS = ("bad_gateway", "unavailable", "too_many", "cut", "trickle", "page", "reset")
SHARE = 0.25


class Faults:
    """Chooses for each ask a fault or none. `share` of all asks go wrong."""

    def __init__(self, seed: int, share: float = SHARE) -> None:
        self._seed = seed
        self._share = share
        self._asked: Counter[str] = Counter()
        self.done: Counter[str] = Counter()

    def choose(self, target: str) -> str | None:
        """The fault of this ask of `target`."""
        self._asked[target] += 1
        chance = random.Random(f"{self._seed} {target} {self._asked[target]}")
        if chance.random() >= self._share:
            return None
        kind = chance.choice(KINDS)
        self.done[kind] += 1
        return kind

    def applied(self, request: Request, reply: Reply) -> Reply:
        """The reply, or what the client gets instead of it."""
        kind = self.choose(f"{request.host}{request.target}")
        if kind == "cut" and reply.body:
            return replace(reply, cut=len(reply.body) // 2)
        if kind == "trickle" and len(reply.body) > 1000:
            return replace(reply, trickle=60.0)
        return _INSTEAD.get(kind or "", reply)


# A page in place of a file says nothing about the document. Failures of TLS and of names are in network.py.
_INSTEAD = {
    "bad_gateway": html("<body>502</body>", 502),
    "unavailable": text("Service Unavailable", 503),
    "too_many": Reply(429, {"Retry-After": "3"}, b""),
    "page": html("<body>Something went wrong</body>"),
    "reset": Reply(reset=True),
}
