"""Opening verbs: phrase as printed, normal form, what strengthens it, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from pipelines.clauses.lexicon import lexicon
from pipelines.clauses.parse import parse
from pipelines.clauses.verbs import opening


@pytest.mark.parametrize(
    ("text", "phrase", "verb", "intensifier"),
    [
        ("Strongly urges all States to plant trees;", "Strongly urges", "urge", "strongly"),
        ("Also calls upon the ports to stay open;", "Also calls upon", "call_upon", "also"),
        ("Calls once again upon the ports to reopen;", "Calls once again upon", "call_upon", "once_again"),
        ("Calls on the ports to stay open;", "Calls on", "call_upon", None),
        (
            "Takes note with deep concern of the drought;",
            "Takes note with deep concern",
            "take_note",
            "with_deep_concern",
        ),
        ("Expresses its grave concern at the drought;", "Expresses its grave concern", "express_concern", "grave"),
        ("Expresses its readiness to help;", "Expresses", "express_readiness", None),
        ("Reiterates its call upon States to help;", "Reiterates its call upon", "reiterate", None),
        ("Decides further that the fund shall close;", "Decides further", "decide", "further"),
        ("Encourages further efforts to save water;", "Encourages", "encourage", None),
        ("Recognises also the work done;", "Recognises also", "recognize", "also"),
        ("Re-emphasizes the need for water;", "Re-emphasizes", "reemphasize", None),
        ("Welcomes and encourages the planting of trees;", "Welcomes and encourages", "welcome", None),
        ("Continues to encourage the planting of trees;", "Continues to encourage", "encourage", "continue_to"),
        ("Continuing to better protect the fields;", "Continuing to better protect", "protect", "continue_to better"),
        ("To urgently and fully open the locks;", "To urgently and fully open", "open", "urgently fully"),
    ],
)
def test_operative_openings(text: str, phrase: str, verb: str, intensifier: str | None) -> None:
    found = opening(text)
    assert found is not None
    assert (found.phrase, found.verb, found.intensifier, found.evidence) == (phrase, verb, intensifier, "lexicon")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Bearing in mind the floods,", "bear_in_mind"),
        ("Having also considered the report on floods,", "consider"),
        ("Aware of the floods,", "be_aware"),
        ("Deeply concerned that rivers rise,", "be_concerned"),
        ("Guided by the law of rivers,", "guide"),
        ("Resolved to end floods,", "be_resolved"),
        ("Having regard to the law of rivers,", "have_regard"),
        ("Having in mind the law of rivers,", "bear_in_mind"),
    ],
)
def test_preambular_openings(text: str, verb: str) -> None:
    found = opening(text)
    assert found is not None and found.verb == verb


@pytest.mark.parametrize(
    ("text", "phrase", "verb"),
    [
        ("“The Security Council recalls that rivers flood.", "recalls", "recall"),
        ("“The Council is deeply concerned by the floods.", "is deeply concerned", "be_concerned"),
        (
            "“The Security Council, mindful of the rains, expresses its concern at the floods.",
            "expresses its concern",
            "express_concern",
        ),
        ("“In this regard, the Security Council urges the ports to open.", "urges", "urge"),
        ("We reaffirm that rivers belong to all.", "reaffirm", "reaffirm"),
    ],
)
def test_the_subject_is_not_part_of_the_phrase(text: str, phrase: str, verb: str) -> None:
    found = opening(text)
    assert found is not None and (found.phrase, found.verb) == (phrase, verb)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("To ensure that bridges hold;", "ensure"),
        ("To urgently repair the bridges;", "repair"),
        ("By strengthening the bridges;", "strengthen"),
        ("Ensuring that bridges hold;", "ensure"),
        ("Respect the law of rivers;", "respect"),
    ],
)
def test_subparagraphs_have_the_verb_of_what_is_asked(text: str, verb: str) -> None:
    found = opening(text)
    assert found is not None and (found.verb, found.evidence) == (verb, "lexicon")


@pytest.mark.parametrize(
    "text",
    [
        "Support for farmers;",
        "Training of engineers;",
        "States parties that have bridges;",
        "The state of bridges;",
        "Access to water;",
        "",
        "12",
    ],
)
def test_noun_phrases_have_no_verb(text: str) -> None:
    assert opening(text) is None


def test_markup_goes_before_italics_and_both_before_the_word_list() -> None:
    text = "Noting with concern also that rivers rise,"
    marked = opening(text, [(0, 6)], "Noting with concern also")
    italic = opening(text, [(0, 6)])
    assert marked is not None and (marked.phrase, marked.evidence) == ("Noting with concern also", "markup")
    assert italic is not None and (italic.phrase, italic.evidence) == ("Noting", "italic")
    assert marked.verb == italic.verb == "note"


@pytest.mark.parametrize(
    ("text", "italics", "markup", "phrase"),
    [
        ("Calls upon all ports to open;", [(0, 14)], None, "Calls upon"),
        ("Calls upon ports to open;", [(0, 5)], None, "Calls upon"),
        ("Stresses the importance of water;", [(0, 23)], None, "Stresses"),
        ("Further decides that ports open;", [(8, 15)], None, "Further decides"),
        ("Recalling also the rains,", [], "Recalling\talso ,", "Recalling also"),
        ("Recalling also the rains,", [(0, 14)], "S", "Recalling also"),
        ("Urges ports to open, as The Harbour Book says;", [(24, 40)], None, "Urges"),
    ],
)
def test_italics_and_markup_that_are_wrong_or_run_on(
    text: str, italics: list[tuple[int, int]], markup: str | None, phrase: str
) -> None:
    found = opening(text, italics, markup)
    assert found is not None and found.phrase == phrase


def test_outside_english_the_phrase_is_known_and_the_verb_is_not() -> None:
    found = opening("Prie instamment les ports d’ouvrir ;", [(0, 15)], None, "fr")
    assert found is not None and (found.phrase, found.verb) == ("Prie instamment", None)


def test_every_complement_belongs_to_a_verb_of_the_list() -> None:
    known = {entry.verb for entries in lexicon().forms.values() for entry in entries}
    assert set(lexicon().complements) | lexicon().expressing | lexicon().repeating <= known


def test_a_real_resolution(member: Callable[[str, str], bytes]) -> None:
    data = member("resolutions/unxml-sc", "2023/English/S_RES_2673_E.xml")
    entry = SimpleNamespace(sha256="0" * 64, format="akn", name="x", source="import", url=None, as_at=None)
    verbs = [(row["part"], row["verb"], row["verb_evidence"]) for row in parse(data, entry).clauses]
    assert verbs == [
        ("preamble", "reaffirm", "markup"),
        ("preamble", "recall", "markup"),
        ("preamble", "recall", "markup"),
        ("preamble", "take_note", "markup"),
        ("preamble", "consider", "markup"),
        ("operative", "decide", "italic"),
        ("operative", "express_willingness", "italic"),
    ]
