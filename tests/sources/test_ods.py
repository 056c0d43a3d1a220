"""ODS: every way of saying yes and of saying no, and nothing in between taken for either."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from pipelines.sources import ods
from pipelines.sources.asks import Absent, Ask, Key, Outcome, Saved, Unchanged
from pipelines.sources.errors import Failed
from pipelines.sources.http import Client
from tests.double import bodies
from tests.double.message import Reply, Request, html, text
from tests.double.server import Double
from tests.double.world import Original, Quirk, World

Run = Callable[..., Any]
SYMBOL = "A/RES/0/9"
BODY = bodies.pdf(f"SPECIMEN {SYMBOL}")


def _outcome(asked: Run, ask: Ask, **given: object) -> Outcome | str:
    async def one(client: Client, _double: Double) -> Outcome | str:
        try:
            return await ods.capture(client, ask)
        except Failed as error:
            return error.kind

    found: Outcome | str = asked(one, **given)
    return found


def _world(body: bytes = BODY, quirk: Quirk = "plain", type_: str = "pdf", symbol: str = SYMBOL) -> World:
    return World(originals={(symbol, "en", type_): Original(body, quirk, "N0000099")})


@pytest.mark.parametrize("quirk", ["plain", "text_redirect", "lower_case", "wrong_type"])
def test_a_document_is_had_whatever_the_way(asked: Run, quirk: Quirk) -> None:
    found = _outcome(asked, Ask("ods", Key(SYMBOL, "en", "pdf")), world=_world(quirk=quirk))
    assert isinstance(found, Saved)
    assert (found.body, found.kind, found.symbol) == (BODY, "pdf", SYMBOL)


@pytest.mark.parametrize("quirk", ["to_error", "empty", "not_found", "placeholder"])
def test_absent_is_a_definite_answer(asked: Run, quirk: Quirk) -> None:
    found = _outcome(asked, Ask("ods", Key(SYMBOL, "en", "pdf")), world=_world(quirk=quirk))
    assert isinstance(found, Absent)


def test_a_page_called_pdf_is_an_error_not_absence(asked: Run) -> None:
    assert _outcome(asked, Ask("ods", Key(SYMBOL, "en", "pdf")), world=_world(quirk="html_called_pdf")) == "wrong_kind"


@pytest.mark.parametrize(
    ("replies", "expected"),
    [
        ([Reply(200), html("<body>busy</body>")], "wrong_kind"),
        ([text("no", 404), html("<body>busy</body>")], "wrong_kind"),
        ([html("<body>short</body>")], "wrong_kind"),
        ([text("no", 410)], "unexpected"),
    ],
)
def test_one_odd_answer_is_not_absence(asked: Run, replies: list[Reply], expected: str) -> None:
    left = list(replies)

    def answer(request: Request, _under_way: int) -> Reply:
        if request.path == "/robots.txt":
            return text("", 404)
        return left.pop(0) if len(left) > 1 else left[0]

    assert _outcome(asked, Ask("ods", Key(SYMBOL, "en", "pdf")), answer=answer) == expected


@pytest.mark.parametrize("body", [bodies.word("SPECIMEN"), bodies.word_ole("SPECIMEN"), bodies.wordperfect("SPECIMEN")])
def test_word_is_whatever_the_authors_wrote_in(asked: Run, body: bytes) -> None:
    found = _outcome(asked, Ask("ods", Key(SYMBOL, "en", "word")), world=_world(body, type_="doc"))
    assert isinstance(found, Saved) and found.body == body


def test_a_pdf_is_no_word_file(asked: Run) -> None:
    assert _outcome(asked, Ask("ods", Key(SYMBOL, "en", "word")), world=_world(type_="doc")) == "wrong_kind"


def test_a_cut_body_without_length_is_seen_by_its_end(asked: Run) -> None:
    assert _outcome(asked, Ask("ods", Key(SYMBOL, "en", "pdf")), world=_world(BODY[:-40])) == "cut"


def test_a_second_look_is_one_conditional_request(asked: Run) -> None:
    async def two(client: Client, double: Double) -> tuple[Outcome, int]:
        first = await ods.capture(client, Ask("ods", Key(SYMBOL, "en", "pdf")))
        assert isinstance(first, Saved)
        before = len(double.asked())
        ask = Ask("ods", Key(SYMBOL, "en", "pdf"), first.url, etag=first.headers["etag"], sha256=first.sha256)
        return await ods.capture(client, ask), len(double.asked()) - before

    assert asked(two, world=_world()) == (Unchanged(), 1)


def test_spaces_are_not_sent_as_plus_and_unknown_languages_not_at_all() -> None:
    assert ods.access_url("S/RES/1325 (2000)", "fr", "pdf").endswith("?s=S/RES/1325%20%282000%29&l=fr&t=pdf")
    assert "%26" in ods.access_url("A/RES/1&t=x", "en", "pdf")
    with pytest.raises(ValueError, match="no language"):
        ods.access_url(SYMBOL, "de", "pdf")


def test_the_double_gives_english_for_an_unknown_language_and_an_error_for_plus(asked: Run) -> None:
    """What the client guards against is really there."""

    async def ask(client: Client, _double: Double) -> list[str | None]:
        answers = await asyncio.gather(
            client.get(f"{ods.ACCESS}?s={SYMBOL}&l=de&t=pdf"), client.get(f"{ods.ACCESS}?s=A+B&l=en&t=pdf")
        )
        return [answer.location for answer in answers]

    english, error = asked(ask, world=_world())
    assert english.endswith("N0000099.PDF") and error.endswith("/error")
