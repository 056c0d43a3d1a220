"""HTTP: what is refused, what is repeated, what is believed."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable
from typing import Any

import pytest

from pipelines.sources.errors import BudgetSpent, Failed, NoContact, WrongAddress
from pipelines.sources.http import Client
from tests.double.message import Reply, Request, html, redirect, text
from tests.double.server import Double

ODS = "https://documents.un.org"
Run = Callable[..., Any]


GZIP = {"Content-Encoding": "gzip"}


def _zipped(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


def _answers(*replies: Reply) -> Callable[[Request, int], Reply]:
    """Those replies one after the other, the last one for ever; no robots.txt."""
    left = list(replies)

    def answer(request: Request, _under_way: int) -> Reply:
        if request.path == "/robots.txt":
            return text("", 404)
        return left.pop(0) if len(left) > 1 else left[0]

    return answer


def _kind(asked: Run, url: str, answer: Callable[[Request, int], Reply], **given: Any) -> tuple[str, int]:
    """The kind of failure of asking for a URL, and how often the server was asked."""

    async def ask(client: Client, double: Double) -> tuple[str, int]:
        with pytest.raises(Failed) as caught:
            await client.follow(url)
        return caught.value.kind, len([target for target in double.asked() if target != "/robots.txt"])

    found = asked(ask, answer=answer, **given)
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("contact", [None, "", "me", "a b@c.org", "me@here", "x@y.org\r\nX: 1", "ü@x.org"])
def test_no_request_without_a_contact_that_can_be_reached(contact: str | None) -> None:
    with pytest.raises(NoContact):
        Client(contact)


def test_every_request_says_who_asks(asked: Run) -> None:
    seen: list[str] = []

    def answer(request: Request, _under_way: int) -> Reply:
        seen.append(request.headers["user-agent"])
        return text("")

    async def ask(client: Client, _double: Double) -> None:
        await client.get(f"{ODS}/a")

    asked(ask, answer=answer)
    assert seen == ["Accede/0.1.0 (+tester@example.org)"] * 2


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "http://documents.un.org/",
        "https://documents.un.org:8443/",
        "https://user:word@documents.un.org/",
        "https://documents.un.org.example.org/",
        "https://169.254.169.254/latest",
        "file:///etc/passwd",
        "https://[::1/",
    ],
)
def test_only_known_hosts_are_asked(asked: Run, url: str) -> None:
    assert _kind(asked, url, _answers(text(""))) == ("unknown_host", 0)


@pytest.mark.parametrize(
    "location",
    [
        "https://example.org/x",
        "http://documents.un.org/x",
        "//10.0.0.1/x",
        "file:///etc/passwd",
        "ftp://documents.un.org/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://[::1/x",
        "https://documents.un.org\\@example.org/x",
        "/" + "x" * 5000,
    ],
)
def test_a_redirect_elsewhere_is_refused_and_not_followed(asked: Run, location: str) -> None:
    assert _kind(asked, f"{ODS}/a", _answers(redirect(location))) == ("redirect_refused", 1)


def test_redirects_in_a_ring_end(asked: Run) -> None:
    assert _kind(asked, f"{ODS}/a", _answers(redirect("/a"))) == ("redirect_refused", 5)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (text("", 502), "server_error"),
        (text("", 503), "server_error"),
        (Reply(body=b"x" * 1000, cut=500), "cut"),
        (Reply(body=_zipped(b"x" * 1000)[:-9], headers=GZIP), "cut"),
        (Reply(headers={"X": "x" * 200_000}), "network"),
        (Reply(reset=True), "network"),
    ],
)
def test_a_failure_of_the_moment_is_repeated_then_reported(asked: Run, reply: Reply, kind: str) -> None:
    assert _kind(asked, f"{ODS}/a", _answers(reply)) == (kind, 5)


@pytest.mark.parametrize("reply", [Reply(body=b"x" * 3000, trickle=60), Reply(body=b"x", delay=500)])
def test_what_takes_too_long_is_given_up(asked: Run, reply: Reply) -> None:
    assert _kind(asked, f"{ODS}/a", _answers(reply), is_patient=False) == ("timeout", 5)


def test_what_comes_after_a_failure_is_taken(asked: Run) -> None:
    async def ask(client: Client, _double: Double) -> bytes:
        return (await client.get(f"{ODS}/a")).body

    assert asked(ask, answer=_answers(text("", 502), Reply(body=b"x" * 9, cut=3), text("whole"))) == b"whole"


@pytest.mark.parametrize(
    "reply",
    [
        Reply(202, {"x-amzn-waf-action": "challenge"}),
        Reply(200, {"x-amzn-waf-action": "captcha"}, b"<html>"),
        Reply(202, {}, b"<script>"),
    ],
)
def test_a_challenge_is_no_document_and_closes_the_host_at_once(asked: Run, reply: Reply) -> None:
    async def ask(client: Client, double: Double) -> tuple[str, str, int, str]:
        kinds = []
        for path in ("/a", "/b"):
            with pytest.raises(Failed) as caught:
                await client.get(f"https://digitallibrary.un.org{path}")
            kinds.append(caught.value)
        return kinds[0].kind, kinds[1].kind, len(double.asked()), kinds[0].detail

    first, second, count, detail = asked(ask, answer=_answers(reply))
    assert (first, second, count) == ("challenge", "host_stopped", 2)
    assert "accede import" in detail


def test_a_host_that_refuses_three_times_is_left_alone(asked: Run) -> None:
    async def ask(client: Client, double: Double) -> tuple[list[str], int]:
        kinds: list[str] = []
        for number in range(5):
            with pytest.raises(Failed) as caught:
                await client.get(f"{ODS}/{number}")
            kinds.append(caught.value.kind)
        return kinds, len(double.asked())

    found = asked(ask, answer=_answers(html("no", 403)))
    assert found == (["forbidden"] * 3 + ["host_stopped"] * 2, 4)


def test_retry_after_is_a_floor_for_the_whole_host(asked: Run) -> None:
    async def ask(client: Client, double: Double) -> float:
        await asyncio.gather(client.get(f"{ODS}/a"), client.get(f"{ODS}/b"))
        meter = double.meters["documents.un.org"]
        return meter.arrivals[-1] - meter.arrivals[1]

    waited = asked(ask, answer=_answers(Reply(429, {"Retry-After": "300"}), text("")))
    assert isinstance(waited, float) and waited >= 299


def test_a_pause_longer_than_patience_ends_asking(asked: Run) -> None:
    async def ask(client: Client, double: Double) -> tuple[int, str | None]:
        with pytest.raises(Failed):
            await client.get(f"{ODS}/a")
        return len(double.asked()), client.gates["documents.un.org"].stopped

    count, reason = asked(ask, answer=_answers(Reply(429, {"Retry-After": "7200"})))
    assert count == 2 and "120 minutes" in reason


def test_a_dead_host_is_given_up_after_cool_downs(asked: Run) -> None:
    async def ask(client: Client, double: Double) -> tuple[str, int]:
        for number in range(50):
            with pytest.raises(Failed) as caught:
                await client.get(f"{ODS}/{number}")
        return caught.value.kind, len(double.asked())

    kind, count = asked(ask, answer=_answers(text("", 503)))
    assert kind == "host_stopped" and count < 50


def test_robots_are_asked_once_and_obeyed(asked: Run) -> None:
    def answer(request: Request, _under_way: int) -> Reply:
        return text("User-agent: *\nDisallow: /private\nCrawl-delay: 9\n")

    async def ask(client: Client, double: Double) -> tuple[list[str], float]:
        await client.get(f"{ODS}/open")
        with pytest.raises(Failed) as caught:
            await client.get(f"{ODS}/private/x")
        assert caught.value.kind == "robots"
        return double.asked(), client.gates["documents.un.org"].spacing

    assert asked(ask, answer=answer) == (["/robots.txt", "/open"], 9.0)


@pytest.mark.parametrize(
    ("location", "kind"), [("https://documents.un.org/rules.txt", "robots"), ("https://www.un.org/", "")]
)
def test_robots_that_lie_elsewhere_are_followed_among_known_hosts(asked: Run, location: str, kind: str) -> None:
    def answer(request: Request, _under_way: int) -> Reply:
        return redirect(location) if request.path == "/robots.txt" else text("User-agent: *\nDisallow: /private\n")

    async def ask(client: Client, _double: Double) -> str:
        try:
            await client.get(f"{ODS}/private/x")
        except Failed as error:
            return error.kind
        return ""

    assert asked(ask, answer=answer) == kind


def test_robots_that_ask_for_days_between_requests_are_a_no(asked: Run) -> None:
    assert _kind(asked, f"{ODS}/a", lambda _request, _: text("User-agent: *\nCrawl-delay: 90000\n")) == ("robots", 0)


def test_the_budget_counts_every_request(asked: Run) -> None:
    async def ask(client: Client, double: Double) -> int:
        with pytest.raises(BudgetSpent):
            await client.get(f"{ODS}/a")
        return len(double.asked())

    assert asked(ask, answer=_answers(text("", 502)), max_requests=3) == 3


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body=b"x" * 101),
        Reply(body=b"x" * 101, is_announced=False),
        Reply(body=_zipped(b"x" * 101), headers=GZIP),
    ],
)
def test_a_body_beyond_the_limit_is_not_read(asked: Run, monkeypatch: pytest.MonkeyPatch, reply: Reply) -> None:
    monkeypatch.setattr("pipelines.sources.http.SIZE_LIMIT", 100)
    assert _kind(asked, f"{ODS}/a", _answers(reply)) == ("too_large", 1)


def test_a_body_packed_without_being_asked_is_unpacked_once(asked: Run) -> None:
    async def ask(client: Client, _double: Double) -> bytes:
        return (await client.get(f"{ODS}/a")).body

    assert asked(ask, answer=_answers(Reply(body=_zipped(b"whole"), headers=GZIP))) == b"whole"


def test_packings_inside_each_other_are_not_unpacked(asked: Run) -> None:
    reply = Reply(body=_zipped(_zipped(b"x")), headers={"Content-Encoding": "gzip, gzip"})
    assert _kind(asked, f"{ODS}/a", _answers(reply)) == ("unexpected", 1)


def test_no_cookie_is_sent_back(asked: Run) -> None:
    seen: list[str] = []

    def answer(request: Request, _under_way: int) -> Reply:
        seen.append(request.headers.get("cookie", "none"))
        return Reply(headers={"Set-Cookie": "who=you; Path=/"})

    async def ask(client: Client, _double: Double) -> None:
        await client.get(f"{ODS}/a")

    asked(ask, answer=answer)
    assert seen == ["none", "none"]


def test_a_tag_that_cannot_be_sent_back_is_left_out(asked: Run) -> None:
    async def ask(client: Client, _double: Double) -> int:
        return (await client.get(f"{ODS}/a", etag='"\u00e9"')).status

    assert asked(ask, answer=_answers(text(""))) == 200


def test_what_a_server_writes_cannot_steer_a_terminal() -> None:
    assert "\x1b" not in Failed("network", "red \x1b[31m").detail


@pytest.mark.parametrize(
    "url", ["http://example.org", "http://10.0.0.1:80", "ftp://127.0.0.1", "127.0.0.1:80", "http://"]
)
def test_a_double_is_on_this_machine_only(url: str) -> None:
    with pytest.raises(WrongAddress):
        Client("tester@example.org", base_url=url)
