"""Files to tables: which file is used, what metadata adds, whose vote it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from pipelines.archive.entry import Entry
from pipelines.clauses import assemble as under_test
from pipelines.clauses.corrections import Correction, corrections
from pipelines.clauses.parsed import Parsed
from pipelines.clauses.sheaf import gather
from pipelines.contracts import contract
from pipelines.readers.extract import ExtractRecord, PrintedVote
from pipelines.rows import Row
from pipelines.treaties.participants import UnknownParticipant

DAY = date(2023, 10, 5)


class Three:
    """Participants of a world with three members."""

    def resolve(self, name: str) -> tuple[str, str]:
        if name.upper() in {"FIJI", "PERU", "CHAD"}:
            return name.upper(), "alias"
        raise UnknownParticipant(name)

    def members_on(self, day: date) -> frozenset[str]:
        return frozenset({"FIJI", "PERU", "CHAD"})

    def states_on(self, day: date) -> frozenset[str]:
        return self.members_on(day) if day.year > 2000 else frozenset({"FIJI"})


def file(
    mark: str, symbol: str = "A/RES/78/3", language: str = "en", text: str = "Urges ports to open;", **told: object
) -> Parsed:
    """A file with one resolution of one clause; its hash is a figure repeated."""
    sha256 = mark * 64
    document = dict.fromkeys(contract("documents").columns) | {
        "sha256": sha256,
        "symbol": symbol,
        "language": language,
        "format": told.pop("format", "akn"),
        "source": "import",
        "name": told.pop("name", f"{mark}.xml"),
        "reader": "akn",
        "reader_version": "1",
        "is_used": True,
        "rights": "none",
    }
    resolution = dict.fromkeys(contract("resolutions").columns) | {
        "symbol": symbol,
        "kind": "resolution",
        "document_symbol": symbol,
        "body": "ga",
        "session": "78",
        "number": 3,
        "title": f"Ports ({language})",
        "adopted_on": DAY,
        "document": sha256,
        "is_fragment": False,
        "is_specimen": False,
        **told,
    }
    clause = dict.fromkeys(contract("clauses").columns) | {
        "clause_id": f"{symbol}#op.1",
        "language": language,
        "symbol": symbol,
        "part": "operative",
        "text": text,
        "depth": 0,
        "ordinal": 1,
        "document": sha256,
        "text_sha256": "0" * 64,
        "span_start": 0,
        "span_end": len(text),
    }
    link = {"clause_id": f"{symbol}#op.1", "footnote_id": None, "language": language, "start": 0, "end": 1, "href": "x"}
    return Parsed(document, [resolution], [clause], hyperlinks=[link])


def extract(*records: ExtractRecord, mark: str = "e") -> tuple[Entry, list[ExtractRecord]]:
    return Entry(mark * 64, "extract", None, "en", "78.json", "import", None, None, 1), list(records)


def voted(**totals: object) -> ExtractRecord:
    votes = (PrintedVote("FIJI", "yes"), PrintedVote("PERU", "no"))
    return ExtractRecord(1, "A/RES/78/3", adoption="recorded_vote", votes=votes, totals=totals.get("totals", (1, 1, 0)))  # type: ignore[arg-type]


def assemble(
    files: list[Parsed],
    extracts: list[tuple[Entry, list[ExtractRecord]]],
    participants: Three,
    known: Mapping[str, Correction],
) -> dict[str, list[Row]]:
    """The rows of all tables."""
    tables, frames = under_test.assemble(gather(files, known), extracts, participants)
    return tables | {name: frame.to_dicts() for name, frame in frames.items()}


def kinds(rows: list[Row]) -> list[str]:
    return sorted(row["kind"] for row in rows)


def votes(tables: dict[str, list[Row]]) -> dict[str, str]:
    return {row["participant_id"]: row["vote"] for row in tables["votes"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (file("9"), file("1", format="text")),
        (file("9"), file("1", is_fragment=True)),
        (file("9", name="A_RES_78_3_reissued.xml"), file("1")),
        (file("1"), file("9")),
    ],
    ids=["format", "whole", "reissue", "hash"],
)
def test_which_of_two_files_is_used(one: Parsed, other: Parsed) -> None:
    for order in ([one, other], [other, one]):
        tables = assemble(order, [], Three(), {})
        assert {row["sha256"][0]: row["is_used"] for row in tables["documents"]} == {
            one.document["sha256"][0]: True,
            other.document["sha256"][0]: False,
        }
        assert [row["document"] for row in tables["clauses"]] == [one.document["sha256"]]
        assert len(tables["hyperlinks"]) == 1 and kinds(tables["quality"]) == ["witness"]


def test_a_witness_that_differs_by_a_letter_says_where() -> None:
    tables = assemble([file("1"), file("2", text="Urges ports to open!", format="text")], [], Three(), {})
    (fault,) = [row for row in tables["quality"] if row["kind"] == "witness_differs"]
    assert "0 of its 1 paragraphs" in fault["detail"] and fault["detail"].endswith("not op.1.")


def test_another_text_under_the_same_symbol_is_told_apart() -> None:
    tables = assemble([file("1"), file("2", text="Welcomes apples, pears, cherries;")], [], Three(), {})
    assert kinds(tables["quality"]) == ["symbol_claimed_twice"]


def test_another_page_of_a_resolution_is_no_wrong_symbol() -> None:
    pages = [file("1", is_fragment=True), file("2", text="Welcomes apples, pears, cherries;", is_fragment=True)]
    assert kinds(assemble(pages, [], Three(), {})["quality"]) == ["other_page"]


def test_languages_share_one_resolution_and_english_tells_its_title() -> None:
    tables = assemble([file("1", language="ar"), file("2", language="en", adopted_on=None)], [], Three(), {})
    assert len(tables["clauses"]) == 2
    (row,) = tables["resolutions"]
    assert (row["title"], row["document"], row["adopted_on"]) == ("Ports (en)", "2" * 64, DAY)


def test_a_wrong_symbol_is_corrected_before_files_are_compared() -> None:
    known = {"2" * 64: Correction("2" * 64, "A/RES/78/3", "A/RES/78/4", "its title line says so")}
    tables = assemble([file("1"), file("2")], [], Three(), known)
    assert {row["clause_id"] for row in tables["clauses"]} == {"A/RES/78/3#op.1", "A/RES/78/4#op.1"}
    assert {(row["symbol"], row["number"]) for row in tables["resolutions"]} == {("A/RES/78/3", 3), ("A/RES/78/4", 4)}
    assert kinds(tables["quality"]) == ["wrong_symbol"]


def test_a_correction_leaves_longer_numbers_alone() -> None:
    known = {"1" * 64: Correction("1" * 64, "A/RES/78/1", "A/RES/78/5", "no matter")}
    assert assemble([file("1", symbol="A/RES/78/13")], [], Three(), known)["clauses"][0]["symbol"] == "A/RES/78/13"


def test_the_list_of_corrections_can_be_used() -> None:
    assert all(len(key) == 64 and row.found != row.symbol and row.reason for key, row in corrections().items())


def test_metadata_fills_what_the_document_leaves_open_and_differences_are_told() -> None:
    record = ExtractRecord(
        1, "A/RES/78/3", title="PORTS (en)", meeting="16th plenary meeting", adopted_on=date(2023, 10, 6)
    )
    tables = assemble([file("1")], [extract(record)], Three(), {})
    (row,) = tables["resolutions"]
    assert (row["meeting"], row["adopted_on"], row["title"]) == ("16th plenary meeting", DAY, "Ports (en)")
    assert [fault["detail"].split(":")[0] for fault in tables["quality"]] == ["adopted_on"]
    assert {row["format"]: row["is_used"] for row in tables["documents"]} == {"akn": True, "extract": True}


def test_a_lettered_part_takes_only_what_the_whole_document_shares() -> None:
    part = file("1", symbol="A/RES/78/3A", document_symbol="A/RES/78/3A-B")
    whole = ExtractRecord(1, "A/RES/78/3A-B", title="Ports and more", agenda_item="9", totals=(1, 1, 0))
    (row,) = assemble([part], [extract(whole)], Three(), {})["resolutions"]
    assert (row["title"], row["agenda_item"], row["votes_yes"]) == ("Ports (en)", "9", None)


def test_members_whom_no_list_names_were_absent() -> None:
    tables = assemble([file("1")], [extract(voted())], Three(), {})
    assert votes(tables) == {"FIJI": "yes", "PERU": "no", "CHAD": "absent"}
    assert {row["document"] for row in tables["votes"]} == {"e" * 64}


def test_nobody_is_taken_for_absent_where_a_name_is_missing_or_unknown() -> None:
    missing = assemble([file("1")], [extract(voted(totals=(1, 1, 1)))], Three(), {})
    assert votes(missing) == {"FIJI": "yes", "PERU": "no"} and kinds(missing["quality"]) == ["vote_totals_differ"]
    stranger = ExtractRecord(1, "A/RES/78/3", adoption="recorded_vote", votes=(PrintedVote("ATLANTIS", "yes"),))
    unknown = assemble([file("1")], [extract(stranger)], Three(), {})
    assert votes(unknown) == {} and kinds(unknown["quality"]) == ["unknown_voter", "vote_without_totals"]


def test_lists_that_name_more_than_voted_are_left_out() -> None:
    tables = assemble([file("1")], [extract(voted(totals=(1, 0, 0)))], Three(), {})
    assert votes(tables) == {} and "vote_totals_differ" in kinds(tables["quality"])


def test_a_vote_of_a_state_that_was_not_there_is_left_out() -> None:
    early = file("1", symbol="A/RES/50/3", session="50", adopted_on=date(1995, 10, 5))
    record = ExtractRecord(
        1, "A/RES/50/3", adoption="recorded_vote", votes=(PrintedVote("FIJI", "yes"), PrintedVote("PERU", "no"))
    )
    tables = assemble([early], [extract(record)], Three(), {})
    assert votes(tables) == {"FIJI": "yes"} and kinds(tables["quality"]) == ["voter_of_other_day"]


def test_what_ends_a_list_is_no_part_of_a_name() -> None:
    record = ExtractRecord(1, "A/RES/78/3", adoption="recorded_vote", votes=(PrintedVote("Fiji  .", "yes"),))
    tables = assemble([file("1")], [extract(record)], Three(), {})
    assert {row["name_printed"] for row in tables["votes"]} == {"Fiji", None}


def test_states_that_are_listed_make_a_recorded_vote() -> None:
    record = ExtractRecord(1, "A/RES/78/3", votes=(PrintedVote("FIJI", "yes"),))
    assert assemble([file("1")], [extract(record)], Three(), {})["resolutions"][0]["adoption"] == "recorded_vote"


def test_totals_of_what_was_adopted_without_a_vote_are_left_out() -> None:
    record = ExtractRecord(1, "A/RES/78/3", adoption="without_vote", totals=(3, 0, 0))
    tables = assemble([file("1")], [extract(record)], Three(), {})
    assert tables["resolutions"][0]["votes_yes"] is None and kinds(tables["quality"]) == ["totals_without_vote"]


def test_more_votes_than_members_are_left_out() -> None:
    council = file("1", symbol="S/RES/498(1981)", body="sc", session="1981", number=498, adopted_on=date(1981, 12, 18))
    record = ExtractRecord(1, "S/RES/498(1981)", totals=(73, 0, 2))
    tables = assemble([council], [extract(record)], Three(), {})
    assert tables["resolutions"][0]["votes_yes"] is None and kinds(tables["quality"]) == ["totals_too_large"]


def test_a_state_listed_twice_in_two_ways_has_no_vote() -> None:
    both = (PrintedVote("FIJI", "yes"), PrintedVote("Fiji", "no"), PrintedVote("PERU", "no"))
    record = ExtractRecord(1, "A/RES/78/3", adoption="recorded_vote", votes=both)
    tables = assemble([file("1")], [extract(record)], Three(), {})
    assert votes(tables) == {"PERU": "no"} and kinds(tables["quality"]) == ["contradictory_vote"]


def test_a_line_that_cannot_be_read_names_its_file() -> None:
    tables = assemble([], [extract(ExtractRecord(7, fault="Line 7 is no JSON object."))], Three(), {})
    assert [(row["kind"], row["name"]) for row in tables["quality"]] == [("bad_line", "78.json")]


def test_rows_have_the_columns_of_their_contracts() -> None:
    tables = assemble([file("1"), file("2", language="fr")], [extract(voted())], Three(), {})
    for name in ("documents", "resolutions", "clauses", "votes", "quality"):
        assert contract(name).frame(tables[name]).height == len(tables[name])


def test_a_whole_text_goes_before_the_single_page_of_a_better_format_and_pages_are_no_claims() -> None:
    tables = assemble([file("1", is_fragment=True), file("9", format="text")], [], Three(), {})
    assert [row["document"][0] for row in tables["clauses"]] == ["9"]
    pages = [file("1", is_fragment=True), file("9", is_fragment=True, text="Thanks the lamplighters of the town;")]
    assert kinds(assemble(pages, [], Three(), {})["quality"]) == ["other_page"]
