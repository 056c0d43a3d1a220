"""Where HTTP may be spoken, and what the terms of the sources say."""

from __future__ import annotations

import re
from pathlib import Path

from pipelines.paths import ROOT
from pipelines.sources.hosts import HOSTS
from pipelines.sources.rights import SOURCES

SPEAKS_HTTP = {"http.py", "faults.py", "transport.py"}
_CLIENTS = re.compile(
    r"^\s*(?:import|from) (httpx|httpcore|requests|urllib3?\.request|aiohttp|http\.client|socket)\b", re.M
)


def _speaking(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*.py") if _CLIENTS.search(path.read_text(encoding="utf-8"))}


def test_http_lives_in_one_place() -> None:
    assert _speaking(ROOT / "pipelines") == SPEAKS_HTTP


def test_every_source_says_its_terms_and_asks_a_known_host() -> None:
    assert all(terms.rights and terms.host in HOSTS for terms in SOURCES.values())


def test_sources_whose_terms_forbid_it_are_off_and_say_why() -> None:
    assert {name for name, terms in SOURCES.items() if not terms.is_on} == {"library", "digital_library"}
    assert all(terms.reason for terms in SOURCES.values() if not terms.is_on)
