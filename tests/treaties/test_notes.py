from __future__ import annotations

import datetime as dt

import pytest

from pipelines.treaties.notes import acts
from pipelines.treaties.status import Note


def told(*paragraphs: str, table: tuple[tuple[str, ...], ...] = ()) -> list[tuple[str, dt.date | None, dt.date | None]]:
    note = Note(paragraphs, (table,) if table else ())
    found = acts(note, lambda name: name == "Canada", lambda sentence: "Norway" in sentence)
    return [(act.action, act.acted_on, act.effective_on) for act in found]


D1, D2, D3 = dt.date(1998, 5, 26), dt.date(1998, 8, 26), dt.date(1990, 2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "On 26 May 1998 the Government told of its decision to denounce it with effect from 26 August 1998.",
        "A notification of denunciation came in on 26 May 1998. The denunciation took effect on 26 August 1998.",
        "By a paper received on 26 May 1998, the Government denounced the text, that is to say, on 26 August 1998.",
        "On 26 May 1998, it withdrew from the Protocol of 1 July 1964, effective on 26 August 1998.",
        "On 26 May 1998 it told of a denunciation. The denunciation will take effect three months after its receipt.",
    ],
)
def test_withdrawal_in_prose(text: str) -> None:
    assert told(text) == [("withdrawal", D1, D2)]


@pytest.mark.parametrize(
    ("text", "effective_on"),
    [
        ("On 26 May 1998 it deposited its instrument of withdrawal, which takes effect on 26 August 1998.", D2),
        ("On 26 May 1998 it told of its decision to withdraw from it which took effect on 26 August 1998.", D2),
        ("On 26 May 1998 it withdrew (effective 26 August 1998) and re-acceded later.", D2),
        ("On 26 May 1998 it denounced the Convention effective three months after receipt.", D2),
        ("It gave notice of its withdrawal on 26 May 1998. The action shall take effect on 26 August 1998.", D2),
        ("On 26 May 1998 it withdrew its acceptance of the Amendment.", None),
    ],
)
def test_withdrawal_in_the_forms_of_later_notes(text: str, effective_on: dt.date | None) -> None:
    assert told(text) == [("withdrawal", D1, effective_on)]


def test_withdrawal_in_a_table() -> None:
    table = (("Participant:", "Date of notification:", "Date of effect:"), ("Canada", "26 May 1998", "26 Aug 1998"))
    assert told("These have withdrawn:", table=table) == [("withdrawal", D1, D2)]


def test_acts_before_the_withdrawal() -> None:
    found = told(
        "It had signed on 1 February 1990 and had ratified it on 26 May 1998.", "On 26 August 1998 it withdrew."
    )
    assert found == [("signature", D3, None), ("ratification", D1, None), ("withdrawal", D2, None)]


def test_acts_in_one_list() -> None:
    found = told(
        "It had signed and ratified it on 1 February 1990 and 26 May 1998, respectively. On 26 August 1998 it withdrew."
    )
    assert found == [("signature", D3, None), ("ratification", D1, None), ("withdrawal", D2, None)]


@pytest.mark.parametrize(
    "text",
    [
        "On 26 May 1998 it notified its denunciation. On 26 August 1998 it told of its decision to revoke it.",
        "On 26 May 1998 it withdrew. On 26 August 1998 it withdrew its notification of withdrawal of 26 May 1998.",
        "On 26 May 1998 it notified its withdrawal from the Statute, and on 26 August 1998 it rescinded that notice.",
        "On 26 May 1998 it gave notice of its withdrawal. On 26 August 1998 it notified its revocation.",
        "On 26 May 1998 it withdrew. On 26 August 1998 it decided to suspend the withdrawal from the Agreement.",
    ],
)
def test_notice_revoked(text: str) -> None:
    assert told(text) == [("withdrawal", D1, None), ("withdrawal_revoked", D2, None)]


@pytest.mark.parametrize(
    "text",
    [
        "On 26 May 1998 they denounced the Convention on Lamps, done at The Hague on 1 July 1964.",
        "It condemned those who denounced others on 26 May 1998 and the withdrawal of the forces from the North.",
        "On 26 May 1998 it spoke. The notification indicates 26 August 1998 as the effective date of the withdrawal.",
        "On 26 May 1998 the Government withdrew its reservation to article 3.",
        "On 26 May 1998 the Government of Norway denounced the Protocol.",
        "On 26 May 1998 the Government revoked its notification of denunciation.",
        "It ratified the Protocol on 26 May 1998.",
    ],
)
def test_no_withdrawal(text: str) -> None:
    assert told(text) == []
