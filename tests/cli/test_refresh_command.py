"""`accede refresh`: the archive renewed, then the release, then the store."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from typer.testing import CliRunner

from pipelines.archive.importer import import_paths
from pipelines.archive.store import Archive
from pipelines.cli.main import app
from pipelines.paths import SPECIMEN
from tests.double.clock import Patient
from tests.double.hosts import answers
from tests.double.server import Double
from tests.double.specimens import world


@pytest.fixture
def double() -> Iterator[str]:
    """The address of a double that holds the specimens, with a newer day on the pages of treaties."""
    ready, over, found = Event(), Event(), []
    held = world()
    held.stamp = "STATUS AS AT : 01-06-2025 09:15:34 EDT"

    async def serve() -> None:
        async with Double(answers(held)) as served:
            found.append(served.url)
            ready.set()
            while not over.is_set():
                await asyncio.sleep(0.02)

    thread = Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    ready.wait(60)
    yield found[0]
    over.set()
    thread.join(60)


def test_what_the_archive_follows_is_renewed_and_released(
    double: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.sources.http.Clock", lambda: Patient(200))
    archive, out, store = tmp_path / "archive", tmp_path / "release", tmp_path / "store"
    import_paths([SPECIMEN], Archive(archive))
    arguments = [
        "--archive",
        str(archive),
        "--out",
        str(out),
        "--contact",
        "a@b.org",
        "--base-url",
        double,
        "--to",
        str(store),
        "--text-free",
        str(tmp_path / "text-free"),
    ]
    assert CliRunner().invoke(app, ["refresh", *arguments]).exit_code == 0
    fetched = [entry for entry in Archive(archive).entries() if entry.source == "treaty_collection"]
    assert {str(entry.as_at) for entry in fetched} == {"2025-06-01"} and len(fetched) == 4
    assert (out / "README.md").is_file() and (tmp_path / "text-free" / "README.md").is_file()
    assert "Version 1.0.0." in (store / "latest" / "README.md").read_text(encoding="utf-8")


def test_without_an_archive_or_a_contact_nothing_is_asked(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["refresh", "--archive", str(tmp_path / "none")]).exit_code == 2
    import_paths([SPECIMEN], Archive(tmp_path / "archive"))
    said = CliRunner().invoke(app, ["refresh", "--archive", str(tmp_path / "archive")], env={"ACCEDE_CONTACT": ""})
    assert said.exit_code == 2 and "--contact" in said.stderr
