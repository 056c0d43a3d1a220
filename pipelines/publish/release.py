"""One release, from frames to a folder that appears whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipelines.contracts import Contract, Edition, contracts, of_edition
from pipelines.publish import checks, checksums, connection, database, digest, parquet, place, sql
from pipelines.publish.about import About, titled
from pipelines.publish.describe import DATABASE, Said, describe

Files = Sequence[tuple[Contract, Future[Path]]]
"""Contracts with the Parquet files of their tables, which may still be being written."""


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
    text_free: Path | None = None,
) -> ReleaseReport:
    """Check the tables and publish them at `out`, in place of an earlier release.

    `text_free`: where the text-free edition of the same tables is published too; both are whole before either appears.
    `is_checked`: the caller has run all checks on these very frames. Raises ChecksFailed (with every failure) and
    OutRefused; what stood at the folders is then as it was before. A title of a specimen that does not say so gets the
    word in front. The tables are whole in every edition: words that it lacks are left out after the checks have read
    them.
    """
    editions: dict[Path, Edition] = {out.resolve(): edition}
    if text_free is not None:
        editions[text_free.resolve()] = "text-free"
    place.check_all(editions)
    _stop_on(checks.shape(tables))
    if not is_checked:
        with connection.connect() as con:
            connection.register(con, tables)
            _stop_on(checks.run(con, checks.all_checks()))
    reports: dict[Path, ReleaseReport] = {}
    with ExitStack() as stages:
        for at, wanted in editions.items():
            about = About(titled(title, is_specimen, wanted), is_specimen, software_version, edition=wanted)
            folder = stages.enter_context(place.staging(at))
            digests = _write(tables, folder, about)
            rows = {name: tables[name].height for name in contracts()}
            reports[folder] = ReleaseReport(at, rows, digests, checksums.write(folder))
        place.check_all(editions)
        for folder, report in reports.items():
            place.publish(folder, report.out)
    return next(iter(reports.values()))


def _write(tables: Mapping[str, pl.DataFrame], folder: Path, about: About) -> dict[str, str]:
    """Everything but the checksums; gives the digest per table."""
    spill = folder / "spill"
    found, fingerprints = _write_tables(tables, folder, spill, about)
    _compare(folder, spill, about, fingerprints)
    rows = {name: frame.height for name, frame in tables.items()}
    digests = {name: found[name] for name in of_edition(about.edition)}
    describe(folder, Said(about, rows, digests))
    shutil.rmtree(spill, ignore_errors=True)
    return digests


def _write_tables(
    tables: Mapping[str, pl.DataFrame], folder: Path, spill: Path, about: About
) -> tuple[dict[str, str], dict[str, str]]:
    """Parquet files and database; gives digest and fingerprint of every Parquet file by table.

    A table goes into the database, and is read again, as soon as its file is written, the largest last: all of this
    leaves Python to Arrow or DuckDB, and hardly a step keeps more than one processor busy.
    """
    of_full = _digests_of_full(tables, about)
    (folder / "parquet").mkdir()

    def write(contract: Contract) -> Path:
        path = folder / "parquet" / f"{contract.name}.parquet"
        frame = tables[contract.name].select(contract.columns)
        parquet.write(frame, contract, path, about, of_full.get(contract.name))
        return path

    by_size = sorted(of_edition(about.edition).values(), key=lambda one: tables[one.name].estimated_size())
    with ThreadPoolExecutor(2) as writers, ThreadPoolExecutor(2) as beside:
        # The largest is begun first and asked for last.
        files = [(contract, writers.submit(write, contract)) for contract in reversed(by_size)][::-1]
        filled = beside.submit(_write_database, files, folder / DATABASE, spill, about)
        found = beside.submit(_digests, files, spill)
        filled.result()
        return found.result()


def _digests_of_full(tables: Mapping[str, pl.DataFrame], about: About) -> dict[str, str]:
    """Of a text-free edition, the digests in the full one of the tables with prose: what rehydrating must give."""
    if about.edition != "text-free":
        return {}
    with_prose = [contract for contract in contracts().values() if contract.prose]
    with connection.connect() as con:
        connection.register(con, {contract.name: tables[contract.name] for contract in with_prose})
        return {contract.name: digest.digest(con, contract) for contract in with_prose}


def _write_database(files: Files, path: Path, spill: Path, about: About) -> None:
    ready = ((contract, file.result()) for contract, file in files)
    with connection.connect(spill) as con:
        database.write(con, list(of_edition(about.edition).values()), ready, path, about)


def _digests(files: Files, spill: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Digest and fingerprint of every Parquet file."""
    digests, fingerprints = {}, {}
    with connection.connect(spill) as con:
        for contract, file in files:
            path, table = sql.literal(file.result()), sql.identifier(contract.name)
            con.execute(sql.fill("release/name_parquet.sql", table=table, path=path))
            digests[contract.name] = digest.digest(con, contract)
            fingerprints[contract.name] = digest.fingerprint(con, contract)
    return digests, fingerprints


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
