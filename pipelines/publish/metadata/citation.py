"""How a release wants to be cited: CITATION.cff, and the same as one line."""

from __future__ import annotations

from typing import Any

import yaml

from pipelines.publish.metadata.facts import Facts, Period
from pipelines.publish.metadata.words import DISCLAIMER, KEYWORDS, MAKER, WHAT


def line(facts: Facts) -> str:
    """One line to put in a bibliography, with version and vintage."""
    return f"{MAKER}. {facts.about.title} [data set]. Version {facts.about.version}{_vintage(facts.period)}."


def _vintage(period: Period) -> str:
    if period.treaty_data_until is None:
        return ""
    return f", treaty data as at {period.treaty_data_until} or before"


def cff(facts: Facts) -> str:
    """The text of CITATION.cff (Citation File Format 1.2.0). No date of release: a release knows no clock."""
    content: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": f"Please cite this data set with its version and vintage: {line(facts)}",
        "type": "dataset",
        "title": facts.about.title,
        "version": facts.about.version,
        "abstract": f"{WHAT} {DISCLAIMER}",
        "authors": [{"name": MAKER}],
        "keywords": list(KEYWORDS),
        "references": [
            {
                "type": "generic",
                "title": "Official documents of the United Nations",
                "authors": [{"name": "United Nations"}],
            },
            {
                "type": "database",
                "title": "Multilateral Treaties Deposited with the Secretary-General",
                "authors": [{"name": "United Nations Treaty Collection"}],
                "url": "https://treaties.un.org",
            },
        ],
    }
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120)
