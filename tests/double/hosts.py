"""All hosts of one double: robots.txt, then the host's own answer, then the fault mode."""

from __future__ import annotations

from collections.abc import Callable

from tests.double import github, library, ods, treaties
from tests.double.faults import Faults
from tests.double.message import Reply, Request, text
from tests.double.world import World

_ANSWERS: dict[str, Callable[[World, Request, int], Reply]] = {
    "documents.un.org": ods.answer,
    "treaties.un.org": treaties.answer,
    "api.github.com": github.tree,
    "raw.githubusercontent.com": github.raw,
    "metadata.un.org": library.editor,
    "research.un.org": library.table,
    "digitallibrary.un.org": library.digital_library,
}
ROBOTS = {
    "digitallibrary.un.org": (
        "User-agent: *\nCrawl-Delay: 5\nDisallow: /rss\nDisallow: /search\nDisallow: /record/*/export/*\n"
    ),
    "documents.un.org": "User-agent: *\nDisallow: /private\n",
}


def answers(world: World, faults: Faults | None = None) -> Callable[[Request, int], Reply]:
    """What a double of this world answers."""

    def answer(request: Request, under_way: int) -> Reply:
        reply = _reply(world, request, under_way)
        return faults.applied(request, reply) if faults else reply

    return answer


def _reply(world: World, request: Request, under_way: int) -> Reply:
    if request.path == "/robots.txt":
        rules = ROBOTS.get(request.host)
        return text(rules) if rules else text("Not Found", 404)
    host = _ANSWERS.get(request.host)
    return host(world, request, under_way) if host else text("no such host", 421)
