"""The Dag Hammarskjöld Library: its editor API, its tables of resolutions, and the UN Digital Library behind a WAF."""

from __future__ import annotations

import json
import re
from datetime import datetime

from tests.double.message import Reply, Request, html, text
from tests.double.world import World

MOST = 1000


def editor(world: World, request: Request, _under_way: int) -> Reply:
    """`/editor/api/marc/bibs/records`: limit, search and start as the real one treats them; `_next` never ends."""
    asked = request.query
    limit, start = int(asked.get("limit", "100")), int(asked.get("start", "1"))
    if limit > MOST:
        return text("limit too high", 404)
    found = re.fullmatch(r"191:A/RES/(\w+)/\*|symbol:'([^']+)'", asked.get("search", ""))
    if found is None:
        return text("bad query", 422)
    if found[1] == "slow":
        return text("timeout", 500)
    wanted = [row for rows in world.tables.values() for row in rows if _matches(row[0], found)]
    page = wanted[start - 1 : start - 1 + limit]
    if asked.get("format") == "xml":
        records = "".join(_record(symbol, day) for symbol, day in page)
        return Reply(200, {"Content-Type": "text/xml"}, f"<collection>{records}</collection>".encode())
    answer = {"data": [symbol for symbol, _ in page], "_next": f"{request.path}?start={start + limit}"}
    return Reply(200, {"Content-Type": "application/json"}, json.dumps(answer).encode())


def _record(symbol: str, day: str) -> str:
    when = datetime.strptime(day, "%d %B %Y").date().isoformat() if day else ""
    fields = {"191": symbol, "269": when}
    inside = "".join(
        f'<datafield tag="{tag}" ind1=" " ind2=" "><subfield code="a">{value}</subfield></datafield>'
        for tag, value in fields.items()
    )
    return f'<record><controlfield tag="000">00000nam</controlfield>{inside}</record>'


def _matches(symbol: str, found: re.Match[str]) -> bool:
    return symbol == found[2] or bool(found[1] and symbol.startswith(f"A/RES/{found[1]}/"))


def table(world: World, request: Request, _under_way: int) -> Reply:
    """`/en/docs/ga/quick/regular/SESSION`: number, committee, item, meeting with date and vote, draft, title."""
    rows = world.tables.get(request.path.rpartition("/")[2])
    if rows is None:
        return html("<body>Page not found</body>", 404)
    cells = "".join(
        f"<tr><td><a>{symbol}</a></td><td>Plenary</td><td>1</td><td>A/0/PV.1<br>{day}<br>without a vote</td>"
        f"<td>A/0/L.1</td><td>A title</td></tr>"
        for symbol, day in rows
    )
    head = "<tr><th>Resolution No.</th><th>Committee</th><th>Item</th><th>Meeting</th><th>Draft</th><th>Title</th></tr>"
    return html(f'<body><table class="tablefont">{head}{cells}</table></body>')


def digital_library(world: World, request: Request, _under_way: int) -> Reply:
    """`/record/NUMBER` and its files, where there is no challenge; a client that only minds 4xx takes it for a page."""
    _, _, number, *rest = [*request.path.split("/"), "", ""]
    files = world.records.get(number) if request.path.startswith("/record/") else None
    if files is None:
        return Reply(202, {"x-amzn-waf-action": "challenge", "Content-Type": "text/html"}, b"")
    if rest[0] != "files":
        links = "".join(f'<a href="/record/{number}/files/{name}?ln=en">{name}</a>' for name in files)
        return html(f"<body>Record {number}{links}</body>")
    body = files.get(rest[1])
    return Reply(200, {"Content-Type": "application/pdf"}, body) if body else html("<body>File not found</body>", 404)
