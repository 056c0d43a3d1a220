from __future__ import annotations

from lxml import etree

from pipelines.publish.pictures import LEFT, share_joined

STEPS = [
    {"series": "after_first_call", "days": 0, "share_joined": 0.0, "spells": 4},
    {"series": "after_first_call", "days": 400, "share_joined": 0.25, "spells": 4},
    {"series": "after_first_call", "days": 9000, "share_joined": 0.5, "spells": 4},
    {"series": "before_call", "days": 0, "share_joined": 0.0, "spells": 9},
    {"series": "before_call", "days": 700, "share_joined": 0.1, "spells": 9},
]
SVG = "{http://www.w3.org/2000/svg}"


def test_picture_is_xml_with_a_curve_for_each_series() -> None:
    root = etree.fromstring(share_joined(STEPS, "Joined & not").encode())
    assert root.findtext(f"{SVG}title") == "Joined & not"
    assert len(root.findall(f"{SVG}path")) == 2


def test_curve_goes_in_steps_and_ends_with_the_years_shown() -> None:
    path = etree.fromstring(share_joined(STEPS, "x").encode()).find(f"{SVG}path")
    assert path is not None
    assert path.get("d") == f"M{LEFT}.0 336.0H{LEFT}.0H133.2V266.0H696.0"


def test_picture_says_in_words_what_it_shows() -> None:
    text = etree.fromstring(share_joined(STEPS, "x").encode()).findtext(f"{SVG}desc")
    assert text is not None
    assert "since the first call: 25.0 per cent" in text
    assert "before any call: 10.0 per cent" in text


def test_nothing_seen_is_said() -> None:
    assert "No State was seen" in share_joined([], "x")
