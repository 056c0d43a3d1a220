"""What a release must say first: that it is made of specimens, and what its edition lacks."""

from __future__ import annotations

from pipelines.contracts import Edition, contracts
from pipelines.publish import database
from pipelines.publish.about import About

SPECIMEN = (
    "**SPECIMEN.** The resolutions in this release were written for trying the software. No body of the United Nations "
    "adopted them; do not quote them.\n\n"
)
TEXT_FREE = (
    "**Text-free edition.** It has the rows and keys of the full edition, and none of the words of the documents. Left "
    "out are the columns {columns}; of the views and macros {views}. `accede rehydrate` fills them in from your own "
    "archive of the documents and proves each clause by its hash.\n\n"
)
PARTIAL = (
    "**Text filled in part.** A text-free edition, filled in from an archive that lacks some of its documents: where "
    "they would stand, {columns} are empty.\n\n"
)


def notice(about: About) -> str:
    """Paragraphs of Markdown; empty for a full edition of documents of the United Nations."""
    return (SPECIMEN if about.is_specimen else "") + _of_edition(about.edition)


def _of_edition(edition: Edition) -> str:
    if edition == "full":
        return ""
    columns = [f"`{each.name}.{name}`" for each in contracts().values() for name in each.prose]
    if edition == "partial":
        return PARTIAL.format(columns=", ".join(columns))
    left_out = [f"`{name}`" for name in database.left_out(edition)]
    return TEXT_FREE.format(columns=", ".join(columns), views=", ".join(left_out))
