"""A world of many documents for measuring: originals on ODS, official XML, treaty status."""

from __future__ import annotations

from pipelines.sources.planner import Wishes
from pipelines.symbols import Symbol, parse
from tests.double import bodies
from tests.double.world import World, numbered

_XML_FROM = 50_001


def large(count: int) -> World:
    """About `count` documents: 80 in 100 on ODS, 15 as XML, 5 treaties, every tenth of these without a status file."""
    made = World(originals=numbered(count * 80 // 100), repositories={"GAresolutions": {}})
    for number in range(_XML_FROM, _XML_FROM + count * 15 // 100):
        symbol = f"A/RES/0/{number}"
        made.repositories["GAresolutions"][f"0session/English/A_RES_0_{number}_E.xml"] = bodies.akn(symbol, "SPECIMEN")
    for number in range(1, 1 + count * 5 // 100):
        treaty = f"{'IV' if number % 2 else 'XVIII'}-{number}"
        made.listed.add(treaty)
        if number % 10:
            made.treaties[treaty, "en"] = bodies.status(treaty, "1 Jan 2000")
    return made


def wishes(world: World) -> Wishes:
    """Everything that the world has, and what it says it has not."""
    named = [symbol for symbol, _, _ in world.originals]
    named += [f"A/RES/0/{path.split('_')[3]}" for path in world.repositories["GAresolutions"]]
    symbols: list[Symbol] = [found for one in named if (found := parse(one))]
    return Wishes(tuple(symbols), (), tuple(sorted(world.listed)))
