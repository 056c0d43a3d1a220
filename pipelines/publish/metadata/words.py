"""The words that every description of a release shares."""

NAME, SPECIMEN_NAME = "accede", "accede-specimen"
WHAT = (
    "Which clause of which United Nations resolution calls on States to join which treaty, who had not joined on that "
    "day, and who did afterwards."
)
MAKER = "The Accede contributors"
KEYWORDS = ("United Nations", "resolutions", "treaties", "ratification", "accession", "open data")
DISCLAIMER = "Not a publication of the United Nations and not endorsed by it."
# Rights differ by table, and in `documents` by row; formats that want one statement get this one.
RIGHTS = (
    "Rights differ by table and stand with each; those of each document in documents.rights. Texts: by the United "
    "Nations, which is to be acknowledged as the source. Treaty status: facts, with the United Nations Treaty "
    "Collection named as the source; its own compilation is for personal, non-commercial use. What this project added: "
    "free, with Accede named."
)
DATES = "Dates are the newest day that the data speaks of: a release is made of an archive alone and knows no clock."
