"""The rules that stand for a peer's user: were they poor, the readers would be compared with nothing."""

from __future__ import annotations

from tests.benchmarks.peer_rules import Clause, from_pages

FIRST = """
United Nations                      A/RES/0/9
The General Assembly,
Recalling the specimen of an instrument that nobody
has joined,
1.   Invites States
to join it

00-00001 (E)
*0000001*
"""
SECOND = """
A/RES/0/9
and also invites them
   (a)  To say so;
2.   Decides to ask again.
_______________
1 See a note.
2/2                                 00-00001
"""


def test_paragraphs_without_furniture_and_notes() -> None:
    assert from_pages([FIRST, SECOND]) == [
        Clause("preamble", None, "Recalling the specimen of an instrument that nobody has joined,"),
        Clause("operative", "1", "Invites States to join it and also invites them"),
        Clause("operative", "(a)", "To say so;"),
        Clause("operative", "2", "Decides to ask again."),
    ]
