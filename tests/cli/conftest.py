"""A release of one resolution in two languages, small enough to be read here."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
import typer
from typer.testing import CliRunner, Result

from pipelines.cli.show import show
from pipelines.cli.sql import sql
from pipelines.contracts import contract
from pipelines.publish import connection

SYMBOL = "A/RES/0/9"
TREATY = "XVIII-12-a"
DAY = datetime.date(2013, 12, 18)
VINTAGE = datetime.date(2018, 1, 15)
JOINED = datetime.date(2017, 7, 11)
STEM = "Urges all States:"
ITEM = "To join the Trafficking Protocol, as resolution 55/25 asks;"
NOTE = "Resolution 55/25, annex II."


def _rows(table: str, *rows: dict[str, Any]) -> list[dict[str, Any]]:
    return [{**dict.fromkeys(contract(table).columns), **row} for row in rows]


def _clause(clause_id: str, ordinal: int, text: str, language: str = "en", **more: Any) -> dict[str, Any]:
    fixed = {"symbol": SYMBOL, "language": language, "part": "operative", "depth": 0, "text": text}
    return {**fixed, "clause_id": f"{SYMBOL}#{clause_id}", "ordinal": ordinal, "span_start": 0, "span_end": 1, **more}


def tables() -> dict[str, list[dict[str, Any]]]:
    """The rows by table; every other table of the contracts is empty."""
    item, end = f"{SYMBOL}#op.1.a", ITEM.index(",")
    call = {"call_id": f"{item}/call.1", "symbol": SYMBOL, "clause_id": item, "language": "en", "call_number": 1}
    said = {"treaty_id": TREATY, "acts": "join", "has_consider": False, "addressee": "all States", "category": "join"}
    state = {"call_id": f"{item}/call.1", "treaty_id": TREATY, "adopted_on": DAY, "standing_known_on": DAY}
    seen = {"standing_is_current": True, "observed_until": VINTAGE, "eligible": "yes"}
    return {
        "resolutions": [
            {
                "symbol": SYMBOL, "document_symbol": SYMBOL, "kind": "resolution", "body": "ga", "session": "0",
                "number": 9, "title": "SPECIMEN: a test", "adopted_on": DAY, "adoption": "without_vote",
                "is_fragment": False, "is_specimen": True,
            }
        ],
        "clauses": [
            _clause("pp.1", 1, "Mindful of brackets [bold] in texts,", part="preamble", verb_phrase="Mindful"),
            _clause("op.1", 2, STEM, label="1", heading_path="Joining", verb_phrase="Urges"),
            _clause("op.1.a", 3, ITEM, label="(a)", depth=1, parent_id=f"{SYMBOL}#op.1", heading_path="Joining"),
            _clause("op.1", 2, "Exhorte tous les États :", "fr", label="1"),
        ],
        "footnotes": [
            {"footnote_id": f"{item}/note.8", "language": "en", "symbol": SYMBOL, "ordinal": 1, "clause_id": item,
             "marker": "8", "offset": end, "text": NOTE},
        ],
        "treaties": [{"treaty_id": TREATY, "title": "Trafficking Protocol", "has_status": True, "as_at": VINTAGE}],
        "treaty_mentions": [
            {"mention_id": f"{item}/treaty.1", "language": "en", "symbol": SYMBOL, "clause_id": item,
             "treaty_id": TREATY, "span_start": ITEM.index("Trafficking"), "span_end": end, "evidence": "short_name"},
        ],
        "citations": [
            {"citation_id": f"{item}/cite.1", "language": "en", "symbol": SYMBOL, "clause_id": item,
             "cited_symbol": "A/RES/55/25", "span_start": ITEM.index("resolution"), "span_end": ITEM.index(" asks")},
            {"citation_id": f"{item}/note.8/cite.1", "language": "en", "symbol": SYMBOL, "clause_id": item,
             "footnote_id": f"{item}/note.8", "cited_symbol": "A/RES/55/25", "span_start": 0, "span_end": 16},
        ],
        "accession_calls": [{**call, **said, "addressee_class": "all_states", "span_start": 0, "span_end": 1}],
        "accession_call_states": [
            {**state, **seen, "participant_id": "JPN", "standing": "signatory", "joined_on": JOINED},
            {**state, **seen, "participant_id": "UGA", "standing": "signatory"},
            {**state, **seen, "participant_id": "FRA", "standing": "party"},
        ],
    }  # fmt: skip


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small release."""
    folder = tmp_path_factory.mktemp("release")
    given = tables()
    names = ("resolutions", "clauses", "footnotes", "treaties", "treaty_mentions", "citations", "accession_calls")
    with duckdb.connect(folder / "accede.duckdb", config=connection.SETTINGS) as database:
        for name in (*names, "accession_call_states", "quality"):
            frame = contract(name).frame(_rows(name, *given.get(name, [])))
            connection.register(database, {"rows": frame})
            database.execute(f"CREATE TABLE {name} AS FROM rows")
            database.unregister("rows")
    return folder


@pytest.fixture
def accede(release: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs `show` or `sql` on the small release, as a pipe would."""
    app = typer.Typer()
    app.command("show")(show)
    app.command("sql")(sql)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str, given: str | None = None) -> Result:
        where = [] if "--release" in arguments else ["--release", str(release)]
        return CliRunner().invoke(app, [*arguments, *where], input=given)

    return run
