"""Note marks set in the type of the text (`item 117, 1/ as well`, `Child2`, `Crime; 8`): found by the notes themselves.

Only for notes whose raised mark was not met on their page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.readers.document import Link, Span
from pipelines.readers.months import MONTH
from pipelines.readers.pdf_compose import Composed

# Numbers after these words count or cite something: paragraph 1, article 3, No. 5.
_COUNTS = re.compile(
    rf"(?:paragraphs?|articles?|sections?|chapters?|rules?|items?|resolutions?|decisions?|annex|parts?|No\.|vol\.|paras?\."
    rf"|arts?\.|pp?\.|{MONTH}|Goals?|targets?|and|to|of|in|or|by|than)\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\s+(?:{MONTH}|per cent|\d)")


def take_unraised(texts: Sequence[Composed], marker: str) -> bool:
    """Take the first mark of that note out of the texts; False when none of them bears it."""
    escaped = re.escape(marker)
    forms = (
        rf"\s?(?<![\w/]){escaped}/(?=[\s,;.:)]|$)",
        rf"(?<=[^\W\d_]){escaped}(?=[\s,;.:)]|$)|(?<=[,;.:”’)]){escaped}(?=\s|$)",
        rf"(?<=[,;.:”’)])\s{escaped}(?=\s|$)",
    )
    for form in forms:
        for composed in texts:
            for found in re.finditer(form, composed.text):
                if not _is_number(composed.text, found):
                    _take(composed, found.span(), marker)
                    return True
    return False


def take_repeated(texts: Sequence[Composed], marker: str) -> bool:
    """Take one more mark with a slash of that note out of the texts; False when there is none."""
    form = rf"(?<=[\w,;.:”’)])\s{re.escape(marker)}/(?=[\s,;.:)]|$)"
    for composed in texts:
        if found := re.search(form, composed.text):
            _take(composed, found.span(), marker)
            return True
    return False


def _is_number(text: str, found: re.Match[str]) -> bool:
    if found[0].endswith("/"):
        return False
    return bool(_COUNTS.search(text[: found.start()]) or _COUNTED.match(text, found.end()))


def _take(composed: Composed, span: Span, marker: str) -> None:
    """Cut the mark out and move the cues behind it."""
    start, end = span

    def moved(place: int) -> int:
        return place if place <= start else max(start, place - (end - start))

    composed.text = composed.text[:start] + composed.text[end:]
    composed.italics = [(moved(a), moved(b)) for a, b in composed.italics if moved(a) < moved(b)]
    composed.links = [Link(moved(one.start), moved(one.end), one.href) for one in composed.links]
    composed.marks = sorted([*((moved(at), name) for at, name in composed.marks), (start, marker)])
