"""Titles are mended by rule, and whatever stood in a document, the check on titles has nothing to say of the result."""

from __future__ import annotations

from random import Random

import polars as pl
import pytest

from pipelines import titles
from pipelines.contracts import contract
from pipelines.publish import checks, connection

PIECES = [
    *"aZ &<>;/#é-©\u2019\u20ac\u00ad\u200b\u00a0\u2028\u0085\t\n\x00\x9d\x92\x1c\ufffd\ufeff",
    *(
        "â€™",
        "â€",
        "Ã©",
        "Ã",
        "Â",
        "â",
        "<b>",
        "</ref>",
        "&amp;",
        "&lt;",
        "&#173;",
        "&#xA0;",
        "&nosuch;",
        "&#0;",
        "amp;",
    ),
]


@pytest.mark.parametrize(
    ("title", "cleaned"),
    [
        ("The rights of the child", "The rights of the child"),
        ("  Mines \n and\u00a0 children ", "Mines and children"),
        ("Preven\u00adtion of traf\u200bficking", "Prevention of trafficking"),
        ("CÃ´te dâ€™Ivoire", "Côte d’Ivoire"),
        ("Peace &amp;amp; <i>security</i>", "Peace & security"),
        ("Wages < costs > profits", "Wages < costs > profits"),
        ("«SÉCURITÉ» DANS L’ÂGE", "«SÉCURITÉ» DANS L’ÂGE"),
    ],
)
def test_a_title_is_mended_and_a_clean_one_stays(title: str, cleaned: str) -> None:
    assert titles.clean(title) == cleaned


def test_no_title_that_was_cleaned_breaks_the_check() -> None:
    chance = Random(5)
    made = [titles.clean("".join(chance.choices(PIECES, k=chance.randint(1, 12)))) for _ in range(20_000)]
    symbols = [f"A/RES/0/{number}" for number in range(len(made))]
    faults = [
        row for symbol, title in zip(symbols, made, strict=True) for row in titles.fault("resolution", symbol, title)
    ]
    tables = {
        "resolutions": pl.DataFrame({"symbol": symbols, "title": [title or None for title in made]}),
        "treaties": contract("treaties").frame([]),
        "quality": contract("quality").frame(faults),
    }
    with connection.connect() as con:
        connection.register(con, tables)
        assert checks.run(con, [check for check in checks.own() if check.kind == "title_form"]) == []
