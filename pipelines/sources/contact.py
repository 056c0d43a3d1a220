"""Who is asking: the User-Agent that every request carries."""

from __future__ import annotations

import re
from importlib.metadata import version

from pipelines.sources.errors import NoContact

PRODUCT = "Accede"
_CONTACT = re.compile(r"[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+|https?://[^\s()<>]+\.[^\s()<>]+")
HINT = "say how the people who run the servers can reach you: --contact you@your.org, or ACCEDE_CONTACT"


def user_agent(contact: str | None) -> str:
    """`Accede/0.1.0 (+contact)`; the contact is an e-mail or web address that the user sets. Raises NoContact."""
    given = (contact or "").strip()
    if not given:
        raise NoContact(HINT)
    if not _CONTACT.fullmatch(given) or not given.isascii():
        raise NoContact(f"{given!r} is no e-mail or web address; {HINT}")
    return f"{PRODUCT}/{version('accede')} (+{given})"
