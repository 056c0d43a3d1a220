"""The few real names that the live tests ask for, with made-up contents: what a rehearsal on this machine needs."""

from __future__ import annotations

from datetime import date

from tests.double import bodies
from tests.double.world import Original, World

SYMBOL, TREATY = "A/RES/68/147", "XVIII-12-a"
LISTED = 270


def with_real_names(made: World, today: date) -> World:
    """The same world, where the live tests find what they look for; treaties are stamped with today, as there."""
    body = bodies.pdf(f"SPECIMEN {SYMBOL}")
    made.originals.setdefault((SYMBOL, "en", "pdf"), Original(body, "plain", "N1344923"))
    made.originals.setdefault((SYMBOL, "en", "doc"), Original(bodies.word("SPECIMEN"), "text_redirect", "N1344923"))
    council = made.repositories.setdefault("HRCresolutions", {})
    council.setdefault("55session/English/A_HRC_RES_55_1E.xml", bodies.akn("A/HRC/RES/55/1", "SPECIMEN"))
    made.treaties.setdefault((TREATY, "en"), bodies.status(TREATY, "1 Jan 2000"))
    made.listed.add(TREATY)
    made.tables.setdefault("68", [(f"A/RES/68/{number}", "18 December 2013") for number in range(1, LISTED + 1)])
    made.stamp = f"STATUS AS AT : {today:%d-%m-%Y} 09:15:34 EDT"
    return made
