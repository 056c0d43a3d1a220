"""The facts in the clone: keys that hold, no words of documents, small files, and the calls that the documents make."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from pipelines.cli import terminal
from pipelines.cli.main import app
from pipelines.publish import checks, connection, facts, place
from pipelines.treaties.build import build
from tests.links.real import index, of_file
from tests.treaties.real import table_sources, xml_sources

SAMPLE = {"S/RES/2117(2013)": "#op.17", "S/RES/2195(2014)": "#op.3", "S/PRST/2010/6": "#op.u6"}
# A treaty whose two status files agree, one with acts that the newer corrects, one with withdrawals told by notes.
TREATIES = ("XVIII-12-a", "XVIII-12-b", "IV-5")


@pytest.fixture(scope="module")
def tables() -> dict[str, pl.DataFrame]:
    folder = terminal.FACTS / "parquet"
    return {name: pl.read_parquet(folder / f"{name}.parquet") for name in facts.contracts_of_facts()}


def test_columns_are_those_without_prose_and_every_key_holds(tables: dict[str, pl.DataFrame]) -> None:
    contracts = facts.contracts_of_facts()
    assert {name: tuple(frame.columns) for name, frame in tables.items()} == {
        name: contract.columns for name, contract in contracts.items()
    }
    with connection.connect() as con:
        connection.register(con, tables)
        asked = [check for contract in contracts.values() for check in checks.of_contract(contract)]
        assert checks.run(con, asked) == []


def test_no_file_is_over_a_megabyte_and_all_are_listed() -> None:
    files = {path.relative_to(terminal.FACTS).as_posix() for path in terminal.FACTS.rglob("*") if path.is_file()}
    listed = {line.split("  ")[1] for line in (terminal.FACTS / place.CHECKSUMS).read_text().splitlines()}
    assert files == listed | {place.CHECKSUMS}
    assert max((terminal.FACTS / name).stat().st_size for name in files) < 1_000_000


@pytest.mark.parametrize("command", [("sql", "trafficking"), ("treaty", "XVIII-12-a"), ("state", "UGA")])
def test_they_answer_while_nothing_is_built(
    command: tuple[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(terminal, "DEFAULT_RELEASE", tmp_path)
    result = CliRunner().invoke(app, [*command, "--release", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert "status of treaties as at 2014-07-10 to 2018-01-15" in result.stderr


@pytest.mark.parametrize("name", ["treaty_actions", "treaty_standing"])
def test_acts_and_standing_made_again_from_status_files_are_the_same(
    tables: dict[str, pl.DataFrame], shared: Path, name: str
) -> None:
    sources = [source for source in xml_sources(shared) + table_sources(shared) if source[0].symbol in TREATIES]
    contract = facts.contracts_of_facts()[name]
    made = contract.frame(build(sources)[name])
    assert made.height
    assert contract.sorted(made).equals(tables[name].filter(pl.col("treaty_id").is_in(TREATIES)))


def test_calls_made_again_from_their_documents_are_the_same(
    tables: dict[str, pl.DataFrame], shared: Path, member: Callable[[str, str], bytes]
) -> None:
    from pipelines.links.link import link

    names = dict(
        tables["resolutions"]
        .join(tables["documents"], left_on="document", right_on="sha256")
        .select("symbol", "name")
        .iter_rows()
    )
    treaties = index(shared)
    for symbol in SAMPLE:
        archive, _, name = names[symbol].partition(".tar.xz/")
        data = member(f"resolutions/{archive}", name)
        made = [row for source in of_file(name, data) for row in link(source, treaties)["accession_calls"]]
        contract = facts.contracts_of_facts()["accession_calls"]
        rows = pl.DataFrame(made, infer_schema_length=None).select(contract.columns).cast(pl.Schema(contract.schema))
        assert contract.sorted(rows).equals(tables["accession_calls"].filter(pl.col("symbol") == symbol)), symbol
