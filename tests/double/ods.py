"""documents.un.org as its clients describe it."""

from __future__ import annotations

from tests.double import bodies
from tests.double.message import Reply, Request, conditional, html, redirect, text
from tests.double.world import Original, World

LANGUAGES = {"en", "fr", "es", "ru", "ar", "zh"}
BUSY = 4
_TYPES = {"pdf": "application/pdf", "doc": "application/msword", "docx": "application/msword"}


def answer(world: World, request: Request, under_way: int) -> Reply:
    """What ODS says; beyond four requests at once it says 503."""
    if under_way > BUSY:
        return text("Service Unavailable", 503)
    if request.path == "/error":
        return html("<body><h1>There is no document</h1>" + "<p>-</p>" * 150 + "</body>")
    if request.path == "/api/symbol/access":
        return _access(world, request)
    return _file(world, request)


def _access(world: World, request: Request) -> Reply:
    if "+" in request.raw_query:
        return redirect("/error")
    asked = request.query
    # An unknown language silently gives English.
    language = asked.get("l", "en") if asked.get("l") in LANGUAGES else "en"
    type_ = "doc" if asked.get("t") in {"doc", "docx"} else "pdf"
    original = world.originals.get((asked.get("s", "").replace(" ", ""), language, type_))
    if original is None or original.quirk == "to_error":
        return redirect("/error")
    return _by_quirk(original, original.path(type_))


def _by_quirk(original: Original, path: str) -> Reply:
    if original.quirk == "empty":
        return Reply(200, {"Content-Type": "application/pdf"})
    if original.quirk == "not_found":
        return text("Not Found", 404)
    if original.quirk == "text_redirect":
        return text(f"Found. Redirecting to {path}")
    return redirect(path)


def _file(world: World, request: Request) -> Reply:
    found = world.files().get(request.path)
    return _body(request, *found) if found else text("Not Found", 404)


def _body(request: Request, original: Original, type_: str) -> Reply:
    if original.quirk == "placeholder":
        return Reply(200, {"Content-Type": "application/pdf"}, bodies.placeholder())
    if original.quirk == "html_called_pdf":
        page = html("<body>An error has occurred</body>")
        return Reply(200, {"Content-Type": "application/pdf"}, page.body)
    content_type = "text/html" if original.quirk == "wrong_type" else _TYPES[type_]
    reply = Reply(200, {"Content-Type": content_type}, original.body)
    return conditional(request, reply, bodies.etag(original.body))
