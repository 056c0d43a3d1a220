"""What a release says about itself, in each of its files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class About:
    """Title of a release, whether it is made of specimens, and the version of the software that made it."""

    title: str
    is_specimen: bool
    software_version: str
