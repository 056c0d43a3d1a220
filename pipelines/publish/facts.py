"""Facts alone: the rows of a release that calls to join treaties rest on, without any words of documents, as Parquet.

Small enough to lie in the repository, whole enough to be asked: every key that a row points to is there. Which tables,
and which of their rows, say the files of sql/facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from string import Template

import duckdb
import polars as pl

from pipelines.contracts import Contract, contracts, of_edition
from pipelines.publish import checks, checksums, connection, database, digest, editions, parquet, place, sql
from pipelines.publish.about import About, titled
from pipelines.publish.describe import write_json
from pipelines.publish.metadata import package
from pipelines.publish.metadata.facts import Facts, file, period

TEMPLATE = Path(__file__).with_name("facts_readme.md")


@dataclass(frozen=True)
class FactsReport:
    """Where the facts are, rows by table, and the bytes of the Parquet files."""

    out: Path
    rows: Mapping[str, int]
    size: int


def contracts_of_facts() -> dict[str, Contract]:
    """The contracts of the tables that the facts have, without prose."""
    names = {file.stem for file in sql.files("facts")}
    return {
        name: replace(contract, foreign_keys=tuple(key for key in contract.foreign_keys if key.table in names))
        for name, contract in of_edition("facts").items()
        if name in names
    }


def make(release: Path, out: Path) -> FactsReport:
    """Make the facts of a built release, in place of earlier ones. Raises NotTextFree, ChecksFailed, OutRefused."""
    about = editions.about(release)
    about = replace(about, title=titled(about.title, about.is_specimen, "facts"), edition="facts")
    out = out.resolve()
    place.check(out)
    tables = _tables(release)
    _check(tables)
    with place.staging(out) as folder:
        rows = _write(tables, folder, about)
        size = sum(file.stat().st_size for file in (folder / "parquet").iterdir())
        place.publish(folder, out)
    return FactsReport(out, rows, size)


def _tables(release: Path) -> dict[str, pl.DataFrame]:
    with connection.connect() as con:
        for name in contracts():
            path = sql.literal(release / "parquet" / f"{name}.parquet")
            con.execute(sql.fill("release/name_parquet.sql", table=sql.identifier(name), path=path))
        return {
            name: _shaped(connection.query(con, sql.text(f"facts/{name}.sql")), contract)
            for name, contract in contracts_of_facts().items()
        }


def _shaped(rows: pl.DataFrame, contract: Contract) -> pl.DataFrame:
    return contract.sorted(rows.select(contract.columns).cast(pl.Schema(contract.schema)))


def _check(tables: Mapping[str, pl.DataFrame]) -> None:
    """Keys, references and values by the contracts; this project's own rules were checked on the whole release."""
    asked = [check for contract in contracts_of_facts().values() for check in checks.of_contract(contract)]
    with connection.connect() as con:
        connection.register(con, tables)
        if failures := checks.run(con, asked):
            raise checks.ChecksFailed(failures)


def _write(tables: Mapping[str, pl.DataFrame], folder: Path, about: About) -> dict[str, int]:
    ordered = list(contracts_of_facts().values())
    (folder / "parquet").mkdir()
    for contract in ordered:
        parquet.write(tables[contract.name], contract, folder / "parquet" / f"{contract.name}.parquet", about)
    rows = {name: frame.height for name, frame in tables.items()}
    with connection.connect() as con:
        connection.register(con, tables)
        digests = {contract.name: digest.digest(con, contract) for contract in ordered}
        (folder / "README.md").write_text(_readme(con, rows, about), encoding="utf-8")
        files = {name: file(folder, f"parquet/{name}.parquet") for name in tables}
        facts = Facts(about, ordered, rows, digests, files, "", period(con))
    write_json(folder / place.DESCRIPTOR, package.descriptor(facts))
    checksums.write(folder)
    return rows


def _readme(con: duckdb.DuckDBPyConnection, rows: Mapping[str, int], about: About) -> str:
    ordered = contracts_of_facts()
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        title=about.title,
        what=said(con),
        software_version=about.software_version,
        tables="\n".join(
            f"| `{name}` | {count:,} | {_first(sql.text(f'facts/{name}.sql'))} |" for name, count in rows.items()
        ),
        provenance="\n".join(f"- `{name}`: {one.source} *{one.rights}*" for name, one in ordered.items()),
    )


def _first(text: str) -> str:
    return text.splitlines()[0].removeprefix("-- ")


def said(con: duckdb.DuckDBPyConnection) -> str:
    """What facts they are and of which days, in a sentence."""
    [(calls, symbols, first, last, treaties, oldest, newest)] = con.execute(sql.text("readme/facts.sql")).fetchall()
    return (
        f"{calls:,} calls in {symbols:,} resolutions and statements of {first} to {last} for {treaties:,} treaties; "
        f"status of treaties as at {oldest} to {newest}, by treaty"
    )


def is_facts(folder: Path) -> bool:
    """Whether a folder holds facts."""
    try:
        return editions.about(folder).edition == "facts"
    except editions.NotTextFree:
        return False


def fill(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Put the facts of a folder into a connection, with the views and macros that need no words."""
    contracts = contracts_of_facts()
    files = [(contract, folder / "parquet" / f"{name}.parquet") for name, contract in contracts.items()]
    database.fill(con, list(contracts.values()), files, editions.about(folder))
