"""The terms of each source, as data: what may be done, and which sources are off until the user turns them on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terms:
    """`is_on` without being named; `reason` is printed when a source that is off is left out or turned on."""

    name: str
    title: str
    host: str
    rights: str
    is_on: bool = True
    reason: str = ""


SOURCES = {
    terms.name: terms
    for terms in (
        Terms(
            "unxml",
            "UNxml repositories (official Akoma Ntoso XML)",
            "raw.githubusercontent.com",
            "Unofficial copies for informational purposes; acknowledge the United Nations as the source.",
        ),
        Terms(
            "ods",
            "Official Document System, documents.un.org",
            "documents.un.org",
            "Left in the public domain (ST/AI/189/Add.9/Rev.2); attribute the United Nations.",
        ),
        Terms(
            "treaty_collection",
            "UN Treaty Collection, treaties.un.org",
            "treaties.un.org",
            "UN website terms: personal, non-commercial use. Facts are published with the source named, no prose.",
        ),
        Terms(
            "tables",
            "Tables of resolutions, research.un.org",
            "research.un.org",
            "UN website terms; facts only (symbol, day).",
        ),
        Terms(
            "library",
            "Editor API of the Dag Hammarskjöld Library, metadata.un.org",
            "metadata.un.org",
            "Metadata free for non-commercial use with the Library's credit line.",
            is_on=False,
            reason="a staff tool without published terms: ask the Library first, then turn it on with --source library",
        ),
        Terms(
            "digital_library",
            "UN Digital Library, digitallibrary.un.org",
            "digitallibrary.un.org",
            "Scraping or automated download is not permitted without the Library's approval.",
            is_on=False,
            reason="its terms forbid automated download without the Library's approval: with approval, name records or "
            "files by address and add --source digital_library; without, download in a browser and  accede import FILE",
        ),
    )
}
