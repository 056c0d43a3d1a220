from __future__ import annotations

import datetime as dt

import pytest

from pipelines.treaties.columns import column
from pipelines.treaties.table import CellDate, cell_dates


@pytest.mark.parametrize(
    ("header", "letter", "act"),
    [
        ("Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)", "", "ratification"),
        ("Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)", "AA", "approval"),
        ("Approval(AA), Acceptance(A), Accession(a), Ratification", "", "ratification"),
        ("Signature, Succession to signature(d)", "d", "signature"),
        ("Acceptance(A)", "", "acceptance"),
        ("Ratification, Acceptance(A), Participation under articles 3 (2) and (3)(P)", "P", "consent_to_be_bound"),
        ("Definitive signature of the Protocol, Acceptance of the Protocol", "", "consent_to_be_bound"),
        ("Acceptance ipso facto by virtue of article 10 of 12 September 1923, as amended(A)", "A", "acceptance"),
        ("Notification of application under article 7 (1) (b)", "", "other"),
        ("Provisional application(n)", "n", "provisional_application"),
        ("Ratification, Accession(a)", "d", None),
        ("Registration Date", "", None),
    ],
)
def test_act_of_a_letter(header: str, letter: str, act: str | None) -> None:
    assert column(header).act(letter) == act


@pytest.mark.parametrize(
    ("cell", "dates"),
    [
        ("15 Nov 2001", [CellDate(dt.date(2001, 11, 15), "", False)]),
        ("5 Sept 2000 AA", [CellDate(dt.date(2000, 9, 5), "AA", False)]),
        ("[ 3 Oct 1975 a]", [CellDate(dt.date(1975, 10, 3), "a", True)]),
        ("", []),
        ("31 Feb 2001 a", None),
        ("see note", None),
    ],
)
def test_dates_of_a_cell(cell: str, dates: list[CellDate] | None) -> None:
    assert cell_dates(cell) == dates
