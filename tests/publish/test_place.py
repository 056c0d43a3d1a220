"""The staging folder and the swap: what killed builds leave is put right, and nothing of others is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipelines.publish import place


def a_release(folder: Path, mark: str) -> Path:
    folder.mkdir()
    (folder / place.DESCRIPTOR).write_text(json.dumps({"name": "accede", "title": mark}))
    (folder / place.CHECKSUMS).write_text(f"0  {place.DESCRIPTOR}\n")
    return folder


def title(folder: Path) -> str:
    return str(json.loads((folder / place.DESCRIPTOR).read_text())["title"])


def test_staging_stands_beside_out_and_goes(tmp_path: Path) -> None:
    with place.staging(tmp_path / "new" / "out") as folder:
        assert folder.parent == tmp_path / "new"
    assert list((tmp_path / "new").iterdir()) == []


def test_leftover_of_a_killed_build_is_removed(tmp_path: Path) -> None:
    leftover = tmp_path / ".out.building.killed"
    leftover.mkdir()
    (leftover / "half").write_text("half")
    with place.staging(tmp_path / "out"):
        assert not leftover.exists()


def test_folder_of_a_running_build_is_left_alone(tmp_path: Path) -> None:
    with place.staging(tmp_path / "out") as running, place.staging(tmp_path / "out"):
        assert running.is_dir()


@pytest.mark.parametrize("has_renameat2", [True, False])
def test_publish_exchanges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_renameat2: bool) -> None:
    if not has_renameat2:
        monkeypatch.setattr(place, "_exchange_at_once", lambda folder, out: False)
    out = a_release(tmp_path / "out", "earlier")
    new = a_release(tmp_path / "new", "new")
    place.publish(new, out)
    assert (title(out), title(new)) == ("new", "earlier")
    assert len(list(tmp_path.iterdir())) == 2


def test_release_set_aside_by_a_killed_build_comes_back(tmp_path: Path) -> None:
    a_release(tmp_path / ".out.aside.killed", "earlier")
    place.recover(tmp_path / "out")
    assert title(tmp_path / "out") == "earlier"


def test_release_set_aside_goes_when_the_new_one_stands(tmp_path: Path) -> None:
    a_release(tmp_path / ".out.aside.killed", "earlier")
    a_release(tmp_path / "out", "new")
    place.recover(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert title(tmp_path / "out") == "new"


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(place.OutRefused, match="is a file"):
        place.check(tmp_path / "out")


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    place.check(tmp_path)
