"""What a file is, by its bytes."""

from __future__ import annotations

from datetime import date

import pytest
from archive_shapes import EXTRACT, PAGE, TABLE, akn, status, tarred, zipped

from pipelines.archive.recognise import recognise


@pytest.mark.parametrize(
    ("printed", "code", "symbol", "language"),
    [
        ("S/RES/0 (2014)", "eng", "S/RES/0(2014)", "en"),
        ("A/RES/0/254 A-C", "zho", "A/RES/0/254A-C", "zh"),
        (" A/RES/0/2&#160;B ", "fre", "A/RES/0/2B", "fr"),
    ],
)
def test_symbol_and_language_stand_inside_the_xml(printed: str, code: str, symbol: str, language: str) -> None:
    found = recognise(akn(printed, code), "folder/ES/A_RES_99_1.txt")
    assert (found.format, found.symbol, found.language, found.reason) == ("akn", symbol, language, None)


def test_xml_is_known_with_prefixes_a_byte_order_mark_or_sixteen_bits() -> None:
    prefixed = akn().replace(b"<", b"<akn:").replace(b"<akn:/", b"</akn:").replace(b"xmlns=", b"xmlns:akn=")
    prefixed = prefixed.replace(b"<akn:!--", b"<!--")
    wide = ('<?xml version="1.0" encoding="utf-16"?>' + akn().decode()).encode("utf-16")
    for data in (prefixed, b"\xef\xbb\xbf" + akn(), wide):
        found = recognise(data, "x")
        assert (found.format, found.symbol, found.language, found.reason) == ("akn", "A/RES/0/9", "en", None)


def test_truncated_xml_is_taken_with_the_line_of_its_fault() -> None:
    found = recognise(akn()[:-40], "x.xml")
    assert (found.format, found.symbol) == ("akn", "A/RES/0/9")
    assert found.reason is not None and found.reason.startswith("not well-formed: line ")


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<?xml version="1.0"?><!-- first --><!DOCTYPE a>',
    ],
)
def test_xml_that_could_declare_entities_is_refused(declaration: str) -> None:
    for document in (akn(), status()):
        body = document[document.index(b"<Doc" if b"<Document" in document else b"<akoma") :]
        found = recognise(declaration.encode() + body, "x.xml")
        assert found.format is None and "DOCTYPE" in str(found.reason)


@pytest.mark.parametrize(
    ("data", "name", "treaty"),
    [
        (status(), "x.xml", "XVIII-12-a"),
        (status(footer=""), "x.xml", "XVIII-12-a"),
        (status(footer="<Footer>XI A 10. Transport</Footer>"), "x.xml", "XI-A-10"),
        (status(footer="<Footer>III 2 2a. Privileges</Footer>"), "x.xml", "III-2-2a"),
        (b"<Document><Treaty><Note>torn", "a/IV-11-b.en.xml", "IV-11-b"),
        (TABLE, "treaties/18-12-a.csv", "XVIII-12-a"),
        (TABLE, "treaties/3-2-12a.csv", "III-2-12a"),
        (TABLE, "treaties/11-10.csv", "XI-A-10"),
        (TABLE, "treaties/XXVII-7-d.csv", "XXVII-7-d"),
    ],
)
def test_status_files_say_their_treaty_inside_or_in_their_name(data: bytes, name: str, treaty: str) -> None:
    found = recognise(data, name)
    assert (found.is_status, found.symbol) == (True, treaty)


@pytest.mark.parametrize("said", ["STATUS AS AT : 04-05-2024 03:15:34 EDT", "<!-- Status as at 2024-05-04 -->"])
def test_a_status_file_may_say_its_day(said: str) -> None:
    assert recognise(status(said=said), "x.xml").as_at == date(2024, 5, 4)


def test_a_status_file_without_a_day_or_with_none_that_exists_has_none() -> None:
    assert recognise(status(), "x.xml").as_at is None
    assert recognise(status(said="STATUS AS AT : 31-02-2024"), "x.xml").as_at is None


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b'"', b'\xef\xbb\xbf"'])
def test_an_extract_is_known_however_its_first_line_is_quoted(before: bytes) -> None:
    assert recognise(before + EXTRACT, "x").format == "extract"


@pytest.mark.parametrize(
    ("head", "symbol"),
    [
        ("Rights of testers\nA/RES/0/9\n", "A/RES/0/9"),
        ("United Nations S/RES/0 (2014)*\nSecurity Council\n", "S/RES/0(2014)"),
        ("UNITED\nNATIONS\nS\nSecurity Council\nDistr.\nGENERAL\nS/RES/0 (1994)\n", "S/RES/0(1994)"),
        ("United Nations A/RES/0/9 General Assembly Distr.: General 1 January 2000 Session", "A/RES/0/9"),
        ("A/RES/0/9   Rights of testers\n", "A/RES/0/9"),
    ],
)
def test_plain_text_has_its_symbol_in_its_head(head: str, symbol: str) -> None:
    for data in ((head + PAGE[PAGE.index(b"1.") :].decode()).encode(), (head + "and “so” on").encode("cp1252")):
        found = recognise(data, "page.bin")
        assert (found.format, found.symbol) == ("text", symbol)


@pytest.mark.parametrize(
    "text",
    [
        "We read resolution A/RES/0/9 with care and disagree.\n",
        "A/RES/0/9\nA/RES/0/10\nA/RES/0/11\n",
        "A/RES/0/9,Rights of testers,12 January\nA/RES/0/10,More of them,13 January\n",
        "Notes about nothing in particular\n",
    ],
)
def test_text_that_only_speaks_of_a_symbol_is_no_document(text: str) -> None:
    assert recognise(text.encode(), "x.txt").format is None


def test_language_of_plain_text_comes_from_its_words() -> None:
    french = "A/RES/0/9\nDemande à tous les membres du comité d'aller dans les jardins et sur les toits ;"
    assert [recognise(data, "x").language for data in (PAGE, french.encode())] == ["en", "fr"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "OLE"),
        (b"\xffWPC" + bytes(20), "WordPerfect"),
        (b"<!DOCTYPE html>\n<html><body>A/RES/0/9</body></html>", "HTML"),
        (b"\n<html lang='en'><head>", "HTML"),
        (b" \n", "empty"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (bytes(range(256)) * 4, "binary"),
        (b'[{"text": "UNITED"}]', "JSON"),
        (b"<collection><record/></collection>", "collection"),
        (b"<?xml version='1.0'?>", "without an element"),
    ],
)
def test_what_is_no_document_is_named(data: bytes, said: str) -> None:
    found = recognise(data, "A_RES_0_9.xml")
    assert found.format is None and said in str(found.reason)


def test_archives_are_no_documents() -> None:
    for data in (zipped({"a.xml": akn()}), tarred({"a.xml": akn()})):
        assert recognise(data, "x.xml").format is None
