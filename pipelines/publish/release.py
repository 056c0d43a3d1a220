"""One release, from frames to a folder that appears whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipelines.contracts import Contract, Edition, contracts, of_edition
from pipelines.publish import checks, checksums, connection, database, digest, parquet, place, sql
from pipelines.publish.about import About, titled
from pipelines.publish.describe import DATABASE, Said, describe


@dataclass(frozen=True)
class ReleaseReport:
    """What a release holds: rows and digest per table, and its files with SHA-256, by path within it."""

    out: Path
    rows: Mapping[str, int]
    digests: Mapping[str, str]
    files: Mapping[str, str]


def release(
    tables: Mapping[str, pl.DataFrame],
    out: Path,
    *,
    title: str,
    is_specimen: bool,
    software_version: str,
    is_checked: bool = False,
    edition: Edition = "full",
) -> ReleaseReport:
    """Check the tables and publish them at `out`, in place of an earlier release.

    `is_checked`: the caller has run all checks on these very frames. Raises ChecksFailed (with every failure) and
    OutRefused; `out` is then as it was before. A title of a specimen that does not say so gets the word in front.
    The tables are whole in every edition: words that it lacks are left out after the checks have read them.
    """
    out = out.resolve()
    place.check(out)
    _stop_on(checks.shape(tables))
    if not is_checked:
        with connection.connect() as con:
            connection.register(con, tables)
            _stop_on(checks.run(con, checks.all_checks()))
    about = About(titled(title, is_specimen, edition), is_specimen, software_version, edition=edition)
    with place.staging(out) as folder:
        digests = _write(tables, folder, about)
        files = checksums.write(folder)
        place.check(out)
        place.publish(folder, out)
    rows = {name: tables[name].height for name in contracts()}
    return ReleaseReport(out, rows, digests, files)


def _write(tables: Mapping[str, pl.DataFrame], folder: Path, about: About) -> dict[str, str]:
    """Everything but the checksums; gives the digest per table."""
    _write_parquet(tables, folder / "parquet", about, _digests_of_full(tables, about))
    spill = folder / "spill"
    with ThreadPoolExecutor(1) as beside:
        # Both leave Python to DuckDB for seconds, and each keeps little more than one processor busy.
        written = beside.submit(_write_database, folder, spill, about)
        digests, fingerprints = _digests(folder, spill, about)
        written.result()
    rows = {name: frame.height for name, frame in tables.items()}
    _compare(folder, spill, about, fingerprints)
    describe(folder, Said(about, rows, digests))
    shutil.rmtree(spill, ignore_errors=True)
    return digests


def _write_parquet(
    tables: Mapping[str, pl.DataFrame], folder: Path, about: About, digests_of_full: Mapping[str, str]
) -> None:
    """All Parquet files, two at a time: compression leaves Python to Arrow."""
    folder.mkdir()

    def write(contract: Contract) -> None:
        name = contract.name
        frame = tables[name].select(contract.columns)
        parquet.write(frame, contract, folder / f"{name}.parquet", about, digests_of_full.get(name))

    with ThreadPoolExecutor(2) as both:
        written = [both.submit(write, contract) for contract in of_edition(about.edition).values()]
    for one in written:
        one.result()


def _digests_of_full(tables: Mapping[str, pl.DataFrame], about: About) -> dict[str, str]:
    """Of a text-free edition, the digests in the full one of the tables with prose: what rehydrating must give."""
    if about.edition != "text-free":
        return {}
    with_prose = [contract for contract in contracts().values() if contract.prose]
    with connection.connect() as con:
        connection.register(con, {contract.name: tables[contract.name] for contract in with_prose})
        return {contract.name: digest.digest(con, contract) for contract in with_prose}


def _write_database(folder: Path, spill: Path, about: About) -> None:
    with connection.connect(spill) as con:
        database.write(con, list(of_edition(about.edition).values()), folder / "parquet", folder / DATABASE, about)


def _digests(folder: Path, spill: Path, about: About) -> tuple[dict[str, str], dict[str, str]]:
    """Digest and fingerprint of every Parquet file."""
    ordered = of_edition(about.edition)
    with connection.connect(spill) as con:
        for name in ordered:
            path = sql.literal(folder / "parquet" / f"{name}.parquet")
            con.execute(sql.fill("release/name_parquet.sql", table=sql.identifier(name), path=path))
        digests = {name: digest.digest(con, contract) for name, contract in ordered.items()}
        return digests, {name: digest.fingerprint(con, contract) for name, contract in ordered.items()}


def _compare(folder: Path, spill: Path, about: About, fingerprints: Mapping[str, str]) -> None:
    """The content of the database, opened anew, must be that of the Parquet files."""
    with connection.connect(spill) as con:
        con.execute(sql.fill("release/open.sql", path=sql.literal(folder / DATABASE)))
        for name, contract in of_edition(about.edition).items():
            if digest.fingerprint(con, contract) != fingerprints[name]:
                raise RuntimeError(f"{name}: the rows in {DATABASE} are not those of the Parquet file")


def _stop_on(failures: list[checks.Failure]) -> None:
    if failures:
        raise checks.ChecksFailed(tuple(failures))
