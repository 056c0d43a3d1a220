"""The sources in Dagster: configured by environment, asked by partition, renewed before a release."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import dagster as dg
import pytest

from pipelines.archive.entry import Entry
from pipelines.archive.store import Archive, sha256_of
from pipelines.assets.resources import Folders, Progress
from pipelines.assets.sources import Sources, fetched_documents, new_sessions, sessions
from pipelines.sources.errors import NoContact
from pipelines.sources.partitions import Partition
from pipelines.sources.renewal import NothingToRenew, renewal


def _entry(symbol: str, format: str) -> Entry:
    return Entry(sha256_of(symbol.encode()), format, symbol, "en", "x", "import", None, None, len(symbol))


def test_the_environment_sets_the_resource(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCEDE_CONTACT", "a@b.org")
    monkeypatch.setenv("ACCEDE_SOURCES", "ods")
    monkeypatch.setenv("ACCEDE_MAX_REQUESTS", "7")
    found = Sources.from_environment()
    assert (found.contact, found.names, found.max_requests) == ("a@b.org", "ods", 7)
    assert found.wishes(["ga/68", "IV-11"]).partitions == (Partition("ga", "68"),)


def test_a_partition_is_not_fetched_without_a_contact(tmp_path: Path) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        instance.add_dynamic_partitions(str(sessions.name), ["ga/68"])
        with pytest.raises(NoContact):
            dg.materialize(
                [fetched_documents],
                partition_key="ga/68",
                instance=instance,
                resources={
                    "folders": Folders(archive=str(tmp_path / "archive")),
                    "sources": Sources(),
                    "progress": Progress(),
                },
            )


def test_the_list_of_partitions_grows_by_itself() -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        found = new_sessions(dg.build_sensor_context(instance=instance))
        assert isinstance(found, dg.SensorResult)
        (request,) = found.dynamic_partitions_requests or []
        assert {"ga/68", "sc/2013", "ga/XV", "ga/ES-11", "hrc/55"} <= set(request.partition_keys)
        instance.add_dynamic_partitions(str(sessions.name), list(request.partition_keys))
        again = new_sessions(dg.build_sensor_context(instance=instance))
        assert isinstance(again, dg.SensorResult) and not again.dynamic_partitions_requests


def test_a_renewal_follows_what_the_archive_has_and_what_is_under_way(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    with archive.writing():
        for symbol, format in (("A/RES/68/147", "pdf"), ("A/RES/0/1", "akn"), ("IV-11", "status")):
            archive.add(symbol.encode(), _entry(symbol, format))
    assert renewal(archive.root, date(2026, 11, 23)) == ["ga/68", "ga/81", "IV-11"]


def test_an_empty_archive_has_nothing_to_renew(tmp_path: Path) -> None:
    with pytest.raises(NothingToRenew):
        renewal(tmp_path / "none", date(2026, 11, 23))
