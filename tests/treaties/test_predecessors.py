from __future__ import annotations

import pytest

from pipelines.treaties.predecessors import acts
from pipelines.treaties.status import Note
from tests.treaties.test_build import built, kinds, stretches

NAMES = {
    "Czechoslovakia": "CSHH",
    "former Yugoslavia": "YUCS",
    "Yugoslavia": "YUCS",
    "Republic of China": "CHN-ROC",
    "Republic of Viet-Nam": "VNM-RVN",
}
TITLE = "Convention on Lanterns"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Czechoslovakia had signed and ratified it on 29 August 1975 and 25 March 1976, respectively.",
            [("CSHH", "signature", "1975-08-29"), ("CSHH", "ratification", "1976-03-25")],
        ),
        (
            "The former Yugoslavia had acceded to it on 1 May 1970, with a reservation.",
            [("YUCS", "accession", "1970-05-01")],
        ),
        ("Czechoslovakia signed it, definitively, on 1 May 1970.", [("CSHH", "definitive_signature", "1970-05-01")]),
        (
            "Czechoslovakia had accepted the Protocol of 4 May 1949 on 9 May 1949.",
            [("CSHH", "acceptance", "1949-05-09")],
        ),
        (
            "Czechoslovakia had signed and ratified it on 15 May 1982 (and was admitted on 30 May 1983).",
            [("CSHH", "signature", "1982-05-15"), ("CSHH", "ratification", "1982-05-15")],
        ),
        (
            "Czechoslovakia had ratified it on 6 April 1955, with a reservation that was withdrawn on 26 April 1991.",
            [("CSHH", "ratification", "1955-04-06")],
        ),
        (
            "Signed and ratified on behalf of the Republic of China on 9 June 1953 and 21 December 1953, respectively.",
            [("CHN-ROC", "signature", "1953-06-09"), ("CHN-ROC", "ratification", "1953-12-21")],
        ),
        (
            "Accession on behalf of the Republic of Viet-Nam on 11 August 1950.",
            [("VNM-RVN", "accession", "1950-08-11")],
        ),
        (
            "The Convention was signed on 24 April 1963 on behalf of the Republic of China.",
            [("CHN-ROC", "signature", "1963-04-24")],
        ),
        (
            "Signed without reservation as to ratification on behalf of the Republic of China on 2 May 1958.",
            [("CHN-ROC", "definitive_signature", "1958-05-02")],
        ),
        (
            "An instrument of acceptance on behalf of the Republic of China had been deposited on 19 January 1971.",
            [("CHN-ROC", "acceptance", "1971-01-19")],
        ),
        (
            "The instrument of acceptance by the Government of the Republic of China was received on 22 July 1966 and"
            " deposited with the depositary on 27 July 1966.",
            [("CHN-ROC", "acceptance", "1966-07-27")],
        ),
        (
            "The Republic of Viet-Nam had signed it on 16 April 1974 and deposited an instrument of acceptance"
            " on 11 March 1975.",
            [("VNM-RVN", "signature", "1974-04-16"), ("VNM-RVN", "acceptance", "1975-03-11")],
        ),
        ("The Amendments to article 3 had been accepted on behalf of the Republic of China on 2 May 1958.", []),
        ("Payments made on behalf of the Republic of China on 2 May 1958 were accepted.", []),
        ("The People's Republic of China acceded on 2 May 1988.", []),
        ("Objections to what Czechoslovakia had signed on 6 April 1955 came in.", []),
        ("Czechoslovakia told of its view on 6 April 1955.", []),
    ],
)
def test_acts_in_prose(sentence: str, told: list[tuple[str, str, str]]) -> None:
    found = acts({"1": Note((sentence,), ())}, NAMES, TITLE)
    assert [(act.participant_id, act.action, str(act.acted_on)) for act in found] == told


def test_former_state_stands_as_party_until_its_end() -> None:
    notes = """<Note><index>1</index><text>The former Yugoslavia had acceded to it on 9 May 2000.</text></Note>"""
    tables = built([["Norway", "", "3 Apr 2004 a"]], notes=notes)
    assert stretches(tables, "YUCS")[-1] == ("party", "2000-05-09", "2000-11-01")


def test_act_after_the_end_of_the_state_is_left_out() -> None:
    notes = """<Note><index>1</index><text>Czechoslovakia had acceded to it on 9 May 2000.</text></Note>"""
    tables = built([["Norway", "", "3 Apr 2004 a"]], notes=notes)
    assert (stretches(tables, "CSHH"), kinds(tables)) == ([], ["bad_date"])
