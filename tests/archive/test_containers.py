"""Walking over the user's folders and archives, safely."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest
from archive_shapes import akn, tarred, zipped

from pipelines.archive import guards
from pipelines.archive.containers import total_size, walk


def _names(*paths: Path) -> dict[str, str | None]:
    return {one.name: one.reason for one in walk(paths)}


def _write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_folders_are_walked_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b/2.xml", "b/10.xml", "a.xml", "c.xml"):
        _write(tmp_path / "in" / name, akn())
    assert list(_names(tmp_path / "in")) == ["in/a.xml", "in/b/10.xml", "in/b/2.xml", "in/c.xml"]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_tar_files_are_known_by_their_bytes(tmp_path: Path, mode: str) -> None:
    path = _write(tmp_path / "download", tarred({"78/a.xml": akn(), "b.xml": b"x"}, mode))
    assert [(one.name, one.data) for one in walk([path])] == [("download/78/a.xml", akn()), ("download/b.xml", b"x")]


def test_an_archive_in_an_archive_is_opened_and_no_deeper(tmp_path: Path) -> None:
    inner = zipped({"1.xml": akn(), "deep.zip": zipped({"2.xml": akn()})})
    path = _write(tmp_path / "all.tar.gz", tarred({"74.zip": inner}, "w:gz"))
    names = _names(path)
    assert names["all.tar.gz/74.zip/1.xml"] is None
    assert "inside an archive inside an archive" in str(names["all.tar.gz/74.zip/deep.zip"])


def test_a_word_file_is_one_document_and_no_archive(tmp_path: Path) -> None:
    word = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    names = _names(_write(tmp_path / "N1.DOC", word))
    assert names == {"N1.DOC": None}


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = _write(tmp_path / "outside" / "secret.xml", akn())
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.xml").symlink_to(secret)
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    link = tarfile.TarInfo("passwd")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    _write(tmp_path / "in" / "links.tar", tarred({"passwd": link}, "w"))
    assert {name: reason is None for name, reason in _names(tmp_path / "in").items()} == {
        "in/link.xml": False,
        "in/links.tar/passwd": False,
        "in/loop": False,
    }


def test_pipes_and_devices_are_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert _names(tmp_path / "pipe", Path("/dev/zero")) == {"pipe": "no regular file", "zero": "no regular file"}


def test_names_that_climb_or_hide_become_labels_and_no_paths(tmp_path: Path) -> None:
    members = {"../../up.xml": akn(), "/root.xml": akn(), "bell\x07\x1b[31m.xml": akn(), "\udce9t\udce9.xml": akn()}
    path = _write(tmp_path / "odd.tar", tarred(members, "w"))
    names = list(_names(path))
    assert names[:2] == ["odd.tar/../../up.xml", "odd.tar/root.xml"]
    assert all(name.isprintable() or "\ufffd" in name for name in names)
    assert all(name.encode("utf-8") and "\x1b" not in name for name in names)
    assert list(tmp_path.iterdir()) == [path]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "ALWAYS_ALLOWED", 2**20)
    path = _write(tmp_path / "bomb.zip", zipped({f"{n}.xml": bytes(2**21) for n in range(3)}))
    names = _names(path)
    assert list(names) == ["bomb.zip"] and "more than any real archive" in str(names["bomb.zip"])


def test_a_tar_bomb_is_stopped_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "ALWAYS_ALLOWED", 2**20)
    path = _write(tmp_path / "bomb.tar.xz", tarred({"good.xml": akn(), "bomb": bytes(2**22)}))
    names = _names(path)
    assert names["bomb.tar.xz/good.xml"] is None
    assert "stopped after 1 members" in str(names["bomb.tar.xz"])


def test_one_enormous_file_is_named_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("containers", "tar", "zip"):
        monkeypatch.setattr(f"pipelines.archive.{module}.MEMBER_LIMIT", 1000)
    large = bytes(2000)
    _write(tmp_path / "in" / "large.xml", large)
    _write(tmp_path / "in" / "t.tar", tarred({"large.xml": large}, "w"))
    _write(tmp_path / "in" / "z.zip", zipped({"large.xml": large}))
    assert [str(reason).split(" than")[0] for reason in _names(tmp_path / "in").values()] == ["larger"] * 3


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_tar_cut_short_gives_what_came_before_and_says_so(tmp_path: Path, keep: float) -> None:
    whole = tarred({f"{n}.xml": akn() + os.urandom(3000) for n in range(20)}, "w:gz")
    names = _names(_write(tmp_path / "cut.tar.gz", whole[: int(len(whole) * keep)]))
    assert names["cut.tar.gz/0.xml"] is None
    assert "cut short or damaged after" in str(names["cut.tar.gz"])


def test_a_zip_cut_short_is_named(tmp_path: Path) -> None:
    whole = zipped({"a.xml": akn()})
    assert "damaged" in str(_names(_write(tmp_path / "cut.zip", whole[:-30]))["cut.zip"])


def test_a_damaged_or_encrypted_member_of_a_zip_leaves_the_others(tmp_path: Path) -> None:
    whole = bytearray(zipped({"a.xml": os.urandom(500), "b.xml": akn()}))
    whole[100] ^= 1
    assert [reason is None for reason in _names(_write(tmp_path / "a.zip", bytes(whole))).values()] == [False, True]
    with zipfile.ZipFile(io.BytesIO(zipped({"a.xml": akn()}))) as archive:
        offset = archive.start_dir
    locked = bytearray(zipped({"a.xml": akn()}))
    locked[offset + 8] |= 1
    assert _names(_write(tmp_path / "b.zip", bytes(locked))) == {"b.zip/a.xml": "encrypted"}


def test_what_a_system_keeps_for_itself_is_passed_over(tmp_path: Path) -> None:
    for name in (".git/HEAD", ".git/objects/1", "desktop.ini", "a.xml"):
        _write(tmp_path / "in" / name, b"text")
    _write(tmp_path / "in" / "mac.zip", zipped({"__MACOSX/._b.xml": b"x", "b.xml": akn()}))
    passed = {one.name for one in walk([tmp_path / "in"]) if one.is_passed_over}
    assert passed == {"in/.git", "in/desktop.ini", "in/mac.zip/__MACOSX/._b.xml"}


def test_progress_ends_at_the_total(tmp_path: Path) -> None:
    _write(tmp_path / "in" / "a.xml", akn())
    _write(tmp_path / "in" / "b" / "c.xml", akn())
    tar = _write(tmp_path / "d.tar.gz", tarred({"1": akn()}, "w:gz"))
    seen = [one.seen for one in walk([tar, tmp_path / "in"])]
    assert seen == sorted(seen) and seen[-1] == total_size([tar, tmp_path / "in"])
