"""Status files in the form of the Treaty Collection, of treaties that never were."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from pipelines.archive.entry import Entry

DAY = dt.date(2018, 1, 15)
HEADERS = ("Participant", "Signature", "Ratification, Acceptance(A), Accession(a), Succession(d)")


def status_xml(
    rows: Sequence[Sequence[str]] = (),
    *,
    headers: Sequence[str] = HEADERS,
    notes: str = "",
    number: str = "<Numsect>99</Numsect><Subnumsect>a</Subnumsect>",
    parties: int | None = None,
) -> bytes:
    """A status file; cells are XML text, notes the content of EndNotes."""
    head = "".join(f"<Entry>{header}</Entry>" for header in headers)
    body = "".join("<Row>" + "".join(f"<Entry>{cell}</Entry>" for cell in row) + "</Row>" for row in rows)
    table = f"<Table><TGroup><Thead><Row>{head}</Row></Thead><Tbody><Rows>{body}</Rows></Tbody></TGroup></Table>"
    stated = "" if parties is None else f"<Status><Parties>{parties}</Parties></Status>"
    return f"""<?xml version="1.0" encoding="iso-8859-1"?>
<Document><Treaty><Header><Chapter><Header>CHAPTER XVIII</Header></Chapter><ExternalData>{number}
<Subtitlesect>Protocol on Lanterns</Subtitlesect><Conclusion>New York, 1 March 2000</Conclusion>
<EIF><Labeltext>25 December 2003, in accordance with article 9.</Labeltext></EIF>
<Registration><Labeltext>25 December 2003, No. 99001</Labeltext></Registration>{stated}
<TreatyText><Text>United Nations, &lt;i&gt;Treaty Series&lt;/i&gt;, vol. 9901, p. 1, and vol. 9902.</Text></TreatyText>
<TreatyNote><Text>Adopted by the General Assembly in resolution A/RES/0/99 of 1 March 2000.</Text></TreatyNote>
</ExternalData></Header><Participants>{table if rows else ""}</Participants>
<EndNotes>{notes}</EndNotes></Treaty></Document>""".encode("latin-1")


def entry(
    data: bytes, *, kind: str = "status", symbol: str = "XVIII-99-a", name: str = "x.xml", day: dt.date | None = DAY
) -> Entry:
    """An entry of the archive for these bytes."""
    return Entry(hashlib.sha256(data).hexdigest(), kind, symbol, "en", name, "import", None, day, len(data))
