"""All documents of an archive: what is remembered of them, and what is not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipelines.archive import specimen
from pipelines.archive.entry import Entry
from pipelines.clauses import stage
from pipelines.clauses.attempt import attempt
from pipelines.clauses.parsed import Parsed
from pipelines.clauses.sheaf import BULK, together
from pipelines.clauses.stage import Readings, read_all
from pipelines.memo import Memo
from pipelines.workers import Died


def symbols(readings: Readings) -> list[str]:
    return [file.document["symbol"] for file in readings.sheaf.files]


def test_documents_that_are_known_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memo = Memo(tmp_path, "1")
    with specimen.opened(None) as archive:
        first = read_all(archive, memo=memo)
        monkeypatch.setattr(stage, "iterate", lambda read, missing, **_: iter(missing))
        again = read_all(archive, memo=memo)
    assert symbols(again) == symbols(first)
    assert all(again.sheaf.frames[name].equals(first.sheaf.frames[name]) for name in BULK)


def test_a_document_that_was_given_up_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memo = Memo(tmp_path, "1")

    def dying(root: Path, entry: Entry) -> Parsed:
        raise Died("it takes more than 1 second")

    with specimen.opened(None) as archive, ThreadPoolExecutor(1) as executor:
        monkeypatch.setattr(stage, "attempt", dying)
        given_up = read_all(archive, executor=executor, memo=memo)
        assert {unread.kind for _, unread in given_up.unread} == {"over_limit"} and not given_up.sheaf.files
        monkeypatch.setattr(stage, "attempt", attempt)
        assert len(symbols(read_all(archive, memo=memo))) == len(given_up.unread)


def test_no_documents_give_empty_frames() -> None:
    sheaf = together([])
    assert not sheaf.files and all(sheaf.frames[name].is_empty() for name in BULK)
