"""What a release says about itself, in each of its files."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.contracts import Edition

UNPUBLISHED = "0.0.0-unpublished"
"""The version of a build that no store has numbered: below every published one, by the rules of Semantic Versioning."""


@dataclass(frozen=True)
class About:
    """Title of a release, whether it is made of specimens, the version of the software that made it, the edition, and
    its own version."""

    title: str
    is_specimen: bool
    software_version: str
    edition: Edition = "full"
    version: str = UNPUBLISHED


SUFFIXES: dict[Edition, str] = {
    "full": "",
    "text-free": " (text-free edition)",
    "partial": " (text filled in part)",
    "facts": " (facts)",
}
"""What an edition adds to the title."""


def titled(title: str, is_specimen: bool, edition: Edition) -> str:
    """The title of a release with what it must say: that it is a specimen, and which edition it is."""
    for suffix in filter(None, SUFFIXES.values()):
        title = title.removesuffix(suffix)
    word = "SPECIMEN: " if is_specimen and "SPECIMEN" not in title else ""
    return f"{word}{title}{SUFFIXES[edition]}"
