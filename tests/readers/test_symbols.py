"""Symbols as printed in the many ways that documents print them."""

from __future__ import annotations

import pytest

from pipelines.symbols import normal, parse


@pytest.mark.parametrize(
    ("printed", "body", "session", "number", "letter", "form"),
    [
        ("A/RES/78/187", "ga", "78", 187, None, "A/RES/78/187"),
        ("A/RES/75/254 B", "ga", "75", 254, "B", "A/RES/75/254B"),
        ("A/RES/74/255 A-B", "ga", "74", 255, "A-B", "A/RES/74/255A-B"),
        ("A/RES/ES-11/1", "ga", "ES-11", 1, None, "A/RES/ES-11/1"),
        ("A/RES/1514 (XV)", "ga", "XV", 1514, None, "A/RES/1514(XV)"),
        ("S/RES/2405 (2018)*", "sc", "2018", 2405, None, "S/RES/2405(2018)"),
        ("S/PRST/2023/4", "sc", "2023", 4, None, "S/PRST/2023/4"),
        ("A/HRC/RES/55/12", "hrc", "55", 12, None, "A/HRC/RES/55/12"),
        ("E/RES/2021/2 B", "ecosoc", "2021", 2, "B", "E/RES/2021/2B"),
        ("S/RES/1 (0)", "sc", "0", 1, None, "S/RES/1(0)"),
        ("A/RES/62/63/Rev.1", "ga", "62", 63, None, "A/RES/62/63/Rev.1"),
    ],
)
def test_parts_and_normal_form(
    printed: str, body: str, session: str, number: int, letter: str | None, form: str
) -> None:
    symbol = parse(printed)
    assert symbol is not None
    assert (symbol.body, symbol.session, symbol.number, symbol.letter) == (body, session, number, letter)
    assert symbol.normal == form


@pytest.mark.parametrize(
    "printed", ["S/2023/212", "A/C.3/78/L.19/Rev.1", "A/78/PV.50", "A/RES/78", "resolution 78/187"]
)
def test_other_documents_are_no_resolutions(printed: str) -> None:
    assert parse(printed) is None


def test_a_reissue_is_the_same_resolution_and_a_part_bears_its_letter() -> None:
    reissue, whole = parse("A/RES/62/63/Rev.1"), parse("A/RES/74/255 A-B")
    assert reissue is not None
    assert whole is not None
    assert reissue.resolution().normal == "A/RES/62/63"
    assert whole.part("b").normal == "A/RES/74/255B"
    assert normal("A/C.3/78/L. 19") == "A/C.3/78/L.19"
