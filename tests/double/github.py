"""api.github.com and raw.githubusercontent.com for the UNxml repositories: a tree, files, ETags."""

from __future__ import annotations

import json

from tests.double import bodies
from tests.double.message import Reply, Request, conditional, text
from tests.double.world import World


def tree(world: World, request: Request, _under_way: int) -> Reply:
    """`/repos/UNxml/REPOSITORY/git/trees/HEAD?recursive=1`."""
    parts = request.path.strip("/").split("/")
    files = world.repositories.get(parts[2]) if len(parts) == 6 and parts[:2] == ["repos", "UNxml"] else None
    if files is None:
        return text('{"message": "Not Found"}', 404)
    rows = [
        {"path": path, "mode": "100644", "type": "blob", "sha": bodies.blob(body), "size": len(body)}
        for path, body in sorted(files.items())
    ]
    body = json.dumps({"sha": bodies.blob(repr(rows).encode()), "tree": rows, "truncated": False}).encode()
    return conditional(request, Reply(200, {"Content-Type": "application/json"}, body), bodies.etag(body))


def raw(world: World, request: Request, _under_way: int) -> Reply:
    """`/UNxml/REPOSITORY/HEAD/PATH`; everything is text/plain there."""
    parts = request.path.strip("/").split("/", 3)
    body = world.repositories.get(parts[1], {}).get(parts[3]) if len(parts) == 4 else None
    if body is None:
        return text("404: Not Found", 404)
    return conditional(request, Reply(200, {"Content-Type": "text/plain"}, body), bodies.etag(body))
