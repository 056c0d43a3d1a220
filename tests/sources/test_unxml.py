"""UNxml: paths promise, files decide."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.sources import unxml
from pipelines.sources.asks import Absent, Ask, Key, Outcome, Saved
from pipelines.sources.errors import Failed
from pipelines.sources.http import Client
from pipelines.sources.names import expected
from pipelines.sources.trees import Trees
from tests.double import bodies
from tests.double.server import Double
from tests.double.world import World

Run = Callable[..., Any]
PATH = "0session/English/A_RES_0_9-0000000E.xml"
BODY = bodies.akn("A/RES/0/9", "SPECIMEN")


@pytest.mark.parametrize(
    ("body", "path", "found"),
    [
        ("ga", "78session/English/A_RES_78_188-2326044E.xml", ("A/RES/78/188", "en", "ga/78")),
        ("ga", "74session/English/74_1.xml", ("A/RES/74/1", "en", "ga/74")),
        ("ga", "75session/English/75_290 B_E.xml", ("A/RES/75/290", "en", "ga/75")),
        ("ga", "76session/English/A_RES_76_72-2118581E_Reissue.xml", ("A/RES/76/72", "en", "ga/76")),
        ("ga", "Emergency sessions/ES-11/English/A_RES_ES-11_6-E.xml", ("A/RES/ES-11/6", "en", "ga/ES-11")),
        ("ga", "78session/Arabic/A_RES_78_49-2324495A.xml", ("A/RES/78/49", "ar", "ga/78")),
        ("sc", "2025/English/S_RES-2783-2510739E.xml", ("S/RES/2783(2025)", "en", "sc/2025")),
        ("sc", "Pre-2020/2016/S_RES_2309_1616417E.xml", ("S/RES/2309(2016)", "en", "sc/2016")),
        ("sc", "PRST/2019/S_PRST_2019_2.xml", ("S/PRST/2019/2", None, "sc/2019")),
        ("hrc", "55session/English/A_HRC_RES_55_26E.xml", ("A/HRC/RES/55/26", "en", "hrc/55")),
        ("ecosoc", "2021/English/E_RES_2021_2 B-2110300E.xml", ("E/RES/2021/2", "en", "ecosoc/2021")),
        ("ga", "data_extract/ES-10.json", (None, None, "ga/ES-10")),
    ],
)
def test_what_a_path_promises(body: str, path: str, found: tuple[str | None, str | None, str]) -> None:
    what = expected(body, path)
    assert what is not None
    assert (what.symbol, what.language, str(what.partition)) == found


@pytest.mark.parametrize("path", ["2023/English/test.txt", "README.md", "Not adopted/English/S_2020_1-2000000E.xml"])
def test_what_is_no_document_is_passed_over(path: str) -> None:
    assert expected("sc", path) is None


def _outcome(asked: Run, body: bytes, blob: str, path: str = PATH, format: str = "xml") -> Outcome | str:
    async def one(client: Client, _double: Double) -> Outcome | str:
        key = Key("A/RES/0/9", "en", format)
        try:
            return await unxml.capture(client, Ask("unxml", key, unxml.raw_url("ga", path), path, blob))
        except Failed as error:
            return error.kind

    found: Outcome | str = asked(one, world=World(repositories={"GAresolutions": {path: body}}))
    return found


def test_symbol_and_language_come_from_the_file(asked: Run) -> None:
    body = bodies.akn("A/RES/0/8", "SPECIMEN", "fra")
    found = _outcome(asked, body, unxml.git_blob(body))
    assert isinstance(found, Saved)
    assert (found.symbol, found.language, found.kind) == ("A/RES/0/8", "fr", "akn")


def test_other_bytes_than_listed_are_refused(asked: Run) -> None:
    assert _outcome(asked, BODY, "0" * 40) == "cut"


def test_a_page_is_no_xml(asked: Run) -> None:
    assert _outcome(asked, b"<!DOCTYPE html><html></html>", "") == "wrong_kind"


def test_a_file_that_has_gone_is_absent(asked: Run) -> None:
    async def one(client: Client, _double: Double) -> Outcome:
        return await unxml.capture(client, Ask("unxml", Key("x", "en", "xml"), unxml.raw_url("ga", "gone.xml")))

    assert isinstance(asked(one, world=World()), Absent)


def test_a_session_in_a_zip_file_is_its_members(asked: Run) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("English/A_RES_0_9.xml", BODY)
        file.writestr("English/desktop.ini", b"x")
    body = packed.getvalue()
    found = _outcome(asked, body, unxml.git_blob(body), "0session/English.zip", "zip")
    assert isinstance(found, Saved)
    assert [(one.symbol, one.body) for one in found.members] == [("A/RES/0/9", BODY)]


def test_the_listing_is_asked_for_anew_only_when_it_changed(asked: Run, tmp_path: Path) -> None:
    world = World(repositories={"GAresolutions": {PATH: BODY}})

    async def three(client: Client, _double: Double) -> list[bool]:
        found = [await Trees(tmp_path).refresh(client, "ga") for _ in range(2)]
        world.repositories["GAresolutions"]["data_extract/0.json"] = b"{}"
        return [*found, await Trees(tmp_path).refresh(client, "ga")]

    assert asked(three, world=world) == [True, False, True]
    assert [file.path for file in Trees(tmp_path).files(["ga"])] == [PATH, "data_extract/0.json"]
