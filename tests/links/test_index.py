"""Looking treaties up: by Treaty Series reference, by name, by document."""

from __future__ import annotations

import re

import pytest

from pipelines.links import reference
from pipelines.links.index import TreatyIndex
from pipelines.links.series import SeriesReference, is_bare_ibid, series_references
from pipelines.links.words import key, words
from tests.links import texts


@pytest.fixture(scope="module")
def index() -> TreatyIndex:
    return texts.index()


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("United Nations, Treaty Series, vol. 2237, No. 39574.", [(("2237",), ("39574",))]),
        ("Ibid., vols. 2171, 2173 and 2983, No. 27531.", [(("2171", "2173", "2983"), ("27531",))]),
        ("Ibid. vol. 999, No. 14668", [(("999",), ("14668",))]),
        ("United Nations, Treaty Series, vol. 75, Nos. 970–973.", [(("75",), ("970", "971", "972", "973"))]),
        ("Ibid., vol. 1125, Nos. 17512 and 17513.", [(("1125",), ("17512", "17513"))]),
        ("Ibid., vol. 1577, vol. 2171, vol. 2173, No. 27531.", [(("1577", "2171", "2173"), ("27531",))]),
        ("United Nations, Treaty Series, vol. 2329. No. 41723.", [(("2329",), ("41723",))]),
        (
            "Ibid., vols. 2171 and 2173, No. 27531; ibid., vol. 2131, No. 20378.",
            [(("2171", "2173"), ("27531",)), (("2131",), ("20378",))],
        ),
        ("League of Nations, Treaty Series, vol. XCIV, No. 2138.", [(("XCIV",), ("2138",))]),
        ("Journal of Examples, vol. 399, No. 10325.", []),
        ("Ibid., vol. III (A/60/7 (Vol. III)).", []),
    ],
)
def test_references_of_a_note(note: str, expected: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    assert [(found.volumes, found.numbers) for found in series_references(note)] == expected


def test_bare_ibid_is_told_from_ibid_with_a_place() -> None:
    assert is_bare_ibid("Ibid.")
    assert not is_bare_ibid("Ibid., vol. 999, No. 14668.")


@pytest.mark.parametrize(
    ("volume", "number", "expected"),
    [
        ("2237", "39574", ("XVIII-12-a",)),
        ("2225", "39574", ("XVIII-12",)),
        ("2983", "27531", ("IV-11-d",)),  # a row of treaty_overrides.csv
        ("3013", "52373", ("XXVI-8",)),
        ("9999", "54113", ("XXVII-7-d",)),  # the status file gives no volume and the number is nobody else's
        ("9999", "39574", ()),
        ("1", "999999", ()),
    ],
)
def test_volume_and_number_decide(index: TreatyIndex, volume: str, number: str, expected: tuple[str, ...]) -> None:
    (found,) = index.by_reference(SeriesReference((volume,), (number,)))
    assert found.treaty_ids == expected
    assert expected or found.reason


def test_further_volumes_of_one_treaty_add_nothing(index: TreatyIndex) -> None:
    answers = index.by_reference(SeriesReference(("1833", "1834", "1835"), ("31363",)))
    assert [answer.treaty_ids for answer in answers] == [("XXI-6",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the CONVENTION on the Rights of the Child", ["IV-11"]),
        ("the Convention against Transnational Organized Crime", ["XVIII-12"]),
        ("the Comprehensive Plan on the Rights of the Child", []),
    ],
)
def test_titles_are_found_however_printed(index: TreatyIndex, text: str, expected: list[str]) -> None:
    assert [item for *_, name in index.names.find(words(text)) for item in name.treaty_ids] == expected


def test_hyphens_apostrophes_and_articles_do_not_count() -> None:
    assert key("The Nuclear‑Weapon-Free Peoples’ Zone") == key("nuclear weapon free Peoples' Zone")


def test_names_of_treaties_outside_the_table_are_left_out(index: TreatyIndex) -> None:
    assert not list(index.names.find(words("the Minamata Convention")))


def test_reference_rows_say_why_they_are_there() -> None:
    for name in ("treaty_names.csv", "treaty_documents.csv", "treaty_overrides.csv", "treaty_protocols.csv"):
        assert all(row["reason"] for row in reference.rows(name)), name


def test_reference_rows_name_treaties_that_the_project_knows() -> None:
    elsewhere = {row["treaty_id"] for row in reference.rows("treaties_elsewhere.csv")}
    named = {
        treaty_id
        for name, columns in (
            ("treaty_names.csv", ("treaty_ids", "needs")),
            ("treaty_documents.csv", ("treaty_ids",)),
            ("treaty_overrides.csv", ("treaty_ids",)),
            ("treaty_protocols.csv", ("treaty_id", "protocol_ids")),
        )
        for row in reference.rows(name)
        for column in columns
        for treaty_id in row[column].split()
    }
    assert {treaty_id for treaty_id in named if treaty_id.startswith("ext-")} <= elsewhere
    collection = {treaty_id for treaty_id in named if not treaty_id.startswith("ext-")}
    assert all(re.fullmatch(r"[IVX]+(?:-[A-D])?-\d+(?:-[a-z])?", treaty_id) for treaty_id in collection)
