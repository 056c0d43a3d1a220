"""Lines that stand for themselves wherever printed: enacting formulas, headings of annexes, labels of parts."""

from __future__ import annotations

import re

from pipelines.readers.months import MONTH
from pipelines.readers.text_forms import MEETING

FORMULA = re.compile(
    r"[“\"]?The (?:General Assembly|Security Council|Human Rights Council|Economic and Social Council)[,:.;]?"
    r"|L[’']Assemblée générale,?|Le Conseil (?:de sécurité|des droits de l[’']homme|économique et social),?"
    r"|La Asamblea General,?|El Consejo (?:de Seguridad|de Derechos Humanos|Económico y Social),?"
    r"|Генеральная Ассамблея,?|Совет Безопасности,?|Совет по правам человека,?|Экономический и Социальный Совет,?"
    r"|大会[，,]?|安全理事会[，,]?|人权理事会[，,]?|经济及社会理事会[，,]?|إن الجمعية العامة،?|إن مجلس الأمن،?"
)
ANNEX = re.compile(
    r"(?:Annex|Annexe|Anexo|Enclosure|Appendix|Приложение|المرفق|附件)(?:\s+(?:[IVX]{1,5}|[A-Z]|\d{1,2}))?",
    re.IGNORECASE,
)
TITLED_ANNEX = re.compile(r"Annexe? (?:[IVX]{1,5}|[A-Z]|\d{1,2})(?:\s*[:.–—]|\s+to)\s+\S", re.IGNORECASE)
ADOPTION = re.compile(rf"{MEETING}[.,]?(?: \d{{1,2}} \w+ \d{{4}}\.?)?")
DAY = re.compile(rf"\d{{1,2}} (?:{MONTH}) \d{{4}}\.?")
_LABEL = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.?")


def is_label(text: str) -> bool:
    """True for the number of a part and nothing else: II, B."""
    return _LABEL.fullmatch(text) is not None


def stands_alone(text: str) -> bool:
    """True for a line that the next one never goes on with: Annex II, The General Assembly, B."""
    if len(text) > 60:
        return False
    is_formula = text.endswith((",", "，", "،")) and FORMULA.fullmatch(text) is not None
    return is_formula or ANNEX.fullmatch(text) is not None or _LABEL.fullmatch(text) is not None
