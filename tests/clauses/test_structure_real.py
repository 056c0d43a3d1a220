"""Outlines of real documents, told by ids, labels and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.clauses.structure import ids, parsed

Member = Callable[[str, str], bytes]


def test_nested_tasks_and_item_headings(member: Member) -> None:
    data = member("resolutions/unxml-sc", "Pre-2020/2014/S_RES_2147_1428213e.xml")
    assert [i for i in ids(data) if i.startswith("op.4")][:6] == [
        "op.4",
        "op.4.a",
        "op.4.a.i",
        "op.4.a.ii",
        "op.4.a.iii",
        "op.4.b",
    ]


def test_collection_of_lettered_resolutions_with_parts(member: Member) -> None:
    found = parsed(member("resolutions/unxml-ga", "77session/English/A_RES_77_256 A-B-2300172E.xml"))
    assert [row["symbol"] for row in found.resolutions] == ["A/RES/77/256A", "A/RES/77/256B"]
    assert {row["document_symbol"] for row in found.resolutions} == {"A/RES/77/256A-B"}
    b = {row["clause_id"].partition("#")[2] for row in found.clauses if row["symbol"] == "A/RES/77/256B"}
    assert {"op.9", "op.I.5", "op.II.A.u1", "op.II.D.2", "pp.7"} <= b


def test_same_ids_in_every_language(member: Member) -> None:
    english = ids(member("resolutions/unxml-ga", "78session/English/A_RES_78_181-2326015E.xml"))
    for language, letter in (("Arabic", "A"), ("French", "F")):
        name = f"78session/{language}/A_RES_78_181-2326015{letter}.xml"
        assert ids(member("resolutions/unxml-ga-78-other-languages", name)) == english


def test_mismatched_tags_are_mended_without_loss(member: Member) -> None:
    found = parsed(member("resolutions/unxml-sc", "PRST/2000/S_PRST_2000_13-0040019E.xml"))
    assert [row["clause_id"].partition("#")[2] for row in found.clauses] == [f"op.u{n}" for n in range(1, 7)]
    assert [row["kind"] for row in found.quality] == ["not_well_formed"]


def test_seed_page(shared: Path) -> None:
    found = parsed((shared / "seed" / "A_RES_68_147_page_15.txt").read_bytes(), "text")
    assert [row["is_fragment"] for row in found.resolutions] == [True]
    assert found.resolutions[0]["symbol"] == "A/RES/68/147"
    rows = {row["clause_id"].partition("#")[2]: row for row in found.clauses}
    assert list(rows) == ["op.u0.rest", *(f"op.u0.{letter}" for letter in "bcdefghi")]
    assert Counter(row["depth"] for row in rows.values()) == {1: 9}
    assert {row["page_from"] for row in rows.values()} == {15}
    (note,) = found.footnotes
    assert (note["clause_id"], note["marker"], note["text"]) == ("A/RES/68/147#op.u0.d", "8", None)
    assert note["offset"] == len(rows["op.u0.d"]["text"])
    assert not any("15/19" in row["text"] or "A/RES/68/147" in row["text"] for row in found.clauses)


def test_annexes_of_a_long_agreement(member: Member) -> None:
    rows = parsed(member("resolutions/unxml-sc", "Pre-2020/2015/S_RES_2231_1512243E.xml")).clauses
    assert len({row["clause_id"] for row in rows}) == len(rows)
    assert Counter(row["annex"] for row in rows if row["depth"] == 0) == {None: 44, 1: 188, 2: 48}
    second = [row["clause_id"].partition("#")[2] for row in rows if row["annex"] == 2]
    assert {"annex.2.op.2.c", "annex.2.op.2.end", "annex.2.op.6.d.v", "annex.2.op.6.f"} <= set(second)
