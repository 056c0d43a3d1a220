"""Real PDFs: as many clauses and notes as the official XML of the same documents has."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from pipelines.clauses.parse import parse
from pipelines.readers import read

DOCUMENTS = {
    "resolutions/A_RES_78_323.en.pdf": (13, 13, "5"),
    "resolutions/S_RES_2769 (2025).en.pdf": (50, 0, "27"),
    "resolutions/S_RES_2779 (2025).en.pdf": (92, 0, "25"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_clauses_and_notes_are_as_many_as_in_the_official_xml(name: str, member: Callable[[str, str], bytes]) -> None:
    source = SimpleNamespace(sha256="0" * 64, format="pdf", name=name, source="import", url=None, as_at=None)
    parsed = parse(member("resolutions/pdf", name), source)
    numbers = [row["label"] for row in parsed.clauses if row["label"] and row["label"].isdigit()]
    assert (len(parsed.clauses), len(parsed.footnotes), numbers[-1]) == DOCUMENTS[name]


def test_what_was_read_before_leaves_no_trace(member: Callable[[str, str], bytes]) -> None:
    """A/RES/73/8 shares the name of a font with S/RES/2769; with that font its job number falls into a note."""
    for name in ("S_RES_2769 (2025).en.pdf", "A_RES_73_8-EN.pdf"):
        text = read(member("resolutions/pdf", f"resolutions/{name}"), "pdf").text
    assert "18418" not in text
