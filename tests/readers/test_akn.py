"""The reader of Akoma Ntoso: text, marks, particulars, and what it refuses."""

from __future__ import annotations

import pytest

from pipelines.readers import Unreadable, read
from pipelines.readers.document import Role
from tests.akn_xml import akn, heading, paragraph

NOTE = '<authorialNote marker="{0}"><p>See <a href="https://docs.test/{0}">A/0/{0}</a>.</p></authorialNote>'


def test_marks_links_and_italics_count_from_the_folded_text() -> None:
    text = (
        f'<span class="italic">Urges</span>\u00a0 States{NOTE.format(1)} to obey <a href="https://docs.test/x">0/9</a>;'
    )
    document = read(akn(paragraph(text, "1.")), "akn")
    block = next(b for b in document.statements[0].blocks if b.role is Role.TEXT)
    assert document.text[block.start : block.end] == "Urges States to obey 0/9;"
    assert block.italics == ((0, 5),)
    assert [(link.start, link.end) for link in block.links] == [(21, 24)]
    (mark,) = block.marks
    assert (mark.offset, mark.note.marker) == (12, "1")
    assert mark.note.start is not None
    assert document.text[mark.note.start : mark.note.end] == "See A/0/1."
    assert [(link.start, link.end) for link in mark.note.links] == [(4, 9)]


def test_a_raised_number_is_a_mark_only_when_its_note_is_known() -> None:
    body = paragraph(f"Takes note;{NOTE.format(1)}", "1.") + paragraph("Recalls it;<sup>1</sup>", "2.")
    document = read(akn(body + paragraph("Allots 5 m<sup>2</sup>.", "3.")), "akn")
    texts = [document.text[b.start : b.end] for b in document.statements[0].blocks if b.role is Role.TEXT]
    assert texts == ["Takes note;", "Recalls it;", "Allots 5 m2."]


def test_headings_and_ornaments_are_no_paragraphs() -> None:
    document = read(akn(heading("Money") + paragraph("* * *") + paragraph("Pays.", "1.")), "akn")
    assert [b.role for b in document.statements[0].blocks] == [Role.TITLE, Role.FORMULA, Role.HEADING, Role.TEXT]


def test_votes_by_state_and_totals() -> None:
    def count(name: str, value: int, *states: str) -> str:
        voters = "".join(f"<organization>{state}</organization>" for state in states)
        return f'<count value="{value}" refersTo="{name}"><akn4un:voters>{voters}</akn4un:voters></count>'

    voting = count("inFavour", 2, "CHAD", "CUBA") + count("abstaining", 1, "FIJI")
    data = akn(paragraph("Ends."), voting=f'<voting outcome="adoptedRecordedVote">{voting}</voting>')
    told = read(data, "akn").statements[0].particulars
    assert (told.adoption, told.votes_yes, told.votes_no, told.votes_abstain) == ("recorded_vote", 2, 0, 1)
    assert [(vote.name, vote.vote) for vote in told.votes] == [("CHAD", "yes"), ("CUBA", "yes"), ("FIJI", "abstain")]


def test_votes_printed_at_the_end_of_a_council_resolution() -> None:
    def side(name: str, states: str) -> str:
        return f'<outcome refersTo="{name}">{name}:<eol/><organization>{states}</organization></outcome>'

    sides = side("inFavour", "Bolivia (Plurinational State of), Chad") + side("abstaining", "Fiji]")
    quantity = '<quantity normalized="2" refersTo="#inFavour">2</quantity>'
    vote = f'<vote><outcome refersTo="#adoptedRecordedVote">[Adopted by {quantity}{sides}</outcome></vote>'
    data = akn(paragraph("Ends."), "A/HRC/RES/0/1", after=f"<conclusions><p>{vote}</p></conclusions>")
    told = read(data, "akn").statements[0].particulars
    assert told.adoption == "recorded_vote"
    assert [vote.name for vote in told.votes] == ["Bolivia (Plurinational State of)", "Chad", "Fiji"]


def test_mismatched_tags_are_mended_and_reported() -> None:
    whole = akn(paragraph("Sits;", "1.") + paragraph("Stands.", "2."))
    broken = whole.replace(b"<mainBody>", b"<mainBody><paragraph><span>A title</span></docTitle></p>")
    document = read(broken, "akn")
    assert [fault.kind for fault in document.faults] == ["not_well_formed"]
    assert "A title" in document.text
    assert len([b for b in document.statements[0].blocks if b.role is Role.TEXT]) == 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (akn(paragraph("Sits;", "1."))[:-60], "not well-formed"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]>' + akn(paragraph("Sits &b;", "1.")), "entities"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', "document type"),
        (b"<treaty/>", "not Akoma Ntoso"),
        (akn(paragraph("Sits.", "1."), "S/2023/212"), "S/2023/212"),
        (akn(paragraph("Sits.", "1."), language="xyz"), "official languages"),
        (b"", "not well-formed"),
    ],
    ids=["truncated", "entity", "external", "other XML", "draft", "language", "empty"],
)
def test_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data, "akn")
    assert reason in refused.value.reason
