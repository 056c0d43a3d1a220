"""Which lines of the XML are headings or open an annex, where the elements do not tell."""

from __future__ import annotations

import re

from pipelines.readers.akn_blocks import rank
from pipelines.readers.akn_inline import Line

SENTENCE_END = (";", ",", ":", "…", "；", "，", "：", "؛", "،")
_ANNEX = re.compile(
    r"(?:annex|annexe|anexo|enclosure|приложение|المرفق|附件)"
    r"(?:\s*[\dIVXLC一二三四五六七八九十]+|\s+[A-Z]|\s+[^\W\x00-\x7f]{3,9})?\s*\W{0,2}",
    re.IGNORECASE,
)
_TITLED_ANNEX = re.compile(
    r"annexe?(?: (?:[IVX]{1,5}|[A-Z]|\d{1,2})\s*[:.–—]\s+\S"
    r"| ?(?:[IVX]{1,5}|[A-Z]|\d{1,2})? to (?:the |this )?(?:present )?(?:resolution|statement|declaration|decision)\b)",
    re.IGNORECASE,
)
_REISSUE = re.compile(r"\*+\s*(?:Re-?issued|Second reissue|Nouveau tirage)\b", re.IGNORECASE)
_LONGEST_HEADING = 300
ITALIC_RANK = 3


def is_annex_heading(text: str, is_set_as_heading: bool = False) -> bool:
    """True for a line that opens an annex: Annex, Annex II, Annexe; with a title only when set as a heading."""
    if is_set_as_heading and _TITLED_ANNEX.match(text):
        return True
    return len(text) < 30 and _ANNEX.fullmatch(text) is not None


def is_formula(line: Line, text: str) -> bool:
    """An organ's name in italics and a comma: the formula of a draft quoted in an annex (E/RES/2023/18)."""
    is_name = len(text) < 120 and text.startswith("The ") and text.endswith(",") and text.count(",") == 1
    return is_name and line.is_italic


def is_italic_heading(line: Line, text: str) -> bool:
    """A short line in italics that is no sentence, set as a paragraph (S/RES/2253)."""
    return len(text) < 160 and text[:1].isupper() and not text.endswith((".", *SENTENCE_END)) and line.is_italic


def is_heading(line: Line, text: str, label: str | None, style: str | None) -> bool:
    """A heading's style without a sentence, or bold; (a) set as a heading is still an item of its list (S/RES/2147)."""
    if (label and label.endswith(")")) or len(text) > _LONGEST_HEADING or text.endswith(SENTENCE_END):
        return False
    if rank(style) is not None:
        return not text.endswith(".") or len(text) < 80
    return line.is_bold and not text.endswith(".")


def is_reissue(text: str) -> bool:
    """The note to the star at the symbol of a document that was issued again; it belongs to no paragraph."""
    return _REISSUE.match(text) is not None
