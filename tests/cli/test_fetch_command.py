"""`accede fetch`: what it prints and how it ends."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest
import typer
from typer.testing import CliRunner, Result

from pipelines.archive.store import Archive
from pipelines.cli.fetch import fetch
from tests.double import bodies
from tests.double.clock import Patient
from tests.double.hosts import answers
from tests.double.message import Reply, Request
from tests.double.server import Double
from tests.double.world import Original, World

app = typer.Typer()
app.command()(fetch)
FAST = Patient(200)
RUN = """
import typer
from pipelines.cli.fetch import fetch
from pipelines.sources import http
from pipelines.sources.clock import Clock
http.Clock = lambda: Clock(10)
app = typer.Typer()
app.command()(fetch)
app()
"""


def _world(count: int = 2) -> World:
    return World(
        originals={
            (f"A/RES/0/{number}", "en", "pdf"): Original(bodies.pdf(f"SPECIMEN {number}"), job=f"N000000{number}")
            for number in range(1, count + 1)
        },
        repositories={"GAresolutions": {}},
    )


@contextmanager
def _double(world: World, answer: Callable[[Request, int], Reply] | None = None) -> Iterator[str]:
    """The address of a double that runs beside the test, in a thread of its own."""
    ready, over, found = Event(), Event(), []

    async def serve() -> None:
        async with Double(answer or answers(world)) as double:
            found.append(double.url)
            ready.set()
            while not over.is_set():
                await asyncio.sleep(0.02)

    thread = Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    ready.wait(60)
    try:
        yield found[0]
    finally:
        over.set()
        thread.join(60)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, env={"ACCEDE_CONTACT": "", "ACCEDE_ARCHIVE": "", "COLUMNS": "200"})


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("pipelines.sources.http.Clock", lambda: FAST)


def _ask(url: str, *arguments: str) -> Result:
    return _run(*arguments, "--format", "pdf", "--source", "ods", "--contact", "a@b.org", "--base-url", url)


def test_a_fetch_says_what_was_saved_absent_and_in_error() -> None:
    world = _world()
    world.originals["A/RES/0/2", "en", "pdf"] = Original(bodies.pdf("x"), "html_called_pdf")
    with _double(world) as url:
        said = _ask(url, "A/RES/0/1", "A/RES/0/2", "A/RES/0/9")
        assert said.exit_code == 0
        counts = dict(line.rsplit(maxsplit=1) for line in said.stdout.splitlines()[:5])
        assert counts == {"saved": "1", "unchanged": "0", "absent": "1", "in error": "1", "not asked": "0"}
        assert "A/RES/0/2 en pdf: html" in said.stdout
        assert _ask(url, "A/RES/0/2", "--strict").exit_code == 1


def test_the_budget_leaves_the_rest_for_the_same_command() -> None:
    with _double(_world()) as url:
        said = _ask(url, "A/RES/0/1", "A/RES/0/2", "--max-requests", "4")
        assert (said.exit_code, len(Archive(Path("archive")).entries())) == (0, 1)
        assert "--max-requests" in said.stdout
        assert "accede build --archive archive" in _ask(url, "A/RES/0/1", "A/RES/0/2").stdout
    assert len(Archive(Path("archive")).entries()) == 2


def test_a_block_ends_with_one_and_says_what_can_be_done() -> None:
    def answer(request: Request, _under_way: int) -> Reply:
        return Reply(404) if request.path == "/robots.txt" else Reply(202, {"x-amzn-waf-action": "challenge"})

    with _double(_world(), answer) as url:
        said = _ask(url, "A/RES/0/1")
    assert said.exit_code == 1 and "accede import FILE" in said.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["A/RES/68/147"], 2, "--contact"),
        (["A/RES/68/147", "--contact", "nobody"], 2, "no e-mail"),
        ([], 2, "say what to fetch"),
        (["A/68/L.1"], 2, "neither a symbol"),
        (["ga/68", "--language", "de"], 2, "--language de"),
        (["ga/68", "--source", "google"], 2, "no such source"),
        (["ga/68", "--source", "digital-library"], 2, "named by address"),
        (["https://digitallibrary.un.org/record/1"], 2, "forbid automated download"),
        (["https://digitallibrary.un.org/search?p=x", "--source", "digital_library"], 2, "only records and files"),
        (["https://example.org/record/1", "--source", "digital_library"], 2, "only records and files"),
        (["ga/68", "--contact", "a@b.org", "--base-url", "https://example.org"], 2, "on this machine"),
    ],
)
def test_what_is_refused_is_one_line(arguments: list[str], code: int, words: str) -> None:
    said = _run(*arguments)
    assert said.exit_code == code
    assert words in said.stderr.splitlines()[-1]
    assert not Path("archive").exists()


def test_a_source_that_is_off_says_why_and_under_which_terms_it_is_turned_on() -> None:
    with _double(_world()) as url:
        common = ("A/RES/0/1", "--contact", "a@b.org", "--base-url", url)
        off = _run(*common, "--source", "ods")
        on = _run(*common, "--source", "ods,library")
    assert "Turned on" not in off.stderr
    assert "Turned on: Editor API" in on.stderr and "ask the Library first" in on.stderr


def test_a_dry_run_needs_no_contact_and_asks_nothing() -> None:
    said = _run("sc/2013", "--dry-run")
    assert said.exit_code == 0
    assert "documents.un.org" in said.stdout and "47 documents to ask for" in said.stdout
    assert not Path("archive").exists()


@asynccontextmanager
async def _fetching(url: str) -> AsyncIterator[asyncio.subprocess.Process]:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", RUN, "ga/0", *(f"A/RES/0/{number}" for number in range(1, 10)), "--contact", "a@b.org",
        "--format", "pdf", "--source", "ods", "--base-url", url, stderr=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield child
    finally:
        if child.returncode is None:
            child.kill()
        await child.wait()


def test_ctrl_c_ends_with_130_and_keeps_what_was_saved() -> None:
    """The last file never comes, so that the fetch is under way whenever the interrupt arrives."""
    usual = answers(_world(9))

    def answer(request: Request, under_way: int) -> Reply:
        reply = usual(request, under_way)
        return replace(reply, delay=1e9) if request.path.endswith("/N0000009.PDF") else reply

    async def interrupted() -> tuple[int, str]:
        async with Double(answer) as double, _fetching(double.url) as child:
            while child.returncode is None and not (Path("archive").exists() and Archive(Path("archive")).entries()):
                await asyncio.sleep(0.02)
            child.send_signal(signal.SIGINT)
            _, said = await asyncio.wait_for(child.communicate(), 60)
            return child.returncode or 0, said.decode()

    code, said = asyncio.run(interrupted())
    assert code == 130 and "goes on from here" in said
    assert 1 <= len(Archive(Path("archive")).entries()) < 9
